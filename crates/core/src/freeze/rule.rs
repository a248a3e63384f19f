//! A recurrence rule → the local times at which its event begins.
//!
//! The library `ical-rs` reads the rule; [`Expansion`] says what it leads to. (The library says that too,
//! and the tests hold the one against the other; but it walks each rule from its start on, for as long as
//! it takes, and needs three times the room.) Here is what bounds a rule: its end, its count, its cost.

use super::expansion::Expansion;
use super::moment::{DAY, Moment};
use crate::Timestamp;
use ical::recur::{IcalRecurFreq, IcalRecurRule, IcalRecurSkip};

/// The most characters of a rule; the parts of a longer one repeat themselves.
const LONGEST_RULE: usize = 500;

/// The most work of one rule for a year: more than a start every six minutes.
const MOST_WORK: u64 = 100_000;

/// How far a `COUNT` is counted; twelve times an hour to the end of time come to less.
const MOST_COUNTED: u32 = 1_200_000;

/// The beginning of the years that a file can name, in seconds since 1970-01-01T00:00:00.
const YEAR_1: i64 = -62_135_596_800;

/// The beginning of their last one.
const YEAR_9999: i64 = 253_370_764_800;

/// A rule, and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    parts: IcalRecurRule,
    /// The local second at which it begins.
    start: i64,
    /// The last local second at which an event may begin.
    until: i64,
    /// The last second since the epoch at which one may, where `UNTIL` is an instant.
    last_instant: Option<i64>,
}

/// Why a rule cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It cannot be read, for this reason.
    Unreadable(String),
    /// It begins more often than a calendar's event does.
    TooOften,
    /// The file's rules together take too much work.
    TooMuch,
}

impl Rule {
    /// Reads an `RRULE` of an event that begins at `start`. `work` is what reading the rest of the file
    /// may cost; a `COUNT` is counted here, once.
    pub(super) fn read(text: &str, start: Moment, work: &mut u64) -> Result<Self, Unusable> {
        if text.len() > LONGEST_RULE {
            return Err(Unusable::Unreadable(format!("it has more than {LONGEST_RULE} characters")));
        }
        let rule = IcalRecurRule::parse(text).map_err(|error| Unusable::Unreadable(error.to_string()))?;
        if rule.skip != IcalRecurSkip::Omit || rule.scale.as_deref().is_some_and(|scale| scale != "GREGORIAN")
        {
            return Err(Unusable::Unreadable("it is of another calendar than the Gregorian".to_owned()));
        }
        let mut until = YEAR_9999;
        let mut last_instant = None;
        if let (Some(written), Some(last)) = (part(text, "UNTIL"), rule.until) {
            let last = last.seconds();
            if start.is_date || written.len() == 15 {
                until = last;
            } else if written.len() == 8 {
                // A date bounds times by its whole day.
                until = last.saturating_add(DAY).saturating_sub(1);
            } else {
                // No clock is a day from UTC.
                until = last.saturating_add(DAY);
                last_instant = Some(last);
            }
        }
        let mut rule = Self { parts: rule, start: start.local, until, last_instant };
        if rule.work_a_year() > MOST_WORK {
            return Err(Unusable::TooOften);
        }
        rule.count(work)?;
        Ok(rule)
    }

    /// Turns a `COUNT` into the last of the times counted.
    fn count(&mut self, work: &mut u64) -> Result<(), Unusable> {
        let Some(count) = self.parts.count.map(|count| count.min(MOST_COUNTED)) else {
            return Ok(());
        };
        if *work == 0 {
            return Err(Unusable::TooMuch);
        }
        let mut counted = 0_u32;
        let mut last = self.start.saturating_sub(1);
        let horizon = self.until.min(Timestamp::HORIZON.floor_seconds());
        if count > 0 {
            Expansion::new(&self.parts, self.start).visit(self.start, horizon, &mut |start| {
                counted = counted.saturating_add(1);
                last = start;
                counted < count
            });
        }
        let reached = if counted < count { horizon } else { last };
        let years = reached.saturating_sub(self.start).max(0) / (365 * DAY);
        *work =
            work.saturating_sub(self.work_a_year().saturating_mul(years.unsigned_abs().saturating_add(1)));
        self.until = last;
        Ok(())
    }

    /// How many days and times are looked at for each year that is asked for, at the most.
    pub(super) fn work_a_year(&self) -> u64 {
        let rule = &self.parts;
        let values = |list: &[u8], of: usize| list.len().clamp(1, of) as u64;
        let seconds = values(&rule.by_second, 60);
        let minutes = values(&rule.by_minute, 60).saturating_mul(seconds);
        let hours = values(&rule.by_hour, 24).saturating_mul(minutes);
        let (periods, starts) = match rule.freq {
            IcalRecurFreq::Secondly => (366 * 86_400, 1),
            IcalRecurFreq::Minutely => (366 * 1440, seconds),
            IcalRecurFreq::Hourly => (366 * 24, minutes),
            _ => (366, hours.saturating_add(1)),
        };
        let interval = match rule.freq {
            // A longer period still looks at each of its days.
            IcalRecurFreq::Weekly | IcalRecurFreq::Monthly | IcalRecurFreq::Yearly => 1,
            _ => u64::from(rule.interval.max(1)),
        };
        starts.saturating_mul(u64::div_euclid(periods, interval.max(1))).saturating_add(1)
    }

    /// Whether an event that begins at this second is one too many.
    pub(super) fn has_ended(&self, instant: i64) -> bool {
        self.last_instant.is_some_and(|last| instant > last)
    }

    /// Tells `visit` the local times from `first` to `last`, in their order, in seconds.
    pub(super) fn visit(&self, first: i64, last: i64, visit: &mut dyn FnMut(i64)) {
        let (first, last) = (first.max(YEAR_1), last.min(self.until).min(YEAR_9999));
        Expansion::new(&self.parts, self.start).visit(first, last, &mut |start| {
            visit(start);
            true
        });
    }
}

/// The value of a rule's part.
fn part<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.split(';').find_map(|part| {
        let (found, value) = part.split_once('=')?;
        found.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::read(text, None).unwrap()
    }

    fn read(text: &str, start: &str) -> Result<Rule, Unusable> {
        Rule::read(text, moment(start), &mut 5_000_000)
    }

    fn starts(rule: &Rule, first: i64, last: i64) -> Vec<i64> {
        let mut starts = Vec::new();
        rule.visit(first, last, &mut |start| starts.push(start));
        starts
    }

    #[test]
    fn an_until_bounds_as_the_kind_of_its_start_says() {
        let number = |rule: &str| {
            let rule = read(rule, "20270101T090000").unwrap();
            let starts = starts(&rule, 0, moment("20280101").local);
            starts.iter().filter(|start| !rule.has_ended(**start)).count()
        };
        assert_eq!(number("FREQ=DAILY;UNTIL=20270103"), 3);
        assert_eq!(number("FREQ=DAILY;UNTIL=20270103T085959"), 2);
        assert_eq!(number("FREQ=DAILY;UNTIL=20270103T090000"), 3);
        assert_eq!(number("FREQ=DAILY;UNTIL=20270103T085959Z"), 2);
        assert_eq!(number("FREQ=DAILY;COUNT=3"), 3);
        assert_eq!(number("FREQ=DAILY;COUNT=3;UNTIL=20270102"), 2);
        assert_eq!(number("FREQ=DAILY;COUNT=0"), 0);
    }

    #[test]
    fn a_count_counts_from_the_start_wherever_it_is_asked() {
        let rule = read("FREQ=MONTHLY;BYDAY=-1FR;COUNT=30", "20250131T180000").unwrap();
        assert_eq!(starts(&rule, 0, i64::MAX).len(), 30);
        assert_eq!(starts(&rule, moment("20270601").local, i64::MAX), [moment("20270625T180000").local]);
    }

    #[test]
    fn what_costs_too_much_is_refused_before_it_is_asked() {
        let day = "20270101T090000";
        for rule in [
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;INTERVAL=5",
            "FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11",
            "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10;BYMINUTE=1,2,3,4,5,6;BYSECOND=0,1,2,3,4",
        ] {
            assert_eq!(read(rule, day).err(), Some(Unusable::TooOften), "{rule}");
        }
        assert!(read("FREQ=MINUTELY;INTERVAL=15", day).is_ok());
        assert!(read("FREQ=SECONDLY;INTERVAL=86400", day).is_ok());
        let mut work = 100_000;
        let endless = "FREQ=DAILY;COUNT=4294967295";
        let number = |rule: Rule| starts(&rule, 0, i64::MAX).len();
        assert_eq!(Rule::read(endless, moment(day), &mut work).map(number), Ok(26_663));
        assert_eq!(Rule::read(endless, moment(day), &mut work).err(), None);
        assert_eq!(Rule::read(endless, moment(day), &mut work).err(), Some(Unusable::TooMuch));
    }

    #[test]
    fn odd_rules_are_answered() {
        for rule in [
            "FREQ=DAILY;INTERVAL=4294967295",
            "FREQ=YEARLY;INTERVAL=4294967295",
            "FREQ=MONTHLY;INTERVAL=4294967295;BYMONTHDAY=31",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;BYWEEKNO=53",
            "FREQ=WEEKLY;BYSETPOS=300",
            "FREQ=MINUTELY;INTERVAL=4294967295;BYSECOND=60",
            "FREQ=SECONDLY;INTERVAL=4294967295",
        ] {
            for start in ["00010101", "19700101T000000", "99991231T235960"] {
                let rule = read(rule, start).unwrap();
                let last = Timestamp::HORIZON.floor_seconds();
                assert!(starts(&rule, last - 366 * DAY, last).len() <= 366);
                assert_eq!(starts(&rule, i64::MIN, i64::MIN + 1), [0; 0]);
                assert_eq!(starts(&rule, i64::MAX - 1, i64::MAX), [0; 0]);
            }
        }
        for text in
            ["", "DAILY", "FREQ=", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYDAY=€", "FREQ=DAILY;RSCALE=HEBREW"]
        {
            assert!(matches!(read(text, "20270101"), Err(Unusable::Unreadable(_))), "{text}");
        }
    }
}
