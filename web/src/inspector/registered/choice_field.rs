//! A member with few values, of which one is chosen.

use leptos::prelude::*;

/// The member's label and AWS's name for it, above its values.
#[component]
pub(super) fn ChoiceField(
    label: &'static str,
    /// AWS's name of the member.
    aws_name: &'static str,
    /// The element's id.
    element: String,
    /// The value that is chosen.
    value: Signal<Option<&'static str>>,
    /// Each value, and what it is called.
    options: Vec<(&'static str, String)>,
    /// What becomes of another value.
    on_choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> })
        .collect_view();
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for=element.clone()>
                    {label}
                </label>
                <code class="field-aside">{aws_name}</code>
            </div>
            <select
                class="select"
                id=element
                prop:value=move || value.get()
                on:change=move |event| on_choose(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}
