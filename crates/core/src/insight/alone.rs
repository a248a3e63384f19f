//! What can be told of a window without looking at others.

use super::subject::Subject;
use super::{Insight, Kind, MOST_RUNS, Question, Run, runs};
use crate::Timestamp;
use crate::diagnostic::Severity;
use crate::freeze::Freeze;
use crate::occurrence::{ClockChangeEffect, NoRuns, Query};
use crate::words;

/// How far a change of the clocks reaches: a window is open for a day at most, and the clocks once left
/// out a day.
const NEAR_CHANGE_HOURS: i64 = 48;

/// How many skipped runs are named.
const MOST_NAMED: usize = 5;

/// The times in which a calendar is closed, with its name.
pub(super) struct Closed<'c> {
    name: &'c str,
    freezes: Vec<Freeze<'c>>,
}

impl<'c> Closed<'c> {
    /// Those of all calendars, which are asked once for all windows.
    pub(super) fn of(question: &Question<'c>) -> Vec<Self> {
        // A run may reach a day beyond the last instant that is asked for.
        let until = question.until.plus_hours(24);
        let calendars = question.calendars.iter();
        calendars
            .map(|(name, calendar)| Self { name, freezes: calendar.closed(question.from, until) })
            .collect()
    }
}

pub(super) fn tell(
    subject: &Subject<'_>,
    question: &Question<'_>,
    closed: &[Closed<'_>],
    found: &mut Vec<Insight>,
) {
    if let Some(reason) = subject.timing.no_runs(&Query { before: None, ..subject.query }) {
        found.push(never_runs(subject, reason));
        return;
    }
    found.extend(ends_soon(subject, question));
    found.extend(overlaps_itself(subject, question));
    clock_changes(subject, question, found);
    found.extend(closed.iter().filter_map(|closed| in_freezes(subject, question, closed)));
}

fn insight(subject: &Subject<'_>, kind: Kind, severity: Severity, message: String) -> Insight {
    let windows = vec![subject.window.id.clone()];
    Insight { severity, message, windows, count: 0, ..Insight::of_kind(kind) }
}

fn never_runs(subject: &Subject<'_>, reason: NoRuns) -> Insight {
    let is_over = matches!(reason, NoRuns::MomentPast | NoRuns::EndDate | NoRuns::YearsPast { .. });
    let again = if is_over { " again" } else { "" };
    let message = format!("{} never runs{again}. {reason}", subject.title());
    let help = "AWS accepts such a window, and some people mean it: it runs by hand only.";
    Insight { help: Some(help.to_owned()), ..insight(subject, Kind::NeverRuns, Severity::Warning, message) }
}

/// Whether its last run comes before what the question calls soon.
fn ends_soon(subject: &Subject<'_>, question: &Question<'_>) -> Option<Insight> {
    let after_soon = Query { after: question.soon.plus_millis(-1), before: None, ..subject.query };
    if subject.timing.starts(&after_soon).next().is_some() {
        return None;
    }
    let before_soon = Query { before: Some(question.soon), ..subject.query };
    let last = subject.timing.occurrences(&before_soon).last()?;
    let message = format!(
        "{} runs for the last time on {} ({}).",
        subject.title(),
        question.moment(last.start),
        question.zone_words()
    );
    Some(Insight {
        runs: vec![subject.run(last)],
        count: 1,
        ..insight(subject, Kind::EndsSoon, Severity::Warning, message)
    })
}

/// Whether a run begins before the one before has ended. Counts the runs that do.
fn overlaps_itself(subject: &Subject<'_>, question: &Question<'_>) -> Option<Insight> {
    let open = subject.open_millis();
    let mut count = 0_usize;
    let mut first = None;
    let mut before: Option<Timestamp> = None;
    for start in subject.timing.starts(&subject.query) {
        if let Some(before) = before.filter(|before| start < before.plus_millis(open)) {
            count = count.saturating_add(1);
            first.get_or_insert(before);
        }
        before = Some(start);
    }
    let first = first?;
    let message =
        format!("{} begins again before its run has ended {}.", subject.title(), question.when(count, first));
    let help = "AWS skips a run while the one before is still busy. Shorten Duration or run less often.";
    Some(Insight {
        runs: subject.runs_from(first).take(2).collect(),
        count,
        help: Some(help.to_owned()),
        ..insight(subject, Kind::OverlapsItself, Severity::Warning, message)
    })
}

/// What the clocks do to its runs, each effect apart.
fn clock_changes(subject: &Subject<'_>, question: &Question<'_>, found: &mut Vec<Insight>) {
    let mut skipped = subject.timing.skipped(&subject.query);
    let named: Vec<_> = skipped.by_ref().take(MOST_NAMED).collect();
    if let Some(first) = named.first() {
        let of_first = named.iter().take_while(|run| run.change == first.change).count();
        let more = skipped.count();
        let count = named.len().saturating_add(more);
        let named = named.get(..of_first).unwrap_or_default();
        // Those that are not named may be of another night.
        let words = words::skipped(named, 0, subject.timing.zone()).unwrap_or_default();
        let message = format!("The clocks skip {} of {}. {words}", runs(count), subject.title());
        found.push(Insight { count, ..insight(subject, Kind::ClockSkips, Severity::Warning, message) });
    }
    let mut touched: Vec<(Kind, usize, Vec<Run>)> = Vec::new();
    let until = question.until.plus_hours(24);
    for change in subject.timing.zone().changes(question.from, until) {
        // One that starts after `near` is not touched by the change before.
        let near = change.at.plus_hours(-NEAR_CHANGE_HOURS).max(subject.query.after);
        let after_change = change.at.plus_hours(NEAR_CHANGE_HOURS);
        let before = subject.query.before.map_or(after_change, |before| before.min(after_change));
        let query = Query { after: near, before: Some(before), ..subject.query };
        for run in subject.timing.occurrences(&query) {
            let Some(effect) =
                run.clock_change.filter(|found| found.change == change).map(|found| found.effect)
            else {
                continue;
            };
            let kind = match effect {
                ClockChangeEffect::RepeatedRunsFirst | ClockChangeEffect::RepeatedRunsSecond => {
                    Kind::ClockRepeats
                }
                ClockChangeEffect::ShiftedForward => Kind::ClockMoves,
                ClockChangeEffect::DuringWindow => Kind::ClockChanges,
            };
            let place = touched.iter().position(|(other, ..)| *other == kind).unwrap_or(touched.len());
            if place == touched.len() {
                touched.push((kind, 0, Vec::new()));
            }
            if let Some((_, count, runs)) = touched.get_mut(place) {
                *count = count.saturating_add(1);
                if runs.len() < MOST_RUNS {
                    runs.push(subject.run(run));
                }
            }
        }
    }
    for (kind, count, of_kind) in touched {
        let (what, severity) = match kind {
            Kind::ClockRepeats => ("start at a time that comes twice", Severity::Warning),
            Kind::ClockMoves => ("are moved by the clocks", Severity::Warning),
            _ => ("are open while the clocks change", Severity::Note),
        };
        let first = of_kind.first().and_then(|run| run.occurrence.clock_change);
        let words =
            first.map(|change| words::clock_change(change, subject.timing.zone())).unwrap_or_default();
        let what = if count == 1 { singular(what) } else { what.to_owned() };
        let message = format!("{} of {} {what}. {words}", runs(count), subject.title());
        found.push(Insight { runs: of_kind, count, ..insight(subject, kind, severity, message) });
    }
}

/// `are open` → `is open`, `start` → `starts`: of one run.
fn singular(verb: &str) -> String {
    match (verb.strip_prefix("are "), verb.strip_prefix("start ")) {
        (Some(rest), _) => format!("is {rest}"),
        (_, Some(rest)) => format!("starts {rest}"),
        _ => verb.to_owned(),
    }
}

/// The runs that touch a freeze, and the events that make it.
fn in_freezes(
    subject: &Subject<'_>,
    question: &Question<'_>,
    Closed { name: calendar, freezes }: &Closed<'_>,
) -> Option<Insight> {
    let open = subject.open_millis();
    let mut coming = freezes.iter().peekable();
    let mut count = 0_usize;
    let mut starts = Vec::new();
    let mut summaries: Vec<&str> = Vec::new();
    for start in subject.timing.starts(&subject.query) {
        while coming.next_if(|freeze| freeze.end <= start).is_some() {}
        let Some(freeze) = coming.peek() else { break };
        if freeze.start < start.plus_millis(open) {
            count = count.saturating_add(1);
            if starts.len() < MOST_RUNS {
                starts.push(start);
            }
            for summary in &freeze.summaries {
                if summaries.len() < MOST_NAMED && !summaries.contains(summary) {
                    summaries.push(summary);
                }
            }
        }
    }
    let first = *starts.first()?;
    let verb = if count == 1 { "falls" } else { "fall" };
    let of = if summaries.is_empty() { String::new() } else { format!(": {}", summaries.join(", ")) };
    let message = format!(
        "{} of {} {verb} into a freeze of {calendar}{of}. First on {} ({}).",
        runs(count),
        subject.title(),
        question.moment(first),
        question.zone_words()
    );
    let help = "AWS does not hold a window back for a calendar. Disable the window for the time, or move it.";
    Some(Insight {
        runs: starts.into_iter().filter_map(|start| subject.runs_from(start).next()).collect(),
        count,
        help: Some(help.to_owned()),
        ..insight(subject, Kind::InFreeze, Severity::Warning, message)
    })
}
