//! How many days after Patch Tuesday.

use super::TimeControl;
use leptos::prelude::*;
use window_planner_core::schedule::recipe::Recipe;

/// How many days after Patch Tuesday.
#[component]
pub(crate) fn PatchTuesdayControls(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let held = move || match recipe.get() {
        Some(Recipe::PatchTuesday { days_after, .. }) => Some(days_after),
        _ => None,
    };
    let set = move |event| {
        if let (Some(Recipe::PatchTuesday { at, .. }), Ok(days_after)) =
            (recipe.get_untracked(), event_target_value(&event).parse())
        {
            on_change.run(Recipe::PatchTuesday { days_after, at });
        }
    };
    let options = (0_u8..=6)
        .map(|days| view! { <option value=days selected=move || held() == Some(days)>{format!("+ {days}")}</option> })
        .collect_view();
    view! {
        <label class="builder-line">
            <select class="select" aria-label="Days after Patch Tuesday" on:change=set>
                {options}
            </select>
            "days"
        </label>
        <TimeControl recipe on_change />
    }
}
