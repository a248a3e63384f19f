//! [`Told`]: what views are told of a window.

use super::{
    LastingMemo, Reading, Shown,
    planned::{Source, Surroundings},
};
use crate::{
    calendar::{
        drawn::{Drawn, Update},
        runs::WindowRuns,
        span::Days,
    },
    windows::listing::Problems,
    words::isolated,
};
use leptos::prelude::*;
use std::sync::Arc;
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    occurrence::Timing,
    operations::registered,
    plan::{Touch, Window, WindowState},
    zone::Zone,
};

/// What views are told of a window, and again when it has become otherwise.
pub(crate) struct Told {
    /// What is shown of it.
    pub(crate) shown: LastingMemo<Shown>,
    /// The zone of its schedule, where it has one and the calendar does not leave it out.
    pub(crate) zone_in_view: LastingMemo<Option<Zone>>,
    /// All that is found about it.
    pub(crate) findings: LastingMemo<Vec<Diagnostic>>,
    /// Whether it touches what the search asks for; none while it asks for nothing of that kind.
    pub(crate) touch: LastingMemo<Option<Touch>>,
    /// How much is wrong with its targets and tasks.
    pub(crate) registered: LastingMemo<Problems>,
    /// What it is doing now.
    pub(crate) state: LastingMemo<WindowState>,
    /// What its executions are drawn from; none while it has no schedule.
    pub(crate) drawn: LastingMemo<Option<Drawn>>,
    /// What it does on the days that the calendar draws; none when it is hidden or has no schedule, or
    /// is disabled and no update takes runs away.
    pub(crate) runs: LastingMemo<Option<Arc<WindowRuns>>>,
}

impl Told {
    /// What is told of the window in `source`, of which `reading` is the definition.
    pub(super) fn new(
        source: &Source,
        reading: &LastingMemo<Reading>,
        surroundings: &'static Surroundings,
    ) -> Self {
        let &Surroundings { clock, opened_at, hidden, asked, .. } = surroundings;
        let touch = LastingMemo::new({
            let source = source.clone();
            move |_| asked.with(|asked| source.with(|window| Some(window.touch(asked.as_ref()?))).flatten())
        });
        let shown = LastingMemo::new({
            let (source, reading, touch) = (source.clone(), reading.clone(), touch.clone());
            move |_| {
                let Reading { timing, description, obstacle } = reading.get();
                let (title, color, anchor, enabled) = source
                    .with(|window| {
                        let anchor = window.counts_from(opened_at);
                        (isolated(window.title()), window.color.unwrap_or(0), anchor, window.enabled)
                    })
                    .unwrap_or((String::new(), 0, opened_at, false));
                let is_untouched = touch.get() == Some(Touch::No);
                let hidden = is_untouched || hidden.with(|hidden| hidden.contains(&source.id));
                let id = source.id.clone();
                Shown { id, title, color, timing, anchor, enabled, hidden, obstacle, description }
            }
        });
        let zone_in_view = LastingMemo::new({
            let shown = shown.clone();
            move |_| shown.with(|shown| shown.timing.as_deref().filter(|_| !shown.hidden).map(Timing::zone))
        });
        let findings = LastingMemo::new({
            let source = source.clone();
            move |_| source.with(|window| window.findings(clock.now.get())).unwrap_or_default()
        });
        let registered = LastingMemo::new({
            let source = source.clone();
            move |_| source.with(|window| Problems::of(&registered::findings(window))).unwrap_or_default()
        });
        let state = LastingMemo::new({
            let (source, reading) = (source.clone(), reading.clone());
            move |_| {
                let timing = reading.with(Reading::as_written);
                let state = source.with(|window| {
                    window.state(timing.as_deref(), window.counts_from(opened_at), clock.now.get())
                });
                state.unwrap_or(WindowState::Invalid)
            }
        });
        let drawn = drawn(source, shown.clone(), surroundings);
        let runs = runs(source, shown.clone(), drawn.clone(), surroundings);
        Self { shown, zone_in_view, findings, touch, registered, state, drawn, runs }
    }
}

/// The update of a window that is to be sent, if one is; executions from `since` on will be other ones.
pub(super) fn update(
    window: &Window,
    opened_at: Timestamp,
    since: impl FnOnce() -> Timestamp,
) -> Option<Update> {
    let is_changed = window.in_account.is_some() && !window.is_applied();
    is_changed.then(|| {
        let before = window.course_in_account(opened_at);
        Update { before: before.map(|(timing, anchor)| (Arc::new(timing), anchor)), since: since() }
    })
}

/// The starts of the executions of a window that were cancelled.
pub(super) fn cancelled(window: &Window) -> Vec<Timestamp> {
    window.cancellations.iter().map(|it| it.start).collect()
}

/// What its executions are drawn from. A change of its name costs a comparison.
fn drawn(
    source: &Source,
    shown: LastingMemo<Shown>,
    surroundings: &'static Surroundings,
) -> LastingMemo<Option<Drawn>> {
    let &Surroundings { clock, opened_at, .. } = surroundings;
    let update = LastingMemo::new({
        let source = source.clone();
        move |_| source.with(|window| update(window, opened_at, || clock.minute.get())).flatten()
    });
    let cancelled = LastingMemo::new({
        let source = source.clone();
        move |_| source.with(cancelled).unwrap_or_default()
    });
    LastingMemo::new(move |_| {
        let update = update.get();
        let cancelled = cancelled.get();
        shown.with(|shown| {
            let timing = shown.timing.clone()?;
            Some(Drawn { timing, anchor: shown.anchor, enabled: shown.enabled, update, cancelled })
        })
    })
}

/// What the window does on the days that the calendar draws.
fn runs(
    source: &Source,
    shown: LastingMemo<Shown>,
    drawn: LastingMemo<Option<Drawn>>,
    surroundings: &'static Surroundings,
) -> LastingMemo<Option<Arc<WindowRuns>>> {
    let hidden = LastingMemo::new(move |_| shown.with(|shown| shown.hidden));
    let id = source.id.clone();
    LastingMemo::new(move |_| {
        if hidden.get() {
            return None;
        }
        let drawn = drawn.get().filter(Drawn::has_runs)?;
        let days = surroundings.days.get().unwrap_or_else(|| {
            let own = surroundings.wall.get().zone(drawn.timing.zone());
            Arc::new(Days::of(surroundings.drawn.get(), own))
        });
        Some(Arc::new(WindowRuns::new(id.clone(), &drawn, days)))
    })
}
