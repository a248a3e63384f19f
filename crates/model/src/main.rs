//! `cargo xtask model`: writes the shapes of the requests that AWS's service model has.
//!
//! `tests/cases/ssm-model.json` holds the part of botocore's `ssm/2014-11-06/service-2.json` that concerns
//! maintenance windows, without its documentation. This program writes all shapes that a request can
//! reach to `crates/core/src/operations/model/data.rs`, so that the core's checks follow the model.

mod service;
mod table;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use crate::service::Service;

/// The copy of the model, from this crate's folder.
const MODEL: &str = "../../tests/cases/ssm-model.json";

/// What is written.
const OUTPUT: &str = "../core/src/operations/model/data.rs";

fn main() -> Result<()> {
    let output = Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT);
    fs::write(&output, generated()?).context("the table cannot be written")?;
    println!("Written: {OUTPUT}");
    Ok(())
}

fn generated() -> Result<String> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join(MODEL);
    let model = fs::read_to_string(&model).context("the model cannot be read")?;
    let service: Service = serde_json::from_str(&model).context("the model is not as botocore writes it")?;
    table::generated(&service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_this_program_writes() {
        let written = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(OUTPUT)).unwrap();
        assert!(written == generated().unwrap(), "run `cargo xtask model`");
    }
}
