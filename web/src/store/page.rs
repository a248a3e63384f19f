//! [`Store`]: what the page shows and what it is made from.

use super::{
    Draft, FieldName, Notice, Preferences, Purpose, Shown, findings, shown,
    storage::{self, Found},
};
use crate::{calendar::month::Month, clock::Clock};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    occurrence::{Occurrence, Query, Timing},
    schedule::Schedule,
    zone::Zone,
};

/// The tabs of the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InspectorTab {
    /// The form.
    Definition,
    /// The table of the runs to come.
    Runs,
    /// The request.
    Export,
}

/// The panes, of which a narrow screen shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// The list of windows.
    Windows,
    /// The calendar.
    Calendar,
    /// The inspector.
    Edit,
}

/// What is opened over the calendar. Each names the element that it was opened from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opened {
    /// An execution.
    Execution {
        /// The execution.
        run: Occurrence,
        /// The id of what it was opened from.
        anchor: String,
    },
    /// All executions of a day.
    Day {
        /// The day, in the view's zone.
        date: NaiveDate,
        /// The id of what it was opened from.
        anchor: String,
    },
}

/// The state of the page. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    /// The present.
    pub(crate) clock: Clock,
    /// When the page was opened, to the minute.
    pub(crate) opened_at: Timestamp,
    /// The window being written.
    pub(crate) draft: RwSignal<Draft>,
    /// How things are shown.
    pub(crate) preferences: RwSignal<Preferences>,
    /// The day in the calendar that the keyboard is at. Its month is the month that shows.
    pub(crate) day: RwSignal<NaiveDate>,
    /// What is opened over the calendar.
    pub(crate) opened: RwSignal<Option<Opened>>,
    /// The inspector's tab.
    pub(crate) tab: RwSignal<InspectorTab>,
    /// The pane that a narrow screen shows.
    pub(crate) pane: RwSignal<Pane>,
    /// Whether the drawer of a medium screen is open.
    pub(crate) drawer: RwSignal<bool>,
    /// What is to be said.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// All that is found about the draft.
    pub(crate) findings: Memo<Vec<Diagnostic>>,
    /// What the calendar shows.
    pub(crate) shown: Memo<Shown>,
}

impl Store {
    /// The state that the page opens with: what was stored, or the example.
    #[must_use]
    pub(crate) fn open() -> Self {
        let clock = Clock::start();
        let now = clock.now.get_untracked();
        let (draft, notices) = match storage::find_plan(now) {
            Found::Plan(draft) => (*draft, Vec::new()),
            Found::Nothing => (Draft::example(), Vec::new()),
            Found::Broken { text, reason } => (Draft::example(), vec![Notice::PlanPutAside { text, reason }]),
            Found::Blocked => (Draft::example(), vec![Notice::NotKept]),
        };
        let opened_at = Timestamp::from_millis(now.as_millis() / 60_000 * 60_000);
        let draft = RwSignal::new(draft);
        let store = Self {
            clock,
            opened_at,
            draft,
            preferences: RwSignal::new(storage::preferences()),
            day: RwSignal::new(clock.viewer_zone.local(now).date()),
            opened: RwSignal::new(None),
            tab: RwSignal::new(InspectorTab::Definition),
            pane: RwSignal::new(Pane::Calendar),
            drawer: RwSignal::new(false),
            notices: RwSignal::new(notices),
            findings: Memo::new(move |_| draft.with(|draft| findings(draft, clock.now.get()))),
            shown: Memo::new(move |before| draft.with(|draft| shown(draft, before))),
        };
        store.go_to_next_run();
        store
    }

    /// What was found about one field.
    #[must_use]
    pub(crate) fn findings_of(self, field: FieldName) -> Signal<Vec<Diagnostic>> {
        let path = field.path();
        Signal::derive(move || {
            self.findings.with(|all| all.iter().filter(|finding| finding.field == path).cloned().collect())
        })
    }

    /// The text of one field.
    #[must_use]
    pub(crate) fn text_of(self, field: FieldName) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| draft.text(field)))
    }

    /// Sets the text of one field.
    pub(crate) fn set_text(self, field: FieldName, text: &str) {
        self.draft.update(|draft| draft.set_text(field, text));
    }

    /// Takes the remedy that a finding offers.
    pub(crate) fn fix(self, finding: &Diagnostic) {
        if let (Some(field), Some(fix)) = (FieldName::from_path(&finding.field), &finding.fix) {
            self.set_text(field, &fix.value);
        }
    }

    /// The zone whose days the calendar shows.
    #[must_use]
    pub(crate) fn view_zone(self) -> Zone {
        let zone = self.preferences.with(|preferences| preferences.view_zone);
        zone.resolve(self.schedule_zone(), self.clock.viewer_zone)
    }

    /// The zone of the schedule that shows; UTC while there is none.
    #[must_use]
    pub(crate) fn schedule_zone(self) -> Zone {
        self.shown.with(|shown| shown.timing.as_ref().map_or(Zone::UTC, Timing::zone))
    }

    /// The instant at which the window is taken to be created: when the page was opened. A window that
    /// AWS has runs by the calendar since long ago; a rate of one counts from an instant that AWS
    /// alone knows, so that it is taken for new.
    #[must_use]
    pub(crate) fn created(self) -> Timestamp {
        let by_calendar = self.shown.with(|shown| {
            shown.timing.as_ref().is_some_and(|timing| matches!(timing.schedule(), Schedule::Cron(_)))
        });
        if by_calendar && self.draft.with(Draft::runs_already) { Timestamp::EPOCH } else { self.opened_at }
    }

    /// The month that shows.
    #[must_use]
    pub(crate) fn month(self) -> Month {
        Month::of(self.day.get())
    }

    /// The next `count` executions.
    #[must_use]
    pub(crate) fn upcoming(self, count: usize) -> Vec<Occurrence> {
        let query = Query::after(self.clock.now.get()).created(self.created());
        self.shown.with(|shown| match &shown.timing {
            Some(timing) if self.is_enabled() => timing.occurrences(&query).take(count).collect(),
            _ => Vec::new(),
        })
    }

    /// Why [`Store::upcoming`] has nothing to tell.
    #[must_use]
    pub(crate) fn why_no_runs(self) -> String {
        if !self.is_enabled() {
            return "The window is disabled: it does not run.".to_owned();
        }
        let query = Query::after(self.clock.now.get()).created(self.created());
        let reason = self.shown.with(|shown| shown.timing.as_ref().and_then(|timing| timing.no_runs(&query)));
        reason.map_or_else(
            || "There is no valid schedule yet. The definition says what is wrong.".to_owned(),
            |reason| format!("The window never runs. {reason}"),
        )
    }

    /// Whether the window runs at all.
    #[must_use]
    pub(crate) fn is_enabled(self) -> bool {
        self.draft.with(|draft| draft.purpose == Purpose::Create || draft.enabled)
    }

    /// Shows the day of the next execution, or today where there is none.
    pub(crate) fn go_to_next_run(self) {
        let zone = untrack(|| self.view_zone());
        let next = untrack(|| self.upcoming(1)).first().map(|run| run.start);
        let instant = next.unwrap_or_else(|| self.clock.now.get_untracked());
        self.day.set(zone.local(instant).date());
    }

    /// Puts another window in the place of the one being written, which can be had back.
    pub(crate) fn replace(self, draft: Draft) {
        let before = self.draft.get_untracked();
        if before != draft && before != Draft::example() {
            self.notices.update(|notices| {
                notices.retain(|notice| !matches!(notice, Notice::Replaced(_)));
                notices.push(Notice::Replaced(Box::new(before)));
            });
        }
        self.opened.set(None);
        self.draft.set(draft);
        self.go_to_next_run();
    }

    /// Begins a window of one's own.
    pub(crate) fn new_window(self) {
        self.replace(Draft::blank(self.clock.viewer_zone.name()));
        self.tab.set(InspectorTab::Definition);
        self.pane.set(Pane::Edit);
        self.drawer.set(false);
    }

    /// Takes a notice away.
    pub(crate) fn dismiss(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|other| other != notice));
    }
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
