//! The days that a view shows, and the instants that they are made of.

use super::{
    day::{DaySpan, start_of_day},
    month::{Month, add_days},
};
use crate::{
    locale,
    store::{ViewKind, Wall},
};
use chrono::{Datelike, NaiveDate};
use std::sync::Arc;
use window_planner_core::{Timestamp, zone::Zone};

/// How many days an agenda lists.
const AGENDA_DAYS: usize = 31;

/// Days, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: NaiveDate,
    /// How many.
    pub days: usize,
}

impl Span {
    /// The days that a view shows when the keyboard is at `day`.
    #[must_use]
    pub fn of(view: ViewKind, day: NaiveDate) -> Self {
        match view {
            ViewKind::Month => {
                let (first, last) = Month::of(day).shown_days();
                Self::between(first, last)
            }
            ViewKind::Week | ViewKind::Timeline => {
                Self { first: locale::with(|locale| locale.week.start(day)), days: 7 }
            }
            ViewKind::Agenda => Self { first: day, days: AGENDA_DAYS },
            ViewKind::Year => {
                let first = day.with_ordinal(1).unwrap_or(day);
                Self { first, days: if day.leap_year() { 366 } else { 365 } }
            }
        }
    }

    /// Those of the days of which the view draws the executions. Of a year it is the day that is looked into.
    #[must_use]
    pub fn drawn(view: ViewKind, day: NaiveDate) -> Self {
        if view == ViewKind::Year { Self { first: day, days: 1 } } else { Self::of(view, day) }
    }

    /// The days from `first` to `last`, both included.
    #[must_use]
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        let days = last.signed_duration_since(first).num_days() + 1;
        Self { first, days: usize::try_from(days).unwrap_or(1) }
    }

    /// The dates.
    #[must_use]
    pub fn dates(self) -> impl ExactSizeIterator<Item = NaiveDate> {
        (0..self.days).map(move |day| self.date(day))
    }

    /// The date of a day by its place.
    #[must_use]
    pub fn date(self, place: usize) -> NaiveDate {
        add_days(self.first, i64::try_from(place).unwrap_or(i64::MAX))
    }

    /// The place of a date, if it is one of the days.
    #[must_use]
    pub fn place(self, date: NaiveDate) -> Option<usize> {
        let days = date.signed_duration_since(self.first).num_days();
        usize::try_from(days).ok().filter(|place| *place < self.days)
    }
}

/// The days of a span as instants of one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Days {
    /// The zone.
    pub zone: Zone,
    /// The span.
    pub span: Span,
    /// Where each day begins, and the end of the last.
    bounds: Vec<Timestamp>,
}

impl Days {
    /// The days of `span` in `zone`.
    #[must_use]
    pub fn of(span: Span, zone: Zone) -> Self {
        let bounds = (0..=span.days).map(|place| start_of_day(span.date(place), zone)).collect();
        Self { zone, span, bounds }
    }

    /// The first instant.
    #[must_use]
    pub fn from(&self) -> Timestamp {
        self.bounds.first().copied().unwrap_or(Timestamp::EPOCH)
    }

    /// The first instant after the last day.
    #[must_use]
    pub fn until(&self) -> Timestamp {
        self.bounds.last().copied().unwrap_or(Timestamp::EPOCH)
    }

    /// The instants of a day by its place.
    #[must_use]
    pub fn day(&self, place: usize) -> DaySpan {
        let bound = |place: usize| self.bounds.get(place).copied().unwrap_or(self.until());
        DaySpan { from: bound(place), until: bound(place.saturating_add(1)) }
    }

    /// The place of the day that an instant is on, if it is on one.
    #[must_use]
    pub fn place(&self, instant: Timestamp) -> Option<usize> {
        let place = self.bounds.partition_point(|bound| *bound <= instant).checked_sub(1)?;
        (place < self.span.days).then_some(place)
    }
}

/// The days of a span by the wall of a view: for each zone once, however many windows have it.
#[derive(Debug)]
pub struct WallDays {
    span: Span,
    wall: Wall,
    known: Vec<Arc<Days>>,
}

impl WallDays {
    /// The days of `span` by `wall`.
    #[must_use]
    pub const fn new(span: Span, wall: Wall) -> Self {
        Self { span, wall, known: Vec::new() }
    }

    /// Those of a window whose own zone is `own`.
    pub fn of(&mut self, own: Zone) -> Arc<Days> {
        let zone = self.wall.zone(own);
        if let Some(known) = self.known.iter().find(|days| days.zone == zone) {
            return Arc::clone(known);
        }
        let days = Arc::new(Days::of(self.span, zone));
        self.known.push(Arc::clone(&days));
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_view_shows_the_day_that_the_keyboard_is_at() {
        let views = [
            (ViewKind::Month, "2026-11-30", 35),
            (ViewKind::Week, "2026-12-14", 7),
            (ViewKind::Agenda, "2026-12-17", 31),
            (ViewKind::Year, "2026-01-01", 365),
            (ViewKind::Timeline, "2026-12-14", 7),
        ];
        for (view, first, days) in views {
            let span = Span::of(view, date("2026-12-17"));
            assert_eq!(span, Span { first: date(first), days }, "{view:?}");
            let place = span.place(date("2026-12-17")).unwrap();
            assert_eq!(span.date(place), date("2026-12-17"));
        }
        assert_eq!(Span::of(ViewKind::Year, date("2028-05-01")).days, 366);
    }

    #[test]
    fn every_instant_of_a_span_is_on_one_of_its_days() {
        let span = Span { first: date("2027-03-08"), days: 7 };
        let days = Days::of(span, Zone::named("America/Los_Angeles").unwrap());
        assert_eq!(days.place(days.from().plus_millis(-1)), None);
        assert_eq!(days.place(days.until()), None);
        for place in 0..7 {
            let day = days.day(place);
            assert_eq!(days.place(day.from), Some(place));
            assert_eq!(days.place(day.until.plus_millis(-1)), Some(place));
        }
        // The night of the 14th is an hour short.
        assert_eq!(days.day(6).until.millis_since(days.day(6).from), 23 * 3_600_000);
    }
}
