//! [`Planned`]: a window of the plan and what follows from it.

use super::{Reading, Shown, Wall};
use crate::{
    calendar::{
        runs::WindowRuns,
        span::{Days, Span},
    },
    clock::Clock,
    windows::listing::{Listed, Problems},
};
use leptos::prelude::*;
use std::{
    collections::BTreeSet,
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use window_planner_core::{
    Timestamp,
    diagnostic::{Diagnostic, Severity},
    occurrence::Timing,
    plan::{Plan, Window, WindowId, WindowState},
    zone::Zone,
};

/// A window of the plan. What follows from it is computed when it is read, and again only when this
/// window has changed: a keystroke in one window costs the others nothing. Clones are handles to the
/// same; one whose window was deleted answers with nothing, and never fails.
#[derive(Clone)]
pub(crate) struct Planned(Arc<Parts>);

/// What a [`Planned`] consists of.
pub(crate) struct Parts {
    /// The window's id.
    pub(crate) id: WindowId,
    /// What is shown of it.
    pub(crate) shown: ArcMemo<Shown>,
    /// All that is found about it.
    pub(crate) findings: ArcMemo<Vec<Diagnostic>>,
    /// What it is doing now.
    pub(crate) state: ArcMemo<WindowState>,
    /// What it does on the days that the calendar shows; none when it is hidden, disabled or has no
    /// schedule.
    pub(crate) runs: ArcMemo<Option<Arc<WindowRuns>>>,
    source: Source,
}

/// Where a window is read from.
#[derive(Clone)]
struct Source {
    id: WindowId,
    plan: RwSignal<Plan>,
    /// Its place in the plan's list.
    place: Arc<AtomicUsize>,
    /// Tells that the window has changed.
    changed: ArcTrigger,
}

/// What all windows are read with.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    pub(super) clock: Clock,
    pub(super) opened_at: Timestamp,
    pub(super) plan: RwSignal<Plan>,
    pub(super) hidden: Memo<BTreeSet<WindowId>>,
    pub(super) wall: Memo<Wall>,
    pub(super) span: Memo<Span>,
    /// The days of the span by the wall, where that is one for all windows.
    pub(super) days: Memo<Option<Arc<Days>>>,
}

/// What the executions of a window follow from.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    timing: Arc<Timing>,
    anchor: Timestamp,
}

impl Source {
    fn with<T>(&self, read: impl FnOnce(&Window) -> T) -> Option<T> {
        self.changed.track();
        self.plan.with_untracked(|plan| {
            let window = plan.windows.get(self.place.load(Ordering::Relaxed));
            window.filter(|window| window.id == self.id).map(read)
        })
    }
}

impl Planned {
    /// The window `id`, which stands at `place` in the plan.
    pub(super) fn new(id: WindowId, place: usize, surroundings: Surroundings) -> Self {
        let Surroundings { clock, opened_at, plan, hidden, .. } = surroundings;
        let changed = ArcTrigger::new();
        let source = Source { id: id.clone(), plan, place: Arc::new(AtomicUsize::new(place)), changed };
        let reading = ArcMemo::new({
            let source = source.clone();
            move |before: Option<&Reading>| {
                let reading = source.with(|window| Reading::of(&window.definition, before));
                reading.unwrap_or_default()
            }
        });
        let shown = ArcMemo::new({
            let (source, reading) = (source.clone(), reading.clone());
            move |_| {
                let Reading { timing, description, obstacle } = reading.get();
                let (title, color, anchor, enabled) = source
                    .with(|window| {
                        let anchor = window.counts_from(opened_at);
                        (window.title().to_owned(), window.color.unwrap_or(0), anchor, window.enabled)
                    })
                    .unwrap_or((String::new(), 0, opened_at, false));
                let hidden = hidden.with(|hidden| hidden.contains(&source.id));
                let id = source.id.clone();
                Shown { id, title, color, timing, anchor, enabled, hidden, obstacle, description }
            }
        });
        let findings = ArcMemo::new({
            let source = source.clone();
            move |_| source.with(|window| window.findings(clock.now.get())).unwrap_or_default()
        });
        let state = ArcMemo::new({
            let source = source.clone();
            move |_| {
                let timing =
                    reading.with(|reading| reading.timing.clone().filter(|_| reading.obstacle.is_none()));
                let state = source.with(|window| {
                    window.state(timing.as_deref(), window.counts_from(opened_at), clock.now.get())
                });
                state.unwrap_or(WindowState::Invalid)
            }
        });
        let runs = runs(&id, shown.clone(), surroundings);
        Self(Arc::new(Parts { id, shown, findings, state, runs, source }))
    }

    /// Reads the window itself; `None` once it is deleted.
    pub(crate) fn with<T>(&self, read: impl FnOnce(&Window) -> T) -> Option<T> {
        self.source.with(read)
    }

    /// The zone of its schedule; UTC while there is none.
    pub(crate) fn own_zone(&self) -> Zone {
        self.shown.with(|shown| shown.timing.as_deref().map_or(Zone::UTC, Timing::zone))
    }

    /// Where it stands in the plan's list.
    pub(super) fn place(&self) -> usize {
        self.source.place.load(Ordering::Relaxed)
    }

    pub(super) fn move_to(&self, place: usize) {
        self.source.place.store(place, Ordering::Relaxed);
    }

    /// Tells all who read the window that it has changed.
    pub(super) fn notify(&self) {
        self.source.changed.notify();
    }
}

impl Deref for Planned {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the window does on the days that the calendar shows. A change of its name costs a comparison.
fn runs(
    id: &WindowId,
    shown: ArcMemo<Shown>,
    surroundings: Surroundings,
) -> ArcMemo<Option<Arc<WindowRuns>>> {
    let Surroundings { wall, span, days, .. } = surroundings;
    let drawn = ArcMemo::new(move |_| {
        shown.with(|shown| {
            let timing = shown.timing.clone().filter(|_| shown.enabled && !shown.hidden)?;
            Some(Drawn { timing, anchor: shown.anchor })
        })
    });
    let id = id.clone();
    ArcMemo::new(move |_| {
        let Drawn { timing, anchor } = drawn.get()?;
        let days = days.get().unwrap_or_else(|| {
            let own = wall.get().zone(timing.zone());
            Arc::new(Days::of(span.get(), own))
        });
        Some(Arc::new(WindowRuns::new(id.clone(), &timing, anchor, days)))
    })
}

impl Listed for Planned {
    fn title(&self) -> String {
        self.shown.with(|shown| shown.title.clone())
    }

    fn state(&self) -> WindowState {
        self.state.get()
    }

    fn problems(&self) -> Problems {
        self.findings.with(|all| {
            let count = |severity| all.iter().filter(|finding| finding.severity == severity).count();
            Problems { errors: count(Severity::Error), warnings: count(Severity::Warning) }
        })
    }
}
