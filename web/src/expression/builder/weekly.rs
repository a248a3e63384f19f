//! The days of the week.

use super::TimeControl;
use crate::{expression::common, locale::DateForm};
use leptos::prelude::*;
use window_planner_core::schedule::recipe::Recipe;

/// The days of the week.
#[component]
pub(crate) fn WeeklyControls(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let taken = move || match recipe.get() {
        Some(Recipe::Weekly { days, .. }) => days,
        _ => Vec::new(),
    };
    let buttons = common::weekdays()
        .map(|day| {
            let toggle = move |_| {
                if let Some(Recipe::Weekly { days, at }) = recipe.get_untracked() {
                    on_change.run(Recipe::Weekly { days: common::with_day_toggled(&days, day), at });
                }
            };
            view! {
                <button
                    type="button"
                    aria-pressed=move || taken().contains(&day).to_string()
                    aria-label=common::weekday_name(DateForm::LongWeekday, day)
                    on:click=toggle
                >
                    {common::weekday_name(DateForm::Weekday, day)}
                </button>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="segmented days" role="group" aria-label="Days of the week">
            {buttons}
        </div>
        <TimeControl recipe on_change />
    }
}
