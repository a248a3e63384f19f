//! Texts of which there are a few: enums without fields.

use super::Faults;
use serde_json::Value;

/// An enum that is a name in JSON. Made by `#[derive(Record)]`.
pub trait Names: Sized {
    /// The names, in the order of the variants.
    const NAMES: &'static [&'static str];

    /// The place of this one.
    fn index(&self) -> usize;

    /// The variant at a place.
    fn from_index(index: usize) -> Option<Self>;
}

/// The name in JSON.
pub fn name_of<N: Names>(variant: &N) -> &'static str {
    N::NAMES.get(variant.index()).copied().unwrap_or_default()
}

/// The place of the name that a value is.
pub fn read_name(names: &[&str], value: &Value, faults: &mut Faults) -> Option<usize> {
    let index = value.as_str().and_then(|text| names.iter().position(|name| *name == text));
    if index.is_none() {
        faults.report(&["this is none of ", &names.join(", ")].concat());
    }
    index
}
