//! The period of a rate.

use leptos::prelude::*;
use window_planner_core::schedule::{RateUnit, recipe::Recipe};

/// The period of a rate.
#[component]
pub(crate) fn EveryControls(
    /// The recipe.
    recipe: Signal<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    const UNITS: [RateUnit; 3] = [RateUnit::Minute, RateUnit::Hour, RateUnit::Day];
    let held = move || match recipe.get() {
        Some(Recipe::Every { value, unit }) => Some((value, unit)),
        _ => None,
    };
    let set = move |value: Option<u64>, unit: Option<RateUnit>| {
        if let Some((old_value, old_unit)) = untrack(held) {
            on_change
                .run(Recipe::Every { value: value.unwrap_or(old_value), unit: unit.unwrap_or(old_unit) });
        }
    };
    let set_unit = move |event| {
        let words = event_target_value(&event);
        set(None, UNITS.into_iter().find(|unit| unit.singular() == words));
    };
    let units = UNITS
        .map(|unit| view! { <option value=unit.singular() selected=move || held().is_some_and(|held| held.1 == unit)>{unit.after(2)}</option> })
        .into_iter()
        .collect_view();
    view! {
        <span class="builder-line">
            "every"
            <input
                class="input short"
                type="number"
                min="1"
                step="1"
                aria-label="Period"
                prop:value=move || held().map(|held| held.0.to_string()).unwrap_or_default()
                on:change=move |event| set(event_target_value(&event).parse().ok().filter(|value| *value > 0), None)
            />
            <select class="select" aria-label="Unit of the period" on:change=set_unit>
                {units}
            </select>
        </span>
    }
}
