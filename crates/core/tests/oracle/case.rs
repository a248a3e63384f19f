//! Random questions: a window's timing, a span of time, and how the clocks are dealt with.

use crate::clock::Clock;
use crate::expression::Expression;
use crate::expression_text;
use chrono::DateTime;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Hours, Query, Timing};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::{self, ClockChangePolicy, Zone};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

/// Zones whose clocks change oddly: by half an hour, by two, at midnight, backwards, over a whole day,
/// with the moon, or not as they used to.
const ODD_ZONES: [&str; 18] = [
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "America/St_Johns",
    "Antarctica/Troll",
    "Africa/Cairo",
    "Asia/Beirut",
    "Europe/Dublin",
    "Pacific/Apia",
    "Africa/Casablanca",
    "America/Havana",
    "Asia/Gaza",
    "America/Vancouver",
    "Europe/Chisinau",
    "America/Tijuana",
    "Africa/Monrovia",
    "America/Scoresbysund",
    "America/New_York",
    "Europe/London",
];

/// A question. Instants are milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) expression: String,
    pub(crate) zone: Option<&'static str>,
    pub(crate) policy: ClockChangePolicy,
    pub(crate) schedule_offset: Option<u8>,
    pub(crate) start_date: Option<i64>,
    pub(crate) end_date: Option<i64>,
    pub(crate) duration: u8,
    pub(crate) cutoff: u8,
    pub(crate) created: Option<i64>,
    pub(crate) after: i64,
    pub(crate) before: i64,
}

impl Case {
    /// A window of an hour in UTC without bounds, asked about from 1970 to 2099; still without its
    /// expression.
    pub(crate) fn in_utc() -> Self {
        Self {
            expression: String::new(),
            zone: None,
            policy: ClockChangePolicy::default(),
            schedule_offset: None,
            start_date: None,
            end_date: None,
            duration: 1,
            cutoff: 0,
            created: None,
            after: -1,
            before: Timestamp::HORIZON.as_millis(),
        }
    }

    /// As the oracle reads it.
    pub(crate) fn expression(&self) -> Expression {
        Expression::read(&self.expression)
    }

    /// As the oracle's clock goes.
    pub(crate) fn clock(&self) -> Clock {
        Clock::named(self.zone.unwrap_or("UTC"))
    }

    /// As the engine reads it.
    pub(crate) fn timing(&self) -> Timing {
        let (schedule, found) = Schedule::parse(&self.expression).into_parts();
        let schedule = schedule.unwrap_or_else(|| panic!("{}: {found:?}", self.expression));
        let date = |millis| DateTime::from_timestamp_millis(millis).unwrap().fixed_offset();
        Timing::new(schedule, self.zone.map(|name| Zone::named(name).unwrap()))
            .with_schedule_offset(self.schedule_offset)
            .with_dates(self.start_date.map(date), self.end_date.map(date))
            .with_length(Hours::new(self.duration).unwrap(), Hours::new(self.cutoff).unwrap())
    }

    /// As the engine is asked.
    pub(crate) fn query(&self) -> Query {
        Query {
            after: Timestamp::from_millis(self.after),
            before: Some(Timestamp::from_millis(self.before)),
            created: self.created.map(Timestamp::from_millis),
            policy: self.policy,
        }
    }
}

/// What a case's span lies around.
#[derive(Clone, Debug)]
enum Near {
    Change(Index),
    NewYear(i64),
    LeapDay(i64),
    Anywhere(i64),
}

impl Near {
    fn instant(&self, clock: &Clock) -> i64 {
        match self {
            Self::Change(index) => match clock.changes(0, 130 * YEAR).as_slice() {
                [] => 40 * YEAR,
                changes => *index.get(changes),
            },
            Self::NewYear(year) => year * (YEAR + DAY / 4),
            Self::LeapDay(four_years) => four_years * (4 * YEAR + DAY) + 2 * YEAR + 59 * DAY,
            Self::Anywhere(instant) => *instant,
        }
    }
}

fn near() -> impl Strategy<Value = Near> {
    prop_oneof![
        6 => any::<Index>().prop_map(Near::Change),
        1 => (0_i64..=130).prop_map(Near::NewYear),
        1 => (0_i64..=32).prop_map(Near::LeapDay),
        2 => (0..130 * YEAR).prop_map(Near::Anywhere),
    ]
}

fn zone() -> impl Strategy<Value = Option<&'static str>> {
    prop_oneof![
        6 => select(&ODD_ZONES[..]).prop_map(Some),
        3 => select(zone::names().collect::<Vec<_>>()).prop_map(Some),
        1 => Just(None),
    ]
}

/// An instant, relative to the span.
#[derive(Clone, Debug)]
enum Place {
    /// So many thousandths of the span after its beginning, and some milliseconds.
    InSpan(i64, i64),
    /// So many milliseconds after the instant that the span lies around, mostly a change of the clocks.
    NearCentre(i64),
}

fn place() -> impl Strategy<Value = Place> {
    let millis = prop_oneof![2 => Just(0_i64), 1 => 0_i64..100_000];
    prop_oneof![
        2 => (-500_i64..1500, millis).prop_map(|(thousandths, millis)| Place::InSpan(thousandths, millis)),
        1 => (-9000_i64..9000).prop_map(|seconds| Place::NearCentre(seconds * 1000)),
        // So that many instants of a case coincide, or almost.
        1 => (-6_i64..=6, select(vec![0, 0, -1, 1, 500]))
            .prop_map(|(half_hours, millis)| Place::NearCentre(half_hours * 1_800_000 + millis)),
    ]
}

/// The schedule, `at` still without its moment.
#[derive(Clone, Debug)]
enum Draft {
    Repeated(String),
    /// So many seconds after the instant that the span lies around, on the wall.
    At(i64),
}

fn draft() -> impl Strategy<Value = Draft> {
    prop_oneof![
        14 => expression_text::cron().prop_map(Draft::Repeated),
        3 => expression_text::many_a_day().prop_map(Draft::Repeated),
        2 => expression_text::rate().prop_map(Draft::Repeated),
        1 => (-9000_i64..9000).prop_map(Draft::At),
    ]
}

/// Any case that both sides can answer.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let window = (1_u8..=24).prop_flat_map(|duration| (Just(duration), 0..duration));
    let dates = (option::weighted(0.2, place()), option::weighted(0.2, place()));
    (
        (draft(), zone(), select(ClockChangePolicy::ALL.to_vec())),
        (near(), place(), 1_i64..=100),
        (option::weighted(0.25, 1_u8..=6), option::weighted(0.4, place()), dates, window),
    )
        .prop_map(|((draft, zone, policy), (near, after, size), (offset, created, dates, window))| {
            let clock = Clock::named(zone.unwrap_or("UTC"));
            let centre = near.instant(&clock);
            let expression = match draft {
                Draft::Repeated(expression) => expression,
                Draft::At(seconds) => format!("at({})", clock.local((centre / 1000 + seconds) * 1000)),
            };
            let (span, is_cron) = span_for(&expression);
            let span = span * size / 100;
            let place = |beginning: i64, place: Place| match place {
                Place::InSpan(thousandths, millis) => beginning + span / 1000 * thousandths + millis,
                Place::NearCentre(millis) => centre + millis,
            };
            let after = place(centre - span, after);
            let at = |it: Place| place(after, it);
            Case {
                expression,
                zone,
                policy,
                schedule_offset: offset.filter(|_| is_cron),
                start_date: dates.0.map(at),
                end_date: dates.1.map(at),
                duration: window.0,
                cutoff: window.1,
                created: created.map(at),
                after,
                before: after + span,
            }
        })
}

/// A span in which the schedule runs some hundred times, and whether it is a cron schedule.
fn span_for(expression: &str) -> (i64, bool) {
    match Expression::read(expression) {
        Expression::Rate(period) => (100 * period, false),
        Expression::At(_) => (10 * DAY, false),
        Expression::Cron(cron) => {
            let days = match cron.times().len() {
                0..=2 => 30 * 365,
                3..=10 => 3 * 365,
                11..=50 => 40,
                51..=200 => 5,
                _ => 1,
            };
            (days * DAY, true)
        }
    }
}
