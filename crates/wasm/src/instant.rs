//! An instant as JavaScript has them.

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::fmt;
use tsify::Tsify;
use window_planner_core::Timestamp;

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

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InstantVisitor)
    }
}

/// `Date` objects have become text when they come here.
struct InstantVisitor;

impl Visitor<'_> for InstantVisitor {
    type Value = Instant;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a Date, whole milliseconds since 1970, or text with an offset such as 2027-01-01T08:00:00Z",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Instant, E> {
        let both = Timestamp::parse_rfc3339(text).zip(Timestamp::parse_rfc3339_up(text));
        let unreadable = || E::invalid_value(serde::de::Unexpected::Str(text), &self);
        both.map(|(floor, ceiling)| Instant { floor, ceiling }).ok_or_else(unreadable)
    }

    fn visit_i64<E: Error>(self, millis: i64) -> Result<Instant, E> {
        if YEARS.contains(&millis) {
            let timestamp = Timestamp::from_millis(millis);
            Ok(Instant { floor: timestamp, ceiling: timestamp })
        } else {
            Err(E::custom(format!("{millis} ms is not in the years 0 to 9999")))
        }
    }

    fn visit_u64<E: Error>(self, millis: u64) -> Result<Instant, E> {
        self.visit_i64(i64::try_from(millis).unwrap_or(i64::MAX))
    }
}
