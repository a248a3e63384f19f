//! Which days of a month the two day fields mean.

use super::field::{Terms, WEEKDAY_NAMES};
use std::fmt;

/// A day of the week as AWS counts: 1 is Sunday, 7 is Saturday.
///
/// The user guide's tables give `6L` as the last Friday; its `5#3` "third Friday" contradicts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(u8);

impl Weekday {
    /// From AWS's number, 1 to 7.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..=7).contains(number)).map(Self)
    }

    /// From the days since Sunday; a week or more wraps round.
    #[must_use]
    pub fn from_days_since_sunday(days: u32) -> Self {
        Self(u8::try_from(days % 7).unwrap_or(0).saturating_add(1))
    }

    /// AWS's number, 1 to 7.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// 0 for Sunday to 6 for Saturday.
    #[must_use]
    pub fn days_since_sunday(self) -> u8 {
        self.0.saturating_sub(1)
    }

    /// `SUN` to `SAT`.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        WEEKDAY_NAMES.get(usize::from(self.days_since_sunday())).copied().unwrap_or_default()
    }

    /// The name in running text.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            1 => "Sunday",
            2 => "Monday",
            3 => "Tuesday",
            4 => "Wednesday",
            5 => "Thursday",
            6 => "Friday",
            _ => "Saturday",
        }
    }

    /// The first day of the month that is this weekday, when day 1 is a `first`.
    fn first_day_in_month(self, first: Self) -> u32 {
        let ahead = u32::from(self.0).saturating_add(7).saturating_sub(first.0.into());
        (ahead % 7).saturating_add(1)
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The bit of day `day`; none for a day outside 1 to 31.
fn bit(day: u32) -> u32 {
    if (1..=31).contains(&day) { 1_u32.wrapping_shl(day) } else { 0 }
}

/// The days 1 to `length`.
fn within(length: u8) -> u32 {
    bit(length.into()).wrapping_shl(1).wrapping_sub(2)
}

/// The days of a month with these numbers, bit d for day d.
pub(super) fn numbered(days: u64, length: u8) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX) & within(length)
}

/// The days of a month on these weekdays, bit 1 for Sunday to bit 7.
pub(super) fn weekly(weekdays: u64, length: u8, first: Weekday) -> u32 {
    /// Five weeks, one after the other.
    const WEEKS: u64 = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;
    // Day 1's weekday becomes bit 1.
    let ahead = u32::from(first.days_since_sunday());
    let turned = weekdays.wrapping_shr(ahead) | weekdays.wrapping_shl(7_u32.saturating_sub(ahead));
    numbered((turned & 0b1111_1110).wrapping_mul(WEEKS) & u64::from(u32::MAX), length)
}

/// What stands in the day-of-month field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DaysOfMonth {
    /// Days by number; a month without such a day has none of it.
    On(Terms),
    /// `L`: the last day.
    Last,
    /// `L-n`: n days before the last. Source: Quartz.
    BeforeLast(u8),
    /// `LW`: the last day from Monday to Friday. Source: Quartz.
    LastWeekday,
    /// `nW`: the day from Monday to Friday nearest to day n, within the month. A month without a
    /// day n has none. Source: Quartz 2.3.2 for `31W`; our decision for `29W` in February.
    NearestWeekday(u8),
}

impl DaysOfMonth {
    pub(super) fn bits(&self, length: u8, first: Weekday) -> u32 {
        let last = u32::from(length);
        match self {
            Self::On(terms) => numbered(terms.bits(), length),
            Self::Last => bit(last),
            Self::BeforeLast(days) => bit(last.saturating_sub((*days).into())),
            Self::LastWeekday => bit(nearest_weekday(last, last, first)),
            Self::NearestWeekday(day) if *day <= length => bit(nearest_weekday((*day).into(), last, first)),
            Self::NearestWeekday(_) => 0,
        }
    }
}

/// The day from Monday to Friday nearest to `day`, without leaving the month.
fn nearest_weekday(day: u32, length: u32, first: Weekday) -> u32 {
    let weekday = Weekday::from_days_since_sunday(
        u32::from(first.days_since_sunday()).saturating_add(day).saturating_sub(1),
    );
    match weekday.number() {
        7 if day == 1 => 3,
        7 => day.saturating_sub(1),
        1 if day == length => day.saturating_sub(2),
        1 => day.saturating_add(1),
        _ => day,
    }
}

impl fmt::Display for DaysOfMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(terms) => terms.fmt(f),
            Self::Last => f.write_str("L"),
            Self::BeforeLast(days) => write!(f, "L-{days}"),
            Self::LastWeekday => f.write_str("LW"),
            Self::NearestWeekday(day) => write!(f, "{day}W"),
        }
    }
}

/// What stands in the day-of-week field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DaysOfWeek {
    /// Days by name or number.
    On(Terms),
    /// `6L`: the last such day of the month.
    Last(Weekday),
    /// `TUE#3`: the n-th such day of the month, 1 to 5; a month without a fifth has none.
    Nth(Weekday, u8),
}

impl DaysOfWeek {
    pub(super) fn bits(&self, length: u8, first: Weekday) -> u32 {
        match self {
            Self::On(terms) => weekly(terms.bits(), length, first),
            Self::Last(weekday) => {
                let days = weekly(1_u64.wrapping_shl(weekday.0.into()), length, first);
                bit(days.checked_ilog2().unwrap_or(0))
            }
            Self::Nth(weekday, nth) => {
                let weeks = u32::from(*nth).saturating_sub(1).saturating_mul(7);
                bit(weekday.first_day_in_month(first).saturating_add(weeks)) & within(length)
            }
        }
    }
}

impl fmt::Display for DaysOfWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(terms) => terms.fmt(f),
            Self::Last(weekday) => write!(f, "{}L", weekday.short_name()),
            Self::Nth(weekday, nth) => write!(f, "{}#{nth}", weekday.short_name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weekday(number: u16) -> Weekday {
        Weekday::from_number(number).unwrap()
    }

    fn days(bits: u32) -> Vec<u32> {
        (0..32).filter(|day| bits >> day & 1 == 1).collect()
    }

    #[test]
    fn a_weekday_nearest_to_a_day_never_leaves_the_month() {
        let saturday = weekday(7);
        let sunday = weekday(1);
        assert_eq!(days(DaysOfMonth::NearestWeekday(1).bits(30, saturday)), [3], "1 June 2024");
        assert_eq!(days(DaysOfMonth::NearestWeekday(1).bits(30, sunday)), [2]);
        // March 2024 begins on a Friday and ends on a Sunday.
        assert_eq!(days(DaysOfMonth::NearestWeekday(31).bits(31, weekday(6))), [29]);
        assert_eq!(days(DaysOfMonth::LastWeekday.bits(31, weekday(6))), [29]);
        assert_eq!(DaysOfMonth::NearestWeekday(29).bits(28, saturday), 0);
    }

    #[test]
    fn a_month_without_a_fifth_has_none() {
        assert_eq!(days(DaysOfWeek::Nth(weekday(2), 5).bits(29, weekday(2))), [29]);
        assert_eq!(DaysOfWeek::Nth(weekday(2), 5).bits(28, weekday(2)), 0);
        assert_eq!(days(DaysOfWeek::Last(weekday(2)).bits(28, weekday(2))), [22]);
    }

    #[test]
    fn weekdays_come_every_seven_days() {
        for (first, length, number) in (1..=7).flat_map(|first| {
            (28..=31).flat_map(move |length| (1..=7).map(move |number| (first, length, number)))
        }) {
            let expected: Vec<u32> = (1..=u32::from(length))
                .filter(|day| (u32::from(first) + day - 2) % 7 + 1 == number)
                .collect();
            assert_eq!(days(weekly(1 << number, length, weekday(first))), expected);
        }
        assert_eq!(days(weekly(0b1111_1110, 30, weekday(3))), (1..=30).collect::<Vec<_>>());
    }

    #[test]
    fn days_before_the_last_count_from_the_months_end() {
        assert_eq!(days(DaysOfMonth::BeforeLast(3).bits(31, weekday(2))), [28]);
        assert_eq!(DaysOfMonth::BeforeLast(30).bits(30, weekday(2)), 0);
        assert_eq!(days(DaysOfMonth::Last.bits(31, weekday(2))), [31]);
    }
}
