//! A schedule in its zone and bounds → the executions it leads to.
//!
//! ```
//! use window_planner_core::Timestamp;
//! use window_planner_core::occurrence::{ClockChangeEffect, Query, Timing};
//! use window_planner_core::schedule::Schedule;
//! use window_planner_core::zone::Zone;
//!
//! let (schedule, _) = Schedule::parse("cron(30 1 ? * SUN *)").into_parts();
//! let timing = Timing::new(schedule.unwrap(), Zone::named("America/Los_Angeles"));
//! let november = Timestamp::parse_rfc3339("2026-11-01T00:00:00Z").unwrap();
//!
//! // On 1 November 2026 half past one comes twice. The run takes place once, the second time.
//! let run = timing.occurrences(&Query::after(november)).next().unwrap();
//! assert_eq!(timing.aws_text(run.start), "2026-11-01T01:30-08:00");
//! assert_eq!(run.clock_change.unwrap().effect, ClockChangeEffect::RepeatedRunsSecond);
//! ```

mod calendar;
mod clock_change;
mod comparison;
mod execution;
mod fires;
mod no_runs;
mod pattern;
mod starts;
mod timing;
mod years;

pub use clock_change::{ClockChange, ClockChangeEffect, SkippedRun};
pub use comparison::{Changes, Comparison, Course, MOST_COMPARED, RunChange};
pub use execution::{ClockChangeNote, Execution};
pub use no_runs::NoRuns;
pub use timing::{Hours, Timing};

use crate::Timestamp;
use crate::schedule::Schedule;
use crate::zone::{ClockChangePolicy, Stretch};
use starts::{CronStarts, RateStarts, Start};

const HOUR_MILLIS: i64 = 3_600_000;

/// One execution of a window. The window is open from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// When it starts. AWS's own starts lag behind by some 16 to 35 seconds.
    pub start: Timestamp,
    /// From then on no new task starts; `Cutoff` hours before the end.
    pub cutoff: Timestamp,
    /// When the window closes, `Duration` hours after the start. Tasks may run on past it.
    pub end: Timestamp,
    /// What a change of the clocks does to it.
    pub clock_change: Option<ClockChange>,
}

/// Which executions are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query {
    /// Executions start after this instant, not at it; none is before 1970.
    pub after: Timestamp,
    /// Executions start before this instant, not at it; without it, up to 2099-12-31.
    pub before: Option<Timestamp>,
    /// The instant at which the window was created, or its schedule last changed; without it, `after`.
    ///
    /// A rate counts from it, unless `StartDate` is later. With a `ScheduleOffset` only cron times
    /// after it lead to an execution. Other schedules do not depend on it.
    pub created: Option<Timestamp>,
    /// What happens to local times that the clocks skip or repeat.
    pub policy: ClockChangePolicy,
}

impl Query {
    /// All executions after an instant, of a window created then.
    #[must_use]
    pub fn after(after: Timestamp) -> Self {
        Self { after, before: None, created: None, policy: ClockChangePolicy::default() }
    }

    /// Only executions before this instant.
    #[must_use]
    pub fn before(self, before: Timestamp) -> Self {
        Self { before: Some(before), ..self }
    }

    /// For a window created at this instant.
    #[must_use]
    pub fn created(self, created: Timestamp) -> Self {
        Self { created: Some(created), ..self }
    }

    /// With this rule for changes of the clocks.
    #[must_use]
    pub fn policy(self, policy: ClockChangePolicy) -> Self {
        Self { policy, ..self }
    }

    fn created_at(&self) -> Timestamp {
        self.created.unwrap_or(self.after)
    }
}

impl Timing {
    /// The executions that `query` asks for, in their order. Nothing is allocated for one.
    #[must_use]
    pub fn occurrences(&self, query: &Query) -> Occurrences<'_> {
        let starts = self.starts(query);
        let open_for_tasks = self.duration().get().saturating_sub(self.cutoff().get());
        Occurrences {
            timing: self,
            policy: query.policy,
            open_millis: self.duration().get().saturating_mul(HOUR_MILLIS),
            open_for_tasks_millis: open_for_tasks.saturating_mul(HOUR_MILLIS),
            quiet_from: Timestamp::HORIZON,
            quiet_until: Timestamp::HORIZON,
            starts,
        }
    }

    /// Only the starts of the executions that `query` asks for.
    #[must_use]
    pub fn starts(&self, query: &Query) -> Starts<'_> {
        let created = query.created_at();
        let (from, last) = self.bounds(query);
        let source = match (self.schedule(), self.calendar()) {
            (Schedule::Rate(rate), _) => {
                let anchor = self.start_date().filter(|start| *start > created).unwrap_or(created);
                Source::Rate(RateStarts::new(anchor, rate.period_millis(), from))
            }
            (Schedule::At(moment), _) => {
                let start = starts::resolve(self.zone(), query.policy, *moment);
                Source::Once(start.filter(|start| *start >= from))
            }
            (Schedule::Cron(_), Some(calendar)) => {
                let offset = self.schedule_offset().map(|days| (days, created));
                Source::Cron(CronStarts::new(calendar, self.zone(), query.policy, (from, last), offset))
            }
            (Schedule::Cron(_), None) => Source::Once(None),
        };
        Starts { source, last }
    }

    /// The first and the last instant at which an execution that `query` asks for may start.
    fn bounds(&self, query: &Query) -> (Timestamp, Timestamp) {
        let after = query.after.plus_millis(1).max(Timestamp::EPOCH);
        let from = self.start_date().map_or(after, |start| after.max(start));
        let horizon = Timestamp::HORIZON.plus_millis(-1);
        let last = query.before.map_or(horizon, |before| before.plus_millis(-1).min(horizon));
        (from, self.end_date().map_or(last, |end| last.min(end)))
    }

    /// The runs that `query` would have had, did the clocks not skip their local time; none under
    /// [`ClockChangePolicy::ShiftForward`]. Lazy: a schedule of every second skips thousands.
    pub fn skipped(&self, query: &Query) -> impl Iterator<Item = SkippedRun> {
        let (from, last) = self.bounds(query);
        let to = if query.policy == ClockChangePolicy::ShiftForward { from } else { last.plus_millis(1) };
        let earliest_local = self.schedule_offset().map_or(i64::MIN, |days| {
            starts::earliest_local(self.zone(), query.policy, days, query.created_at())
        });
        clock_change::skipped(self, from, to, earliest_local)
    }
}

/// The executions of a [`Timing`]; see [`Timing::occurrences`].
#[derive(Clone, Debug)]
pub struct Occurrences<'t> {
    timing: &'t Timing,
    starts: Starts<'t>,
    policy: ClockChangePolicy,
    open_millis: i64,
    open_for_tasks_millis: i64,
    /// From `quiet_from` until `quiet_until` no change of the clocks is near.
    quiet_from: Timestamp,
    quiet_until: Timestamp,
}

impl Occurrences<'_> {
    #[cold]
    fn look_closely(&mut self, start: Timestamp, end: Timestamp) -> Option<ClockChange> {
        let found;
        let stretch = match &self.starts.source {
            Source::Cron(starts) => starts.stretch(),
            Source::Rate(_) | Source::Once(_) => {
                found = Stretch::at(self.timing.zone(), start.floor_seconds());
                &found
            }
        };
        (self.quiet_from, self.quiet_until) = stretch.quiet();
        if self.is_quiet_at(start) {
            return None;
        }
        clock_change::of(self.timing, self.policy, stretch, start, end)
    }

    fn is_quiet_at(&self, start: Timestamp) -> bool {
        self.quiet_from <= start && start < self.quiet_until
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    #[inline]
    fn next(&mut self) -> Option<Occurrence> {
        let Start { at: start, is_calm } = self.starts.next_start()?;
        // No start comes after 2099, and no window is open for more than a day.
        let after = |millis| Timestamp::from_millis(start.as_millis().wrapping_add(millis));
        let (cutoff, end) = (after(self.open_for_tasks_millis), after(self.open_millis));
        let clock_change =
            if is_calm || self.is_quiet_at(start) { None } else { self.look_closely(start, end) };
        Some(Occurrence { start, cutoff, end, clock_change })
    }
}

/// The starts of a [`Timing`]'s executions; see [`Timing::starts`].
#[derive(Clone, Debug)]
pub struct Starts<'t> {
    source: Source<'t>,
    /// The last instant at which an execution may start.
    last: Timestamp,
}

#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "it lives on the stack; a box would be an allocation for each query"
)]
enum Source<'t> {
    Cron(CronStarts<'t>),
    Rate(RateStarts),
    Once(Option<Timestamp>),
}

impl Starts<'_> {
    #[inline]
    fn next_start(&mut self) -> Option<Start> {
        let at = match &mut self.source {
            Source::Cron(starts) => return starts.next(),
            Source::Rate(starts) => starts.next(),
            Source::Once(start) => start.take(),
        };
        at.filter(|at| *at <= self.last).map(|at| Start { at, is_calm: false })
    }
}

impl Iterator for Starts<'_> {
    type Item = Timestamp;

    #[inline]
    fn next(&mut self) -> Option<Timestamp> {
        self.next_start().map(|start| start.at)
    }
}
