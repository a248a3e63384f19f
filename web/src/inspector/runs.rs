//! The tab of the runs to come.

use crate::{
    calendar::run_anchor,
    freezes::stretches::Stretches,
    store::{Memo, Opened, Pane, Store, use_store},
    ui::{Icon, IconView, Segmented},
    words,
};
use leptos::prelude::*;
use window_planner_core::{occurrence::Occurrence, schedule::Schedule, zone::Zone};

/// How many runs can be asked for.
const COUNTS: [usize; 3] = [10, 25, 100];

/// The table of the next runs, in the window's zone and UTC.
#[component]
pub(crate) fn RunsTab() -> impl IntoView {
    let store = use_store();
    let count = RwSignal::new(COUNTS[0]);
    let runs = Memo::new(move |_| store.upcoming(count.get()));
    let closed = Memo::new(move |_| {
        runs.with(|runs| {
            let (first, last) = (runs.first()?, runs.last()?);
            Some(store.freezes.with(|freezes| Stretches::of(freezes, first.start, last.end)))
        })
    });
    let choices = Signal::stored(COUNTS.map(|count| (count, count.to_string())).to_vec());
    let heading = move || format!("Next runs, {} time", store.schedule_zone().city());
    let table = move || {
        let runs = runs.get();
        if runs.is_empty() {
            return view! { <p class="empty-words">{store.why_no_runs()}</p> }.into_any();
        }
        let frozen = |run: &Occurrence| closed.with(|closed| closed.as_ref()?.titles(run.start, run.end));
        let rows = runs.into_iter().map(|run| view! { <RunRow run frozen=frozen(&run) /> }).collect_view();
        view! {
            <table class="runs" aria-label="Next runs">
                <thead>
                    <tr>
                        <th scope="col">"Start"</th>
                        <th scope="col">"Last tasks"</th>
                        <th scope="col">"End"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <div class="row runs-head">
                <h3>{move || heading()}</h3>
                <Segmented label="How many runs" choices value=count on_change=move |to| count.set(to) />
            </div>
            {move || table()}
            {move || anchor_words(store).map(|words| view! { <p class="field-hint">{words}</p> })}
        </div>
    }
}

/// One run. Its start opens it in the calendar.
#[component]
fn RunRow(
    /// The run.
    run: Occurrence,
    /// The freezes that it falls into.
    frozen: Option<String>,
) -> impl IntoView {
    let store = use_store();
    let zone = untrack(|| store.schedule_zone());
    let (start, cutoff, end) = (zone.local(run.start), zone.local(run.cutoff), zone.local(run.end));
    let utc = |instant| view! { <span class="quiet">{words::time(Zone::UTC.local(instant))} " UTC"</span> };
    let day_of = |local: chrono::NaiveDateTime| {
        if local.date() == start.date() {
            String::new()
        } else {
            format!("{} ", words::weekday(local.date()))
        }
    };
    let utc_start = words::moment(Zone::UTC.local(run.start));
    let aws_text = untrack(|| store.with_timing(|timing| timing.aws_text(run.start)));
    let show = move |_| {
        let Some(current) = store.current.get_untracked() else { return };
        let day = store.view_zone().local(run.start).date();
        store.day.set(day);
        store.pane.set(Pane::Calendar);
        request_animation_frame(move || {
            let anchor = run_anchor(&current.id, &run, day);
            store.opened.set(Some(Opened::Execution { window: current.id.clone(), run, anchor }));
        });
    };
    let mark = run.clock_change.map(|_| {
        view! {
            <span class="run-mark" title="The clocks change: open it for details">
                <IconView icon=Icon::Clock />
                <span class="unseen">"The clocks change"</span>
            </span>
        }
    });
    let freeze = frozen.map(|titles| {
        view! {
            <span class="quiet">
                <span class="frozen-mark">
                    <IconView icon=Icon::Freeze />
                </span>
                "In the freeze " {titles}
            </span>
        }
    });
    view! {
        <tr>
            <td>
                <button type="button" class="link" title=aws_text on:click=show>
                    {words::moment(start)}
                </button>
                {mark}
                <span class="quiet">{utc_start} " UTC"</span>
                <span class="quiet">{move || words::relative(run.start.millis_since(store.clock.now.get()))}</span>
                {freeze}
            </td>
            <td>{day_of(cutoff)} {words::time(cutoff)} {utc(run.cutoff)}</td>
            <td>{day_of(end)} {words::time(end)} {utc(run.end)}</td>
        </tr>
    }
}

/// From when the runs are counted, where that matters.
fn anchor_words(store: Store) -> Option<String> {
    let exists = store.with_current(window_planner_core::plan::Window::runs_already)?;
    let created = words::moment(store.schedule_zone().local(store.opened_at));
    let words = store.with_timing(|timing| {
        let from_start = timing.start_date().is_some_and(|start| start > store.opened_at);
        if matches!(timing.schedule(), Schedule::Rate(_)) && !from_start {
            if exists {
                return Some(
                    "A rate counts from the window's creation, an instant that AWS alone knows. Compare with its NextExecutionTime."
                        .to_owned(),
                );
            }
            return Some(format!(
                "A rate counts from the moment the window is created. These runs are those of a window created {created}; with a StartDate to come it counts from there."
            ));
        }
        let days = timing.schedule_offset().filter(|_| !exists)?;
        Some(format!(
            "As of a window created {created}: of the expression's days only those after it lead to a run, {} later.",
            words::count(days.into(), "day")
        ))
    });
    words.flatten()
}
