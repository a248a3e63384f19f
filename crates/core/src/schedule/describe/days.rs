//! Days, months and years in words.

use super::phrase::{list, month, ordinal, place};
use crate::schedule::cron::{Cron, Days, DaysOfMonth, DaysOfWeek, StepBase, Term, Terms, Weekday};

/// `on the third Tuesday of every month`, `every Sunday from March to May in 2027`.
pub(super) fn of_calendar(cron: &Cron) -> String {
    let (days, within_month) = match &cron.days {
        Days::OfMonth(days) => {
            (days_of_month(days), !matches!(days, DaysOfMonth::On(terms) if terms.is_every()))
        }
        Days::OfWeek(days) => (days_of_week(days), !matches!(days, DaysOfWeek::On(_))),
    };
    let months = match (within_month, every_month(&cron.months)) {
        (true, true) => " of every month".to_owned(),
        (true, false) => format!(" of {}", months(&cron.months)),
        (false, true) => String::new(),
        (false, false) => match cron.months.terms() {
            [Term::Between(..)] => format!(" from {}", months(&cron.months)),
            _ => format!(" in {}", months(&cron.months)),
        },
    };
    let years = if cron.years.is_every() { String::new() } else { format!(" {}", years(&cron.years)) };
    format!("{days}{months}{years}")
}

fn every_month(months: &Terms) -> bool {
    months.bits().count_ones() == 12
}

/// A day-of-month field by itself: `on the 1st and 15th`.
pub(in crate::schedule) fn days_of_month(days: &DaysOfMonth) -> String {
    match days {
        DaysOfMonth::On(terms) => match terms.terms() {
            [Term::Between(first, last)] => {
                format!("from the {} to the {}", ordinal(*first), ordinal(*last))
            }
            [Term::All | Term::Step(StepBase::All | StepBase::From(1), 1)] => "every day".to_owned(),
            [Term::Step(StepBase::All, step)] => format!("every {step} days from the 1st"),
            [Term::Step(StepBase::From(first), step)] => {
                format!("every {step} days from the {}", ordinal(*first))
            }
            _ => {
                let days: Vec<String> = terms.in_order().into_iter().map(ordinal).collect();
                format!("on the {}", list(&days))
            }
        },
        DaysOfMonth::Last | DaysOfMonth::BeforeLast(0) => "on the last day".to_owned(),
        DaysOfMonth::BeforeLast(1) => "1 day before the last day".to_owned(),
        DaysOfMonth::BeforeLast(days) => format!("{days} days before the last day"),
        DaysOfMonth::LastWeekday => "on the last day from Monday to Friday".to_owned(),
        DaysOfMonth::NearestWeekday(day) => {
            format!("on the day from Monday to Friday nearest to the {}", ordinal((*day).into()))
        }
    }
}

/// A day-of-week field by itself: `on the third Tuesday`.
pub(in crate::schedule) fn days_of_week(days: &DaysOfWeek) -> String {
    match days {
        DaysOfWeek::On(terms) => {
            let name = |number: u16| Weekday::from_number(number).map(Weekday::name).unwrap_or_default();
            let numbers = terms.in_order();
            if let [Term::Between(first, last)] = terms.terms()
                && (2..7).contains(&numbers.len())
            {
                return format!("from {} to {}", name(*first), name(*last));
            }
            if numbers.len() == 7 {
                return "every day".to_owned();
            }
            format!(
                "every {}",
                list(&numbers.into_iter().map(|day| name(day).to_owned()).collect::<Vec<_>>())
            )
        }
        DaysOfWeek::Last(weekday) => format!("on the last {weekday}"),
        DaysOfWeek::Nth(weekday, nth) => format!("on the {} {weekday}", place(*nth)),
    }
}

/// A month field by itself: `January and July`, `March to May`.
pub(in crate::schedule) fn months(terms: &Terms) -> String {
    if every_month(terms) {
        return "every month".to_owned();
    }
    if let [Term::Between(first, last)] = terms.terms() {
        return format!("{} to {}", month((*first).into()), month((*last).into()));
    }
    let bits = terms.bits();
    let is_set = |number: &u32| bits.checked_shr(*number).unwrap_or(0) & 1 == 1;
    let names: Vec<String> = (1..=12).filter(is_set).map(|number| month(number).to_owned()).collect();
    list(&names)
}

/// A year field by itself: `in 2027`, `from 2027 to 2029`.
pub(in crate::schedule) fn years(terms: &Terms) -> String {
    match terms.terms() {
        [Term::Between(first, last)] => format!("from {first} to {last}"),
        [Term::All | Term::Step(StepBase::All, 1)] => "every year".to_owned(),
        [Term::Step(StepBase::All, step)] => format!("every {step} years from 1970"),
        [Term::Step(StepBase::From(first), step)] => format!("every {step} years from {first}"),
        [Term::Step(StepBase::Between(first, last), step)] => {
            format!("every {step} years from {first} to {last}")
        }
        _ => {
            let years: Vec<String> = terms.in_order().iter().map(ToString::to_string).collect();
            format!("in {}", list(&years))
        }
    }
}
