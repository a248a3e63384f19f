//! The time of day.

use crate::{expression::common, ui::TimeBox};
use leptos::prelude::*;
use window_planner_core::schedule::recipe::Recipe;

/// The time of day.
#[component]
pub(crate) fn TimeControl(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let time = Signal::derive(move || recipe.with(|recipe| recipe.as_ref().and_then(common::time_of)));
    let set = move |time| {
        if let Some(recipe) = recipe.get_untracked() {
            on_change.run(common::at_time(recipe, time));
        }
    };
    view! {
        <span class="builder-line">"at" <TimeBox label="Time of day" value=time on_change=set /></span>
    }
}
