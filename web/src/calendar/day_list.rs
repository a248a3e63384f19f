//! All executions of a day, opened over the month.

use super::{block::day_anchor, plan::MonthPlan, popover::Popover};
use crate::{
    store::{Opened, use_store},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The list of a day. Choosing one opens it in its place.
#[component]
pub(crate) fn DayList(
    /// The day, in the view's zone.
    date: NaiveDate,
    /// The id of what it was opened from.
    anchor: String,
    /// The month that it belongs to.
    plan: Memo<MonthPlan>,
) -> impl IntoView {
    let store = use_store();
    let zone = move || plan.with(|plan| plan.zone);
    let subtitle = Signal::derive(move || {
        let count = plan.with(|plan| plan.listed_on(date).len());
        format!("{}, {}", words::count(count, "run"), zone().city())
    });
    let row = move |run: window_planner_core::occurrence::Occurrence| {
        let open = move |_| {
            let window = store.current.get_untracked().map(|current| current.id.clone());
            store.opened.set(window.map(|window| Opened::Execution {
                window,
                run,
                anchor: day_anchor(date),
            }));
        };
        let (start, end) = (zone().local(run.start), zone().local(run.end));
        let on_day = |moment: chrono::NaiveDateTime| {
            if moment.date() == date {
                words::time(moment)
            } else {
                format!("{} {}", moment.format("%a"), words::time(moment))
            }
        };
        view! {
            <li>
                <button type="button" on:click=open>
                    <strong>{on_day(start)}</strong>
                    <span class="until">"to " {on_day(end)}</span>
                    <span class="until">{move || words::relative(run.start.millis_since(store.clock.now.get()))}</span>
                </button>
            </li>
        }
    };
    let rows = move || plan.with(|plan| plan.listed_on(date).to_vec()).into_iter().map(row).collect_view();
    view! {
        <Popover anchor title=words::long_day(date) subtitle on_close=move |()| store.opened.set(None)>
            <ul class="day-list">{rows}</ul>
        </Popover>
    }
}
