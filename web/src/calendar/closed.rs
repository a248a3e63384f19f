//! The days of a span on which calendars of freezes are closed.

use super::span::{Days, Span};
use crate::{
    freezes::{
        stretch::Stretch,
        stretches::{Stretches, touching},
    },
    locale,
    store::{Freezes, Wall},
    words,
};
use chrono::NaiveDate;
use std::sync::Arc;
use window_planner_core::{Timestamp, zone::Zone};

/// More stretches of one calendar than this on a day are drawn as one.
const MOST_A_DAY: usize = 8;

/// When the calendars are closed on the days of a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    span: Span,
    stretches: Stretches,
    /// By day.
    days: Vec<Vec<Part>>,
}

/// A stretch's part of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is closed.
    pub stretch: Arc<Stretch>,
    /// The zone by whose wall it is drawn.
    pub zone: Zone,
    /// Where it begins, as a fraction of the day.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// When on the day: `all day`, `from 18:00`, `until 06:00`, `18:00 to 20:00`, `12 times`.
    pub times: String,
    /// Whether it begins here, or goes on from before the span.
    pub begins: bool,
    /// Whether its name belongs here: where it begins, and at the beginning of each week.
    pub is_named: bool,
}

impl Closed {
    /// When `freezes` are closed on the days of `span`. By `wall`; where each window has its own, each
    /// calendar has its own too.
    #[must_use]
    pub fn new(freezes: &Freezes, span: Span, wall: Wall) -> Self {
        let mut closed = Self { span, stretches: Stretches::default(), days: vec![Vec::new(); span.days] };
        for (name, calendar) in freezes.calendars() {
            let zone = wall.zone(calendar.zone());
            let days = Days::of(span, zone);
            // Runs reach a day beyond, before and after.
            let (from, until) = (days.from().plus_hours(-24), days.until().plus_hours(24));
            let stretches: Vec<Arc<Stretch>> =
                Stretch::all(name, calendar, from, until).into_iter().map(Arc::new).collect();
            for (place, day) in closed.days.iter_mut().enumerate() {
                day.extend(parts(&stretches, &days, place));
            }
            closed.stretches.0.push(stretches);
        }
        closed
    }

    /// The parts on a day, calendar by calendar.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> &[Part] {
        self.span.place(date).and_then(|place| self.days.get(place)).map_or(&[], Vec::as_slice)
    }

    /// What a run falls into that is open from an instant to another: titles, each once.
    #[must_use]
    pub fn titles(&self, start: Timestamp, end: Timestamp) -> Option<String> {
        self.stretches.titles(start, end)
    }

    /// What a screen reader says of a day: `freeze End of year from 18:00`.
    #[must_use]
    pub fn said(&self, date: NaiveDate) -> Vec<String> {
        self.on(date).iter().map(|part| format!("freeze {} {}", part.stretch.title(), part.times)).collect()
    }
}

fn parts(stretches: &[Arc<Stretch>], days: &Days, place: usize) -> Vec<Part> {
    let day = days.day(place);
    let begins_week =
        locale::with(|locale| locale.week.start(days.span.date(place)) == days.span.date(place));
    let part = |stretch: &Arc<Stretch>| {
        let begins = place == 0 || stretch.start >= day.from;
        Part {
            stretch: Arc::clone(stretch),
            zone: days.zone,
            from: day.fraction(stretch.start),
            to: day.fraction(stretch.end),
            times: times(stretch, day.from, day.until, days.zone),
            begins,
            is_named: begins || begins_week,
        }
    };
    let parts: Vec<Part> = touching(stretches, day.from, day.until).map(part).collect();
    match &parts[..] {
        [first, .., last] if parts.len() > MOST_A_DAY => {
            let times = words::count(parts.len(), "time");
            vec![Part { to: last.to, times, is_named: true, ..first.clone() }]
        }
        _ => parts,
    }
}

fn times(stretch: &Stretch, from: Timestamp, until: Timestamp, zone: Zone) -> String {
    let time = |instant| words::time(zone.local(instant));
    match (stretch.start > from, stretch.end < until) {
        (false, false) => "all day".to_owned(),
        (true, false) => format!("from {}", time(stretch.start)),
        (false, true) => format!("until {}", time(stretch.end)),
        (true, true) => format!("{} to {}", time(stretch.start), time(stretch.end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ViewKind;
    use window_planner_core::plan::CalendarFile;

    fn freezes(events: &[(&str, &str, &str)]) -> Freezes {
        let event = |(title, start, end): &(&str, &str, &str)| {
            format!("BEGIN:VEVENT\r\nSUMMARY:{title}\r\nDTSTART:{start}\r\nDTEND:{end}\r\nEND:VEVENT\r\n")
        };
        let events: String = events.iter().map(event).collect();
        let text = format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
        Freezes::of(&[CalendarFile { name: "Finance".to_owned(), text: text.into() }], Zone::UTC, None)
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    fn december(events: &[(&str, &str, &str)], zone: &str) -> Closed {
        let span = Span::of(ViewKind::Month, date("2026-12-01"));
        Closed::new(&freezes(events), span, Wall::Of(Zone::named(zone).unwrap()))
    }

    const YEAR_END: (&str, &str, &str) = ("End of year", "20261218T180000Z", "20270104T060000Z");

    #[test]
    fn a_freeze_is_drawn_at_its_hours_by_the_wall_of_the_view() {
        let closed = december(&[YEAR_END], "Europe/Berlin");
        let [part] = closed.on(date("2026-12-18")) else { panic!("one") };
        assert_eq!((part.from, part.to, part.times.as_str()), (19.0 / 24.0, 1.0, "from 19:00"));
        let [part] = closed.on(date("2026-12-19")) else { panic!("one") };
        assert_eq!((part.from, part.to, part.times.as_str(), part.is_named), (0.0, 1.0, "all day", false));
        assert!(closed.on(date("2026-12-21"))[0].is_named && !closed.on(date("2026-12-21"))[0].begins);
        assert!(closed.on(date("2026-12-17")).is_empty());
        assert_eq!(closed.said(date("2026-12-18")), ["freeze End of year from 19:00"]);
        let words = "End of year (Finance), Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 06:00";
        assert_eq!(part.stretch.words(Zone::UTC), words);
    }

    #[test]
    fn a_run_is_in_a_freeze_when_any_of_its_time_is() {
        let closed = december(&[YEAR_END], "UTC");
        let titles = |start, end| closed.titles(at(start), at(end));
        let frozen = Some("End of year".to_owned());
        assert_eq!(titles("2026-12-18T16:00:00Z", "2026-12-18T18:00:00Z"), None);
        assert_eq!(titles("2026-12-18T16:00:00Z", "2026-12-18T18:00:01Z"), frozen);
        assert_eq!(titles("2027-01-04T05:59:59Z", "2027-01-04T08:00:00Z"), frozen);
        assert_eq!(titles("2027-01-04T06:00:00Z", "2027-01-04T08:00:00Z"), None);
    }

    #[test]
    fn a_day_that_is_closed_again_and_again_is_drawn_as_one() {
        let hours: Vec<(String, String)> = (0..24)
            .map(|hour| (format!("20261210T{hour:02}0000Z"), format!("20261210T{hour:02}3000Z")))
            .collect();
        let events: Vec<_> =
            hours.iter().map(|(start, end)| ("Hourly", start.as_str(), end.as_str())).collect();
        let closed = december(&events, "UTC");
        let [part] = closed.on(date("2026-12-10")) else { panic!("one") };
        assert_eq!((part.from, part.times.as_str()), (0.0, "24 times"));
    }
}
