//! JSON → a request, with everything that AWS would not take reported.

use super::limits;
use super::request::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use crate::diagnostic::{Code, Diagnostic};
use crate::json::{object, take};
use crate::record;
use serde_json::{Map, Value};
use strsim::levenshtein;

/// The most bytes of a request's text: a thousand tags of the greatest length fit.
const GREATEST_SIZE: usize = 4 << 20;

/// What a member's JSON has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A number without a fraction.
    WholeNumber,
    /// `true` or `false`.
    Flag,
    /// An array of objects with `Key` and `Value`.
    Tags,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::WholeNumber => "a whole number",
            Self::Flag => "true or false",
            Self::Tags => "a list of {\"Key\", \"Value\"} objects",
        }
    }

    fn fits(self, value: &Value) -> bool {
        match self {
            Self::Text => value.is_string(),
            Self::WholeNumber => value.is_i64(),
            Self::Flag => value.is_boolean(),
            Self::Tags => value.is_array(),
        }
    }
}

/// The most tags that are read: ten times as many as AWS takes. A longer list is refused by its length, since
/// every tag of it would be wrong.
const MOST_TAGS: usize = 10 * limits::TAGS;

/// Of how many unknown fields is told.
const MOST_UNKNOWN: usize = 1000;

/// A request of the SSM API.
pub trait Request: Default {
    /// The operation it belongs to.
    const OPERATION: &'static str;

    /// Its members in AWS's order.
    const MEMBERS: &'static [(&'static str, Kind)];

    /// The request with these members, all of the right kinds.
    fn of_members(members: Map<String, Value>) -> Self;

    /// Reads JSON text. What can be read is in the request, even when something else is wrong.
    #[must_use]
    fn from_json(text: &str) -> (Self, Vec<Diagnostic>) {
        if text.len() > GREATEST_SIZE {
            let finding =
                Diagnostic::new(Code::RequestTooLarge, "", format!("The text has {} bytes.", text.len()))
                    .help("A request has a few kilobytes. Is this the right file?");
            return (Self::default(), vec![finding]);
        }
        match serde_json::from_str(text) {
            Ok(value) => Self::from_value(value),
            Err(error) => {
                let message = format!("This is not JSON: {error}.");
                let finding = Diagnostic::new(Code::RequestNotJson, "", message)
                    .help("Paste the request as AWS's clients take it: {\"Name\": …}.");
                (Self::default(), vec![finding])
            }
        }
    }

    /// Reads a JSON value. What can be read is in the request, even when something else is wrong.
    #[must_use]
    fn from_value(value: Value) -> (Self, Vec<Diagnostic>) {
        let (taken, found) = read_members(Self::OPERATION, Self::MEMBERS, value);
        (Self::of_members(taken), found)
    }
}

/// The members that can be read, and what is wrong with the others.
fn read_members(
    operation: &str,
    members: &[(&'static str, Kind)],
    value: Value,
) -> (Map<String, Value>, Vec<Diagnostic>) {
    let mut taken = Map::new();
    let mut found = Vec::new();
    let Value::Object(mut given) = value else {
        let message = format!("The request is {}, not an object.", described(&value));
        found.push(Diagnostic::new(Code::RequestNotObject, "", message).help("Write {\"Name\": …}."));
        return (taken, found);
    };
    for (member, kind) in members {
        match take(&mut given, member) {
            None | Some(Value::Null) => {}
            Some(value) if !kind.fits(&value) => found.push(wrong_type(member, *kind, &value)),
            Some(Value::Array(tags)) if tags.len() > MOST_TAGS => found.push(too_many(member, tags.len())),
            Some(Value::Array(tags)) => {
                let tags = tags.into_iter().enumerate().map(|(index, tag)| read_tag(index, tag, &mut found));
                taken.insert((*member).to_owned(), tags.collect());
            }
            Some(value) => {
                taken.insert((*member).to_owned(), value);
            }
        }
    }
    let is_unknown = |name: &&String| members.iter().all(|(member, _)| member != name);
    let unknown = given.keys().filter(is_unknown).take(MOST_UNKNOWN);
    found.extend(unknown.map(|name| unknown_field(operation, members, name)));
    (taken, found)
}

impl Request for CreateMaintenanceWindowRequest {
    const OPERATION: &'static str = "CreateMaintenanceWindow";
    const MEMBERS: &'static [(&'static str, Kind)] = &[
        ("Name", Kind::Text),
        ("Description", Kind::Text),
        ("StartDate", Kind::Text),
        ("EndDate", Kind::Text),
        ("Schedule", Kind::Text),
        ("ScheduleTimezone", Kind::Text),
        ("ScheduleOffset", Kind::WholeNumber),
        ("Duration", Kind::WholeNumber),
        ("Cutoff", Kind::WholeNumber),
        ("AllowUnassociatedTargets", Kind::Flag),
        ("ClientToken", Kind::Text),
        ("Tags", Kind::Tags),
    ];

    fn of_members(members: Map<String, Value>) -> Self {
        record::from_value(members.into()).unwrap_or_default()
    }
}

impl Request for UpdateMaintenanceWindowRequest {
    const OPERATION: &'static str = "UpdateMaintenanceWindow";
    const MEMBERS: &'static [(&'static str, Kind)] = &[
        ("WindowId", Kind::Text),
        ("Name", Kind::Text),
        ("Description", Kind::Text),
        ("StartDate", Kind::Text),
        ("EndDate", Kind::Text),
        ("Schedule", Kind::Text),
        ("ScheduleTimezone", Kind::Text),
        ("ScheduleOffset", Kind::WholeNumber),
        ("Duration", Kind::WholeNumber),
        ("Cutoff", Kind::WholeNumber),
        ("AllowUnassociatedTargets", Kind::Flag),
        ("Enabled", Kind::Flag),
        ("Replace", Kind::Flag),
    ];

    fn of_members(members: Map<String, Value>) -> Self {
        record::from_value(members.into()).unwrap_or_default()
    }
}

fn too_many(field: &str, count: usize) -> Diagnostic {
    let message = format!("{count} tags; AWS takes {}.", limits::TAGS);
    Diagnostic::new(Code::TagCount, field.to_owned(), message).help("They are left out. Write fewer.")
}

fn unknown_field(operation: &str, members: &[(&str, Kind)], name: &str) -> Diagnostic {
    let shown: String = name.chars().take(40).collect();
    let finding =
        Diagnostic::new(Code::UnknownField, name.to_owned(), format!("{operation} has no field {shown}."));
    let lower = shown.to_ascii_lowercase();
    let nearest = members
        .iter()
        .map(|(member, _)| (levenshtein(&lower, &member.to_ascii_lowercase()), *member))
        .min()
        .filter(|(distance, member)| *distance <= member.len() / 3);
    match nearest {
        Some((_, member)) => finding.help(format!("Did you mean {member}?")),
        None => finding.help("Remove it: AWS's clients refuse unknown fields."),
    }
}

fn wrong_type(field: &str, kind: Kind, value: &Value) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::WrongType,
        field.to_owned(),
        format!("{field} is {}, not {}.", described(value), kind.name()),
    );
    match (kind, value) {
        (Kind::WholeNumber | Kind::Flag, Value::String(text)) if !text.is_empty() && text.len() < 6 => {
            finding.help(format!("Write {text} without quotes."))
        }
        (Kind::WholeNumber, Value::Number(_)) => finding.help("Write it without a fraction or exponent."),
        _ => finding.help(format!("Write {}.", kind.name())),
    }
}

/// A tag with both texts, empty where they cannot be read, so that every tag keeps its place.
fn read_tag(index: usize, tag: Value, found: &mut Vec<Diagnostic>) -> Value {
    let place = format!("Tags[{index}]");
    let Value::Object(mut tag) = tag else {
        let message = format!("{place} is {}, not an object.", described(&tag));
        found.push(
            Diagnostic::new(Code::WrongType, place, message)
                .help("Write {\"Key\": \"…\", \"Value\": \"…\"}."),
        );
        return object(vec![("Key", "".into()), ("Value", "".into())]);
    };
    let mut text_of = |member: &str| {
        let field = format!("{place}.{member}");
        match take(&mut tag, member) {
            Some(Value::String(text)) => return text,
            None | Some(Value::Null) => {
                found.push(
                    Diagnostic::new(Code::Missing, field, format!("{place} has no {member}."))
                        .help("A tag has a Key and a Value, both strings."),
                );
            }
            Some(other) => found.push(wrong_type(&field, Kind::Text, &other)),
        }
        String::new()
    };
    let taken = object(vec![("Key", text_of("Key").into()), ("Value", text_of("Value").into())]);
    for name in tag.keys().filter(|name| !matches!(name.as_str(), "Key" | "Value")) {
        found.push(
            Diagnostic::new(
                Code::UnknownField,
                format!("{place}.{name}"),
                format!("A tag has no field {name}."),
            )
            .help("A tag has a Key and a Value."),
        );
    }
    taken
}

fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_i64() => "a number",
        Value::Number(_) => "a number with a fraction, or too large",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(found: &[Diagnostic]) -> Vec<(&str, &str)> {
        found.iter().map(|found| (found.field.as_ref(), found.code.as_str())).collect()
    }

    #[test]
    fn all_that_is_wrong_is_reported_at_once_and_the_rest_is_read() {
        let (request, found) = CreateMaintenanceWindowRequest::from_json(
            r#"{"Name": "abc", "Duration": "4", "cutoff": 1, "Cutoff": 1.5, "Tags": [{"Key": "a"}, 7, {"Key": "k", "Value": "v"}], "Description": null}"#,
        );
        assert_eq!(
            codes(&found),
            [
                ("Duration", "request.type"),
                ("Cutoff", "request.type"),
                ("Tags[0].Value", "request.missing"),
                ("Tags[1]", "request.type"),
                ("cutoff", "request.unknown-field"),
            ]
        );
        assert_eq!(request.name.as_deref(), Some("abc"));
        assert_eq!(request.tags.unwrap()[2].key, "k");
        assert_eq!(found[4].help.as_deref(), Some("Did you mean Cutoff?"));
    }

    #[test]
    fn what_is_no_request_says_so() {
        for (text, code) in
            [("", "request.not-json"), ("{\"Name\":", "request.not-json"), ("[1]", "request.not-object")]
        {
            let (_, found) = UpdateMaintenanceWindowRequest::from_json(text);
            assert_eq!(codes(&found), [("", code)]);
        }
        let (_, deep) = UpdateMaintenanceWindowRequest::from_json(&"[".repeat(100_000));
        assert_eq!(codes(&deep), [("", "request.not-json")]);
    }

    #[test]
    fn a_request_prints_and_reads_back() {
        let text = r#"{"Name":"n-1","Schedule":"rate(1 day)","Duration":2,"Cutoff":1,"AllowUnassociatedTargets":false,"Tags":[{"Key":"k","Value":""}]}"#;
        let (request, found) = CreateMaintenanceWindowRequest::from_json(text);
        assert_eq!(found, []);
        assert_eq!(serde_json::to_string(&request).unwrap(), text);
    }
}
