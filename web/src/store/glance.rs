//! [`Glance`]: a window as a walk over thousands sees it.

use super::{
    Planned, Reading,
    planned::Parts,
    told::{cancelled, update},
};
use crate::{
    calendar::drawn::Drawn,
    windows::listing::{Listed, Problems},
    words::isolated,
};
use leptos::prelude::*;
use std::sync::Arc;
use window_planner_core::{
    occurrence::Timing,
    operations::registered,
    plan::{Touch, WindowState},
    zone::Zone,
};

/// A window in passing: what is asked is computed and not remembered, but for the reading of its definition, and nobody
/// is told when it becomes otherwise. A memo for each answer would take longer to make, and a signal that all windows
/// listen to takes time with the square of their number.
pub(crate) struct Glance<'w>(pub(crate) &'w Planned);

impl Glance<'_> {
    fn parts(&self) -> &Parts {
        self.0
    }

    fn read<T>(&self, read: impl FnOnce(&Reading) -> T) -> T {
        self.parts().reading().with_untracked(read)
    }

    fn timing(&self) -> Option<Arc<Timing>> {
        self.read(|reading| reading.timing.clone())
    }

    /// Whether the calendar leaves it out.
    fn is_hidden(&self) -> bool {
        let Parts { id, surroundings, .. } = self.parts();
        self.touch() == Some(Touch::No) || surroundings.hidden.with_untracked(|hidden| hidden.contains(id))
    }

    /// The zone of its schedule, where it has one and the calendar does not leave it out.
    pub(crate) fn zone_in_view(&self) -> Option<Zone> {
        let zone = self.read(|reading| reading.timing.as_deref().map(Timing::zone))?;
        (!self.is_hidden()).then_some(zone)
    }

    /// What its executions are drawn from; none where the calendar shows nothing of it.
    pub(crate) fn drawn(&self) -> Option<Drawn> {
        let Parts { source, surroundings, .. } = self.parts();
        let timing = self.timing().filter(|_| !self.is_hidden())?;
        let since = || surroundings.clock.minute.get_untracked();
        let drawn = source.peek(|window| Drawn {
            timing,
            anchor: window.counts_from(surroundings.opened_at),
            enabled: window.enabled,
            update: update(window, surroundings.opened_at, since),
            cancelled: cancelled(window),
        });
        drawn.filter(Drawn::has_runs)
    }
}

impl Listed for Glance<'_> {
    fn title(&self) -> String {
        self.parts().source.peek(|window| isolated(window.title())).unwrap_or_default()
    }

    fn touch(&self) -> Option<Touch> {
        let Parts { source, surroundings, .. } = self.parts();
        surroundings
            .asked
            .with_untracked(|asked| source.peek(|window| Some(window.touch(asked.as_ref()?))))
            .flatten()
    }

    fn state(&self) -> WindowState {
        let Parts { source, surroundings, .. } = self.parts();
        let timing = self.read(Reading::as_written);
        let now = surroundings.clock.now.get_untracked();
        let anchor = surroundings.opened_at;
        let state = source.peek(|window| window.state(timing.as_deref(), window.counts_from(anchor), now));
        state.unwrap_or(WindowState::Invalid)
    }

    fn problems(&self) -> Problems {
        let Parts { source, surroundings, .. } = self.parts();
        let now = surroundings.clock.now.get_untracked();
        let problems = source.peek(|window| {
            Problems::of(&window.findings(now)).and(Problems::of(&registered::findings(window)))
        });
        problems.unwrap_or_default()
    }
}
