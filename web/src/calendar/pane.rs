//! The middle of the page: the calendar with its bar, its words and its legend.

use super::{
    agenda::AgendaView, bar::CalendarBar, change_bar::ChangeBar, day_list::DayList, execution::ExecutionCard,
    grid::MonthGrid, timeline::TimelineView, touching::TouchingBar, week::WeekView, year::YearView,
};
use crate::{
    store::{Memo, Opened, Store, ViewKind, use_store},
    ui::{Icon, IconView, Later, Turn},
    words,
};
use leptos::prelude::*;

/// The calendar pane.
#[component]
pub(crate) fn CalendarPane() -> impl IntoView {
    let store = use_store();
    let view = Memo::new(move |_| store.preferences.with(|preferences| preferences.view));
    let content = move || match view.get() {
        ViewKind::Month => view! { <MonthGrid /> }.into_any(),
        ViewKind::Week => view! { <WeekView /> }.into_any(),
        ViewKind::Agenda => view! { <AgendaView /> }.into_any(),
        ViewKind::Year => view! { <YearView /> }.into_any(),
        ViewKind::Timeline => view! { <TimelineView /> }.into_any(),
    };
    let opened = move || match store.opened.get()? {
        Opened::Execution { window, run, anchor } => {
            let planned = untrack(|| store.planned(&window))?;
            Some(view! { <ExecutionCard planned run anchor /> }.into_any())
        }
        Opened::Day { date, window, anchor } => Some(view! { <DayList date window anchor /> }.into_any()),
    };
    view! {
        <section class="pane pane-calendar" aria-label="Calendar">
            <div class="calendar" aria-busy=move || store.walk.is_under_way().to_string()>
                <Later turn=Turn::Bar>
                    <CalendarBar />
                    <TouchingBar />
                    <CalendarWords />
                </Later>
                <Later turn=Turn::Days>
                    {move || content()}
                    {move || {
                        let is_busy = store.walk.is_under_way();
                        is_busy.then(|| view! { <p class="calendar-busy">"Working out all windows…"</p> })
                    }}
                    <ChangeBar />
                    <Legend />
                    {move || opened()}
                </Later>
            </div>
        </section>
    }
}

/// What the schedule of the selected window says, and when it runs next.
#[component]
fn CalendarWords() -> impl IntoView {
    let store = use_store();
    let stale = move || is_stale(store);
    let next = move || match store.upcoming(1).first() {
        Some(run) => {
            let (zone, now) = (store.view_zone(), store.clock.now.get());
            let start = words::moment(zone.local(run.start));
            let relative = words::relative(run.start.millis_since(now));
            view! {
                <span>
                    "Next run "
                    <button type="button" class="link" title="Show it" on:click=move |_| store.go_to_next_run()>
                        {start}
                    </button> ", " {relative}
                </span>
            }
            .into_any()
        }
        None => view! { <strong>{store.why_no_runs()}</strong> }.into_any(),
    };
    let words = move || {
        let Some((title, color, description)) = store.shown.with(|shown| {
            shown.as_ref().map(|shown| (shown.title.clone(), shown.color, shown.description.clone()))
        }) else {
            return view! { <span>"The plan is empty. New windows show here as you write them."</span> }
                .into_any();
        };
        let (first, second) = match (stale(), description) {
            (true, Some(description)) => {
                (view! { <strong>"Still showing the last valid schedule"</strong> }.into_any(), description)
            }
            (true, None) => (
                view! { <strong>"There is no valid schedule to show yet"</strong> }.into_any(),
                String::new(),
            ),
            (false, description) => (next.into_any(), description.unwrap_or_default()),
        };
        view! {
            <span class="words-first">
                <span class="swatch" data-color=color.to_string()></span>
                <strong class="words-name">{title}</strong>
                {first}
            </span>
            <span class="words-second">{second}</span>
        }
        .into_any()
    };
    view! {
        <div class="calendar-words" class:stale=move || stale()>
            {move || words()}
        </div>
    }
}

/// Whether the selected window shows as it was last valid.
fn is_stale(store: Store) -> bool {
    store.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.obstacle.is_some()))
}

/// What the marks mean.
#[component]
fn Legend() -> impl IntoView {
    let store = use_store();
    let has_update = Memo::new(move |_| {
        let drawn = store.current.get().and_then(|current| current.drawn.get());
        drawn.is_some_and(|drawn| drawn.update.is_some())
    });
    let is_month = move || store.preferences.with(|preferences| preferences.view == ViewKind::Month);
    view! {
        <div class="month-legend" aria-hidden="true">
            <span>
                <span class="track">
                    <span class="open"></span>
                </span>
                "open"
            </span>
            <span>
                <span class="track">
                    <span class="after-cutoff"></span>
                </span>
                "after cutoff: no new tasks"
            </span>
            <span>
                <IconView icon=Icon::Clock />
                "clocks change"
            </span>
            {move || {
                has_update
                    .get()
                    .then(|| {
                        view! {
                            <span>
                                <span class="mark">"+"</span>
                                "new"
                            </span>
                            <span>
                                <span class="mark">"⇄"</span>
                                "moved"
                            </span>
                            <span>
                                <span class="mark">"↔"</span>
                                "other length"
                            </span>
                            <span>
                                <span class="mark gone">"22:00"</span>
                                "gone with the update"
                            </span>
                        }
                    })
            }}
            {move || {
                store
                    .freezes
                    .with(|freezes| !freezes.is_empty())
                    .then(|| {
                        view! {
                            <span>
                                <span class="freeze-swatch"></span>
                                <IconView icon=Icon::Freeze />
                                "freeze"
                            </span>
                        }
                    })
            }}
            {move || is_month().then(|| view! { <span class="hint">"Each bar spans its hours of the day, 00 to 24"</span> })}
        </div>
    }
}
