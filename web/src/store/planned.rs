//! [`Planned`]: a window of the plan and what follows from it.

use super::{Lasting, LastingMemo, LastingSignal, Reading, Shown, Wall};
use crate::{
    calendar::{
        drawn::{Drawn, Update},
        runs::WindowRuns,
        span::{Days, Span},
    },
    clock::Clock,
    windows::listing::{Listed, Problems},
    words::isolated,
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
    diagnostic::Diagnostic,
    occurrence::Timing,
    operations::registered,
    plan::{Asked, Plan, Touch, Window, WindowId, WindowState},
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
    /// What it does on the days that the calendar shows; none when it is hidden or has no schedule, or
    /// is disabled and no update takes runs away.
    pub(crate) runs: LastingMemo<Option<Arc<WindowRuns>>>,
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
    changed: Lasting<ArcTrigger>,
}

/// What all windows are read with.
pub(super) struct Surroundings {
    pub(super) clock: Clock,
    pub(super) opened_at: Timestamp,
    pub(super) plan: RwSignal<Plan>,
    pub(super) hidden: LastingSignal<BTreeSet<WindowId>>,
    pub(super) asked: LastingSignal<Option<Asked>>,
    pub(super) wall: LastingSignal<Wall>,
    pub(super) span: LastingMemo<Span>,
    /// The days of the span by the wall, where that is one for all windows.
    pub(super) days: LastingMemo<Option<Arc<Days>>>,
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
    pub(super) fn new(id: WindowId, place: usize, surroundings: &Surroundings) -> Self {
        let &Surroundings { clock, opened_at, plan, hidden, asked, .. } = surroundings;
        let changed = Lasting::of(ArcTrigger::new());
        let source = Source { id: id.clone(), plan, place: Arc::new(AtomicUsize::new(place)), changed };
        let reading = LastingMemo::new({
            let source = source.clone();
            move |before: Option<&Reading>| {
                let reading = source.with(|window| Reading::of(&window.definition, before));
                reading.unwrap_or_default()
            }
        });
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
        let drawn = drawn(&source, shown.clone(), surroundings);
        let runs = runs(&id, shown.clone(), drawn.clone(), surroundings);
        Self(Arc::new(Parts {
            id,
            shown,
            zone_in_view,
            findings,
            touch,
            registered,
            state,
            drawn,
            runs,
            source,
        }))
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

/// What its executions are drawn from. A change of its name costs a comparison.
fn drawn(
    source: &Source,
    shown: LastingMemo<Shown>,
    surroundings: &Surroundings,
) -> LastingMemo<Option<Drawn>> {
    let &Surroundings { clock, opened_at, .. } = surroundings;
    let update = LastingMemo::new({
        let source = source.clone();
        move |_| {
            let before = source.with(|window| {
                let is_changed = window.in_account.is_some() && !window.is_applied();
                is_changed.then(|| window.course_in_account(opened_at))
            });
            before.flatten().map(|before| before.map(|(timing, anchor)| (Arc::new(timing), anchor)))
        }
    });
    let cancelled = LastingMemo::new({
        let source = source.clone();
        move |_| {
            let starts = |window: &Window| window.cancellations.iter().map(|it| it.start).collect::<Vec<_>>();
            source.with(starts).unwrap_or_default()
        }
    });
    LastingMemo::new(move |_| {
        let update = update.get().map(|before| Update { before, since: clock.minute.get() });
        let cancelled = cancelled.get();
        shown.with(|shown| {
            let timing = shown.timing.clone()?;
            Some(Drawn { timing, anchor: shown.anchor, enabled: shown.enabled, update, cancelled })
        })
    })
}

/// What the window does on the days that the calendar shows.
fn runs(
    id: &WindowId,
    shown: LastingMemo<Shown>,
    drawn: LastingMemo<Option<Drawn>>,
    surroundings: &Surroundings,
) -> LastingMemo<Option<Arc<WindowRuns>>> {
    let (wall, span, days) = (surroundings.wall, surroundings.span.clone(), surroundings.days.clone());
    let hidden = LastingMemo::new(move |_| shown.with(|shown| shown.hidden));
    let id = id.clone();
    LastingMemo::new(move |_| {
        if hidden.get() {
            return None;
        }
        let drawn = drawn.get().filter(|drawn| drawn.enabled || drawn.update.is_some())?;
        let days = days.get().unwrap_or_else(|| {
            let own = wall.get().zone(drawn.timing.zone());
            Arc::new(Days::of(span.get(), own))
        });
        Some(Arc::new(WindowRuns::new(id.clone(), &drawn, days)))
    })
}

impl Listed for Planned {
    fn title(&self) -> String {
        self.shown.with(|shown| shown.title.clone())
    }

    fn touch(&self) -> Option<Touch> {
        self.touch.get()
    }

    fn state(&self) -> WindowState {
        self.state.get()
    }

    fn problems(&self) -> Problems {
        let registered = self.registered.get();
        let Problems { errors, warnings } = self.findings.with(|all| Problems::of(all));
        Problems { errors: errors + registered.errors, warnings: warnings + registered.warnings }
    }
}
