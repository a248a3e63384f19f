//! Several values, one on each line.

use crate::store::Memo;
use leptos::prelude::*;

/// What stands between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// A line's end alone: a value can have blanks and commas.
    Lines,
    /// Blanks, commas and lines' ends: ids have none of them, and are pasted in every form.
    Anything,
}

impl Between {
    fn read(self, text: &str) -> Vec<String> {
        let values: Vec<&str> = match self {
            Self::Lines => text.lines().collect(),
            Self::Anything => text.split([',', ';', ' ', '\t', '\n', '\r']).collect(),
        };
        values.into_iter().map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }
}

/// A box of as many lines as it has values.
#[component]
pub(super) fn ValuesBox(
    /// Its element id.
    id: String,
    /// Its name for screen readers.
    #[prop(into)]
    name: String,
    /// What it shows while it is empty.
    placeholder: &'static str,
    /// The ids of what describes it.
    described_by: String,
    /// What stands between two values.
    between: Between,
    /// The values.
    #[prop(into)]
    values: Signal<Vec<String>>,
    /// Whether something is wrong with them.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Called with the values typed.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    // What is typed stays as it is, blank lines included, as long as it says the same.
    let typed = RwSignal::new(String::new());
    let text = Memo::new(move |_| {
        let values = values.get();
        typed.with(|typed| if between.read(typed) == values { typed.clone() } else { values.join("\n") })
    });
    let rows = move || text.with(|text| text.split('\n').count().clamp(1, 8)).to_string();
    view! {
        <textarea
            class="input mono values-box"
            id=id
            rows=rows
            autocomplete="off"
            spellcheck="false"
            placeholder=placeholder
            aria-label=name
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
            prop:value=move || text.get()
            on:input=move |event| {
                let text = event_target_value(&event);
                let values = between.read(&text);
                typed.set(text);
                on_change.run(values);
            }
        ></textarea>
    }
}
