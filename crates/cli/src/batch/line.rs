//! The text of one line → what it asks.

use crate::instant;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::occurrence::Query;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Kind, Request};
use window_planner_core::{Timestamp, zone::ClockChangePolicy};

/// How many executions a line gets that does not say.
const LIMIT: u64 = 10;

/// How an execution is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// Its start.
    #[default]
    Start,
    /// An object with start, cutoff and end.
    Full,
}

/// The members of a line, but for `id`, as they were written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Members {
    #[serde(rename = "Schedule")]
    schedule: Option<String>,
    #[serde(rename = "ScheduleTimezone")]
    schedule_timezone: Option<String>,
    #[serde(rename = "StartDate")]
    start_date: Option<String>,
    #[serde(rename = "EndDate")]
    end_date: Option<String>,
    #[serde(rename = "ScheduleOffset")]
    schedule_offset: Option<i64>,
    #[serde(rename = "Duration")]
    duration: Option<i64>,
    #[serde(rename = "Cutoff")]
    cutoff: Option<i64>,
    #[serde(rename = "Name")]
    name: Option<String>,
    after: Option<String>,
    before: Option<String>,
    created: Option<String>,
    limit: Option<i64>,
    format: Option<String>,
    /// Any JSON, in the spelling of the line.
    id: Option<Box<RawValue>>,
}

impl Request for Members {
    const OPERATION: &'static str = "A line";
    const MEMBERS: &'static [(&'static str, Kind)] = &[
        ("Schedule", Kind::Text),
        ("ScheduleTimezone", Kind::Text),
        ("StartDate", Kind::Text),
        ("EndDate", Kind::Text),
        ("ScheduleOffset", Kind::WholeNumber),
        ("Duration", Kind::WholeNumber),
        ("Cutoff", Kind::WholeNumber),
        ("Name", Kind::Text),
        ("after", Kind::Text),
        ("before", Kind::Text),
        ("created", Kind::Text),
        ("limit", Kind::WholeNumber),
        ("format", Kind::Text),
    ];

    fn of_members(members: Map<String, Value>) -> Self {
        serde_json::from_value(members.into()).unwrap_or_default()
    }
}

/// What decides when a window runs and is the same for many lines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Definition {
    pub(crate) schedule: Option<String>,
    pub(crate) schedule_timezone: Option<String>,
    pub(crate) start_date: Option<String>,
    pub(crate) end_date: Option<String>,
    pub(crate) schedule_offset: Option<i64>,
    pub(crate) duration: Option<i64>,
    pub(crate) cutoff: Option<i64>,
}

impl From<Definition> for CreateMaintenanceWindowRequest {
    fn from(definition: Definition) -> Self {
        Self {
            schedule: definition.schedule,
            schedule_timezone: definition.schedule_timezone,
            start_date: definition.start_date,
            end_date: definition.end_date,
            schedule_offset: definition.schedule_offset,
            duration: definition.duration,
            cutoff: definition.cutoff,
            ..Self::default()
        }
    }
}

/// What a line asks.
#[derive(Debug)]
pub(crate) struct Question {
    /// The JSON by which the asker knows the answer.
    pub(crate) id: Option<Box<RawValue>>,
    pub(crate) definition: Definition,
    pub(crate) name: Option<String>,
    pub(crate) query: Query,
    pub(crate) limit: usize,
    pub(crate) format: Format,
    /// What is wrong with the line, apart from the definition.
    pub(crate) found: Vec<Diagnostic>,
}

/// Reads a line.
pub(crate) fn read(line: &[u8], policy: ClockChangePolicy) -> Question {
    // A list would be taken for the members in their order.
    let is_object = line.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    match serde_json::from_slice(line) {
        Ok(members) if is_object => question(members, Vec::new(), policy),
        _ => {
            let (members, found) = read_closely(line);
            question(members, found, policy)
        }
    }
}

/// What stands for a line that was not held.
pub(crate) fn too_long(longest: usize, policy: ClockChangePolicy) -> Question {
    let finding =
        Diagnostic::new(Code::RequestTooLarge, "", format!("The line has more than {longest} bytes."))
            .help("A question has a few hundred bytes. Is there a line end missing?");
    question(Members::default(), vec![finding], policy)
}

/// Reads what can be read of a line that is not as it should be, and says what is wrong with the rest.
fn read_closely(line: &[u8]) -> (Members, Vec<Diagnostic>) {
    let refused = |code, message: String| {
        let finding = Diagnostic::new(code, "", message)
            .help("Write one object a line: {\"Schedule\": …, \"after\": …}.");
        (Members::default(), vec![finding])
    };
    let mut given: BTreeMap<Cow<'_, str>, &RawValue> = match serde_json::from_slice(line) {
        Ok(given) => given,
        Err(error) if error.is_data() => {
            return refused(Code::RequestNotObject, "The line is not an object.".to_owned());
        }
        Err(error) => return refused(Code::RequestNotJson, format!("This is not JSON: {error}.")),
    };
    let id = given.remove("id").map(ToOwned::to_owned);
    let mut found = Vec::new();
    let mut members = serde_json::Map::new();
    for (name, raw) in given {
        match serde_json::from_str::<Value>(raw.get()) {
            Ok(value) => {
                members.insert(name.into_owned(), value);
            }
            Err(error) => found.push(
                Diagnostic::new(
                    Code::RequestNotJson,
                    name.into_owned(),
                    format!("This is not JSON: {error}."),
                )
                .help("Write a string or a number."),
            ),
        }
    }
    let (members, findings) = Members::from_value(Value::Object(members));
    found.extend(findings.into_iter().map(|finding| match finding.code {
        Code::UnknownField
            if CreateMaintenanceWindowRequest::MEMBERS.iter().any(|(name, _)| *name == finding.field) =>
        {
            finding.help("Remove it: it does not decide when a window runs.")
        }
        Code::UnknownField if !finding.help.as_deref().unwrap_or_default().starts_with("Did you mean") => {
            finding.help("Remove it.")
        }
        _ => finding,
    }));
    (Members { id, ..members }, found)
}

fn question(members: Members, mut found: Vec<Diagnostic>, policy: ClockChangePolicy) -> Question {
    let is_unread = |field: &str, found: &[Diagnostic]| {
        found.iter().any(|finding| finding.field == field || finding.field.is_empty())
    };
    for (field, is_given) in [("Schedule", members.schedule.is_some()), ("after", members.after.is_some())] {
        if !is_given && !is_unread(field, &found) {
            found.push(
                Diagnostic::new(Code::Missing, field, format!("{field} is missing."))
                    .help("A line needs Schedule and after; all else is optional."),
            );
        }
    }
    let mut instant = |field: &'static str,
                       text: Option<&str>,
                       read: fn(&str) -> Result<Timestamp, &'static str>| {
        let text = text?;
        let finding =
            |help| Diagnostic::new(Code::DateForm, field, format!("{field} is not an instant.")).help(help);
        read(text).map_err(|help| found.push(finding(help))).ok()
    };
    let after = instant("after", members.after.as_deref(), instant::read);
    let before = instant("before", members.before.as_deref(), instant::read_bound);
    let created = instant("created", members.created.as_deref(), instant::read);
    let limit = members.limit.map_or(Ok(LIMIT), u64::try_from).ok();
    if limit.is_none() {
        found.push(
            Diagnostic::new(Code::WrongType, "limit", "limit is below 0.")
                .help("Write how many executions you want at most."),
        );
    }
    let format = match members.format.as_deref() {
        None | Some("start") => Format::Start,
        Some("full") => Format::Full,
        Some(_) => {
            found.push(
                Diagnostic::new(Code::WrongType, "format", "format is neither start nor full.")
                    .help("Write start or full."),
            );
            Format::Start
        }
    };
    Question {
        id: members.id,
        definition: Definition {
            schedule: members.schedule,
            schedule_timezone: members.schedule_timezone,
            start_date: members.start_date,
            end_date: members.end_date,
            schedule_offset: members.schedule_offset,
            duration: members.duration,
            cutoff: members.cutoff,
        },
        name: members.name,
        query: Query { before, created, ..Query::after(after.unwrap_or(Timestamp::EPOCH)).policy(policy) },
        limit: usize::try_from(limit.unwrap_or_default()).unwrap_or(usize::MAX),
        format,
        found,
    }
}
