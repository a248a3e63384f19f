//! Texts of which there are a few: enums without fields.

use super::Faults;
use super::read::shortened;
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
    let Some(text) = value.as_str() else {
        faults.report_type(value, "a string");
        return None;
    };
    let index = names.iter().position(|name| *name == text);
    if index.is_none() {
        // As serde lists them.
        let listed = match names {
            [one] => format!("`{one}`"),
            [one, other] => format!("`{one}` or `{other}`"),
            _ => format!("one of `{}`", names.join("`, `")),
        };
        faults.report(&format!("unknown variant `{}`, expected {listed}", shortened(text)));
    }
    index
}
