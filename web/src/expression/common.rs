//! The builder's choices: a kind of schedule, and what a recipe becomes when one thing about it changes.

use crate::{
    locale::{self, DateForm},
    words,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use window_planner_core::order::sort_by_key;
use window_planner_core::schedule::{RateUnit, Schedule, cron::Weekday, recipe::Recipe};

/// The kinds of schedule that the builder offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecipeKind {
    /// On some days of every week.
    Weekly,
    /// On the n-th weekday of every month.
    MonthlyNth,
    /// Some days after the second Tuesday.
    PatchTuesday,
    /// On the last day of every month.
    LastDay,
    /// Every n minutes, hours or days.
    Every,
    /// Once.
    Once,
}

impl RecipeKind {
    /// All kinds, in the order of the list.
    pub const ALL: [Self; 6] =
        [Self::Weekly, Self::MonthlyNth, Self::PatchTuesday, Self::LastDay, Self::Every, Self::Once];

    /// The kind of a recipe.
    #[must_use]
    pub const fn of(recipe: &Recipe) -> Self {
        match recipe {
            Recipe::Weekly { .. } => Self::Weekly,
            Recipe::MonthlyNth { .. } => Self::MonthlyNth,
            Recipe::PatchTuesday { .. } => Self::PatchTuesday,
            Recipe::LastDay { .. } => Self::LastDay,
            Recipe::Every { .. } => Self::Every,
            Recipe::Once { .. } => Self::Once,
        }
    }

    /// Its name in the list.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Weekly => "Weekly, on days",
            Self::MonthlyNth => "Monthly, on a weekday",
            Self::PatchTuesday => "Patch Tuesday plus days",
            Self::LastDay => "Monthly, on the last day",
            Self::Every => "Every few hours or days",
            Self::Once => "Once",
        }
    }

    /// A recipe of this kind to begin with, at the time of day `at`; `tomorrow` is for what runs once.
    #[must_use]
    pub fn recipe(self, at: NaiveTime, tomorrow: NaiveDate) -> Recipe {
        match self {
            Self::Weekly => Recipe::Weekly { days: vec![weekday(1)], at },
            Self::MonthlyNth => Recipe::MonthlyNth { nth: 3, weekday: weekday(3), at },
            Self::PatchTuesday => Recipe::PatchTuesday { days_after: 2, at },
            Self::LastDay => Recipe::LastDay { at },
            Self::Every => Recipe::Every { value: 7, unit: RateUnit::Day },
            Self::Once => Recipe::Once { at: NaiveDateTime::new(tomorrow, at) },
        }
    }
}

/// The recipe in an expression; `None` for one that no recipe can hold. A `ScheduleOffset` beside a
/// recipe without one of its own is a field of its own and does not matter.
#[must_use]
pub fn recognise(expression: &str, schedule_offset: Option<i64>) -> Option<Recipe> {
    let schedule = Schedule::parse(expression).into_parts().0?;
    Recipe::recognise(&schedule, schedule_offset).or_else(|| Recipe::recognise(&schedule, None))
}

/// The `ScheduleOffset` that goes with `after`, when `before` stood there with `offset`.
#[must_use]
pub fn offset_for(before: Option<&Recipe>, after: &Recipe, offset: Option<i64>) -> Option<i64> {
    let same_kind = before.is_some_and(|before| RecipeKind::of(before) == RecipeKind::of(after));
    let keeps = same_kind && !matches!(after, Recipe::PatchTuesday { .. });
    if keeps { offset } else { after.schedule_offset() }
}

/// The time of day of a recipe, where it has one.
#[must_use]
pub fn time_of(recipe: &Recipe) -> Option<NaiveTime> {
    match recipe {
        Recipe::Weekly { at, .. }
        | Recipe::MonthlyNth { at, .. }
        | Recipe::PatchTuesday { at, .. }
        | Recipe::LastDay { at } => Some(*at),
        Recipe::Once { at } => Some(at.time()),
        Recipe::Every { .. } => None,
    }
}

/// The same recipe at another time of day.
#[must_use]
pub fn at_time(recipe: Recipe, time: NaiveTime) -> Recipe {
    match recipe {
        Recipe::Weekly { days, .. } => Recipe::Weekly { days, at: time },
        Recipe::MonthlyNth { nth, weekday, .. } => Recipe::MonthlyNth { nth, weekday, at: time },
        Recipe::PatchTuesday { days_after, .. } => Recipe::PatchTuesday { days_after, at: time },
        Recipe::LastDay { .. } => Recipe::LastDay { at: time },
        Recipe::Once { at } => Recipe::Once { at: at.date().and_time(time) },
        every @ Recipe::Every { .. } => every,
    }
}

/// The days with `day` put in or taken out, in their order; the last one stays.
#[must_use]
pub fn with_day_toggled(days: &[Weekday], day: Weekday) -> Vec<Weekday> {
    let mut numbers: Vec<u8> = days.iter().map(|day| day.number()).collect();
    match numbers.iter().position(|number| *number == day.number()) {
        Some(place) if numbers.len() > 1 => {
            numbers.remove(place);
        }
        Some(_) => {}
        None => numbers.push(day.number()),
    }
    sort_by_key(&mut numbers, |number| *number);
    numbers.into_iter().map(|number| weekday(number.into())).collect()
}

/// The weekdays, in the order in which the viewer's weeks have them.
#[must_use]
pub fn weekdays() -> [Weekday; 7] {
    let days = locale::with(|locale| locale.week.days());
    days.map(|day| Weekday::from_days_since_sunday(day.num_days_from_sunday()))
}

/// The name of a weekday in the viewer's language.
#[must_use]
pub fn weekday_name(form: DateForm, day: Weekday) -> String {
    let from_monday = (day.number() + 5) % 7;
    chrono::Weekday::try_from(from_monday)
        .map_or_else(|_| String::new(), |day| words::weekday_name(form, day))
}

/// A weekday by AWS's number, 1 for Sunday to 7.
fn weekday(number: u16) -> Weekday {
    Weekday::from_number(number).unwrap_or(Weekday::from_days_since_sunday(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_past_eleven() -> NaiveTime {
        NaiveTime::from_hms_opt(23, 30, 0).unwrap()
    }

    #[test]
    fn every_kind_is_recognised_in_its_own_expression() {
        for kind in RecipeKind::ALL {
            let recipe = kind.recipe(half_past_eleven(), NaiveDate::from_ymd_opt(2027, 1, 31).unwrap());
            let found = recognise(&recipe.expression(), recipe.schedule_offset());
            assert_eq!(found.as_ref().map(RecipeKind::of), Some(kind));
        }
    }

    #[test]
    fn an_offset_stays_while_the_kind_does() {
        let third = recognise("cron(30 23 ? * TUE#3 *)", Some(2)).unwrap();
        let later = at_time(third.clone(), NaiveTime::MIN);
        assert_eq!(offset_for(Some(&third), &later, Some(2)), Some(2));
        let weekly = RecipeKind::Weekly.recipe(half_past_eleven(), NaiveDate::MAX);
        assert_eq!(offset_for(Some(&third), &weekly, Some(2)), None);
    }

    #[test]
    fn the_days_have_their_names() {
        let names = weekdays().map(|day| weekday_name(DateForm::Weekday, day));
        assert_eq!(names, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    }

    #[test]
    fn the_last_day_of_a_week_cannot_be_taken_out() {
        let sunday = weekday(1);
        assert_eq!(with_day_toggled(&[sunday], sunday), [sunday]);
        assert_eq!(with_day_toggled(&[sunday], weekday(4)), [sunday, weekday(4)]);
    }
}
