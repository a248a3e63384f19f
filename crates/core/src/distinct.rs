//! Values, each once.

use serde_json::{Map, Value};

/// A set of texts. A JSON object inside, because the code for it is there.
#[derive(Debug, Default)]
pub(crate) struct Texts(Map<String, Value>);

impl Texts {
    /// Adds a text; whether it was not there.
    pub(crate) fn insert(&mut self, text: &str) -> bool {
        self.0.insert(text.to_owned(), Value::Null).is_none()
    }

    /// Whether a text is there.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.0.contains_key(text)
    }
}

/// The values from the least to the greatest, each once. For some tens of them: each is put in its place, as a sort
/// takes 4 KB of WebAssembly for each type of value, and a set 6.
pub(crate) fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut ordered = Vec::new();
    for value in values {
        if let Err(place) = ordered.binary_search(&value) {
            ordered.insert(place, value);
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_comes_once_and_in_order() {
        assert_eq!(distinct([3, 1, 2, 3, 1].into_iter()), [1, 2, 3]);
        assert!(distinct(std::iter::empty::<u64>()).is_empty());
    }

    #[test]
    fn a_text_is_added_once() {
        let mut texts = Texts::default();
        assert!(texts.insert("a") && texts.insert("b") && !texts.insert("a"));
        assert!(texts.contains("b") && !texts.contains("c"));
    }
}
