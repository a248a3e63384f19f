//! The text of a calendar file → its events and zones as they are written, nothing resolved yet.

use super::CalendarType;
use super::content::{Line, Lines, Unreadable};
use super::findings::{Findings, quoted};
use super::moment::{FLOATING, Length, Moment};
use crate::diagnostic::Code;

/// The most events that are read.
const MOST_EVENTS: usize = 50_000;

/// The most names of time zones that are told apart.
const MOST_ZONES: usize = 200;

/// The most components that stand in one another; a calendar has three or four.
const DEEPEST: usize = 20;

/// The most characters of a summary that are kept.
const LONGEST_SUMMARY: usize = 200;

/// A file as it is written.
#[derive(Default)]
pub(super) struct File {
    /// Whether it is an iCalendar file at all.
    pub(super) is_calendar: bool,
    pub(super) kind: CalendarType,
    pub(super) name: Option<String>,
    /// `X-WR-TIMEZONE`: the zone that Google and Apple name for the whole calendar.
    pub(super) zone: Option<String>,
    pub(super) entries: Vec<Entry>,
    pub(super) definitions: Vec<Definition>,
    /// The `TZID`s that times refer to; their clocks follow [`FLOATING`] in this order.
    pub(super) zone_names: Vec<ZoneName>,
    pub(super) findings: Findings,
    /// The first line with a time, not a date, that names no zone.
    pub(super) floating_line: Option<usize>,
    events_left_out: usize,
}

/// A `TZID`, and where it stands first.
pub(super) struct ZoneName {
    pub(super) name: String,
    pub(super) line: usize,
}

/// A `VEVENT`.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) line: usize,
    pub(super) uid: String,
    pub(super) summary: String,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) length: Option<Length>,
    pub(super) rules: Vec<(usize, String)>,
    /// `RDATE`: further starts, some with an end of their own.
    pub(super) further: Vec<(Moment, Option<PeriodEnd>)>,
    /// `EXDATE`: starts that are none.
    pub(super) except: Vec<Moment>,
    /// `RECURRENCE-ID`: the start of the series that this event replaces.
    pub(super) replaces: Option<Moment>,
    pub(super) is_cancelled: bool,
    pub(super) is_advisory: bool,
    /// Whether a time that decides when it is could not be read.
    is_broken: bool,
}

/// How a period of an `RDATE` ends.
pub(super) enum PeriodEnd {
    At(Moment),
    After(Length),
}

/// A `VTIMEZONE`: the file's own definition of a zone.
#[derive(Default)]
pub(super) struct Definition {
    pub(super) name: String,
    /// `X-LIC-LOCATION`: the IANA name that it stands for.
    pub(super) location: Option<String>,
    pub(super) observances: Vec<Observance>,
}

/// A `STANDARD` or `DAYLIGHT` part of a zone: from each of its starts on an offset holds.
#[derive(Default)]
pub(super) struct Observance {
    pub(super) start: Option<Moment>,
    pub(super) before: Option<i64>,
    pub(super) after: Option<i64>,
    pub(super) rules: Vec<String>,
    pub(super) further: Vec<Moment>,
}

/// What a line stands in.
enum Component {
    Calendar,
    Event(Box<Entry>),
    Zone(Definition),
    Observance(Observance),
    /// One that says nothing about when the calendar is closed: alarms, to-dos.
    Other,
}

impl File {
    /// Reads the whole text. What cannot be read is a finding, and the rest goes on.
    pub(super) fn read(text: &str) -> Self {
        let mut file = Self::default();
        let mut open: Vec<(String, Component)> = Vec::new();
        for line in Lines::of(text) {
            let line = match line {
                Ok(line) => line,
                Err((number, unreadable)) => {
                    file.report_unreadable(number, &unreadable);
                    continue;
                }
            };
            if line.is("BEGIN") && open.len() >= DEEPEST {
                let message = "The components stand in one another without end.";
                file.findings.add(Code::CalendarLine, line.number, message, "The rest is left out.");
                break;
            } else if line.is("BEGIN") {
                let name = line.value().trim().to_ascii_uppercase();
                let component = file.opened(&name, open.last().map(|(_, outer)| outer), line.number);
                open.push((name, component));
            } else if line.is("END") {
                file.close(&mut open, &line);
            } else if let Some((_, component)) = open.last_mut() {
                file.take(component, &line);
            }
        }
        if let Some((name, _)) = open.first() {
            let message = format!("The file ends before END:{name}.");
            file.findings.add_of_file(
                Code::CalendarCutOff,
                message,
                "What was not closed is left out. Perhaps the file was cut off on its way.",
            );
        }
        if file.events_left_out > 0 {
            let message = format!(
                "The file has {} events more than the {MOST_EVENTS} that are read.",
                file.events_left_out
            );
            file.findings.add_of_file(
                Code::CalendarTooMuch,
                message,
                "Export the part that matters, a year or one calendar.",
            );
        }
        file
    }

    fn report_unreadable(&mut self, number: usize, unreadable: &Unreadable) {
        let message = match unreadable {
            Unreadable::NoColon => "The line is none of iCalendar: it has no colon after a name.",
            Unreadable::TooLong => "The line is too long to be read.",
        };
        self.findings.add(Code::CalendarLine, number, message, "It is left out; the rest is read.");
    }

    fn opened(&mut self, name: &str, outer: Option<&Component>, line: usize) -> Component {
        match (name, outer) {
            ("VCALENDAR", None) => {
                self.is_calendar = true;
                Component::Calendar
            }
            ("VEVENT", Some(Component::Calendar)) => {
                Component::Event(Box::new(Entry { line, ..Entry::default() }))
            }
            ("VTIMEZONE", Some(Component::Calendar)) => Component::Zone(Definition::default()),
            ("STANDARD" | "DAYLIGHT", Some(Component::Zone(_))) => {
                Component::Observance(Observance::default())
            }
            _ => Component::Other,
        }
    }

    /// Closes the innermost component of the name, and what was left open in it.
    fn close(&mut self, open: &mut Vec<(String, Component)>, line: &Line<'_>) {
        let name = line.value().trim().to_ascii_uppercase();
        let Some(at) = open.iter().rposition(|(opened, _)| *opened == name) else {
            let message = format!("Nothing is open that END: {} closes.", quoted(&name));
            self.findings.add(Code::CalendarLine, line.number, message, "It is left out; the rest is read.");
            return;
        };
        if at.saturating_add(1) < open.len() {
            let message = format!("END:{name} comes before the end of what stands in it.");
            self.findings.add(Code::CalendarLine, line.number, message, "What was not closed is left out.");
        }
        open.truncate(at.saturating_add(1));
        let Some((_, closed)) = open.pop() else { return };
        match (closed, open.last_mut()) {
            (Component::Event(entry), _) => self.keep(*entry),
            (Component::Zone(definition), _) if self.definitions.len() < MOST_ZONES => {
                self.definitions.push(definition);
            }
            (Component::Observance(observance), Some((_, Component::Zone(zone)))) => {
                zone.observances.push(observance);
            }
            _ => {}
        }
    }

    fn keep(&mut self, entry: Entry) {
        if entry.is_broken {
            return;
        }
        if entry.start.is_none() {
            let help = "It is left out. Write DTSTART:20270101T090000Z, or with a TZID and without Z.";
            self.findings.add(Code::CalendarTime, entry.line, "The event has no DTSTART.", help);
        } else if self.entries.len() >= MOST_EVENTS {
            self.events_left_out = self.events_left_out.saturating_add(1);
        } else {
            self.entries.push(entry);
        }
    }

    fn take(&mut self, component: &mut Component, line: &Line<'_>) {
        match component {
            Component::Calendar => self.take_of_calendar(line),
            Component::Event(entry) => self.take_of_event(entry, line),
            Component::Zone(zone) => match line.name().as_str() {
                "TZID" => line.text().trim().clone_into(&mut zone.name),
                "X-LIC-LOCATION" => zone.location = Some(line.text().trim().to_owned()),
                _ => {}
            },
            Component::Observance(observance) => take_of_observance(observance, line),
            Component::Other => {}
        }
    }

    fn take_of_calendar(&mut self, line: &Line<'_>) {
        match line.name().as_str() {
            "X-CALENDAR-TYPE" => match line.value().trim() {
                kind if kind.eq_ignore_ascii_case("DEFAULT_CLOSED") => {
                    self.kind = CalendarType::DefaultClosed;
                }
                kind if kind.eq_ignore_ascii_case("DEFAULT_OPEN") => self.kind = CalendarType::DefaultOpen,
                kind => {
                    let message = format!("Change Calendar has no type {}.", quoted(kind));
                    let help = "Read as DEFAULT_OPEN: closed during events. The other is DEFAULT_CLOSED.";
                    self.findings.add(Code::CalendarType, line.number, message, help);
                }
            },
            "X-WR-CALNAME" | "NAME" => self.name = Some(shortened(line.text().trim())),
            "X-WR-TIMEZONE" => self.zone = Some(line.text().trim().to_owned()),
            _ => {}
        }
    }

    fn take_of_event(&mut self, entry: &mut Entry, line: &Line<'_>) {
        match line.name().as_str() {
            "UID" => line.value().trim().clone_into(&mut entry.uid),
            "SUMMARY" => entry.summary = shortened(line.text().trim()),
            "STATUS" => entry.is_cancelled = line.value().trim().eq_ignore_ascii_case("CANCELLED"),
            "X-EVENT-TYPE" => entry.is_advisory = line.value().trim().eq_ignore_ascii_case("ADVISORY"),
            "DTSTART" => {
                entry.start = self.moment(line);
                entry.is_broken |= entry.start.is_none();
            }
            "DTEND" => {
                entry.end = self.moment(line);
                entry.is_broken |= entry.end.is_none();
            }
            "RECURRENCE-ID" => {
                entry.replaces = self.moment(line);
                entry.is_broken |= entry.replaces.is_none();
                if line.parameter("RANGE").is_some() {
                    let help = "The events after it stay as the series has them.";
                    let message = "RANGE is not read: one event of the series is changed.";
                    self.findings.add(Code::CalendarRule, line.number, message, help);
                }
            }
            "DURATION" => {
                entry.length = Length::read(&line.value());
                entry.is_broken |= entry.length.is_none();
                if entry.length.is_none() {
                    let message = format!("{} is no DURATION that can be read.", quoted(&line.value()));
                    let help = "The event is left out. Write PT2H for two hours, P1D for a day.";
                    self.findings.add(Code::CalendarTime, line.number, message, help);
                }
            }
            "RRULE" => entry.rules.push((line.number, line.value().trim().to_owned())),
            "EXRULE" => {
                let help =
                    "The rule's exceptions count as events. EXDATE is read; iCalendar has dropped EXRULE.";
                self.findings.add(Code::CalendarRule, line.number, "EXRULE is not read.", help);
            }
            "EXDATE" => {
                let clock = self.clock(line);
                for text in line.value().split(',') {
                    match Moment::read(text, clock) {
                        Some(moment) => entry.except.push(moment),
                        None => self.report_time(line, text, "The exception is left out."),
                    }
                }
            }
            "RDATE" => {
                let clock = self.clock(line);
                for text in line.value().split(',') {
                    match further(text, clock) {
                        Some(further) => entry.further.push(further),
                        None => self.report_time(line, text, "The date is left out."),
                    }
                }
            }
            _ => {}
        }
    }

    /// The line's one time. Without one it is a finding, and the event is left out.
    fn moment(&mut self, line: &Line<'_>) -> Option<Moment> {
        let clock = self.clock(line);
        let moment = Moment::read(&line.value(), clock);
        match moment {
            None => self.report_time(line, &line.value(), "The event is left out."),
            Some(moment) if moment.clock == FLOATING && !moment.is_date => {
                self.floating_line.get_or_insert(line.number);
            }
            Some(_) => {}
        }
        moment
    }

    fn report_time(&mut self, line: &Line<'_>, text: &str, what_follows: &str) {
        let message = format!("{} is no date or time of iCalendar.", quoted(text));
        let help =
            format!("{what_follows} Write 20270131, 20270131T090000 with a TZID, or 20270131T090000Z.");
        self.findings.add(Code::CalendarTime, line.number, message, help);
    }

    /// The clock that the line's `TZID` names.
    fn clock(&mut self, line: &Line<'_>) -> Option<usize> {
        let name = line.parameter("TZID")?;
        let place = match self.zone_names.iter().position(|known| known.name == name) {
            Some(place) => place,
            None if self.zone_names.len() >= MOST_ZONES => return None,
            None => {
                self.zone_names.push(ZoneName { name, line: line.number });
                self.zone_names.len().saturating_sub(1)
            }
        };
        Some(FLOATING.saturating_add(1).saturating_add(place))
    }
}

fn take_of_observance(observance: &mut Observance, line: &Line<'_>) {
    match line.name().as_str() {
        "DTSTART" => observance.start = Moment::read(&line.value(), None),
        "TZOFFSETFROM" => observance.before = offset(line.value().trim()),
        "TZOFFSETTO" => observance.after = offset(line.value().trim()),
        "RRULE" => observance.rules.push(line.value().trim().to_owned()),
        "RDATE" => {
            observance.further.extend(line.value().split(',').filter_map(|text| Moment::read(text, None)));
        }
        _ => {}
    }
}

/// Reads `-0500` or `+053000`, in seconds.
fn offset(text: &str) -> Option<i64> {
    let (sign, digits) = text.split_at_checked(1)?;
    let of = |from: usize| digits.get(from..from.saturating_add(2))?.parse::<u8>().ok().map(i64::from);
    let seconds = if digits.len() > 4 { of(4)? } else { 0 };
    let seconds =
        of(0)?.saturating_mul(3600).saturating_add(of(2)?.saturating_mul(60)).saturating_add(seconds);
    match sign {
        "+" => Some(seconds),
        "-" => Some(seconds.saturating_neg()),
        _ => None,
    }
    .filter(|offset| offset.abs() < super::moment::DAY)
}

/// A date, a time or a period of an `RDATE`.
fn further(text: &str, clock: Option<usize>) -> Option<(Moment, Option<PeriodEnd>)> {
    let Some((start, end)) = text.split_once('/') else {
        return Some((Moment::read(text, clock)?, None));
    };
    let end = if end.trim_start().starts_with(['P', 'p', '+']) {
        PeriodEnd::After(Length::read(end)?)
    } else {
        PeriodEnd::At(Moment::read(end, clock)?)
    };
    Some((Moment::read(start, clock)?, Some(end)))
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_SUMMARY).collect()
}
