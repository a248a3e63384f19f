//! [`Planned`]: a window of the plan and what follows from it.

use super::{Lasting, LastingMemo, LastingSignal, Reading, Wall, told::Told};
use crate::{
    calendar::span::{Days, Span},
    clock::Clock,
    windows::listing::{Listed, Problems},
};
use leptos::prelude::*;
use std::{
    collections::BTreeSet,
    ops::Deref,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};
use window_planner_core::{
    Timestamp,
    occurrence::Timing,
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
    pub(super) source: Source,
    pub(super) surroundings: &'static Surroundings,
    /// Made when it is asked first: thousands of windows come at once, and are read in slices.
    reading: OnceLock<LastingMemo<Reading>>,
    /// Likewise: of thousands of windows, a screen shows a few.
    told: OnceLock<Told>,
}

/// Where a window is read from.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) id: WindowId,
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
    /// The days of which the calendar draws the executions.
    pub(super) drawn: LastingMemo<Span>,
    /// These days by the wall, where that is one for all windows.
    pub(super) days: LastingMemo<Option<Arc<Days>>>,
}

impl Source {
    /// Reads the window, and again when it has changed.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Window) -> T) -> Option<T> {
        self.changed.track();
        self.peek(read)
    }

    /// Reads the window once.
    pub(super) fn peek<T>(&self, read: impl FnOnce(&Window) -> T) -> Option<T> {
        self.plan.with_untracked(|plan| {
            let window = plan.windows.get(self.place.load(Ordering::Relaxed));
            window.filter(|window| window.id == self.id).map(read)
        })
    }
}

impl Planned {
    /// The window `id`, which stands at `place` in the plan.
    pub(super) fn new(id: WindowId, place: usize, surroundings: &'static Surroundings) -> Self {
        let (plan, changed) = (surroundings.plan, Lasting::of(ArcTrigger::new()));
        let source = Source { id: id.clone(), plan, place: Arc::new(AtomicUsize::new(place)), changed };
        Self(Arc::new(Parts { id, source, surroundings, reading: OnceLock::new(), told: OnceLock::new() }))
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

impl Parts {
    /// Its definition, read.
    pub(super) fn reading(&self) -> &LastingMemo<Reading> {
        self.reading.get_or_init(|| {
            let source = self.source.clone();
            LastingMemo::new(move |before: Option<&Reading>| {
                let reading = source.with(|window| Reading::of(&window.definition, before));
                reading.unwrap_or_default()
            })
        })
    }
}

impl Deref for Planned {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Deref for Parts {
    type Target = Told;

    fn deref(&self) -> &Told {
        self.told.get_or_init(|| Told::new(&self.source, self.reading(), self.surroundings))
    }
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
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
        self.registered.get().and(self.findings.with(|all| Problems::of(all)))
    }
}
