//! What a recurrence rule leads to, on the wall's clock. Source: RFC 5545, 3.3.10.
//!
//! A rule is asked for a stretch of time, and only that stretch is walked: period by period, each day of
//! it looked at once. So the cost of an answer is known from the rule, whatever it says.

use super::moment::DAY;
use chrono::{Datelike, NaiveDate};
use ical::recur::{IcalRecurDateTime, IcalRecurFreq, IcalRecurRule};

/// A rule and its start, ready to be asked.
pub(super) struct Expansion<'r> {
    rule: &'r IcalRecurRule,
    start: i64,
    start_date: NaiveDate,
    /// The seconds of a period, counted from its day, hour or minute, at which it may lead to a start.
    times: Vec<i64>,
}

/// The days of a period, the first and the last.
#[derive(Clone, Copy)]
struct Days {
    first: i64,
    last: i64,
}

impl<'r> Expansion<'r> {
    /// `start` is in seconds on the wall, in the years 1 to 9999.
    pub(super) fn new(rule: &'r IcalRecurRule, start: i64) -> Self {
        Self {
            rule,
            start,
            start_date: date(start.div_euclid(DAY)).unwrap_or_default(),
            times: times(rule, start),
        }
    }

    /// Tells `visit` each start from `first` to `last`, in their order, until it answers no.
    pub(super) fn visit(&self, first: i64, last: i64, visit: &mut dyn FnMut(i64) -> bool) {
        let first = first.max(self.start);
        let mut candidates = Vec::new();
        let mut tell = |candidates: &mut Vec<i64>| {
            let all = candidates.len();
            for (index, start) in candidates.drain(..).enumerate() {
                if start >= first && start <= last && self.has_position(index, all) && !visit(start) {
                    return false;
                }
            }
            true
        };
        match unit(self.rule.freq) {
            Some(unit) => self.visit_by_clock(unit, first, last, &mut candidates, &mut tell),
            None => self.visit_by_calendar(first, last, &mut candidates, &mut tell),
        }
    }

    /// Walks hours, minutes or seconds.
    fn visit_by_clock(
        &self,
        unit: i64,
        first: i64,
        last: i64,
        candidates: &mut Vec<i64>,
        tell: &mut dyn FnMut(&mut Vec<i64>) -> bool,
    ) {
        let step = unit.saturating_mul(self.rule.interval.max(1).into());
        let steps_to = |at: i64, target: i64| {
            let behind = target.saturating_sub(at).saturating_add(step).saturating_sub(1);
            at.saturating_add(behind.div_euclid(step).saturating_mul(step))
        };
        let mut at = steps_to(self.start, first.saturating_sub(unit).max(self.start));
        while at <= last {
            if let Some(target) = self.closed_until(at) {
                at = steps_to(at, target);
                continue;
            }
            let period = at.saturating_sub(at.rem_euclid(unit));
            candidates.extend(self.times.iter().map(|time| period.saturating_add(*time)));
            if !tell(candidates) {
                return;
            }
            at = at.saturating_add(step);
        }
    }

    /// Where the day, hour, minute or second of `at` is none of the rule's: the beginning of the next.
    fn closed_until(&self, at: i64) -> Option<i64> {
        let next = |unit: i64| at.saturating_sub(at.rem_euclid(unit)).saturating_add(unit);
        let is_out = |list: &[u8], unit: i64, of: i64| {
            let value = at.div_euclid(unit).rem_euclid(of);
            !list.is_empty() && !list.iter().any(|wanted| i64::from(*wanted) == value)
        };
        let rule = self.rule;
        let day = at.div_euclid(DAY);
        if !self.has_day(day, Days { first: day, last: day }) {
            return Some(next(DAY));
        }
        if is_out(&rule.by_hour, 3600, 24) {
            return Some(next(3600));
        }
        let is_finer = rule.freq != IcalRecurFreq::Hourly;
        if is_finer && is_out(&rule.by_minute, 60, 60) {
            return Some(next(60));
        }
        (rule.freq == IcalRecurFreq::Secondly && is_out(&rule.by_second, 1, 60)).then(|| next(1))
    }

    /// Walks days, weeks, months or years.
    fn visit_by_calendar(
        &self,
        first: i64,
        last: i64,
        candidates: &mut Vec<i64>,
        tell: &mut dyn FnMut(&mut Vec<i64>) -> bool,
    ) {
        let (first_day, last_day) = (first.div_euclid(DAY), last.div_euclid(DAY));
        let interval = i64::from(self.rule.interval.max(1));
        let behind = self.period_of(first_day).saturating_sub(self.period_of(self.start.div_euclid(DAY)));
        // A year's weeks reach into the year before.
        let mut interval_index = behind.saturating_sub(1).div_euclid(interval).max(0);
        while let Some(days) = self.days(interval_index.saturating_mul(interval)) {
            if days.first > last_day {
                return;
            }
            for day in days.first..=days.last {
                if self.has_day(day, days) {
                    let midnight = day.saturating_mul(DAY);
                    candidates.extend(self.times.iter().map(|time| midnight.saturating_add(*time)));
                }
            }
            if !tell(candidates) {
                return;
            }
            interval_index = interval_index.saturating_add(1);
        }
    }

    /// The number of a day's period: days, weeks, months or years.
    fn period_of(&self, day: i64) -> i64 {
        let Some(date) = date(day) else { return 0 };
        match self.rule.freq {
            IcalRecurFreq::Weekly => self.week_of(day).div_euclid(7),
            IcalRecurFreq::Monthly => {
                i64::from(date.year()).saturating_mul(12).saturating_add(date.month0().into())
            }
            IcalRecurFreq::Yearly => date.year().into(),
            _ => day,
        }
    }

    /// The days of the period that comes so many after the start's; `None` after the year 9999.
    fn days(&self, later: i64) -> Option<Days> {
        let period = self.period_of(self.start.div_euclid(DAY)).checked_add(later)?;
        let first_of = |month: i64| {
            let year = i32::try_from(month.div_euclid(12)).ok().filter(|year| *year <= 9999)?;
            let month = u32::try_from(month.rem_euclid(12)).ok()?.saturating_add(1);
            NaiveDate::from_ymd_opt(year, month, 1).map(day_of)
        };
        let until = |first: i64, next: i64| Days { first, last: next.saturating_sub(1) };
        Some(match self.rule.freq {
            IcalRecurFreq::Weekly => {
                let first = self.week_of(self.start.div_euclid(DAY)).checked_add(later.checked_mul(7)?)?;
                date(first)?;
                until(first, first.checked_add(7)?)
            }
            IcalRecurFreq::Monthly => until(first_of(period)?, first_of(period.checked_add(1)?)?),
            IcalRecurFreq::Yearly if !self.rule.by_week_no.is_empty() => {
                until(self.first_week(period)?, self.first_week(period.checked_add(1)?)?)
            }
            IcalRecurFreq::Yearly => {
                let month = period.checked_mul(12)?;
                until(first_of(month)?, first_of(month.checked_add(12)?)?)
            }
            _ => {
                date(period)?;
                Days { first: period, last: period }
            }
        })
    }

    /// The first day of a day's week.
    fn week_of(&self, day: i64) -> i64 {
        let into_week = weekday(day).saturating_sub(self.rule.week_start as i64).rem_euclid(7);
        day.saturating_sub(into_week)
    }

    /// The first day of a year's first week: the one that holds 4 January.
    fn first_week(&self, year: i64) -> Option<i64> {
        let year = i32::try_from(year).ok().filter(|year| *year <= 9999)?;
        NaiveDate::from_ymd_opt(year, 1, 4).map(|fourth| self.week_of(day_of(fourth)))
    }

    /// Whether the rule names a day, which is one of `period`.
    fn has_day(&self, day: i64, period: Days) -> bool {
        let rule = self.rule;
        let Some(date) = date(day) else { return false };
        if !rule.by_month.is_empty() && !rule.by_month.iter().any(|month| u32::from(*month) == date.month()) {
            return false;
        }
        // Each list counts where the standard gives it a meaning, and names the days on its own.
        let mut is_named = false;
        if rule.freq == IcalRecurFreq::Yearly && !rule.by_week_no.is_empty() {
            let week = day.saturating_sub(period.first) / 7;
            let weeks = period.last.saturating_sub(period.first).saturating_add(1) / 7;
            is_named = rule.by_week_no.iter().any(|number| counts((*number).into(), week, weeks));
            if !is_named {
                return false;
            }
        }
        let by_calendar = unit(rule.freq).is_none();
        if !rule.by_year_day.is_empty() && (!by_calendar || rule.freq == IcalRecurFreq::Yearly) {
            let days = if date.leap_year() { 366 } else { 365 };
            is_named =
                rule.by_year_day.iter().any(|number| counts((*number).into(), date.ordinal0().into(), days));
            if !is_named {
                return false;
            }
        }
        if !rule.by_month_day.is_empty() && rule.freq != IcalRecurFreq::Weekly {
            let days = date.num_days_in_month().into();
            is_named =
                rule.by_month_day.iter().any(|number| counts((*number).into(), date.day0().into(), days));
            if !is_named {
                return false;
            }
        }
        if !rule.by_day.is_empty() {
            return self.has_weekday(day, date);
        }
        is_named || self.has_day_of_start(date)
    }

    /// Whether `BYDAY` names the day. Which of the weekday it is counts in months and years only.
    fn has_weekday(&self, day: i64, date: NaiveDate) -> bool {
        let rule = self.rule;
        let (place, days) = match rule.freq {
            IcalRecurFreq::Yearly if rule.by_month.is_empty() => {
                (date.ordinal0(), if date.leap_year() { 366 } else { 365 })
            }
            IcalRecurFreq::Monthly | IcalRecurFreq::Yearly => {
                (date.day0(), u32::from(date.num_days_in_month()))
            }
            _ => (0, 0),
        };
        let (place, days) = (i64::from(place), i64::from(days));
        let before = place / 7;
        let all = before.saturating_add(days.saturating_sub(place).saturating_add(6) / 7);
        rule.by_day.iter().any(|entry| {
            let is_counted = entry.ordinal.filter(|_| days > 0);
            entry.weekday as i64 == weekday(day)
                && is_counted.is_none_or(|nth| counts(nth.into(), before, all))
        })
    }

    /// Whether the day is the start's, where no list names days.
    fn has_day_of_start(&self, date: NaiveDate) -> bool {
        match self.rule.freq {
            IcalRecurFreq::Weekly => date.weekday() == self.start_date.weekday(),
            IcalRecurFreq::Monthly => date.day() == self.start_date.day(),
            IcalRecurFreq::Yearly => {
                let is_of_month = !self.rule.by_month.is_empty() || date.month() == self.start_date.month();
                date.day() == self.start_date.day() && is_of_month
            }
            _ => true,
        }
    }

    /// Whether `BYSETPOS` takes a period's candidate.
    fn has_position(&self, index: usize, all: usize) -> bool {
        let (index, all) = (i64::try_from(index).unwrap_or(0), i64::try_from(all).unwrap_or(0));
        let positions = &self.rule.by_set_pos;
        positions.is_empty() || positions.iter().any(|position| counts((*position).into(), index, all))
    }
}

/// Whether `number`, from 1 on or from -1 back, is the place `index` of `all`, counted from 0.
fn counts(number: i64, index: i64, all: i64) -> bool {
    number.saturating_sub(1) == index || number.saturating_add(all) == index && number < 0
}

/// The seconds of a period that is walked by the clock.
fn unit(frequency: IcalRecurFreq) -> Option<i64> {
    match frequency {
        IcalRecurFreq::Secondly => Some(1),
        IcalRecurFreq::Minutely => Some(60),
        IcalRecurFreq::Hourly => Some(3600),
        _ => None,
    }
}

/// The times of a period, in their order, as seconds from where it begins.
fn times(rule: &IcalRecurRule, start: i64) -> Vec<i64> {
    let start = IcalRecurDateTime::from_seconds(start);
    let values = |list: &[u8], of_start: u8, below: u8, is_free: bool| -> Vec<i64> {
        let is_wanted = |value: u8| if list.is_empty() { value == of_start } else { list.contains(&value) };
        (0..below)
            .filter(|value| if is_free { is_wanted(*value) } else { *value == 0 })
            .map(i64::from)
            .collect()
    };
    let unit = unit(rule.freq).unwrap_or(DAY);
    let hours = values(&rule.by_hour, start.hour, 24, unit > 3600);
    let minutes = values(&rule.by_minute, start.minute, 60, unit > 60);
    // A leap second is the first second of the next minute.
    let seconds = values(&rule.by_second, start.second, 61, unit > 1);
    let mut times = Vec::new();
    for hour in &hours {
        for minute in &minutes {
            for second in &seconds {
                times.push(
                    hour.saturating_mul(60)
                        .saturating_add(*minute)
                        .saturating_mul(60)
                        .saturating_add(*second),
                );
            }
        }
    }
    times
}

/// The date of a day, counted from 1970-01-01; `None` outside the years 0 to 9999.
fn date(day: i64) -> Option<NaiveDate> {
    let date = NaiveDate::from_epoch_days(i32::try_from(day).ok()?)?;
    (0..=9999).contains(&date.year()).then_some(date)
}

fn day_of(date: NaiveDate) -> i64 {
    date.to_epoch_days().into()
}

/// The day of the week, counted from Sunday.
fn weekday(day: i64) -> i64 {
    day.saturating_add(4).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ical::recur::expand::IcalRecurExpand;
    use proptest::prelude::*;

    /// A list of some of a part's values.
    fn part(name: &'static str, values: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
        prop::option::weighted(0.3, prop::collection::vec(values, 1..4)).prop_map(move |values| {
            values.map(|values| format!(";{name}={}", values.join(","))).unwrap_or_default()
        })
    }

    fn number(lowest: i32, highest: i32) -> impl Strategy<Value = String> {
        (lowest..=highest)
            .prop_filter("0 counts nothing", move |value| lowest >= 0 || *value != 0)
            .prop_map(|value| value.to_string())
    }

    fn rules() -> impl Strategy<Value = String> {
        let frequencies = vec!["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];
        let frequency = (prop::sample::select(frequencies), 1..9_u32).prop_map(|(frequency, interval)| {
            let interval = if frequency == "SECONDLY" { interval * 1000 } else { interval };
            format!("FREQ={frequency};INTERVAL={interval}")
        });
        let nth = (prop::sample::select(vec!["", "1", "2", "5", "-1", "-3", "20"]), "(MO|TU|WE|TH|FR|SA|SU)");
        let by_day = part("BYDAY", nth.prop_map(|(nth, day)| format!("{nth}{day}")));
        let days = (
            part("BYMONTH", number(1, 12)),
            part("BYWEEKNO", number(-53, 53)),
            part("BYYEARDAY", number(-366, 366)),
            part("BYMONTHDAY", number(-31, 31)),
            by_day,
        );
        let times =
            (part("BYHOUR", number(0, 23)), part("BYMINUTE", number(0, 59)), part("BYSECOND", number(0, 59)));
        let rest = (part("BYSETPOS", number(-5, 5)), part("WKST", "(MO|TU|WE|TH|FR|SA|SU)"));
        (frequency, days, times, rest).prop_map(|(frequency, days, times, rest)| {
            let days = [days.0, days.1, days.2, days.3, days.4].concat();
            let week_start = rest.1.split(',').next().unwrap_or_default();
            [frequency, days, times.0, times.1, times.2, rest.0, week_start.to_owned()].concat()
        })
    }

    fn seconds(text: &str) -> i64 {
        IcalRecurDateTime::parse(text).unwrap().seconds()
    }

    proptest! {
        /// The library that reads the rules expands them too, from their start on.
        #[test]
        fn a_rule_leads_where_the_library_says(
            rule in rules(),
            start in prop::sample::select(vec!["20000229T233000", "20080131T090007", "20101231T000000", "19990815T125959"]),
            days in 0..4000_i64,
            length in 1..900_i64,
        ) {
            let start = seconds(start);
            let first = start + days * DAY + 7 * 3600;
            // A rule by the clock is long in coming.
            let is_by_clock = unit(IcalRecurRule::parse(&rule).unwrap().freq).is_some();
            let (first, last) = if is_by_clock { (start + days * 3600, start + (days + length) * 3600) } else { (first, first + length * DAY) };
            let rule = IcalRecurRule { until: Some(IcalRecurDateTime::from_seconds(last)), ..IcalRecurRule::parse(&rule).unwrap() };
            let expected: Vec<i64> = IcalRecurExpand::new(rule.clone(), IcalRecurDateTime::from_seconds(start))
                .map(|start| start.seconds())
                .filter(|start| *start >= first)
                .collect();
            let mut found = Vec::new();
            Expansion::new(&rule, start).visit(first, last, &mut |start| {
                found.push(start);
                true
            });
            prop_assert_eq!(found, expected);
        }
    }
}
