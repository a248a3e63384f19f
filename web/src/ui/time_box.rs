//! A time of day, written as the calendar writes it, whatever clock the browser's own control would show.

use crate::locale;
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
    let write = |time| locale::with(|locale| locale.times.write(time));
    let text = move || value.get().map(write).unwrap_or_default();
    view! {
        <input
            class="input time-box"
            type="text"
            placeholder="hh:mm"
            autocomplete="off"
            aria-label=label
            disabled=disabled
            prop:value=text
            on:change:target=move |event| {
                match locale::with(|locale| locale.times.read(&event.target().value())) {
                    Some(time) => on_change.run(time),
                    None => event.target().set_value(&untrack(text)),
                }
            }
        />
    }
}
