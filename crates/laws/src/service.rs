//! The service model, read as botocore writes it: what an answer must be.

use fancy_regex::Regex;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static MODEL: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../tests/cases/ssm-model.json");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("ssm-model.json: {error}"))
});

/// The patterns of all shapes, for the whole of a text.
static PATTERNS: LazyLock<BTreeMap<&str, Regex>> = LazyLock::new(|| {
    let whole =
        |pattern| Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap_or_else(|error| panic!("{error}"));
    let shapes = MODEL["shapes"].as_object().into_iter().flatten();
    let patterns = shapes.filter_map(|(_, shape)| shape["pattern"].as_str());
    patterns.map(|pattern| (pattern, whole(pattern))).collect()
});

/// The shape of this name.
pub(crate) fn shape(name: &str) -> &'static Value {
    MODEL["shapes"].get(name).unwrap_or_else(|| panic!("the model has no shape {name}"))
}

/// The names of the shapes of an operation's request and answer.
pub(crate) fn request_and_answer(operation: &str) -> (&'static str, &'static str) {
    let operation = &MODEL["operations"][operation];
    (named(&operation["input"]), named(&operation["output"]))
}

/// The names of all operations.
pub(crate) fn operations() -> impl Iterator<Item = &'static str> {
    MODEL["operations"].as_object().into_iter().flat_map(|operations| operations.keys().map(String::as_str))
}

/// Whether an operation can answer with an error: one that its model lists, or that all have.
pub(crate) fn has_error(operation: &str, code: &str) -> bool {
    let errors = MODEL["operations"][operation]["errors"].as_array();
    matches!(code, "ValidationException" | "SerializationException")
        || code != "InternalServerError"
            && errors.is_some_and(|errors| errors.iter().any(|error| named(error) == code))
}

/// The name of the shape that a member, an item, a key or a value refers to.
pub(crate) fn named(reference: &'static Value) -> &'static str {
    reference["shape"].as_str().unwrap_or_else(|| panic!("{reference} names no shape"))
}

/// Panics when a value is not of a shape: another type, out of its bounds, of another pattern, with a member
/// that the model does not have.
pub(crate) fn fits(name: &str, value: &Value, place: &str) {
    let shape = shape(name);
    let sizes = match (shape["type"].as_str(), value) {
        (Some("structure"), Value::Object(members)) => {
            for (member, value) in members {
                let of =
                    shape["members"].get(member).unwrap_or_else(|| panic!("{place} has no member {member}"));
                fits(named(of), value, &format!("{place}.{member}"));
            }
            None
        }
        (Some("list"), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                fits(named(&shape["member"]), item, &format!("{place}[{index}]"));
            }
            Some(items.len() as u64)
        }
        (Some("map"), Value::Object(entries)) => {
            for (key, value) in entries {
                fits(named(&shape["key"]), &Value::from(key.as_str()), place);
                fits(named(&shape["value"]), value, &format!("{place}.{key}"));
            }
            Some(entries.len() as u64)
        }
        (Some("string"), Value::String(text)) => {
            if let Some(pattern) = shape["pattern"].as_str() {
                let is_match = PATTERNS[pattern].is_match(text).unwrap_or(false);
                assert!(is_match, "{place}: {text:?} does not match {pattern}");
            }
            let values = shape["enum"].as_array();
            assert!(
                values.is_none_or(|values| values.contains(value)),
                "{place}: {text:?} is none of {values:?}"
            );
            Some(text.chars().count() as u64)
        }
        (Some("integer"), Value::Number(number)) => number.as_u64(),
        (Some("timestamp"), Value::Number(_))
        | (Some("boolean"), Value::Bool(_))
        | (Some("blob"), Value::String(_)) => None,
        (of, _) => panic!("{place}: {value} is no {of:?}"),
    };
    if let Some(size) = sizes {
        assert!(shape["min"].as_u64().is_none_or(|least| size >= least), "{place}: {value} is below {shape}");
        assert!(
            shape["max"].as_u64().is_none_or(|greatest| size <= greatest),
            "{place}: {value} is above {shape}"
        );
    }
}
