//! A time of day on the 24-hour clock, whatever clock the browser's own control would show.

use crate::words;
use chrono::NaiveTime;
use leptos::prelude::*;

/// A box for a time of day. What cannot be read as one is put back.
#[component]
pub(crate) fn TimeBox(
    /// Its name for screen readers.
    #[prop(into)]
    label: String,
    /// The time; `None` shows an empty box.
    #[prop(into)]
    value: Signal<Option<NaiveTime>>,
    /// Whether nothing can be typed.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Called with a new time.
    #[prop(into)]
    on_change: Callback<NaiveTime>,
) -> impl IntoView {
    let text = move || value.get().map(words::time_of_day).unwrap_or_default();
    view! {
        <input
            class="input time-box"
            type="text"
            inputmode="numeric"
            maxlength="8"
            placeholder="hh:mm"
            autocomplete="off"
            aria-label=label
            disabled=disabled
            prop:value=text
            on:change:target=move |event| {
                match read(&event.target().value()) {
                    Some(time) => on_change.run(time),
                    None => event.target().set_value(&untrack(text)),
                }
            }
        />
    }
}

/// Reads `23:30`, `23:30:15`, `2330` and `9:05`.
fn read(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    ["%H:%M:%S", "%H:%M", "%H%M"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}
