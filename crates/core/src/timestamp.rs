//! Instants, and the ways AWS writes them.

use crate::aws_text::write_utc;
use crate::date_time;
use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Milliseconds, because a rate without `StartDate` is anchored at the millisecond of its creation.
///
/// ```
/// use window_planner_core::Timestamp;
///
/// let start = Timestamp::parse_rfc3339("2027-03-14T01:30:00-08:00").unwrap();
/// assert_eq!(start.to_string(), "2027-03-14T09:30:00Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The first instant that is not answered: 2100-01-01T00:00:00Z.
    ///
    /// The time-zone data end their daylight-saving rules there.
    pub const HORIZON: Self = Self(4_102_444_800_000);

    /// 1970-01-01T00:00:00Z, the first year a cron expression can name.
    pub const EPOCH: Self = Self(0);

    /// From milliseconds since the Unix epoch.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From whole seconds since the Unix epoch; at the ends of the range it saturates.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Milliseconds since the Unix epoch.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, rounded down.
    #[must_use]
    pub const fn floor_seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The instant `millis` later (earlier when negative); at the ends of the range it saturates.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The instant `hours` later; at the ends of the range it saturates.
    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours.saturating_mul(3_600_000))
    }

    /// Milliseconds from `earlier` to this instant; negative when `earlier` is later.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads RFC 3339 with an offset, seconds optional (AWS prints `2020-02-19T16:00Z`).
    /// A fraction finer than a millisecond is cut off. `None` for anything else.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let (local, offset) = date_time::parts(text)?;
        Some(Self(local.checked_sub_offset(offset)?.and_utc().timestamp_millis()))
    }

    /// As [`parse_rfc3339`](Self::parse_rfc3339), but a finer fraction is rounded up: for an instant that
    /// executions must come before, or not before. 12:00:00.0001 comes after the run of 12:00:00, which a
    /// fraction cut off would hide.
    ///
    /// ```
    /// use window_planner_core::Timestamp;
    ///
    /// let bound = "2027-01-01T12:00:00.0001Z";
    /// assert_eq!(Timestamp::parse_rfc3339(bound).unwrap().to_string(), "2027-01-01T12:00:00Z");
    /// assert_eq!(Timestamp::parse_rfc3339_up(bound).unwrap().to_string(), "2027-01-01T12:00:00.001Z");
    /// ```
    #[must_use]
    pub fn parse_rfc3339_up(text: &str) -> Option<Self> {
        let finer = is_finer_than_millis(text);
        Self::parse_rfc3339(text).map(|instant| instant.plus_millis(finer.into()))
    }

    /// The first millisecond that is not before an instant.
    #[must_use]
    pub fn not_before<Tz: chrono::TimeZone>(instant: &DateTime<Tz>) -> Self {
        let finer = !instant.timestamp_subsec_nanos().is_multiple_of(1_000_000);
        Self(instant.timestamp_millis()).plus_millis(finer.into())
    }

    /// As chrono's UTC instant; `None` outside chrono's years (some 262,000 each way).
    #[must_use]
    pub fn to_utc(self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.0)
    }

    /// As AWS prints an execution time: minutes always, seconds only when not zero (or a fraction
    /// is there), milliseconds as `.SSS`, then `Z` or `±hh:mm`.
    ///
    /// Source: the outputs of `describe-maintenance-window-schedule` in the AWS CLI's examples.
    ///
    /// ```
    /// use chrono::FixedOffset;
    /// use window_planner_core::Timestamp;
    ///
    /// let nine = Timestamp::parse_rfc3339("2024-03-12T14:00:00Z").unwrap();
    /// let chicago = FixedOffset::west_opt(5 * 3600).unwrap();
    /// assert_eq!(nine.to_aws_text(chicago), "2024-03-12T09:00-05:00");
    /// ```
    #[must_use]
    pub fn to_aws_text(self, offset: FixedOffset) -> String {
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = self.write_aws_text(offset, &mut text);
        text
    }
}

/// Whether the fraction of a second has a digit other than 0 after the third.
fn is_finer_than_millis(text: &str) -> bool {
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction.bytes().take_while(u8::is_ascii_digit).skip(3).any(|digit| digit != b'0')
}

/// A fraction finer than a millisecond is cut off.
impl<Tz: chrono::TimeZone> From<DateTime<Tz>> for Timestamp {
    fn from(instant: DateTime<Tz>) -> Self {
        Self(instant.timestamp_millis())
    }
}

/// RFC 3339 in UTC, with milliseconds when there are any.
impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.to_utc() {
            Some(utc) => write_utc(utc, f),
            None => write!(f, "{} ms", self.0),
        }
    }
}

/// Instants as RFC 3339 text, for files that people read.
pub(crate) mod rfc3339 {
    use super::Timestamp;
    use serde::Serializer;

    #[cfg_attr(
        target_pointer_width = "64",
        expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")
    )]
    pub(crate) fn serialize<S: Serializer>(instant: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(instant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn aws_text_has_seconds_only_when_they_are_not_zero() {
        let tokyo = FixedOffset::east_opt(9 * 3600).unwrap();
        let utc = FixedOffset::east_opt(0).unwrap();
        assert_eq!(at("2020-02-19T16:00:00Z").to_aws_text(utc), "2020-02-19T16:00Z");
        assert_eq!(at("2019-05-11T16:46:16.991Z").to_aws_text(utc), "2019-05-11T16:46:16.991Z");
        assert_eq!(at("2019-05-11T16:46:00.070Z").to_aws_text(utc), "2019-05-11T16:46:00.070Z");
        assert_eq!(at("2019-01-01T00:03:15+09:00").to_aws_text(tokyo), "2019-01-01T00:03:15+09:00");
    }

    #[test]
    fn every_printed_execution_time_reads_back() {
        let nepal = FixedOffset::east_opt(20_700).unwrap();
        for millis in [0, 1, 999, 60_000, 61_000, 4_102_444_799_999] {
            let instant = Timestamp::from_millis(millis);
            assert_eq!(Timestamp::parse_rfc3339(&instant.to_aws_text(nepal)), Some(instant));
            assert_eq!(Timestamp::parse_rfc3339(&instant.to_string()), Some(instant));
        }
    }

    #[test]
    fn a_bound_is_never_read_as_an_earlier_one() {
        let millis = |text| Timestamp::parse_rfc3339_up(text).map(Timestamp::as_millis);
        assert_eq!(millis("1970-01-01T00:00:01Z"), Some(1000));
        assert_eq!(millis("1970-01-01T00:00:01.000000Z"), Some(1000));
        assert_eq!(millis("1970-01-01T00:00:01.0000001Z"), Some(1001));
        // Finer than chrono goes.
        assert_eq!(millis("1970-01-01T00:00:01.00000000000001Z"), Some(1001));
        assert_eq!(millis("1970-01-01T00:00:01.999999+00:00"), Some(2000));
        assert_eq!(millis("1969-12-31T23:59:59.9999Z"), Some(0));
        assert_eq!(millis("1970-01-01T01:00+01:00"), Some(0));
        assert_eq!(millis("1970-01-01T01:00"), None);
    }

    #[test]
    fn a_time_without_seconds_has_the_exact_form_all_the_same() {
        assert_eq!(at("2024-03-12T09:00-05:00"), at("2024-03-12T14:00Z"));
        for text in [
            "2024-03-12T09:00",
            "2024-03-12 09:00Z",
            "2024-3-12T09:00Z",
            "2024-03-12T9:00Z",
            "2024-03-12T09:00.5Z",
            "2024-03-12T09:00z",
            "2024-03-12T09:00−05:00",
            "2024-03-12T24:00Z",
            "2024-02-30T09:00Z",
            "2024-03-12T0é:00Z",
        ] {
            assert_eq!(Timestamp::parse_rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_range_print_without_a_panic() {
        assert_eq!(Timestamp::from_millis(i64::MAX).to_string(), format!("{} ms", i64::MAX));
        assert_eq!(Timestamp::from_millis(i64::MIN).to_aws_text(FixedOffset::east_opt(0).unwrap()), "");
    }
}
