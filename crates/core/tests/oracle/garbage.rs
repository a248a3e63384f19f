//! Whatever is typed: no panic, and every finding points into the text it is about.

use crate::expression_text;
use crate::runner::hold;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use window_planner_core::zone;
use window_planner_laws as laws;

#[test]
fn no_text_makes_a_schedule_panic() {
    hold(20_000, &texts(expression()), |text| {
        laws::schedule(&text);
        Ok(())
    });
}

#[test]
fn no_text_makes_a_zone_panic() {
    let names = select(zone::names().collect::<Vec<_>>()).prop_map(str::to_owned);
    hold(1500, &texts(names), |text| {
        laws::zone(&text);
        Ok(())
    });
}

#[test]
fn no_text_makes_a_date_panic() {
    hold(20_000, &texts(date()), |text| {
        laws::date(&text);
        Ok(())
    });
}

#[test]
fn no_text_makes_a_request_panic() {
    let request = members().prop_map(|members| members.to_string());
    hold(5000, &texts(request), |text| {
        laws::request_text(&text);
        Ok(())
    });
}

#[test]
fn no_members_make_a_request_panic() {
    hold(5000, &members(), |members| {
        laws::request(&members);
        Ok(())
    });
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
