//! Dates in the viewer's order, with the month by its name.

use super::pattern::{Part, Pattern};
use crate::words::isolated;
use chrono::{Datelike, NaiveDate};

/// What a date is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `Thu 17 Dec 2026`.
    Day,
    /// `Thu 17 Dec`.
    ShortDay,
    /// `Thursday 17 December 2026`.
    LongDay,
    /// `17 Dec 2026`.
    Date,
    /// `17 Dec`.
    ShortDate,
    /// `December 2026`.
    Month,
    /// `December`.
    MonthName,
    /// `Thu`.
    Weekday,
    /// `Thursday`.
    LongWeekday,
    /// `T`.
    NarrowWeekday,
}

impl DateForm {
    /// All of them, in their order.
    pub const ALL: [Self; 10] = [
        Self::Day,
        Self::ShortDay,
        Self::LongDay,
        Self::Date,
        Self::ShortDate,
        Self::Month,
        Self::MonthName,
        Self::Weekday,
        Self::LongWeekday,
        Self::NarrowWeekday,
    ];
}

/// All forms of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dates([WrittenDate; DateForm::ALL.len()]);

impl Dates {
    /// The forms, as `written` has each.
    #[must_use]
    pub(super) fn new(written: impl Fn(DateForm) -> WrittenDate) -> Self {
        Self(DateForm::ALL.map(written))
    }

    /// How a form is written.
    #[must_use]
    pub(super) fn of(&self, form: DateForm) -> &WrittenDate {
        &self.0[form as usize]
    }
}

/// How a form is written: names are of this form, since languages bend them by what stands beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenDate {
    /// The order.
    pub(super) pattern: Pattern,
    /// The days of the week, Monday first.
    pub(super) weekdays: [String; 7],
    /// The months.
    pub(super) months: [String; 12],
}

impl WrittenDate {
    /// `date` in this form.
    #[must_use]
    pub(super) fn write(&self, date: NaiveDate) -> String {
        let text = self.pattern.fill(|part| match part {
            Part::Weekday => self.weekdays[date.weekday().num_days_from_monday() as usize].clone(),
            Part::Day => date.day().to_string(),
            Part::Month => self.months[date.month0() as usize].clone(),
            Part::Year => date.year().to_string(),
            Part::Hour | Part::Minute | Part::Second | Part::Period => String::new(),
        });
        isolated(&text)
    }

    /// Whether the year comes first.
    #[must_use]
    pub(super) fn begins_with_year(&self) -> bool {
        self.pattern.first() == Some(Part::Year)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Dates {
    /// As `en-GB` has them.
    #[must_use]
    pub(super) fn british() -> Self {
        Self::new(|form| {
            let (letters, length) = match form {
                DateForm::Day => ("E d M y", 3),
                DateForm::ShortDay => ("E d M", 3),
                DateForm::LongDay => ("E d M y", usize::MAX),
                DateForm::Date => ("d M y", 3),
                DateForm::ShortDate => ("d M", 3),
                DateForm::Month => ("M y", usize::MAX),
                DateForm::MonthName => ("M", usize::MAX),
                DateForm::Weekday => ("E", 3),
                DateForm::LongWeekday => ("E", usize::MAX),
                DateForm::NarrowWeekday => ("E", 1),
            };
            let cut = |name: &str| name.chars().take(length).collect::<String>();
            let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
            let months = std::array::from_fn(|month| {
                let month = chrono::Month::try_from(u8::try_from(month + 1).unwrap_or(1));
                cut(month.map_or("", |month| month.name()))
            });
            WrittenDate { pattern: Pattern::of_letters(letters), weekdays: weekdays.map(cut), months }
        })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_where_its_order_says() {
        for (place, form) in DateForm::ALL.into_iter().enumerate() {
            assert_eq!(form as usize, place);
        }
    }

    #[test]
    fn a_date_is_written_in_its_order_and_names() {
        let date: NaiveDate = "2026-12-07".parse().unwrap();
        let british = Dates::british();
        assert_eq!(british.of(DateForm::Day).write(date), "Mon 7 Dec 2026");
        assert_eq!(british.of(DateForm::LongDay).write(date), "Monday 7 December 2026");
        assert_eq!(british.of(DateForm::Month).write(date), "December 2026");
    }

    #[test]
    fn a_date_that_is_read_from_right_to_left_does_not_turn_what_is_beside() {
        let written = WrittenDate {
            pattern: Pattern::of_letters("d M"),
            weekdays: Default::default(),
            months: std::array::from_fn(|_| "ديسمبر".to_owned()),
        };
        let date: NaiveDate = "2026-12-07".parse().unwrap();
        assert_eq!(written.write(date), "\u{2068}7 ديسمبر\u{2069}");
    }
}
