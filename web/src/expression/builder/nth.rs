//! Which weekday of the month.

use super::TimeControl;
use crate::{expression::common, locale::DateForm};
use leptos::prelude::*;
use window_planner_core::schedule::recipe::Recipe;

/// Which weekday of the month.
#[component]
pub(crate) fn NthControls(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    const NTH: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    let held = move || match recipe.get() {
        Some(Recipe::MonthlyNth { nth, weekday, .. }) => Some((nth, weekday)),
        _ => None,
    };
    let set = move |nth: Option<u8>, day: Option<&str>| {
        if let Some(Recipe::MonthlyNth { nth: old, weekday, at }) = recipe.get_untracked() {
            let weekday =
                common::weekdays().into_iter().find(|other| Some(other.name()) == day).unwrap_or(weekday);
            on_change.run(Recipe::MonthlyNth { nth: nth.unwrap_or(old), weekday, at });
        }
    };
    let nths = NTH
        .into_iter()
        .zip(1_u8..)
        .map(|(words, nth)| view! { <option value=nth selected=move || held().is_some_and(|held| held.0 == nth)>{words}</option> })
        .collect_view();
    let days = common::weekdays()
        .map(|day| view! { <option value=day.name() selected=move || held().is_some_and(|held| held.1 == day)>{common::weekday_name(DateForm::LongWeekday, day)}</option> })
        .into_iter()
        .collect_view();
    view! {
        <span class="builder-line">
            "on the"
            <select class="select" aria-label="Which one of the month" on:change=move |event| set(event_target_value(&event).parse().ok(), None)>
                {nths}
            </select>
            <select class="select" aria-label="Weekday" on:change=move |event| set(None, Some(&event_target_value(&event)))>
                {days}
            </select>
        </span>
        <TimeControl recipe on_change />
    }
}
