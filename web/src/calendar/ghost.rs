//! Executions that do not take place: the clocks skip them, or an update that is to be sent takes them
//! away.

use super::change::Leaving;
use crate::words;
use chrono::NaiveDateTime;
use window_planner_core::{occurrence::SkippedRun, plan::WindowId, zone::Zone};

/// A window's executions of one day that do not take place.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// The window.
    pub window: WindowId,
    /// The first of them, and why there is none.
    pub why: Absence,
    /// How many there are.
    pub count: usize,
}

/// Why an execution does not take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The clocks skip its time.
    Skipped(SkippedRun),
    /// The update takes it away.
    Leaves(Leaving),
}

impl Absence {
    /// Whether two of one window are told as one.
    fn goes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Skipped(_), Self::Skipped(_)) => true,
            (Self::Leaves(one), Self::Leaves(other)) => one.to.is_none() && other.to.is_none(),
            _ => false,
        }
    }
}

impl Ghost {
    /// Adds an execution of a window to those of a day.
    pub(super) fn add(ghosts: &mut Vec<Self>, window: &WindowId, why: Absence) {
        let same = ghosts.iter_mut().find(|ghost| ghost.window == *window && ghost.why.goes_with(&why));
        match same {
            Some(ghost) => ghost.count += 1,
            None => ghosts.push(Self { window: window.clone(), why, count: 1 }),
        }
    }

    /// When it would be, on the clock of the schedule's zone where that skips it, else of `zone`.
    #[must_use]
    pub fn local(&self, zone: Zone) -> NaiveDateTime {
        match self.why {
            Absence::Skipped(run) => run.local,
            Absence::Leaves(leaving) => zone.local(leaving.run.start),
        }
    }

    /// The same as a text, and how many more there are: `02:30`, `02:30 (+3)`.
    #[must_use]
    pub fn time(&self, zone: Zone) -> String {
        let time = words::time(self.local(zone));
        if self.count > 1 { format!("{time} (+{})", self.count - 1) } else { time }
    }

    /// The same in brief, for a day that is narrow: `2:30a`, or how many there are.
    #[must_use]
    pub fn brief(&self, zone: Zone) -> String {
        if self.count > 1 { words::times(self.count) } else { words::brief_time(self.local(zone)) }
    }

    /// What becomes of it, in a word or two: `skipped`, `vanishes`, `moves to Wed 9 Dec, 02:00`.
    #[must_use]
    pub fn fate(&self, zone: Zone) -> String {
        match self.why {
            Absence::Skipped(_) => "skipped".to_owned(),
            Absence::Leaves(leaving) => leaving.words(zone),
        }
    }

    /// What takes it away.
    #[must_use]
    pub fn cause(&self) -> String {
        match self.why {
            Absence::Skipped(run) => {
                let (before, after) = run.change.local_times();
                format!("the clocks go {}", words::clock_change(before, after))
            }
            Absence::Leaves(_) => "with the update".to_owned(),
        }
    }

    /// All of it, as a sentence that follows the window's name.
    #[must_use]
    pub fn sentence(&self, zone: Zone) -> String {
        let (time, cause) = (self.time(zone), self.cause());
        match self.why {
            Absence::Skipped(_) => format!("{time} does not exist on this day, {cause}"),
            Absence::Leaves(leaving) => format!("{time} {} {cause}", leaving.words(zone)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{Timestamp, occurrence::Occurrence};

    fn leaving(start: &str, to: Option<&str>) -> Absence {
        let at = |text: &str| Timestamp::parse_rfc3339(text).unwrap();
        let start = at(start);
        let run = Occurrence { start, cutoff: start, end: start.plus_hours(1), clock_change: None };
        Absence::Leaves(Leaving { run, to: to.map(at) })
    }

    #[test]
    fn what_vanishes_on_a_day_is_told_once_and_what_moves_each_for_itself() {
        let window = WindowId::parse("mw-0123456789abcdef0").unwrap();
        let mut ghosts = Vec::new();
        for hour in ["02", "03", "04"] {
            Ghost::add(&mut ghosts, &window, leaving(&format!("2026-12-08T{hour}:00:00Z"), None));
        }
        for hour in ["05", "06"] {
            let to = format!("2026-12-09T{hour}:00:00Z");
            Ghost::add(&mut ghosts, &window, leaving(&format!("2026-12-08T{hour}:00:00Z"), Some(&to)));
        }
        let said: Vec<String> = ghosts.iter().map(|ghost| ghost.sentence(Zone::UTC)).collect();
        assert_eq!(
            said,
            [
                "02:00 (+2) vanishes with the update",
                "05:00 moves to Wed 9 Dec, 05:00 with the update",
                "06:00 moves to Wed 9 Dec, 06:00 with the update",
            ]
        );
    }
}
