//! A text box with a list to choose from: the ARIA combobox pattern with a listbox popup.

use super::{Icon, IconView, moved, reveal};
use crate::store::{LastingRwSignal, Memo};
use leptos::{ev::KeyboardEvent, prelude::*};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What goes into the box.
    pub(crate) value: String,
    /// The first line.
    pub(crate) name: String,
    /// The second, quieter line.
    pub(crate) detail: String,
    /// What stands at the end of the first line.
    pub(crate) aside: String,
}

/// A text box that offers `choices` while its text is typed. Any text may stay in it: what is
/// wrong with it is for the field's findings to say.
#[component]
pub(crate) fn Combobox(
    /// The input's id; its label names it with `for`, its list is `{id}-list`.
    id: &'static str,
    /// The ids of what describes it.
    described_by: String,
    /// The text in the box.
    #[prop(into)]
    value: Signal<String>,
    /// The lines for the text typed; the empty text asks for the lines to begin with.
    #[prop(into)]
    search: Callback<String, Vec<Choice>>,
    /// Called with each text typed or taken.
    #[prop(into)]
    on_change: Callback<String>,
    /// Whether something is wrong with the text.
    #[prop(into)]
    invalid: Signal<bool>,
    /// What the empty box shows.
    placeholder: &'static str,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let active = LastingRwSignal::new(None::<usize>);
    // Until something is typed the list begins afresh, whatever the box holds.
    let typed = RwSignal::new(String::new());
    let choices = Memo::new(move |_| if open.get() { search.run(typed.get()) } else { Vec::new() });

    let show = move || {
        typed.set(String::new());
        active.set(None);
        open.set(true);
    };
    let take = move |choice: &Choice| {
        on_change.run(choice.value.clone());
        open.set(false);
    };
    let go = move |to: usize| {
        active.set(Some(to));
        reveal(&format!("{id}-option-{to}"));
    };
    let on_key = move |event: KeyboardEvent| {
        let count = choices.with_untracked(Vec::len);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open.get_untracked() => show(),
            key if moved(key, at, count).is_some() => go(moved(key, at, count).unwrap_or_default()),
            "Enter" if open.get_untracked() => {
                let choice = choices.with_untracked(|choices| at.and_then(|at| choices.get(at).cloned()));
                match choice {
                    Some(choice) => take(&choice),
                    None => open.set(false),
                }
            }
            "Escape" if open.get_untracked() => open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="combobox">
            <input
                class="input"
                type="text"
                role="combobox"
                id=id
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=placeholder
                aria-autocomplete="list"
                aria-expanded=move || open.get().to_string()
                aria-controls=format!("{id}-list")
                aria-activedescendant=move || active.get().filter(|_| open.get()).map(|at| format!("{id}-option-{at}"))
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:click=move |_| show()
                on:blur=move |_| open.set(false)
                on:keydown=on_key
                on:input=move |event| {
                    let text = event_target_value(&event);
                    typed.set(text.clone());
                    active.set(None);
                    open.set(true);
                    on_change.run(text);
                }
            />
            <IconView icon=Icon::Down />
            <ul
                class="listbox"
                role="listbox"
                id=format!("{id}-list")
                aria-label="Time zones"
                hidden=move || !open.get()
            >
                <Options id choices active on_take=move |choice| take(&choice) />
            </ul>
        </div>
    }
}

/// The lines of the list.
#[component]
fn Options(
    /// The input's id.
    id: &'static str,
    /// The lines.
    choices: Memo<Vec<Choice>>,
    /// The line that the keys are at.
    active: LastingRwSignal<Option<usize>>,
    /// Called with the line taken.
    #[prop(into)]
    on_take: Callback<Choice>,
) -> impl IntoView {
    let line = move |(place, choice): (usize, Choice)| {
        let is_active = move || active.get() == Some(place);
        let taken = choice.clone();
        view! {
            <li
                role="option"
                class="option"
                id=format!("{id}-option-{place}")
                class:active=move || is_active()
                aria-selected=move || is_active().to_string()
                // Before the box loses the focus and the list closes.
                on:mousedown=move |event| {
                    event.prevent_default();
                    on_take.run(taken.clone());
                }
            >
                <span class="option-name">{choice.name}</span>
                <span class="option-aside">{choice.aside}</span>
                <span class="option-detail">{choice.detail}</span>
            </li>
        }
    };
    move || {
        let choices = choices.get();
        if choices.is_empty() {
            return view! { <li class="option-none" role="option" aria-disabled="true" aria-selected="false">"Nothing found"</li> }.into_any();
        }
        choices.into_iter().enumerate().map(line).collect_view().into_any()
    }
}
