//! Executions that AWS tells, beside ours.

use super::Merge;
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::import::{BegunExecution, Placed, ScheduledExecution};
use crate::occurrence::Timing;
use crate::plan::{Cancellation, ExecutionStatus, Window, WindowId};
use crate::window::NextExecution;

/// How long after the instant that its schedule names an execution may start: real ones lag by 16 to 35
/// seconds (observed in outputs of AWS's guides).
const GREATEST_LAG_MILLIS: i64 = 5 * 60_000;

impl Merge<'_> {
    /// Compares executions to come with ours. They tell from when a rate counts, where nothing else does.
    pub(super) fn scheduled(&mut self, id: &WindowId, scheduled: &[Placed<ScheduledExecution>]) {
        let Some(first) = scheduled.first() else { return };
        let Some(at) = self.index.get(id).copied() else {
            return self.no_window(&first.place, id, "This execution to come");
        };
        let now = self.now;
        let next = scheduled.iter().map(|placed| &placed.value).min_by_key(|scheduled| scheduled.start);
        if !matches!(self.described.get(&at), Some((_, Some(_))))
            && let Some(next) = next
        {
            self.touch(at);
            if let Some(window) = self.plan.windows.get_mut(at)
                && let Some(timing) = window.timing()
                && let NextExecution::FixesRate(anchor) =
                    NextExecution::compare(&timing, next.start, window.created, now)
            {
                window.anchor = anchor;
            }
        }
        let Some((window, timing)) = self.timed(at) else { return };
        let query = |start: Timestamp| window.query(start.plus_millis(-1));
        let agrees = |start| timing.starts(&query(start)).next() == Some(start);
        let outcomes: Vec<bool> = scheduled.iter().map(|placed| agrees(placed.value.start)).collect();
        let difference = scheduled.iter().zip(&outcomes).find(|(_, agrees)| !**agrees).map(|(placed, _)| {
            let ours = timing.starts(&query(placed.value.start)).next();
            let finding = NextExecution::Differs(ours).finding(&timing, &placed.value.told);
            let message = finding.message.replace("next execution", "execution to come");
            (placed.place.clone(), Diagnostic { field: "ExecutionTime".into(), message, ..finding })
        });
        for agrees in outcomes {
            self.report.scheduled.add(agrees);
        }
        if let Some((place, finding)) = difference {
            self.find(&place, finding);
        }
    }

    /// Compares executions that have begun with ours, and takes from them which ones were cancelled.
    pub(super) fn executions(&mut self, id: &WindowId, executions: &[Placed<BegunExecution>]) {
        let Some(first) = executions.first() else { return };
        let Some(at) = self.index.get(id).copied() else {
            return self.no_window(&first.place, id, "This execution");
        };
        let place = first.place.clone();
        let finding = Diagnostic::new(
            Code::ImportNotKept,
            "",
            "A plan does not hold executions: it knows them from the schedules that its windows had.",
        )
        .help("Of these only which ones were cancelled was taken over.");
        self.find(&place, finding);
        let Some((window, timing)) = self.timed(at) else { return };
        let ours = |execution: &BegunExecution| {
            let from = execution.start.plus_millis(-GREATEST_LAG_MILLIS);
            let query = window.query(from.plus_millis(-1)).before(execution.start.plus_millis(1));
            timing.starts(&query).last()
        };
        let starts: Vec<Option<Timestamp>> = executions.iter().map(|placed| ours(&placed.value)).collect();
        self.touch(at);
        for (Placed { value, .. }, start) in executions.iter().zip(starts) {
            self.report.executions.add(start.is_some());
            let cancelled = (value.status == ExecutionStatus::Cancelled).then_some(value.end).flatten();
            if let (Some(start), Some(cancelled), Some(window)) =
                (start, cancelled, self.plan.windows.get_mut(at))
                && !window.cancellations.iter().any(|known| known.start == start)
            {
                window.cancellations.push(Cancellation { start, at: cancelled });
            }
        }
    }

    /// A window and when it runs.
    fn timed(&self, at: usize) -> Option<(Window, Timing)> {
        let window = self.plan.windows.get(at)?;
        Some((window.clone(), window.timing()?))
    }
}
