//! The windows that are listed.

use super::listing::{Filter, Listed, Order, Problems, listed};
use crate::{
    slices::{Job, sliced},
    store::{Glance, LastingRwSignal, Memo, Planned, Store},
};
use leptos::prelude::*;
use window_planner_core::plan::{Touch, WindowState};

/// What is asked of the list.
#[derive(Clone, PartialEq)]
struct Sought {
    search: String,
    filter: Filter,
    order: Order,
}

impl Sought {
    /// Whether all windows are listed as the plan has them: then nothing is asked of any.
    fn is_all(&self) -> bool {
        self.search.trim().is_empty() && self.filter == Filter::All && self.order == Order::Plan
    }
}

/// What a walk over thousands of windows has found of one.
struct Row {
    title: String,
    touch: Option<Touch>,
    state: WindowState,
    problems: Problems,
}

impl Row {
    /// What has to be known of the window, and no more.
    fn of(window: &Glance<'_>, sought: &Sought) -> Self {
        let asks_title = sought.order == Order::Name || !sought.search.trim().is_empty();
        let asks_problems = sought.order == Order::Problems || sought.filter == Filter::Problems;
        let asks_state = sought.order == Order::NextRun
            || matches!(sought.filter, Filter::Active | Filter::ToCome | Filter::Idle);
        Self {
            title: if asks_title { window.title() } else { String::new() },
            touch: window.touch(),
            state: if asks_state { window.state() } else { WindowState::Invalid },
            problems: if asks_problems { window.problems() } else { Problems::default() },
        }
    }
}

impl Listed for Row {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn touch(&self) -> Option<Touch> {
        self.touch
    }

    fn state(&self) -> WindowState {
        self.state
    }

    fn problems(&self) -> Problems {
        self.problems
    }
}

/// The windows to list. Of a plan with many, they are sought in slices; until these come to an end, those stay that
/// were found before.
pub(super) fn rows(store: Store, filter: LastingRwSignal<Filter>) -> Memo<Vec<Planned>> {
    let sought = Memo::new(move |_| Sought {
        search: store.search.get(),
        filter: filter.get(),
        order: store.preferences.with(|preferences| preferences.order),
    });
    let found = RwSignal::new(Vec::new());
    let job = Job::new();
    Effect::new(move |_| {
        let sought = sought.get();
        if !store.has_many() || sought.is_all() {
            job.stop();
            return;
        }
        store.plan.track();
        store.clock.now.track();
        job.begin(seek(store, sought, found));
    });
    Memo::new(move |_| {
        let sought = sought.get();
        match (store.has_many(), sought.is_all()) {
            (true, true) => return store.windows.get(),
            (true, false) => return found.get(),
            (false, _) => {}
        }
        store.windows.with(|windows| {
            let places = listed(windows, &sought.search, sought.filter, sought.order);
            places.into_iter().filter_map(|place| windows.get(place).cloned()).collect()
        })
    })
}

async fn seek(store: Store, sought: Sought, found: RwSignal<Vec<Planned>>) {
    let mut pace = sliced();
    let windows = store.windows.get_untracked();
    let mut rows = Vec::with_capacity(windows.len());
    for window in &windows {
        rows.push(Row::of(&Glance(window), &sought));
        pace.step().await;
    }
    let places = listed(&rows, &sought.search, sought.filter, sought.order);
    found.set(places.into_iter().filter_map(|place| windows.get(place).cloned()).collect());
}
