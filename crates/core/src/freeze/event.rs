//! An event, resolved: when it is, again and again.

use super::clock::Clock;
use super::file::{Entry, File, PeriodEnd};
use super::findings::{Findings, quoted};
use super::moment::{DAY, Length, Moment};
use super::rule::{Rule, Unusable};
use super::span::Span;
use crate::diagnostic::Code;
use std::collections::HashMap;

/// What all rules of a file may cost for each year that is asked for.
const MOST_WORK_A_YEAR: u64 = 4_000_000;

/// How many exceptions of a series are kept, of instants and of days: one a day for a decade.
const MOST_EXCEPTIONS: usize = 4000;

/// How many series of one UID are changed by an event that replaces one of theirs: there should be one,
/// and is sometimes a copy.
const MOST_COPIES: usize = 10;

/// An event whose times are known.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) summary: String,
    pub(super) is_advisory: bool,
    clock: usize,
    /// Seconds on the clock.
    start: i64,
    length: Length,
    rules: Vec<Rule>,
    /// Further events of the series, in seconds since the epoch: from, until.
    further: Vec<(i64, i64)>,
    /// Instants, in their order, at which none of the series begins.
    except: Vec<i64>,
    /// Days on the clock, in their order, on which none does.
    except_days: Vec<i64>,
}

impl Event {
    /// Appends what of the event touches the seconds from `from` until `to`.
    pub(super) fn spans(&self, index: usize, clocks: &[Clock], from: i64, to: i64, spans: &mut Vec<Span>) {
        let Some(clock) = clocks.get(self.clock) else { return };
        let mut add = |local: i64, rule: Option<&Rule>| {
            let start = clock.instant(local);
            if rule.is_some_and(|rule| rule.has_ended(start)) || self.excepts(local, start) {
                return;
            }
            let end = match self.length.days {
                0 => start,
                days => clock.instant(local.saturating_add(days.saturating_mul(DAY))),
            };
            let span = Span { start, end: end.saturating_add(self.length.seconds), event: index };
            spans.extend(span.touches(from, to).then_some(span));
        };
        // The clocks are less than two days from UTC, whatever they do.
        let first = from.saturating_sub(self.length.at_most()).saturating_sub(2 * DAY);
        let last = to.saturating_add(2 * DAY);
        if (first..=last).contains(&self.start) {
            add(self.start, None);
        }
        for rule in &self.rules {
            rule.visit(first, last, &mut |local| add(local, Some(rule)));
        }
        let further = self.further.iter().map(|(start, end)| Span { start: *start, end: *end, event: index });
        spans.extend(further.filter(|span| span.touches(from, to)));
    }

    fn excepts(&self, local: i64, start: i64) -> bool {
        self.except.binary_search(&start).is_ok()
            || self.except_days.binary_search(&local.div_euclid(DAY)).is_ok()
    }

    fn except(&mut self, moment: Moment, clocks: &[Clock]) {
        let (list, value) = if moment.is_date {
            (&mut self.except_days, moment.day())
        } else {
            (&mut self.except, instant(moment, clocks))
        };
        // They mostly come in their order.
        if list.len() < MOST_EXCEPTIONS {
            list.insert(list.partition_point(|other| *other < value), value);
        }
    }
}

/// The second since the epoch of a moment.
fn instant(moment: Moment, clocks: &[Clock]) -> i64 {
    clocks.get(moment.clock).map_or(moment.local, |clock| clock.instant(moment.local))
}

/// The events of a file, those that replace one of a series and those of the series without it.
pub(super) fn events(file: &mut File, clocks: &[Clock], work: &mut u64) -> Vec<Event> {
    let entries = std::mem::take(&mut file.entries);
    let (replacing, series): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.replaces.is_some());
    let mut yearly_work = MOST_WORK_A_YEAR;
    let mut events = Vec::new();
    let mut series_of: HashMap<&str, Vec<usize>> = HashMap::new();
    for entry in series.iter().filter(|entry| !entry.is_cancelled) {
        if let Some(event) = event(entry, clocks, work, &mut yearly_work, &mut file.findings) {
            series_of.entry(&entry.uid).or_default().push(events.len());
            events.push(event);
        }
    }
    for entry in &replacing {
        let copies = series_of.get(entry.uid.as_str()).map(Vec::as_slice).unwrap_or_default();
        for index in copies.iter().take(MOST_COPIES) {
            if let (Some(event), Some(replaced)) = (events.get_mut(*index), entry.replaces) {
                event.except(replaced, clocks);
            }
        }
        if !entry.is_cancelled {
            events.extend(event(entry, clocks, work, &mut yearly_work, &mut file.findings));
        }
    }
    events
}

fn event(
    entry: &Entry,
    clocks: &[Clock],
    work: &mut u64,
    yearly_work: &mut u64,
    findings: &mut Findings,
) -> Option<Event> {
    let start = entry.start?;
    let length = length(entry, start, clocks);
    if length.is_empty() {
        let help = "It closes nothing. Write a DTEND after its DTSTART, or a DURATION.";
        let message = format!("The event {} takes no time.", quoted(&entry.summary));
        findings.add(Code::CalendarNoLength, entry.line, message, help);
        return None;
    }
    let mut event = Event {
        summary: entry.summary.clone(),
        is_advisory: entry.is_advisory,
        clock: start.clock,
        start: start.local,
        length,
        rules: Vec::new(),
        further: Vec::new(),
        except: Vec::new(),
        except_days: Vec::new(),
    };
    for (line, text) in &entry.rules {
        // Of an event that replaces one of a series nothing recurs.
        if entry.replaces.is_some() {
            break;
        }
        match Rule::read(text, start, work).and_then(|rule| affordable(rule, length, yearly_work)) {
            Ok(rule) => event.rules.push(rule),
            Err(unusable) => report(&unusable, *line, findings),
        }
    }
    for (from, end) in &entry.further {
        let own_length = match end {
            Some(PeriodEnd::After(length)) => *length,
            Some(PeriodEnd::At(end)) => between(*from, *end, clocks),
            None => length,
        };
        let days_later = from.local.saturating_add(own_length.days.saturating_mul(DAY));
        let until = instant(Moment { local: days_later, ..*from }, clocks);
        let from = instant(*from, clocks);
        event.further.push((from, until.saturating_add(own_length.seconds)));
    }
    for moment in &entry.except {
        event.except(*moment, clocks);
    }
    let except = &event.except;
    event.further.retain(|(from, _)| except.binary_search(from).is_err());
    Some(event)
}

/// How long the event is: to its end, or as its duration says, or the day of a date.
///
/// Each event of a series is exactly as long, in seconds, as the first one from its start to its end.
/// Source: RFC 5545, 3.8.5.3.
fn length(entry: &Entry, start: Moment, clocks: &[Clock]) -> Length {
    match (entry.end, entry.length) {
        (Some(end), _) => between(start, end, clocks),
        (None, Some(length)) => length,
        (None, None) => Length { days: i64::from(start.is_date), seconds: 0 },
    }
}

fn between(start: Moment, end: Moment, clocks: &[Clock]) -> Length {
    if start.is_date && end.is_date {
        return Length { days: end.day().saturating_sub(start.day()), seconds: 0 };
    }
    let seconds = instant(end, clocks).saturating_sub(instant(start, clocks));
    Length { days: 0, seconds }
}

/// Takes the work of a rule from what is left for all. An event that lasts for years is asked for years
/// more.
fn affordable(rule: Rule, length: Length, yearly_work: &mut u64) -> Result<Rule, Unusable> {
    let years = (length.at_most() / (365 * DAY)).unsigned_abs().saturating_add(1);
    let work = rule.work_a_year().saturating_mul(years);
    *yearly_work = yearly_work.checked_sub(work).ok_or(Unusable::TooMuch)?;
    Ok(rule)
}

fn report(unusable: &Unusable, line: usize, findings: &mut Findings) {
    let (code, message) = match unusable {
        Unusable::Unreadable(reason) => (Code::CalendarRule, format!("The RRULE cannot be read: {reason}.")),
        Unusable::TooOften => (
            Code::CalendarRule,
            "The RRULE leads to more events than a calendar has: more than one every six minutes.".to_owned(),
        ),
        Unusable::TooMuch => {
            (Code::CalendarTooMuch, "The file's recurring events are more than can be followed.".to_owned())
        }
    };
    findings.add(code, line, message, "The event counts once, at its DTSTART.");
}
