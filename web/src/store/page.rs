//! [`Store`]: what the page shows and what it is made from.

use super::{
    FieldName, Freezes, History, InspectorTab, Lasting, LastingMemo, LastingRwSignal, LastingSignal, Notice,
    Opened, Pane, Planned, Preferences, Shown, ViewKind, ViewZone, Wall,
    color::give_colors,
    example,
    planned::Surroundings,
    settled::settled,
    storage::{self, Opening},
    walk::{Walk, keep_walking},
    wall::{common_zone, wall},
};
use crate::{
    calendar::{
        closed::Closed,
        plan::SpanPlan,
        span::{Days, Span},
    },
    clock::Clock,
    import::given::Importing,
    slices::MANY,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::{ops::Deref, sync::Arc};
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    insight::Insight,
    occurrence::{Occurrence, Query, Timing},
    plan::{Asked, Plan, Window, WindowId},
    zone::Zone,
};

/// The page's state: one for as long as the page lives, so that a handle is a reference.
#[derive(Clone, Copy)]
pub(crate) struct Store(&'static State);

/// What the state of the page consists of.
pub(crate) struct State {
    /// The present.
    pub(crate) clock: Clock,
    /// When the page was opened, to the minute: a window that is only planned is taken to be created then.
    pub(crate) opened_at: Timestamp,
    /// The plan; changed by [`Store::edit`] and [`Store::change`] alone. Whoever reads it here reads all
    /// of it, and again after each keystroke: to read one window, ask its [`Planned`].
    pub(crate) plan: LastingSignal<Plan>,
    /// The windows of the plan, in its order; this changes when windows come and go.
    pub(crate) windows: LastingSignal<Vec<Planned>>,
    /// What can be undone and redone.
    pub(crate) history: LastingSignal<History>,
    /// How things are shown; also which window is selected, and which are hidden.
    pub(crate) preferences: LastingRwSignal<Preferences>,
    /// The window that is selected; none when the plan is empty.
    pub(crate) current: LastingMemo<Option<Planned>>,
    /// All that is found about the selected window.
    pub(crate) findings: LastingMemo<Vec<Diagnostic>>,
    /// What is shown of the selected window.
    pub(crate) shown: LastingMemo<Option<Shown>>,
    /// The days that the calendar shows.
    pub(crate) span: LastingMemo<Span>,
    /// What it shows on them; of a year, on the day that is looked into.
    pub(crate) calendar: LastingMemo<Arc<SpanPlan>>,
    /// Where that comes from, when the plan has many windows.
    pub(crate) walk: Walk,
    /// The calendars of freezes, read; they are asked only when the plan's calendars change.
    pub(crate) freezes: LastingMemo<Freezes>,
    /// When they are closed on the days that the calendar shows.
    pub(crate) closed: LastingMemo<Closed>,
    /// Whose wall's clock the calendar shows.
    pub(crate) wall: LastingSignal<Wall>,
    /// The day in the calendar that the keyboard is at. The calendar shows it, whatever the view.
    pub(crate) day: LastingRwSignal<NaiveDate>,
    /// What the core tells of the plan as a whole; none until it has been looked at.
    pub(crate) insights: LastingRwSignal<Option<Vec<Insight>>>,
    /// What the list of windows is searched for.
    pub(crate) search: LastingRwSignal<String>,
    /// The node, tag or group that the search asks for, if it does: list and calendar show the windows
    /// that touch it.
    pub(crate) asked: LastingSignal<Option<Asked>>,
    /// What is opened over the calendar.
    pub(crate) opened: LastingRwSignal<Option<Opened>>,
    /// The inspector's tab.
    pub(crate) tab: LastingRwSignal<InspectorTab>,
    /// The pane that a narrow screen shows.
    pub(crate) pane: LastingRwSignal<Pane>,
    /// Whether the drawer of a medium screen is open.
    pub(crate) drawer: LastingRwSignal<bool>,
    /// Whether the palette is open.
    pub(crate) palette: LastingRwSignal<bool>,
    /// What is being imported.
    pub(crate) importing: LastingRwSignal<Option<Importing>>,
    /// What is to be said.
    pub(crate) notices: LastingRwSignal<Vec<Notice>>,
    pub(super) parts: Parts,
}

impl Deref for Store {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What only the store itself writes to.
pub(super) struct Parts {
    pub(super) plan: RwSignal<Plan>,
    pub(super) windows: WriteSignal<Vec<Planned>>,
    /// Tells that the plan's calendars of freezes may have changed, which a keystroke in a window cannot.
    pub(super) calendars_changed: Trigger,
    pub(super) history: RwSignal<History>,
    pub(super) surroundings: &'static Surroundings,
}

impl Store {
    /// The state that the page opens with: what was stored, or the examples.
    #[must_use]
    pub(crate) fn open(opening: Opening) -> Self {
        let Opening { plan, notices, source } = opening;
        let clock = Clock::start();
        let now = clock.now.get_untracked();
        let opened_at = clock.minute.get_untracked();
        let mut plan = plan.unwrap_or_else(|| example(opened_at));
        let colorless = plan.windows.iter().filter(|window| window.color.is_none());
        let colored: Vec<WindowId> = colorless.map(|window| window.id.clone()).collect();
        give_colors(&mut plan);
        let plan = RwSignal::new(plan);
        let preferences = LastingRwSignal::new(storage::preferences());
        let hidden = settled(move || preferences.with(|preferences| preferences.hidden.clone()));
        let (windows, set_windows) = signal(Vec::<Planned>::new());
        let windows = Lasting::of(windows);
        let day = LastingRwSignal::new(clock.viewer_zone.local(now).date());
        let view = LastingMemo::new(move |_| preferences.with(|preferences| preferences.view));
        let span = LastingMemo::new({
            let view = view.clone();
            move |_| Span::of(view.get(), day.get())
        });
        let drawn = LastingMemo::new(move |_| Span::drawn(view.get(), day.get()));
        let view_zone = LastingMemo::new(move |_| preferences.with(|preferences| preferences.view_zone));
        let walk = Walk::new();
        let wall = settled(move || wall(view_zone.get(), || zone_of_all(windows, walk), clock.viewer_zone));
        let days = LastingMemo::new({
            let drawn = drawn.clone();
            move |_| match wall.get() {
                Wall::Of(zone) => Some(Arc::new(Days::of(drawn.get(), zone))),
                Wall::Own => None,
            }
        });
        let search = LastingRwSignal::new(String::new());
        let asked = settled(move || search.with(|search| Asked::parse(search)));
        let surroundings = Surroundings { clock, opened_at, plan, hidden, asked, wall, drawn, days };
        let surroundings: &'static Surroundings = Box::leak(Box::new(surroundings));
        let history = RwSignal::new(History::default());
        let calendars_changed = Trigger::new();
        let freezes = LastingMemo::new(move |before| {
            calendars_changed.track();
            plan.with_untracked(|plan| Freezes::of(&plan.calendars, clock.viewer_zone, before))
        });
        let current = LastingMemo::new(move |_| {
            let selected = preferences.with(|preferences| preferences.selected.clone());
            windows.with(|windows| {
                let found = windows.iter().find(|window| Some(&window.id) == selected.as_ref());
                found.or(windows.first()).cloned()
            })
        });
        let state = State {
            clock,
            opened_at,
            plan: Lasting::of(plan.read_only()),
            windows,
            history: Lasting::of(history.read_only()),
            preferences,
            findings: LastingMemo::new({
                let current = current.clone();
                move |_| current.get().map(|current| current.findings.get()).unwrap_or_default()
            }),
            shown: LastingMemo::new({
                let current = current.clone();
                move |_| current.get().map(|current| current.shown.get())
            }),
            current,
            calendar: LastingMemo::new(move |_| {
                if windows.with(|windows| windows.len() > MANY) {
                    return walk.calendar.get();
                }
                let runs =
                    windows.with(|windows| windows.iter().filter_map(|window| window.runs.get()).collect());
                Arc::new(SpanPlan::new(surroundings.drawn.get(), wall.get(), runs))
            }),
            walk,
            closed: LastingMemo::new({
                let (freezes, span) = (freezes.clone(), span.clone());
                move |_| freezes.with(|freezes| Closed::new(freezes, span.get(), wall.get()))
            }),
            span,
            freezes,
            wall,
            day,
            insights: LastingRwSignal::new(None),
            search,
            asked,
            opened: LastingRwSignal::new(None),
            tab: LastingRwSignal::new(InspectorTab::Definition),
            pane: LastingRwSignal::new(Pane::Calendar),
            drawer: LastingRwSignal::new(false),
            palette: LastingRwSignal::new(false),
            importing: LastingRwSignal::new(None),
            notices: LastingRwSignal::new(notices),
            parts: Parts { plan, windows: set_windows, calendars_changed, history, surroundings },
        };
        let store = Self(Box::leak(Box::new(state)));
        store.list_windows();
        store.go_to_next_run();
        storage::begin(store, source, &colored);
        keep_walking(store);
        store
    }

    /// The window of this id, as long as the plan has it.
    #[must_use]
    pub(crate) fn planned(self, id: &WindowId) -> Option<Planned> {
        self.windows.with(|windows| windows.iter().find(|window| window.id == *id).cloned())
    }

    /// Reads the selected window.
    pub(crate) fn with_current<T>(self, read: impl FnOnce(&Window) -> T) -> Option<T> {
        self.current.with(|current| current.as_ref().and_then(|current| current.with(read)))
    }

    /// Selects a window: the inspector shows it, the calendar stresses it.
    pub(crate) fn select(self, id: &WindowId) {
        self.close_step();
        if self.preferences.with_untracked(|preferences| preferences.selected.as_ref() != Some(id)) {
            self.preferences.update(|preferences| preferences.selected = Some(id.clone()));
        }
    }

    /// Selects a window and opens one of its executions, beside the element with the id `anchor`.
    pub(crate) fn open_execution(self, window: &WindowId, run: Occurrence, anchor: &str) {
        self.select(window);
        self.opened.set(Some(Opened::Execution { window: window.clone(), run, anchor: anchor.to_owned() }));
    }

    /// Selects a window and lists its executions of a day, beside the element with the id `anchor`.
    pub(crate) fn open_day_of(self, window: &WindowId, date: NaiveDate, anchor: &str) {
        self.select(window);
        let window = Some(window.clone());
        self.opened.set(Some(Opened::Day { date, window, anchor: anchor.to_owned() }));
    }

    /// Shows the calendar in a view.
    pub(crate) fn show_view(self, view: ViewKind) {
        self.opened.set(None);
        self.pane.set(Pane::Calendar);
        self.preferences.update(|preferences| preferences.view = view);
    }

    /// What was found about one field of the selected window.
    #[must_use]
    pub(crate) fn findings_of(self, field: FieldName) -> Signal<Vec<Diagnostic>> {
        let path = field.path();
        Signal::derive(move || {
            self.findings.with(|all| all.iter().filter(|finding| finding.field == path).cloned().collect())
        })
    }

    /// The text of one field of the selected window.
    #[must_use]
    pub(crate) fn text_of(self, field: FieldName) -> Signal<String> {
        Signal::derive(move || self.with_current(|window| field.text(&window.definition)).unwrap_or_default())
    }

    /// Whose wall's clock the calendar would show.
    #[must_use]
    pub(crate) fn wall_of(self, view_zone: ViewZone) -> Wall {
        wall(view_zone, || zone_of_all(self.windows, self.walk), self.clock.viewer_zone)
    }

    /// The zone of the view for the selected window.
    #[must_use]
    pub(crate) fn view_zone(self) -> Zone {
        self.wall.get().zone(self.schedule_zone())
    }

    /// The zone of the selected window's schedule; UTC while there is none.
    #[must_use]
    pub(crate) fn schedule_zone(self) -> Zone {
        self.with_timing(Timing::zone).unwrap_or(Zone::UTC)
    }

    /// Reads when the selected window runs.
    pub(crate) fn with_timing<T>(self, read: impl FnOnce(&Timing) -> T) -> Option<T> {
        self.shown.with(|shown| shown.as_ref().and_then(|shown| shown.timing.as_deref().map(read)))
    }

    /// From when the schedule of the selected window counts.
    #[must_use]
    pub(crate) fn counts_from(self) -> Timestamp {
        self.shown.with(|shown| shown.as_ref().map_or(self.opened_at, |shown| shown.anchor))
    }

    /// The next `count` executions of the selected window.
    #[must_use]
    pub(crate) fn upcoming(self, count: usize) -> Vec<Occurrence> {
        let query = Query::after(self.clock.now.get()).created(self.counts_from());
        let runs = self.with_timing(|timing| timing.occurrences(&query).take(count).collect());
        runs.filter(|_| self.is_enabled()).unwrap_or_default()
    }

    /// Why [`Store::upcoming`] has nothing to tell.
    #[must_use]
    pub(crate) fn why_no_runs(self) -> String {
        if !self.is_enabled() {
            return "The window is disabled: it does not run.".to_owned();
        }
        let query = Query::after(self.clock.now.get()).created(self.counts_from());
        let reason = self.with_timing(|timing| timing.no_runs(&query)).flatten();
        reason.map_or_else(
            || "There is no valid schedule yet. The definition says what is wrong.".to_owned(),
            |reason| format!("The window never runs. {reason}"),
        )
    }

    /// Whether the selected window runs at all.
    #[must_use]
    pub(crate) fn is_enabled(self) -> bool {
        self.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.enabled))
    }

    /// Shows the day of the selected window's next execution, or today where there is none.
    pub(crate) fn go_to_next_run(self) {
        let zone = untrack(|| self.view_zone());
        let next = untrack(|| self.upcoming(1)).first().map(|run| run.start);
        let instant = next.unwrap_or_else(|| self.clock.now.get_untracked());
        self.day.set(zone.local(instant).date());
    }

    /// Takes a notice away.
    pub(crate) fn dismiss(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|other| other != notice));
    }
}

/// The zone of all windows that show, if they have one in common.
fn zone_of_all(windows: LastingSignal<Vec<Planned>>, walk: Walk) -> Option<Zone> {
    let common = windows.with(|windows| (windows.len() <= MANY).then(|| common_zone(windows)));
    common.unwrap_or_else(|| walk.common_zone.get())
}

/// The page's state.
///
/// # Panics
///
/// Outside the app, which provides it.
#[must_use]
pub(crate) fn use_store() -> Store {
    expect_context::<Store>()
}
