//! What is listed: search, filter, order; and what the calendar shows of it.

use super::listing::{Filter, Listed, Order};
use crate::{
    slices::MANY,
    store::{Glance, LastingRwSignal, Memo, Planned, use_store},
    ui::{Dropdown, Icon, IconView},
    words,
};
use leptos::prelude::*;
use window_planner_core::plan::{Touch, WindowId};

/// The element id of the search box.
pub(crate) const SEARCH_ID: &str = "window-search";

/// The search box and the panel beside it.
#[component]
pub(crate) fn Tools(
    /// What names are searched for.
    search: LastingRwSignal<String>,
    /// Which windows are listed.
    filter: LastingRwSignal<Filter>,
    /// Those that are.
    rows: Memo<Vec<Planned>>,
) -> impl IntoView {
    let store = use_store();
    let order = Signal::derive(move || store.preferences.with(|preferences| preferences.order));
    let set_order = move |order: Order| store.preferences.update(|preferences| preferences.order = order);
    let set_hidden = move |hidden: bool| {
        let ids: Vec<WindowId> = rows.with_untracked(|rows| rows.iter().map(|row| row.id.clone()).collect());
        store.set_hidden(&ids, hidden);
    };
    let label = Signal::derive(move || match filter.get() {
        Filter::All => "Filter and order".to_owned(),
        filter => format!("Filter and order; only: {}", filter.words()),
    });
    let orders = Order::ALL.map(|order| (order, order.words()));
    let filters = Filter::ALL.map(|filter| (filter, filter.words()));
    view! {
        <div class="windows-tools">
            <div class="search">
                <IconView icon=Icon::Search />
                <input
                    class="input"
                    type="search"
                    id=SEARCH_ID
                    aria-label="Search windows"
                    placeholder="Name, node id or tag"
                    title="By name, or by what they touch: i-…, tag:Env=prod, tag:Env, group:web"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || search.get()
                    on:input=move |event| search.set(event_target_value(&event))
                />
            </div>
            <span class:filtered=move || filter.get() != Filter::All>
                <Dropdown id="list-tools" label class="quiet square" icon=Icon::Filter>
                    <Choices legend="Show" name="filter" choices=filters.to_vec() value=move || filter.get() on_change=move |to| filter.set(to) />
                    <Choices legend="Order" name="order" choices=orders.to_vec() value=order on_change=set_order />
                    <h3>"In the calendar"</h3>
                    <div class="row">
                        <button type="button" class="button small" on:click=move |_| set_hidden(false)>
                            "Show all"
                        </button>
                        <button type="button" class="button small" on:click=move |_| set_hidden(true)>
                            "Hide all"
                        </button>
                    </div>
                </Dropdown>
            </span>
        </div>
        <p class="windows-found" hidden=move || filter.get() == Filter::All && search.with(String::is_empty)>
            <span role="status">{move || found_words(&rows.get(), store.asked.get().is_some())}</span>
            <button
                type="button"
                class="link"
                on:click=move |_| {
                    search.set(String::new());
                    filter.set(Filter::All);
                }
            >
                "List all"
            </button>
        </p>
    }
}

/// How many are listed, and how surely they touch what is asked for.
fn found_words(rows: &[Planned], is_asked: bool) -> String {
    let touch = |row: &Planned| if rows.len() > MANY { Glance(row).touch() } else { row.touch.get() };
    let perhaps =
        if is_asked { rows.iter().filter(|row| touch(row) == Some(Touch::Perhaps)).count() } else { 0 };
    let surely = rows.len() - perhaps;
    match (is_asked, surely, perhaps) {
        (false, ..) => format!("{} found", words::count(surely, "window")),
        (true, 0, 0) => "No window touches it".to_owned(),
        (true, 1, 0) => "1 window touches it".to_owned(),
        (true, surely, 0) => format!("{surely} windows touch it"),
        (true, 0, perhaps) => format!("{} may touch it: only AWS can tell", words::count(perhaps, "window")),
        (true, surely, perhaps) => {
            let verb = if surely == 1 { "touches" } else { "touch" };
            format!("{} {verb} it, {perhaps} more may: only AWS can tell", words::count(surely, "window"))
        }
    }
}

/// One choice out of a few, each on a line.
#[component]
fn Choices<T>(
    /// What is chosen.
    legend: &'static str,
    /// The name of the group.
    name: &'static str,
    /// The choices with their words.
    choices: Vec<(T, &'static str)>,
    /// The choice taken.
    #[prop(into)]
    value: Signal<T>,
    /// Called with a new choice.
    #[prop(into)]
    on_change: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let rows = choices
        .into_iter()
        .map(|(choice, words)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name
                        prop:checked=move || value.get() == choice
                        on:change=move |_| on_change.run(choice)
                    />
                    {words}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            {rows}
        </fieldset>
    }
}
