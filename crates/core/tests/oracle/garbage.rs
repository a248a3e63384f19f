//! Whatever is typed: no panic, and every finding points into the text it is about.

use crate::expression_text;
use crate::runner::hold;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use serde_json::{Map, Value, json};
use window_planner_core::diagnostic::Checked;
use window_planner_core::export::{Format, export};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::{Schedule, anatomy, describe};
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, Date, Request, UpdateMaintenanceWindowRequest, check_update,
    judge_create, judge_update,
};
use window_planner_core::zone::{self, Zone};
use window_planner_core::{Diagnostic, Timestamp};

/// The present, in all that needs one.
const NOW: Timestamp = Timestamp::from_seconds(1_795_000_000);

#[test]
fn no_text_makes_a_schedule_panic() {
    hold(20_000, &texts(expression()), |text| {
        let checked = Schedule::parse(&text);
        is_sound(&checked, &text)?;
        for part in anatomy(&text) {
            prop_assert!(
                part.span.start <= part.span.end && part.span.end <= utf16_length(&text),
                "{:?}",
                part
            );
        }
        if let Some(schedule) = checked.into_parts().0 {
            prop_assert_eq!(Schedule::parse(&schedule.to_string()).into_parts().0, Some(schedule.clone()));
            let timing = Timing::new(schedule, Zone::named("Pacific/Apia"));
            prop_assert!(!describe(&timing).is_empty());
            for after in [i64::MIN, -1, NOW.as_millis(), Timestamp::HORIZON.as_millis() - 1, i64::MAX] {
                let query = Query::after(Timestamp::from_millis(after));
                prop_assert!(timing.occurrences(&query).take(3).count() <= 3);
                prop_assert!(timing.skipped(&query).take(3).count() <= 3);
            }
        }
        Ok(())
    });
}

#[test]
fn no_text_makes_a_zone_panic() {
    let names = select(zone::names().collect::<Vec<_>>()).prop_map(str::to_owned);
    hold(1500, &texts(names), |text| is_sound(&Zone::read(&text), &text));
}

#[test]
fn no_text_makes_a_date_panic() {
    hold(20_000, &texts(date()), |text| {
        let _read = Timestamp::parse_rfc3339(&text);
        is_sound(&Date::read("StartDate", &text), &text)
    });
}

#[test]
fn no_text_makes_a_request_panic() {
    let request = members().prop_map(|members| members.to_string());
    hold(5000, &texts(request), |text| {
        let (create, _) = CreateMaintenanceWindowRequest::from_json(&text);
        let (update, _) = UpdateMaintenanceWindowRequest::from_json(&text);
        let _checked = check_update(&create, &update, NOW);
        Ok(())
    });
}

#[test]
fn no_members_make_a_request_panic() {
    hold(5000, &members(), |members| {
        let checked = judge_create(members.clone(), NOW);
        for finding in checked.diagnostics() {
            if let Some(text) = text_of(&members, &finding.field) {
                points_into(finding, text)?;
            }
        }
        prop_assert_eq!(checked.value().is_some(), checked.errors().next().is_none());
        let (create, _) = CreateMaintenanceWindowRequest::from_value(members.clone());
        let _checked = judge_update(&create, members, NOW);
        for format in Format::ALL {
            let _text = export(&create, format);
        }
        Ok(())
    });
}

/// There is a value exactly when no finding is an error, and every finding points into the text.
fn is_sound<T>(checked: &Checked<T>, text: &str) -> TestCaseResult {
    prop_assert_eq!(checked.value().is_some(), checked.errors().next().is_none());
    checked.diagnostics().iter().try_for_each(|finding| points_into(finding, text))
}

/// Spans count UTF-16 code units.
fn points_into(finding: &Diagnostic, text: &str) -> TestCaseResult {
    if let Some(span) = finding.span {
        prop_assert!(span.start <= span.end && span.end <= utf16_length(text), "{:?} of {:?}", finding, text);
    }
    prop_assert!(!finding.message.is_empty());
    prop_assert!(finding.fix.as_ref().is_none_or(|fix| fix.value != text), "{:?} fixes nothing", finding);
    Ok(())
}

/// The text of a field such as `Tags[0].Value`, where it is a text.
fn text_of<'m>(members: &'m Value, field: &str) -> Option<&'m str> {
    let pointer = format!("/{}", field.replace('[', "/").replace("].", "/"));
    members.pointer(&pointer)?.as_str()
}

fn utf16_length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap()
}

/// Right expressions of all forms.
fn expression() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => expression_text::cron(),
        2 => expression_text::rate(),
        1 => "at\\(20[0-9]{2}-0[1-9]-[0-2][1-9]T[0-1][0-9]:[0-5][0-9]:[0-5][0-9]\\)",
    ]
}

fn date() -> impl Strategy<Value = String> {
    "[0-9]{4}-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,10})?(Z|[+-][0-2][0-9]:[0-6][0-9])?"
}

/// Texts that are almost right, texts of the characters that right ones have, and any text.
fn texts(right: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (right, prop::collection::vec(edit(), 0..4))
            .prop_map(|(text, edits)| edits.iter().fold(text, |text, edit| edit.applied_to(&text))),
        2 => "[a-zA-Z0-9 ,/*?#LW()+:.TZ{}\"-]{0,40}",
        1 => ".{0,300}",
        1 => any::<String>(),
    ]
}

/// A slip of the hand.
#[derive(Clone, Debug)]
enum Edit {
    Insert(Index, String),
    Remove(Index),
    /// Once more, from here to the end.
    Repeat(Index),
}

impl Edit {
    fn applied_to(&self, text: &str) -> String {
        let cut = |at: &Index| {
            text.char_indices().nth(at.index(text.chars().count() + 1)).map_or(text.len(), |(at, _)| at)
        };
        match self {
            Self::Insert(at, inserted) => {
                let (before, after) = text.split_at(cut(at));
                format!("{before}{inserted}{after}")
            }
            Self::Remove(at) => {
                let (before, after) = text.split_at(cut(at));
                let mut rest = after.chars();
                rest.next();
                format!("{before}{}", rest.as_str())
            }
            Self::Repeat(at) => format!("{text}{}", &text[cut(at)..]),
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let pieces = vec![
        " ",
        ",",
        "-",
        "/",
        "#",
        "*",
        "?",
        "L",
        "W",
        "(",
        ")",
        "0",
        "1",
        "7",
        "60",
        "99999999999999999999",
        "-1",
        "MON",
        "monday",
        "Jan",
        "L-",
        "LW",
        "\t",
        "\u{a0}",
        "é",
        "🕐",
        "\0",
        "Z",
        "T",
        "+",
        ":",
        ".5",
    ];
    prop_oneof![
        3 => (any::<Index>(), select(pieces)).prop_map(|(at, piece)| Edit::Insert(at, piece.to_owned())),
        1 => (any::<Index>(), any::<char>()).prop_map(|(at, piece)| Edit::Insert(at, piece.to_string())),
        3 => any::<Index>().prop_map(Edit::Remove),
        1 => any::<Index>().prop_map(Edit::Repeat),
    ]
}

/// A request's members, right and wrong.
fn members() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 16] = [
        "Name",
        "Description",
        "StartDate",
        "EndDate",
        "Schedule",
        "ScheduleTimezone",
        "ScheduleOffset",
        "Duration",
        "Cutoff",
        "AllowUnassociatedTargets",
        "ClientToken",
        "Tags",
        "WindowId",
        "Enabled",
        "Replace",
        "name",
    ];
    let zones = select(zone::names().collect::<Vec<_>>()).prop_map(str::to_owned);
    let value = prop_oneof![
        2 => texts(expression()).prop_map(Value::from),
        2 => texts(date()).prop_map(Value::from),
        1 => texts(zones).prop_map(Value::from),
        2 => (-2_i64..30).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        2 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => (any::<String>(), ".{0,5}").prop_map(|(key, value)| json!([{"Key": key, "Value": value}, {"Key": 1}, 7])),
    ];
    let wild = prop::collection::vec((select(&NAMES[..]), value), 0..8);
    // Most requests get as far as a schedule that is read.
    let schedule = prop::option::weighted(0.7, texts(expression()));
    let hours = prop::option::weighted(0.7, (1_i64..=24, 0_i64..=24));
    (wild, schedule, hours).prop_map(|(wild, schedule, hours)| {
        let mut members: Map<String, Value> =
            wild.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        if let Some(schedule) = schedule {
            members.insert("Schedule".to_owned(), schedule.into());
        }
        if let Some((duration, cutoff)) = hours {
            members.insert("Duration".to_owned(), duration.into());
            members.insert("Cutoff".to_owned(), cutoff.into());
        }
        Value::Object(members)
    })
}
