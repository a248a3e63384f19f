//! What holds for any input, however broken: the bodies of the property tests, which run on every
//! change, and of the fuzz targets in `fuzz/`, which run as long as one likes.
//!
//! Each law panics when it is broken, and each is that nothing else panics.

mod choice;
mod operations;
mod service;

pub use operations::operations;

use serde_json::Value;
use window_planner_cli::batch;
use window_planner_core::diagnostic::Checked;
use window_planner_core::export::{Format, export};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::{Schedule, anatomy, describe};
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, Date, Request, UpdateMaintenanceWindowRequest, check_update,
    judge_create, judge_update,
};
use window_planner_core::zone::{ClockChangePolicy, Zone};
use window_planner_core::{Diagnostic, Timestamp};

/// The present, in all that needs one.
const NOW: Timestamp = Timestamp::from_seconds(1_795_000_000);

/// An expression: findings and parts point into it, it prints to itself, and it is answered from
/// whatever instant on.
///
/// # Panics
///
/// When that does not hold.
pub fn schedule(text: &str) {
    let checked = Schedule::parse(text);
    is_sound(&checked, text);
    for part in anatomy(text) {
        assert!(
            part.span.start <= part.span.end && part.span.end <= utf16_length(text),
            "{part:?} of {text:?}"
        );
    }
    let Some(schedule) = checked.into_parts().0 else { return };
    assert_eq!(Schedule::parse(&schedule.to_string()).value(), Some(&schedule));
    let timing = Timing::new(schedule, Zone::named("Pacific/Apia"));
    assert!(!describe(&timing).is_empty());
    for after in [i64::MIN, -1, NOW.as_millis(), Timestamp::HORIZON.as_millis() - 1, i64::MAX] {
        for policy in ClockChangePolicy::ALL {
            let query = Query::after(Timestamp::from_millis(after)).policy(policy);
            let starts: Vec<Timestamp> = timing.occurrences(&query).take(3).map(|run| run.start).collect();
            assert!(starts.is_sorted_by(|first, second| first < second), "{starts:?}");
            assert!(timing.skipped(&query).take(3).count() <= 3);
        }
    }
}

/// The name of a time zone.
///
/// # Panics
///
/// When a finding is not sound.
pub fn zone(text: &str) {
    is_sound(&Zone::read(text), text);
}

/// A `StartDate` or `EndDate`.
///
/// # Panics
///
/// When a finding is not sound.
pub fn date(text: &str) {
    let _read = Timestamp::parse_rfc3339(text);
    is_sound(&Date::read("StartDate", text), text);
}

/// The text of a request, of both kinds.
///
/// # Panics
///
/// When something else does.
pub fn request_text(text: &str) {
    let (create, _) = CreateMaintenanceWindowRequest::from_json(text);
    let (update, _) = UpdateMaintenanceWindowRequest::from_json(text);
    let _checked = check_update(&create, &update, NOW);
    if let Ok(members) = serde_json::from_str(text) {
        request(&members);
    }
}

/// A request's members: there is a definition exactly when nothing is wrong, findings point into the
/// member they name, and whatever is there can be exported.
///
/// # Panics
///
/// When that does not hold.
pub fn request(members: &Value) {
    let checked = judge_create(members.clone(), NOW);
    for finding in checked.diagnostics() {
        if let Some(text) = text_of(members, &finding.field) {
            points_into(finding, text);
        }
    }
    assert_eq!(checked.value().is_some(), checked.errors().next().is_none());
    let (create, _) = CreateMaintenanceWindowRequest::from_value(members.clone());
    let _checked = judge_update(&create, members.clone(), NOW);
    for format in Format::ALL {
        let _text = export(&create, format);
    }
}

/// The input of `window-planner upcoming --batch`: every line, empty ones too, has one line of
/// JSON for an answer.
///
/// # Panics
///
/// When that does not hold.
pub fn batch(input: &[u8]) {
    let mut answers = Vec::new();
    let done = batch::run(input, &mut answers, ClockChangePolicy::default());
    assert!(done.is_ok(), "memory neither ends nor fails: {done:?}");
    let questions = input.split_inclusive(|byte| *byte == b'\n').count();
    let answers = String::from_utf8(answers).unwrap_or_else(|error| panic!("the answers are UTF-8: {error}"));
    assert_eq!(answers.lines().count(), questions);
    for answer in answers.lines() {
        let answer: Value = serde_json::from_str(answer).unwrap_or_else(|error| panic!("{answer}: {error}"));
        assert!(answer.get("executions").is_some() != answer.get("errors").is_some(), "{answer}");
    }
}

/// There is a value exactly when no finding is an error, and every finding points into the text.
fn is_sound<T>(checked: &Checked<T>, text: &str) {
    assert_eq!(checked.value().is_some(), checked.errors().next().is_none(), "{text:?}");
    for finding in checked.diagnostics() {
        points_into(finding, text);
    }
}

/// Spans count UTF-16 code units, something is said, and a remedy changes something.
fn points_into(finding: &Diagnostic, text: &str) {
    if let Some(span) = finding.span {
        assert!(span.start <= span.end && span.end <= utf16_length(text), "{finding:?} of {text:?}");
    }
    assert!(!finding.message.is_empty());
    assert!(finding.fix.as_ref().is_none_or(|fix| fix.value != text), "{finding:?} fixes nothing");
}

/// The text of a field such as `Tags[0].Value`, where it is a text.
fn text_of<'m>(members: &'m Value, field: &str) -> Option<&'m str> {
    let pointer = format!("/{}", field.replace('[', "/").replace("].", "/"));
    members.pointer(&pointer)?.as_str()
}

fn utf16_length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lines that are almost questions, and lines of anything.
    fn lines() -> impl Strategy<Value = Vec<u8>> {
        let question = (any::<bool>(), "[a-z ]{0,9}", "(cron\\(0 2 \\? \\* (SUN|9) \\*\\)|rate\\([0-9] days\\))", 0..40_u32)
            .prop_map(|(full, id, schedule, limit)| {
                let format = if full { "full" } else { "start" };
                format!(r#"{{"id": "{id}", "Schedule": "{schedule}", "after": "2027-01-01T00:00:00Z", "limit": {limit}, "format": "{format}"}}"#)
                    .into_bytes()
            });
        let line = prop_oneof![
            4 => question.clone(),
            2 => (question, any::<prop::sample::Index>(), any::<u8>()).prop_map(|(mut line, at, byte)| {
                let at = at.index(line.len());
                line[at] = byte;
                line
            }),
            1 => prop::collection::vec(any::<u8>(), 0..60),
        ];
        prop::collection::vec(line, 0..6).prop_map(|lines| lines.join(&b'\n'))
    }

    proptest! {
        #[test]
        fn every_line_of_a_batch_is_answered(input in lines()) {
            batch(&input);
        }
    }
}
