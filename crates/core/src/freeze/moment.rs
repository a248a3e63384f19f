//! Dates, times and lengths as a file writes them.

use ical::recur::IcalRecurDateTime;
use ical::value::duration::IcalDuration;

pub(super) const DAY: i64 = crate::zone::DAY_SECONDS;

/// The clock of times that end in `Z`: an index into the calendar's clocks.
pub(super) const UTC: usize = 0;

/// The clock of dates, and of times that name none.
pub(super) const FLOATING: usize = 1;

/// A date or a time of day on some clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Seconds on the wall since 1970-01-01T00:00:00.
    pub(super) local: i64,
    /// Whether it names a whole day.
    pub(super) is_date: bool,
    /// Which clock it is told on.
    pub(super) clock: usize,
}

impl Moment {
    /// Reads `20270101`, `20270101T090000` or `20270101T090000Z`; `clock` is that of the `TZID`.
    pub(super) fn read(text: &str, clock: Option<usize>) -> Option<Self> {
        let local = IcalRecurDateTime::parse(text.trim()).ok()?.seconds();
        let is_date = text.trim().len() == 8;
        let clock = match clock {
            _ if text.trim().ends_with(['Z', 'z']) => UTC,
            Some(clock) if !is_date => clock,
            _ => FLOATING,
        };
        Some(Self { local, is_date, clock })
    }

    /// The day in days since 1970-01-01.
    pub(super) fn day(self) -> i64 {
        self.local.div_euclid(DAY)
    }
}

/// How long an event lasts: days of the calendar, then seconds.
///
/// A day is nominal: it ends at the same time of day, whatever the clocks do. Source: RFC 5545, 3.3.6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Length {
    /// Reads a `DURATION`: `P7D`, `P1DT12H`, `PT90M`. A negative one is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix('+').unwrap_or(&text);
        let (days, time) = text.split_once('T').unwrap_or((text, ""));
        let seconds = |text: String| IcalDuration(text.into()).seconds().filter(|seconds| *seconds >= 0);
        let days = seconds(days.to_owned())?.checked_div(DAY)?;
        Some(Self { days, seconds: seconds(format!("P{time}"))? })
    }

    /// Whether it is no time at all.
    pub(super) fn is_empty(self) -> bool {
        self.days <= 0 && self.seconds <= 0
    }

    /// The most seconds it takes on any clock: the days may be longer by what the clocks go back.
    pub(super) fn at_most(self) -> i64 {
        self.days.saturating_add(1).saturating_mul(DAY).saturating_add(self.seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_tells_its_form_and_its_clock() {
        let moment = |text, clock| {
            Moment::read(text, clock).map(|moment| (moment.local, moment.is_date, moment.clock))
        };
        assert_eq!(moment("19700102", Some(7)), Some((DAY, true, FLOATING)));
        assert_eq!(moment("19700101T010000", Some(7)), Some((3600, false, 7)));
        assert_eq!(moment("19700101T010000", None), Some((3600, false, FLOATING)));
        assert_eq!(moment("19700101T010000Z", Some(7)), Some((3600, false, UTC)));
        for text in ["", "2027-01-01", "20270230", "20270101T09", "20270101T250000", "２０２７０１０１"]
        {
            assert_eq!(moment(text, None), None, "{text}");
        }
    }

    #[test]
    fn a_length_keeps_its_days_apart() {
        let length = |days, seconds| Some(Length { days, seconds });
        assert_eq!(Length::read("P1W"), length(7, 0));
        assert_eq!(Length::read("P1DT2H30M"), length(1, 9000));
        assert_eq!(Length::read("+PT90M"), length(0, 5400));
        assert_eq!(Length::read("PT36H"), length(0, 129_600));
        for text in ["", "1H", "-P1D", "P1Y", "P99999999999999999999D"] {
            assert_eq!(Length::read(text), None, "{text}");
        }
    }
}
