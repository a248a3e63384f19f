//! One window in the list.

use super::{
    list::entry_id,
    listing::{Listed, Problems},
    state::{icon, state_words},
};
use crate::{
    calendar::color,
    store::{Memo, Pane, Planned, use_store},
    ui::{Icon, IconView, Place},
    words,
};
use leptos::prelude::*;
use window_planner_core::plan::Touch;

/// The element id of the panel that an entry's last button opens.
pub(crate) const ACTIONS_ID: &str = "window-actions";

/// A window: whether the calendar shows it, its name and state, what is wrong with it, and more to do.
#[component]
pub(crate) fn WindowEntry(
    /// The window.
    planned: Planned,
    /// Its place in the list, from 1 on.
    position: Signal<usize>,
    /// How long the list is.
    size: Signal<usize>,
    /// Whether Tab stops at it.
    is_stop: Signal<bool>,
    /// The window whose panel of actions is opened, and where.
    acting: RwSignal<Option<Planned>>,
    /// Where that panel is.
    at: RwSignal<Place>,
) -> impl IntoView {
    let store = use_store();
    let shown = planned.shown.clone();
    let title = move || shown.with(|shown| shown.title.clone());
    let (shown, state) = (planned.shown.clone(), planned.state.clone());
    let is_hidden = Memo::new(move |_| shown.with(|shown| shown.hidden));
    let words = {
        let planned = planned.clone();
        Memo::new(move |_| {
            let (words, aside) = state_words(store, &planned);
            let is_perhaps = planned.touch.get() == Some(Touch::Perhaps);
            (if is_perhaps { format!("May touch it. {words}") } else { words }, aside)
        })
    };
    let is_current = {
        let planned = planned.clone();
        Memo::new(move |_| store.current.with(|current| current.as_ref() == Some(&planned)))
    };
    let toggle = {
        let id = planned.id.clone();
        move |_| store.set_hidden(std::slice::from_ref(&id), !is_hidden.get_untracked())
    };
    let show = {
        let id = planned.id.clone();
        move |_| {
            store.select(&id);
            store.go_to_next_run();
            store.drawer.set(false);
            store.pane.set(Pane::Calendar);
        }
    };
    let act = {
        let planned = planned.clone();
        move |event| {
            at.set(Place::beside(&event));
            acting.set(Some(planned.clone()));
        }
    };
    let tabindex = move || if is_stop.get() { "0" } else { "-1" };
    let (id, color) = (entry_id(&planned.id), color(&planned));
    view! {
        <li class="window-entry" class:current=move || is_current.get() class:left-out=move || is_hidden.get() aria-posinset=position aria-setsize=size>
            <input
                type="checkbox"
                class="window-shown"
                data-color=color
                aria-label={
                    let title = title.clone();
                    move || format!("Show {} in the calendar", title())
                }
                tabindex=tabindex
                prop:checked=move || !is_hidden.get()
                on:change=toggle
            />
            <button
                type="button"
                class="window-select"
                id=id
                aria-current=move || is_current.get().then_some("true")
                tabindex=tabindex
                on:click=show
            >
                <span class="window-name">{title.clone()}</span>
                <ProblemBadge planned=planned />
                <span class="window-state" title=move || words.with(|(words, aside)| format!("{words}{aside}"))>
                    {move || state.with(|state| view! { <IconView icon=icon(state) /> })}
                    <span class="window-words">
                        <span>{move || words.with(|(words, _)| words.clone())}</span>
                        <span>{move || words.with(|(_, aside)| aside.clone())}</span>
                    </span>
                </span>
            </button>
            <button
                type="button"
                class="button quiet small square"
                popovertarget=ACTIONS_ID
                aria-label=move || format!("More for {}", title())
                tabindex=tabindex
                on:click=act
            >
                <IconView icon=Icon::More />
            </button>
        </li>
    }
}

/// How many errors a window has; without any, how many warnings.
#[component]
fn ProblemBadge(
    /// The window.
    planned: Planned,
) -> impl IntoView {
    move || {
        let (class, count, noun) = match planned.problems() {
            Problems { errors: 0, warnings: 0 } => return None,
            Problems { errors: 0, warnings } => ("badge warning", warnings, "warning"),
            Problems { errors, .. } => ("badge error", errors, "error"),
        };
        let icon = if noun == "error" { Icon::Error } else { Icon::Warning };
        let words = words::count(count, noun);
        Some(view! {
            <span class=class>
                <IconView icon />
                <span aria-hidden="true">{count}</span>
                <span class="unseen">{words}</span>
            </span>
        })
    }
}
