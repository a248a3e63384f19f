//! The schedules most people want, as a form can hold them.

use super::cron::{Cron, Days, DaysOfMonth, DaysOfWeek, Term, Terms, Weekday};
use super::{RateUnit, Schedule};
use chrono::{NaiveDateTime, NaiveTime, Timelike};

/// A common schedule. It writes an expression, and is recognised in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// On some days of every week; all seven is every day.
    Weekly {
        /// At least one, in the order from Sunday to Saturday.
        days: Vec<Weekday>,
        /// Local time.
        at: NaiveTime,
    },
    /// On the n-th weekday of every month.
    MonthlyNth {
        /// 1 to 5.
        nth: u8,
        /// The weekday.
        weekday: Weekday,
        /// Local time.
        at: NaiveTime,
    },
    /// Some days after the second Tuesday of every month, on which Microsoft publishes patches.
    PatchTuesday {
        /// 0 to 6.
        days_after: u8,
        /// Local time.
        at: NaiveTime,
    },
    /// On the last day of every month.
    LastDay {
        /// Local time.
        at: NaiveTime,
    },
    /// Every n minutes, hours or days.
    Every {
        /// At least 1.
        value: u64,
        /// The unit.
        unit: RateUnit,
    },
    /// Once.
    Once {
        /// Local time.
        at: NaiveDateTime,
    },
}

impl Recipe {
    /// The expression.
    ///
    /// ```
    /// use chrono::NaiveTime;
    /// use window_planner_core::schedule::recipe::Recipe;
    ///
    /// let at = NaiveTime::from_hms_opt(23, 30, 0).unwrap();
    /// let recipe = Recipe::PatchTuesday { days_after: 2, at };
    /// assert_eq!(recipe.expression(), "cron(30 23 ? * TUE#2 *)");
    /// assert_eq!(recipe.schedule_offset(), Some(2));
    /// ```
    #[must_use]
    pub fn expression(&self) -> String {
        match self {
            Self::Weekly { days, at } => {
                let names: Vec<&str> = days.iter().map(|day| day.short_name()).collect();
                let days = match names.as_slice() {
                    [] | [_, _, _, _, _, _, _] => "*".to_owned(),
                    ["MON", "TUE", "WED", "THU", "FRI"] => "MON-FRI".to_owned(),
                    names => names.join(","),
                };
                format!("cron({} ? * {days} *)", clock(*at))
            }
            Self::MonthlyNth { nth, weekday, at } => {
                format!("cron({} ? * {}#{nth} *)", clock(*at), weekday.short_name())
            }
            Self::PatchTuesday { at, .. } => format!("cron({} ? * TUE#2 *)", clock(*at)),
            Self::LastDay { at } => format!("cron({} L * ? *)", clock(*at)),
            Self::Every { value, unit } => format!("rate({value} {})", unit.after(*value)),
            Self::Once { at } => Schedule::At(*at).to_string(),
        }
    }

    /// `ScheduleOffset`, where the recipe has one.
    #[must_use]
    pub fn schedule_offset(&self) -> Option<i64> {
        match self {
            Self::PatchTuesday { days_after, .. } if *days_after > 0 => Some((*days_after).into()),
            _ => None,
        }
    }

    /// The recipe that means the same; `None` for a schedule that no recipe can hold.
    ///
    /// A second Tuesday is Patch Tuesday.
    #[must_use]
    pub fn recognise(schedule: &Schedule, schedule_offset: Option<i64>) -> Option<Self> {
        match schedule {
            Schedule::Cron(cron) => Self::recognise_cron(cron, schedule_offset),
            Schedule::Rate(rate) if schedule_offset.is_none() => {
                Some(Self::Every { value: rate.value(), unit: rate.unit() })
            }
            Schedule::At(moment) if schedule_offset.is_none() => Some(Self::Once { at: *moment }),
            Schedule::Rate(_) | Schedule::At(_) => None,
        }
    }

    fn recognise_cron(cron: &Cron, schedule_offset: Option<i64>) -> Option<Self> {
        let single = |terms: &Terms| terms.single().map(u32::from);
        let at =
            NaiveTime::from_hms_opt(single(&cron.hours)?, single(&cron.minutes)?, single(&cron.seconds)?)?;
        let every_month = cron.months.bits().count_ones() == 12;
        if !every_month || !cron.years.is_every() {
            return None;
        }
        let recipe = match &cron.days {
            Days::OfWeek(DaysOfWeek::Nth(weekday, 2)) if weekday.number() == 3 => {
                let days_after = u8::try_from(schedule_offset.unwrap_or(0)).ok().filter(|days| *days <= 6)?;
                return Some(Self::PatchTuesday { days_after, at });
            }
            Days::OfWeek(DaysOfWeek::Nth(weekday, nth)) => {
                Self::MonthlyNth { nth: *nth, weekday: *weekday, at }
            }
            Days::OfWeek(DaysOfWeek::On(terms)) => {
                let bits = terms.bits();
                let on = |number: &u16| bits.checked_shr((*number).into()).unwrap_or(0) & 1 == 1;
                Self::Weekly { days: (1..=7).filter(on).filter_map(Weekday::from_number).collect(), at }
            }
            Days::OfMonth(DaysOfMonth::On(terms)) if terms.terms() == [Term::All] => {
                Self::Weekly { days: (1..=7).filter_map(Weekday::from_number).collect(), at }
            }
            Days::OfMonth(DaysOfMonth::Last) => Self::LastDay { at },
            Days::OfMonth(_) | Days::OfWeek(_) => return None,
        };
        schedule_offset.is_none().then_some(recipe)
    }
}

/// The fields up to the hour: seconds only where there are any.
fn clock(at: NaiveTime) -> String {
    match at.second() {
        0 => format!("{} {}", at.minute(), at.hour()),
        second => format!("{second} {} {}", at.minute(), at.hour()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recipe_is_recognised_in_what_it_writes() {
        let at = NaiveTime::from_hms_opt(23, 30, 0).unwrap();
        let with_seconds = NaiveTime::from_hms_opt(1, 2, 3).unwrap();
        let weekday = |number| Weekday::from_number(number).unwrap();
        let recipes = [
            Recipe::Weekly { days: vec![weekday(1)], at },
            Recipe::Weekly { days: (2..=6).map(weekday).collect(), at: with_seconds },
            Recipe::Weekly { days: (1..=7).map(weekday).collect(), at },
            Recipe::MonthlyNth { nth: 3, weekday: weekday(3), at },
            Recipe::PatchTuesday { days_after: 0, at },
            Recipe::PatchTuesday { days_after: 6, at: with_seconds },
            Recipe::LastDay { at },
            Recipe::Every { value: 1, unit: RateUnit::Day },
            Recipe::Every { value: 12, unit: RateUnit::Hour },
            Recipe::Once { at: chrono::NaiveDate::from_ymd_opt(2027, 3, 14).unwrap().and_time(at) },
        ];
        for recipe in recipes {
            let schedule = Schedule::parse(&recipe.expression()).into_parts().0.unwrap();
            assert_eq!(Recipe::recognise(&schedule, recipe.schedule_offset()), Some(recipe));
        }
    }

    #[test]
    fn what_no_recipe_can_hold_is_not_recognised() {
        for (text, offset) in [
            ("cron(0 2 ? * SUN 2027)", None),
            ("cron(0 2 ? 3 SUN *)", None),
            ("cron(0 2,3 ? * SUN *)", None),
            ("cron(0 2 ? * SUN *)", Some(2)),
            ("cron(0 2 15W * ? *)", None),
        ] {
            let schedule = Schedule::parse(text).into_parts().0.unwrap();
            assert_eq!(Recipe::recognise(&schedule, offset), None, "{text}");
        }
    }
}
