//! A stretch of time in which a calendar is closed.

use crate::words;
use window_planner_core::{Timestamp, freeze::Calendar, zone::Zone};

/// How far before and after what is asked for is looked, so that a freeze is told whole.
const HOURS_AROUND: i64 = 40 * 24;

/// A stretch of time in which a calendar is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The calendar's name.
    pub calendar: String,
    /// What its events are called; empty where a calendar is closed because it has none.
    pub events: String,
    /// When it begins, or the first instant that was looked at.
    pub start: Timestamp,
    /// The first instant after it, or after what was looked at.
    pub end: Timestamp,
    /// Whether it began before.
    pub goes_back: bool,
    /// Whether it ends later.
    pub goes_on: bool,
}

impl Stretch {
    /// When a calendar is closed from an instant to another, in order, each stretch whole where it does
    /// not reach further than a month around.
    #[must_use]
    pub fn all(name: &str, calendar: &Calendar, from: Timestamp, until: Timestamp) -> Vec<Self> {
        let (first, last) = (from.plus_hours(-HOURS_AROUND), until.plus_hours(HOURS_AROUND));
        let closed = calendar.closed(first, last).into_iter();
        let touching = closed.filter(|freeze| freeze.start < until && freeze.end > from);
        let stretch = |freeze: window_planner_core::freeze::Freeze<'_>| Self {
            calendar: words::isolated(name),
            events: words::isolated(&freeze.summaries.join(", ")),
            start: freeze.start,
            end: freeze.end,
            goes_back: freeze.start <= first,
            goes_on: freeze.end >= last,
        };
        touching.map(stretch).collect()
    }

    /// What to call it: its events, or the calendar.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.events.is_empty() { &self.calendar } else { &self.events }
    }

    /// When it is: `Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 06:00`.
    #[must_use]
    pub fn times(&self, zone: Zone) -> String {
        let moment = |instant| words::moment(zone.local(instant));
        match (self.goes_back, self.goes_on) {
            (false, false) => format!("{} to {}", moment(self.start), moment(self.end)),
            (true, false) => format!("until {}", moment(self.end)),
            (false, true) => format!("from {} on", moment(self.start)),
            (true, true) => "all the time".to_owned(),
        }
    }

    /// It whole: `End of year (Change freezes), Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 06:00`.
    #[must_use]
    pub fn words(&self, zone: Zone) -> String {
        let calendar = if self.events.is_empty() { String::new() } else { format!(" ({})", self.calendar) };
        format!("{}{calendar}, {}", self.title(), self.times(zone))
    }
}
