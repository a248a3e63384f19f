//! An instant as JavaScript has them.

use serde_json::Value;
use tsify::Tsify;
use window_planner_core::Timestamp;
use window_planner_core::quoted;
use window_planner_core::record::{Faults, Piece, ReadMember, WriteMember};

/// An instant: a `Date`, whole milliseconds since 1970-01-01T00:00:00Z as `Date.now()` gives them, or
/// text with an offset such as `2027-01-01T08:00:00-08:00` (RFC 3339). An object with `toJSON`, such as
/// `Temporal.Instant`, counts as the text it gives. Years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Tsify)]
#[tsify(type = "Date | number | string")]
pub struct Instant {
    /// A fraction finer than a millisecond cut off.
    floor: Timestamp,
    /// And rounded up.
    ceiling: Timestamp,
}

impl Instant {
    /// As a bound that executions must come before.
    pub(crate) fn ceiling(self) -> Timestamp {
        self.ceiling
    }
}

/// The years of RFC 3339, in milliseconds since the epoch.
const YEARS: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

impl From<Instant> for Timestamp {
    fn from(instant: Instant) -> Self {
        instant.floor
    }
}

/// What it may be, for messages.
const EXPECTED: &str =
    "a Date, whole milliseconds since 1970, or text with an offset such as 2027-01-01T08:00:00Z";

impl Instant {
    fn of_millis(millis: i64) -> Option<Self> {
        let timestamp = Timestamp::from_millis(millis);
        YEARS.contains(&millis).then_some(Self { floor: timestamp, ceiling: timestamp })
    }

    fn of_text(text: &str) -> Option<Self> {
        let both = Timestamp::parse_rfc3339(text).zip(Timestamp::parse_rfc3339_up(text));
        both.map(|(floor, ceiling)| Self { floor, ceiling })
    }
}

/// `Date` objects have become text when they come here.
impl ReadMember for Instant {
    fn unset() -> Self {
        Self { floor: Timestamp::EPOCH, ceiling: Timestamp::EPOCH }
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        let (read, wrong) = match &value {
            Value::String(text) => {
                let shown = quoted(text);
                (Self::of_text(text), format!("invalid value: string {shown}, expected {EXPECTED}"))
            }
            Value::Number(number) if !number.is_f64() => {
                let millis = number.as_i64().unwrap_or(i64::MAX);
                (Self::of_millis(millis), format!("{millis} ms is not in the years 0 to 9999"))
            }
            _ => return faults.report_type(&value, EXPECTED),
        };
        match read {
            Some(instant) => *self = instant,
            None => faults.report(&wrong),
        }
    }
}

impl WriteMember for Instant {
    fn piece(&self) -> Piece<'_> {
        self.floor.piece()
    }
}
