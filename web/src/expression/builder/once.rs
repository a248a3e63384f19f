//! The day of what runs once.

use super::TimeControl;
use crate::date_value::date_of;
use leptos::prelude::*;
use window_planner_core::schedule::recipe::Recipe;

/// The day of what runs once.
#[component]
pub(crate) fn OnceControls(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let date = move || match recipe.get() {
        Some(Recipe::Once { at }) => at.date().to_string(),
        _ => String::new(),
    };
    let set = move |event| {
        if let (Some(Recipe::Once { at }), Some(date)) =
            (recipe.get_untracked(), date_of(&event_target_value(&event)))
        {
            on_change.run(Recipe::Once { at: date.and_time(at.time()) });
        }
    };
    view! {
        <label class="builder-line">
            "on"
            <input class="input" type="date" prop:value=date on:change=set />
        </label>
        <TimeControl recipe on_change />
    }
}
