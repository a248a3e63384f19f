//! What the update that is still to be sent does to a window's executions, as a calendar shows it.

use super::span::Days;
use crate::words;
use chrono::NaiveDate;
use window_planner_core::{
    Timestamp,
    occurrence::{Changes, Occurrence, RunChange},
    order::sort_by_key,
    zone::Zone,
};

/// What marks an execution that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was not there.
    New,
    /// It started at this instant.
    MovedFrom(Timestamp),
    /// It started at the same time, and its cutoff or end was another.
    WasOther(Occurrence),
}

/// An execution that is no longer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// As it was.
    pub run: Occurrence,
    /// When it starts instead, on another day; without it, it does not take place.
    pub to: Option<Timestamp>,
}

/// What an update does to the executions of a window on the days of a span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Of those that are there, by start.
    of: Vec<(Timestamp, Mark)>,
    /// Those that are not, each with the place of its day.
    pub leaving: Vec<(usize, Leaving)>,
}

impl Marks {
    /// The marks of `changes` on `days`. What moves within its day is marked where it is, and leaves
    /// nothing where it was.
    #[must_use]
    pub fn new(changes: &Changes, days: &Days) -> Self {
        let date = |instant| days.zone.local(instant).date();
        let mut marks = Self::default();
        for change in &changes.runs {
            let mark = match *change {
                RunChange::Appears(run) => Some((run.start, Mark::New)),
                RunChange::Moves { from, to } => Some((to.start, Mark::MovedFrom(from.start))),
                RunChange::Lasts { before, after } => Some((after.start, Mark::WasOther(before))),
                RunChange::Vanishes(_) => None,
            };
            marks.of.extend(mark);
            let leaving = match *change {
                RunChange::Vanishes(run) => Some(Leaving { run, to: None }),
                RunChange::Moves { from, to } if date(from.start) != date(to.start) => {
                    Some(Leaving { run: from, to: Some(to.start) })
                }
                _ => None,
            };
            let placed = leaving.and_then(|leaving| Some((days.place(leaving.run.start)?, leaving)));
            marks.leaving.extend(placed);
        }
        sort_by_key(&mut marks.of, |(start, _)| *start);
        marks
    }

    /// What marks the execution that starts at an instant.
    #[must_use]
    pub fn of(&self, start: Timestamp) -> Option<Mark> {
        let place = self.of.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        self.of.get(place).map(|(_, mark)| *mark)
    }
}

impl Mark {
    /// `new`, `from 22:00`, `from Tue 8 Dec, 22:00`, `was 3 h`: for the execution `run`, by the clock of
    /// `zone`.
    #[must_use]
    pub fn words(self, run: &Occurrence, zone: Zone) -> String {
        match self {
            Self::New => "new".to_owned(),
            Self::MovedFrom(start) => format!("from {}", time_near(start, run.start, zone)),
            Self::WasOther(before) => {
                let (was, is) = (length(&before), length(run));
                if was == is { "other cutoff".to_owned() } else { format!("was {}", words::span(was)) }
            }
        }
    }

    /// The same where no sign stands before it: `moved from 22:00`.
    #[must_use]
    pub fn said(self, run: &Occurrence, zone: Zone) -> String {
        let words = self.words(run, zone);
        if matches!(self, Self::MovedFrom(_)) { format!("moved {words}") } else { words }
    }

    /// The sign before the words: what is marked is told apart without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::New => "+",
            Self::MovedFrom(_) => "⇄",
            Self::WasOther(_) => "↔",
        }
    }
}

impl Leaving {
    /// `vanishes`, `moves to Wed 9 Dec, 02:00`.
    #[must_use]
    pub fn words(&self, zone: Zone) -> String {
        match self.to {
            None => "vanishes".to_owned(),
            Some(to) => format!("moves to {}", time_near(to, self.run.start, zone)),
        }
    }
}

/// What the update does until a date, in a sentence: `Until Tue 23 Nov 2027: 12 runs appear, 1 vanishes.`
#[must_use]
pub fn summary(changes: &Changes, from: Timestamp, last: NaiveDate) -> String {
    let count = |is: fn(&RunChange) -> bool| changes.runs.iter().filter(|change| is(change)).count();
    let kinds = [
        (count(|change| matches!(change, RunChange::Appears(_))), "appears", "appear"),
        (count(|change| matches!(change, RunChange::Vanishes(_))), "vanishes", "vanish"),
        (count(|change| matches!(change, RunChange::Moves { .. })), "moves", "move"),
        (
            count(|change| matches!(change, RunChange::Lasts { .. })),
            "changes its length",
            "change their length",
        ),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (count, one, several) in kinds.into_iter().filter(|(count, ..)| *count > 0) {
        let verb = if count == 1 { one } else { several };
        // The noun is said once.
        let counted = if parts.is_empty() { words::count(count, "run") } else { count.to_string() };
        parts.push(format!("{counted} {verb}"));
    }
    match parts.is_empty() {
        _ if changes.until <= from => "There are too many runs to compare.".to_owned(),
        true => format!("No run changes until {}.", words::day(last)),
        false => format!("Until {}: {}.", words::day(last), parts.join(", ")),
    }
}

/// `22:00`, with the date where that is another than at `other`.
fn time_near(instant: Timestamp, other: Timestamp, zone: Zone) -> String {
    let (local, other) = (zone.local(instant), zone.local(other));
    let time = words::time(local);
    if local.date() == other.date() { time } else { format!("{}, {time}", words::short_day(local.date())) }
}

fn length(run: &Occurrence) -> i64 {
    run.end.millis_since(run.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::span::Span;
    use window_planner_core::{
        occurrence::{Comparison, Course, Hours, Timing},
        schedule::Schedule,
    };

    const DAYS: usize = 14;

    fn zone() -> Zone {
        Zone::named("America/Los_Angeles").unwrap()
    }

    fn timing(schedule: &str, hours: u8) -> Timing {
        Timing::new(Schedule::parse(schedule).into_parts().0.unwrap(), Some(zone()))
            .with_length(Hours::new(hours).unwrap(), Hours::default())
    }

    fn days() -> Days {
        Days::of(Span { first: "2026-12-07".parse().unwrap(), days: DAYS }, zone())
    }

    /// Tuesdays at 22:00 for three hours become `after`.
    fn changes(after: Option<&Timing>) -> Changes {
        let before = timing("cron(0 22 ? * TUE *)", 3);
        let course = |timing| Course { timing, created: days().from() };
        let comparison =
            Comparison { before: Some(course(&before)), after: after.map(course), since: days().from() };
        comparison.changes(days().from(), days().until())
    }

    fn told(after: Option<&Timing>) -> (Vec<String>, Vec<(usize, String)>, String) {
        let changes = changes(after);
        let marks = Marks::new(&changes, &days());
        let there =
            after.map(|timing| timing.pattern(days().from(), days().until(), days().from()).collect());
        let there: Vec<Occurrence> = there.unwrap_or_default();
        let marked = there.iter().filter_map(|run| {
            let mark = marks.of(run.start)?;
            Some(format!("{} {}", mark.sign(), mark.words(run, zone())))
        });
        let leaving = marks.leaving.iter().map(|(place, leaving)| (*place, leaving.words(zone())));
        (marked.collect(), leaving.collect(), summary(&changes, days().from(), days().span.date(DAYS - 1)))
    }

    #[test]
    fn what_moves_within_its_day_says_from_when() {
        let (marked, leaving, summary) = told(Some(&timing("cron(30 23 ? * TUE *)", 3)));
        assert_eq!((marked, leaving), (vec!["⇄ from 22:00".to_owned(); 2], vec![]));
        assert_eq!(summary, "Until Sun 20 Dec 2026: 2 runs move.");
    }

    #[test]
    fn what_moves_to_another_day_says_so_on_both() {
        let (marked, leaving, _) = told(Some(&timing("cron(0 2 ? * WED *)", 3)));
        assert_eq!(marked, ["⇄ from Tue 8 Dec, 22:00", "⇄ from Tue 15 Dec, 22:00"]);
        let to = |date: &str| format!("moves to Wed {date} Dec, 02:00");
        assert_eq!(leaving, [(1, to("9")), (8, to("16"))]);
    }

    #[test]
    fn what_appears_vanishes_or_lasts_otherwise_is_told_apart() {
        let (marked, leaving, summary) = told(Some(&timing("cron(0 22 8 * ? *)", 4)));
        assert_eq!((marked, leaving), (vec!["↔ was 3 h".to_owned()], vec![(8, "vanishes".to_owned())]));
        assert_eq!(summary, "Until Sun 20 Dec 2026: 1 run vanishes, 1 changes its length.");
        let (marked, leaving, summary) = told(Some(&timing("cron(0 22 ? * TUE,SAT *)", 3)));
        assert_eq!((marked, leaving.len()), (vec!["+ new".to_owned(); 2], 0));
        assert_eq!(summary, "Until Sun 20 Dec 2026: 2 runs appear.");
    }

    #[test]
    fn a_window_that_is_disabled_leaves_all_its_runs() {
        let (marked, leaving, summary) = told(None);
        assert_eq!((marked.len(), leaving.len()), (0, 2));
        assert_eq!(summary, "Until Sun 20 Dec 2026: 2 runs vanish.");
    }

    #[test]
    fn no_change_is_said_to_be_none_and_too_many_are_not_counted() {
        assert_eq!(told(Some(&timing("cron(0 22 ? * TUE *)", 3))).2, "No run changes until Sun 20 Dec 2026.");
        assert_eq!(told(Some(&timing("cron(* * * ? * * *)", 1))).2, "There are too many runs to compare.");
    }
}
