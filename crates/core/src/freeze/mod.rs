//! An iCalendar file → the times at which changes are frozen.
//!
//! AWS does not hold maintenance windows back for a calendar. Change Calendar can stop Automation
//! runbooks and State Manager associations; of windows it shows when they run, no more. So what is said
//! here is advice: a run falls into a freeze, and nobody but its owner will stop it. Source: AWS's user
//! guide, "AWS Systems Manager Change Calendar".
//!
//! What is read: files of Change Calendar itself, of Google, Outlook, Apple and whoever else keeps to
//! RFC 5545. The lines and the recurrence rules are read by the library `ical-rs`; the time zones are
//! those of [`zone`](crate::zone), so that they are the ones the windows run by.

mod clock;
mod content;
mod event;
mod expansion;
mod file;
mod findings;
mod moment;
mod rule;
mod span;
mod windows_names;
mod zones;

use crate::Timestamp;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::zone::Zone;
use clock::Clock;
use event::Event;
use file::File;
use serde::{Deserialize, Serialize};
use span::{Span, Union};

/// The most bytes of a file that is read: decades of a busy calendar.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// What reading a file's rules may cost, in days and times looked at: less than a second.
const WORK_OF_READING: u64 = 5_000_000;

/// What holds while a calendar has no event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum CalendarType {
    /// Changes are allowed but during events. What other programs write is of this type.
    #[default]
    DefaultOpen,
    /// Changes are allowed during events only.
    DefaultClosed,
}

/// A calendar of freezes.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::freeze::Calendar;
/// use window_planner_core::zone::Zone;
///
/// let file = "BEGIN:VCALENDAR\r\n\
///     X-CALENDAR-TYPE:DEFAULT_OPEN\r\n\
///     BEGIN:VEVENT\r\n\
///     SUMMARY:Closing the books\r\n\
///     DTSTART;TZID=Pacific Standard Time:20261030T180000\r\n\
///     DURATION:P3D\r\n\
///     RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\n\
///     END:VEVENT\r\n\
///     END:VCALENDAR\r\n";
/// let (calendar, _) = Calendar::read(file, Zone::UTC).into_parts();
/// let november = Timestamp::parse_rfc3339("2026-11-01T00:00:00Z").unwrap();
///
/// // The third day of the freeze has 25 hours: on 1 November the clocks go back.
/// let calendar = calendar.unwrap();
/// let freezes = calendar.closed(november, november.plus_hours(24 * 28));
/// assert_eq!(freezes[0].end.to_string(), "2026-11-03T02:00:00Z");
/// assert_eq!(freezes[1].start.to_string(), "2026-11-28T02:00:00Z");
/// assert_eq!(freezes[1].summaries, ["Closing the books"]);
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    kind: CalendarType,
    name: Option<String>,
    zone: Zone,
    clocks: Vec<Clock>,
    events: Vec<Event>,
}

/// A time in which the calendar is closed, or has an advisory event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze<'c> {
    /// When it begins.
    pub start: Timestamp,
    /// When it is over: the first instant after it.
    pub end: Timestamp,
    /// What the events it is made of are called, in the order they begin. Empty where a calendar is
    /// closed because it has none: [`CalendarType::DefaultClosed`].
    pub summaries: Vec<&'c str>,
}

impl Calendar {
    /// Whether a text begins as an iCalendar file does.
    #[must_use]
    pub fn is_begun_by(text: &str) -> bool {
        text.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR")
    }

    /// Reads the text of a file. Dates, and times that name no zone, are read in the calendar's own
    /// zone, or else in `floating`.
    ///
    /// A line, time, rule or zone that cannot be read is a warning, with its line's number for the
    /// field (`line 12`); the rest is read. Time and memory are bounded, whatever the file holds.
    ///
    /// # Errors
    ///
    /// Only what is no iCalendar file, or larger than [`LARGEST_FILE`], has no value.
    #[must_use]
    pub fn read(text: &str, floating: Zone) -> Checked<Self> {
        if text.len() > LARGEST_FILE {
            let message = format!("The file has {} MB, more than is read.", text.len().div_euclid(1_000_000));
            let finding = Diagnostic::new(Code::CalendarTooLarge, "", message)
                .help("Export the part that matters, a year or one calendar.");
            return Checked::new(None, vec![finding]);
        }
        let mut file = File::read(text);
        if !file.is_calendar {
            let finding = Diagnostic::new(Code::CalendarForm, "", "The file is no iCalendar file.").help(
                "Such a file begins with BEGIN:VCALENDAR; its name mostly ends in .ics. Export one from the calendar.",
            );
            return Checked::new(None, vec![finding]);
        }
        let mut work = WORK_OF_READING;
        let floating = zones::of_calendar(&mut file, floating);
        if let Some(line) = file.floating_line {
            let message = format!("Times without a time zone are read in {}.", floating.name());
            let help = "iCalendar means whatever zone the reader is in. A TZID, or Z at the end, says which.";
            file.findings.add(Code::CalendarFloating, line, message, help);
        }
        let clocks = zones::clocks(&mut file, floating, &mut work);
        let events = event::events(&mut file, &clocks, &mut work);
        if events.is_empty() {
            let (message, help) = match file.kind {
                CalendarType::DefaultOpen => ("The calendar has no events.", "It never closes."),
                CalendarType::DefaultClosed => ("The calendar has no events.", "It is always closed."),
            };
            file.findings.add_of_file(Code::CalendarEmpty, message, help);
        }
        let calendar = Self { kind: file.kind, name: file.name.take(), zone: floating, clocks, events };
        Checked::new(Some(calendar), file.findings.into_vec())
    }

    /// What holds while it has no event.
    #[must_use]
    pub fn kind(&self) -> CalendarType {
        self.kind
    }

    /// What it calls itself.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The zone in which its days begin, those of events that last all day.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// How many events it has, a series counted once; advisory ones not.
    #[must_use]
    pub fn events(&self) -> usize {
        self.events.iter().filter(|event| !event.is_advisory).count()
    }

    /// When it is closed from `from` to `to`: intervals that do not touch one another, in their order,
    /// cut where they reach beyond. Advisory events do not close it.
    #[must_use]
    pub fn closed(&self, from: Timestamp, to: Timestamp) -> Vec<Freeze<'_>> {
        let unions = self.unions(false, from, to);
        let closed = match self.kind {
            CalendarType::DefaultOpen => unions,
            CalendarType::DefaultClosed => {
                let (from, to) = seconds(from, to);
                span::complement(&unions, from, to.max(from))
            }
        };
        self.freezes(closed)
    }

    /// When it has advisory events from `from` to `to`: they say something and close nothing.
    #[must_use]
    pub fn advisories(&self, from: Timestamp, to: Timestamp) -> Vec<Freeze<'_>> {
        self.freezes(self.unions(true, from, to))
    }

    fn unions(&self, advisory: bool, from: Timestamp, to: Timestamp) -> Vec<Union> {
        let (from, to) = seconds(from, to);
        let mut spans: Vec<Span> = Vec::new();
        for (index, event) in self.events.iter().enumerate() {
            if event.is_advisory == advisory {
                event.spans(index, &self.clocks, from, to, &mut spans);
            }
        }
        span::union(spans, self.events.len(), from, to)
    }

    fn freezes(&self, unions: Vec<Union>) -> Vec<Freeze<'_>> {
        let summary = |index: usize| match self.events.get(index).map(|event| event.summary.as_str()) {
            Some("") | None => "Event without a title",
            Some(summary) => summary,
        };
        let freeze = |union: Union| Freeze {
            start: Timestamp::from_seconds(union.start),
            end: Timestamp::from_seconds(union.end),
            summaries: union.events.into_iter().map(summary).collect(),
        };
        unions.into_iter().map(freeze).collect()
    }
}

/// The whole seconds of what can be answered: a freeze begins and ends with one.
fn seconds(from: Timestamp, to: Timestamp) -> (i64, i64) {
    let answered = |instant: Timestamp| instant.clamp(Timestamp::EPOCH, Timestamp::HORIZON).floor_seconds();
    (answered(from), answered(to))
}
