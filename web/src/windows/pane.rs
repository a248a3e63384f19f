//! The left of the page: the windows of the plan, and the ways to begin one.

use super::{
    actions::ActionsPanel,
    list::{List, entry_id},
    listing::Filter,
    rows::rows,
    tools::Tools,
};
use crate::{
    app::plan_menu,
    freezes::FreezesPane,
    import,
    insights::InsightsPanel,
    store::{FieldName, LastingRwSignal, Memo, Planned, Store, use_store},
    ui::{Icon, IconView, Later, Place, Turn, focus_after_drawing},
};
use leptos::prelude::*;
use window_planner_core::zone::TZDATA;

/// Begins a window of one's own, ready for its name to be typed.
pub(crate) fn begin(store: Store) {
    store.new_window();
    focus_after_drawing(format!("field-{}", FieldName::Name.aws_name()));
}

/// Puts the focus on the selected window in the list.
pub(crate) fn focus_list(store: Store) {
    if let Some(current) = store.current.get_untracked() {
        focus_after_drawing(entry_id(&current.id));
    }
}

/// The pane of windows.
#[component]
pub(crate) fn WindowsPane() -> impl IntoView {
    let store = use_store();
    let search = store.search;
    let filter = LastingRwSignal::new(Filter::default());
    let acting = RwSignal::new(None::<Planned>);
    let at = RwSignal::new(Place::default());
    let count = Memo::new(move |_| store.windows.with(Vec::len));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let content = move || {
        if is_empty.get() {
            view! { <NoWindows /> }.into_any()
        } else {
            let rows = rows(store, filter);
            view! {
                <Tools search filter rows />
                <List rows acting at />
            }
            .into_any()
        }
    };
    view! {
        <nav class="pane pane-windows" aria-label="Windows">
            <div class="windows-head">
                <h2>"Windows " <span class="count">{move || count.get()}</span></h2>
                <button
                    type="button"
                    class="button small"
                    title="New window (N)"
                    on:click=move |_| begin(store)
                >
                    <IconView icon=Icon::Plus />
                    "New window"
                </button>
            </div>
            <Later turn=Turn::Windows>{move || content()}</Later>
            <Later turn=Turn::Insights>
                <InsightsPanel />
                <ActionsPanel acting at />
                <FreezesPane />
            </Later>
            <div class="windows-foot">
                <p>"Nothing you type leaves this browser."</p>
                <p>"Time zones as of IANA " {TZDATA}</p>
            </div>
        </nav>
    }
}

/// What an empty plan offers.
#[component]
fn NoWindows() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="empty scroll">
            <p>
                "The plan has no windows yet. Drop the output of " <code>"aws ssm describe-maintenance-windows"</code>
                " anywhere on the page, or begin with one of these."
            </p>
            <button type="button" class="button primary" on:click=move |_| begin(store)>
                "Begin a window"
            </button>
            <button type="button" class="button" on:click=move |_| import::ask(store)>
                "Import from AWS…"
            </button>
            <button type="button" class="button" on:click=move |_| plan_menu::open_examples(store)>
                "Open the examples"
            </button>
        </div>
    }
}
