//! One choice out of a few, side by side.

use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast};

/// A radio group drawn as one bar. Arrow keys move the choice, as in every radio group.
#[component]
pub(crate) fn Segmented<T>(
    /// What is chosen between, said to screen readers.
    label: &'static str,
    /// The choices with their texts.
    #[prop(into)]
    choices: Signal<Vec<(T, String)>>,
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
    let step = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let choices = choices.get_untracked();
        let taken = choices.iter().position(|(choice, _)| *choice == value.get_untracked());
        let next = neighbour(taken.unwrap_or_default(), by, choices.len());
        if let Some((choice, _)) = choices.get(next) {
            on_change.run(*choice);
        }
        focus_child(&event, next);
    };
    let buttons = move || {
        choices
            .get()
            .into_iter()
            .map(|(choice, text)| {
                let taken = move || value.get() == choice;
                let title = text.clone();
                view! {
                    <button
                        type="button"
                        role="radio"
                        title=title
                        aria-checked=move || taken().to_string()
                        tabindex=move || if taken() { "0" } else { "-1" }
                        on:click=move |_| on_change.run(choice)
                    >
                        {text}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="segmented" role="radiogroup" aria-label=label on:keydown=step>
            {move || buttons()}
        </div>
    }
}

/// The place next to `at` in a ring of `count`.
fn neighbour(at: usize, by: isize, count: usize) -> usize {
    if by < 0 {
        at.checked_sub(1).unwrap_or(count.saturating_sub(1))
    } else if at + 1 < count {
        at + 1
    } else {
        0
    }
}

/// Puts the focus on the `place`th child of the element that listens to `event`.
pub(super) fn focus_child(event: &KeyboardEvent, place: usize) {
    let group = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let child = group.and_then(|group| group.children().item(u32::try_from(place).unwrap_or_default()));
    if let Some(child) = child.and_then(|child| child.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A child that cannot take the focus leaves it where it is.
        let _ = child.focus();
    }
}
