//! Tabs by the ARIA pattern: arrows move between them, one panel shows.

use super::segmented::focus_child;
use crate::words;
use leptos::{ev::KeyboardEvent, prelude::*};

/// One tab of a [`TabBar`].
pub(crate) struct Tab<T> {
    /// What it stands for.
    pub(crate) value: T,
    /// The prefix of its element ids: `{id}-tab` and `{id}-panel`.
    pub(crate) id: &'static str,
    /// Its text.
    pub(crate) text: &'static str,
    /// A small count beside the text with what is counted, which is its style class, too; none where there is
    /// nothing to count.
    pub(crate) badge: Signal<Option<(usize, &'static str)>>,
}

/// The row of tabs. The panel of each has the id `{id}-panel` and names the tab as its label.
#[component]
pub(crate) fn TabBar<T>(
    /// What the tabs divide, said to screen readers.
    label: &'static str,
    /// The tabs, in their order.
    tabs: Vec<Tab<T>>,
    /// The tab that shows.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the tab to show.
    #[prop(into)]
    on_change: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let values: Vec<T> = tabs.iter().map(|tab| tab.value).collect();
    let step = move |event: KeyboardEvent| {
        let taken = values.iter().position(|tab| *tab == value.get_untracked()).unwrap_or_default();
        let last = values.len().saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" if taken < last => taken + 1,
            "ArrowRight" | "Home" => 0,
            "ArrowLeft" if taken > 0 => taken - 1,
            "ArrowLeft" | "End" => last,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(tab) = values.get(next) {
            on_change.run(*tab);
        }
        focus_child(&event, next);
    };
    let buttons = tabs
        .into_iter()
        .map(|Tab { value: tab, id, text, badge }| {
            let shown = move || value.get() == tab;
            view! {
                <button
                    type="button"
                    role="tab"
                    id=format!("{id}-tab")
                    aria-controls=format!("{id}-panel")
                    aria-selected=move || shown().to_string()
                    tabindex=move || if shown() { "0" } else { "-1" }
                    on:click=move |_| on_change.run(tab)
                >
                    {text}
                    {move || {
                        badge.get().map(|(count, class)| {
                            view! {
                                <span class=format!("badge {class}") aria-hidden="true">{count}</span>
                                <span class="unseen">{words::count(count, class)}</span>
                            }
                        })
                    }}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=step>
            {buttons}
        </div>
    }
}
