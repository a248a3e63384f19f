//! What a planner can tell of an account's windows and AWS does not.
//!
//! Each [`Insight`] says something in plain English, and names the executions that it speaks of. Texts
//! may change; [`Kind`]s are stable. All executions are looked at once, in the order of their starts
//! (`sweep`); those of one window that reach into one another count as one block, so that a rate of
//! minutes costs and says no more than a rate of days.

mod alone;
mod explain;
mod load;
mod pairs;
mod subject;
mod sweep;

pub use explain::{Reason, explain_execution};

use crate::diagnostic::Severity;
use crate::freeze::Calendar;
use crate::occurrence::Occurrence;
use crate::pace::{Pace, at_once};
use crate::plan::{Plan, WindowId};
use crate::timestamp::rfc3339;
use crate::words;
use crate::zone::{ClockChangePolicy, Zone};
use crate::{Timestamp, order::sort_by_key};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use subject::Subject;

/// How many executions of one window, or pairs of two, an insight names.
pub const MOST_RUNS: usize = 10;

/// How many insights of one kind there are at the most; a last one tells how many more.
pub const MOST_OF_A_KIND: usize = 100;

/// How many windows are looked at. AWS has 50 in an account and Region.
pub const MOST_WINDOWS: usize = 1000;

/// What an insight is about. Names never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Kind {
    /// There is too much to look at all of it.
    Incomplete,
    /// A window that never runs.
    NeverRuns,
    /// More windows are open at once than AWS has in execution.
    OverQuota,
    /// Two windows are open at once.
    Overlap,
    /// A window begins again before it has ended.
    OverlapsItself,
    /// Runs that the clocks skip.
    ClockSkips,
    /// Runs that the clocks move.
    ClockMoves,
    /// Runs at a time that comes twice.
    ClockRepeats,
    /// Runs in a freeze.
    InFreeze,
    /// A window that soon runs for the last time.
    EndsSoon,
    /// Runs during which the clocks change.
    ClockChanges,
    /// When most windows are open at once.
    Busiest,
    /// The longest time without a window.
    LongestGap,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Incomplete,
        Self::NeverRuns,
        Self::OverQuota,
        Self::Overlap,
        Self::OverlapsItself,
        Self::ClockSkips,
        Self::ClockMoves,
        Self::ClockRepeats,
        Self::InFreeze,
        Self::EndsSoon,
        Self::ClockChanges,
        Self::Busiest,
        Self::LongestGap,
    ];

    /// Its name in JSON: `in-freeze`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::NeverRuns => "never-runs",
            Self::OverQuota => "over-quota",
            Self::Overlap => "overlap",
            Self::OverlapsItself => "overlaps-itself",
            Self::ClockSkips => "clock-skips",
            Self::ClockMoves => "clock-moves",
            Self::ClockRepeats => "clock-repeats",
            Self::InFreeze => "in-freeze",
            Self::EndsSoon => "ends-soon",
            Self::ClockChanges => "clock-changes",
            Self::Busiest => "busiest",
            Self::LongestGap => "longest-gap",
        }
    }
}

/// One insight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Insight {
    /// What it is about.
    pub kind: Kind,
    /// How much it weighs: never an error, since AWS takes all of this.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// What follows from it, or what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The windows it speaks of.
    pub windows: Vec<WindowId>,
    /// The executions it speaks of, the first [`MOST_RUNS`] of each window.
    pub runs: Vec<Run>,
    /// How often it is so: runs, pairs of runs, or stretches of time.
    pub count: usize,
    /// The time it speaks of, where that is no run's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stretch: Option<Span>,
}

impl Insight {
    /// Whether it only tells how many more there are of its kind: `count`, which are not there.
    #[must_use]
    pub fn is_rest(&self) -> bool {
        let is_of_windows = !matches!(self.kind, Kind::Incomplete | Kind::LongestGap);
        is_of_windows && self.windows.is_empty()
    }

    /// One of a kind, with nothing to say yet.
    fn of_kind(kind: Kind) -> Self {
        Self {
            kind,
            severity: Severity::Note,
            message: String::new(),
            help: None,
            windows: Vec::new(),
            runs: Vec::new(),
            count: 1,
            stretch: None,
        }
    }
}

/// An execution and its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The window's id.
    pub window: WindowId,
    /// When.
    pub occurrence: Occurrence,
}

/// `windowId`, `start`, `cutoff` and `end`, as RFC 3339 in UTC.
impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut run = serializer.serialize_struct("Run", 4)?;
        run.serialize_field("windowId", &self.window)?;
        run.serialize_field("start", &self.occurrence.start.to_string())?;
        run.serialize_field("cutoff", &self.occurrence.cutoff.to_string())?;
        run.serialize_field("end", &self.occurrence.end.to_string())?;
        run.end()
    }
}

/// From an instant until another, which is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The first instant.
    #[serde(with = "rfc3339")]
    pub from: Timestamp,
    /// The first instant after it.
    #[serde(with = "rfc3339")]
    pub until: Timestamp,
}

/// Which overlaps are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Overlaps {
    /// Those of any two windows.
    #[default]
    All,
    /// Those of windows that are registered for the same targets.
    OfSharedTargets,
}

/// What is asked of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Question<'c> {
    /// Executions that start from here on count.
    pub from: Timestamp,
    /// Executions that start before this instant count.
    pub until: Timestamp,
    /// The zone in which texts tell times.
    pub zone: Zone,
    /// What happens to local times that the clocks skip or repeat.
    pub policy: ClockChangePolicy,
    /// Which overlaps are told.
    pub overlaps: Overlaps,
    /// A window whose last run comes before this instant ends soon.
    pub soon: Timestamp,
    /// From when the schedule of a window counts that AWS does not run yet, as in
    /// [`Window::counts_from`](crate::plan::Window::counts_from); without it, all count from their anchor.
    pub planned: Option<Timestamp>,
    /// The freezes, each with the name of its calendar.
    pub calendars: &'c [(String, Calendar)],
}

impl Question<'_> {
    /// Everything about a year from an instant on; what ends within 30 days ends soon.
    #[must_use]
    pub fn year_from(now: Timestamp, zone: Zone) -> Self {
        Self {
            from: now,
            until: now.plus_hours(365 * 24),
            zone,
            policy: ClockChangePolicy::default(),
            overlaps: Overlaps::default(),
            soon: now.plus_hours(30 * 24),
            planned: None,
            calendars: &[],
        }
    }

    /// `Tue 2027-01-19 23:30`, in the question's zone.
    fn moment(&self, instant: Timestamp) -> String {
        let local = self.zone.local(instant);
        format!("{} {}", words::day(local), words::time(local))
    }

    /// `on Tue 2027-01-19 23:30 (UTC)`, or `12 times, first on …`.
    fn when(&self, count: usize, first: Timestamp) -> String {
        let on = format!("on {} ({})", self.moment(first), self.zone_words());
        match count {
            1 => on,
            2 => format!("twice, first {on}"),
            count => format!("{count} times, first {on}"),
        }
    }

    /// `UTC` or `Los Angeles time`.
    fn zone_words(&self) -> String {
        if self.zone == Zone::UTC { "UTC".to_owned() } else { format!("{} time", self.zone.city()) }
    }
}

/// All that can be told of the enabled windows of a plan, the weightiest first. Windows whose definition
/// is wrong have no executions, and their findings elsewhere.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::insight::{Kind, Question, insights};
/// use window_planner_core::plan::Plan;
/// use window_planner_core::window::{CreateMaintenanceWindowRequest, Request};
/// use window_planner_core::zone::Zone;
///
/// let now = Timestamp::parse_rfc3339("2027-01-01T00:00:00Z").unwrap();
/// let mut plan = Plan::default();
/// for (name, schedule) in [("Web", "cron(30 2 ? * SUN *)"), ("Database", "cron(0 4 ? * SUN *)")] {
///     let (window, _) = CreateMaintenanceWindowRequest::from_json(&format!(
///         r#"{{"Name": "{name}", "Schedule": "{schedule}", "ScheduleTimezone": "America/New_York",
///             "Duration": 2, "Cutoff": 0, "AllowUnassociatedTargets": true}}"#
///     ));
///     plan.add(window, now);
/// }
/// let found = insights(&plan, &Question::year_from(now, Zone::UTC));
///
/// // On 14 March 2027 the clocks go from 2 to 3, so 51 Sundays of the year are left.
/// let overlap = found.iter().find(|insight| insight.kind == Kind::Overlap).unwrap();
/// assert_eq!(overlap.count, 51);
/// assert!(found.iter().any(|insight| insight.kind == Kind::ClockSkips && insight.count == 1));
/// ```
#[must_use]
pub fn insights(plan: &Plan, question: &Question<'_>) -> Vec<Insight> {
    at_once(insights_at(&mut Pace::whole(), plan, question))
}

/// [`insights`], with the rests of `pace`.
pub async fn insights_at(pace: &mut Pace, plan: &Plan, question: &Question<'_>) -> Vec<Insight> {
    let mut subjects: Vec<Subject<'_>> = Vec::new();
    for window in &plan.windows {
        subjects.extend(Subject::of(window, question));
        if subjects.len() == MOST_WINDOWS {
            break;
        }
        pace.step().await;
    }
    let swept = sweep::sweep(&subjects, question, pace).await;
    let closed = alone::Closed::of(question);
    let mut found = Vec::new();
    for subject in &subjects {
        alone::tell(subject, question, &closed, &mut found);
        pace.step().await;
    }
    pairs::tell(&subjects, &swept, question, &mut found, pace).await;
    load::tell(&subjects, &swept, question, &mut found);
    // Stable, so that windows stay in the plan's order.
    sort_by_key(&mut found, |insight| (insight.severity, insight.kind));
    bounded(found)
}

/// Keeps the first of each kind, and tells how many more there are. Some may stand for many already.
fn bounded(found: Vec<Insight>) -> Vec<Insight> {
    let mut kept: Vec<Insight> = Vec::new();
    let mut run_of_kind = 0_usize;
    let mut last = None;
    for insight in found {
        let of = (insight.severity, insight.kind);
        run_of_kind = if last == Some(of) { run_of_kind.saturating_add(1) } else { 0 };
        last = Some(of);
        let count = if insight.is_rest() { insight.count } else { 1 };
        if run_of_kind < MOST_OF_A_KIND {
            kept.push(insight);
        } else if let Some(rest) = kept.last_mut().filter(|_| run_of_kind > MOST_OF_A_KIND) {
            rest.count = rest.count.saturating_add(count);
            rest.message = format!("And {} more of this kind.", rest.count);
        } else {
            kept.push(Insight {
                message: format!("And {count} more of this kind."),
                help: None,
                windows: Vec::new(),
                runs: Vec::new(),
                count,
                stretch: None,
                ..insight
            });
        }
    }
    kept
}

/// `1 run`, `12 runs`.
fn runs(count: usize) -> String {
    if count == 1 { "1 run".to_owned() } else { format!("{count} runs") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_called_as_it_is_in_json() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
}
