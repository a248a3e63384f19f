//! The common schedules as controls. They and the text of the expression are two views of one value.

mod every;
mod nth;
mod once;
mod patch_tuesday;
mod time;
mod weekly;

use super::common::{self, RecipeKind, recognise};
use crate::store::{FieldName, LastingMemo, Memo, use_store};
use chrono::{Days, NaiveTime};
use every::EveryControls;
use leptos::prelude::*;
use nth::NthControls;
use once::OnceControls;
use patch_tuesday::PatchTuesdayControls;
use time::TimeControl;
use weekly::WeeklyControls;
use window_planner_core::schedule::recipe::Recipe;

/// The builder. It shows the recipe that the expression holds, or says that there is none.
#[component]
pub(crate) fn Builder() -> impl IntoView {
    let store = use_store();
    let held = LastingMemo::new(move |_| {
        let recipe = store.with_current(|window| {
            recognise(&FieldName::Schedule.text(&window.definition), window.definition.schedule_offset)
        });
        recipe.flatten()
    });
    let recipe = Signal::derive(move || held.get());
    let set = move |after: Recipe| {
        let before = recipe.get_untracked();
        store.edit_current("change of Schedule", Some("Schedule"), |window| {
            window.definition.schedule_offset =
                common::offset_for(before.as_ref(), &after, window.definition.schedule_offset);
            FieldName::Schedule.set(&mut window.definition, &after.expression());
        });
    };
    let kind = Memo::new(move |_| recipe.with(|recipe| recipe.as_ref().map(RecipeKind::of)));
    let choose = move |event| {
        let words = event_target_value(&event);
        let Some(kind) = RecipeKind::ALL.into_iter().find(|kind| kind.words() == words) else { return };
        let time = recipe.with_untracked(|recipe| recipe.as_ref().and_then(common::time_of));
        let today = store.clock.viewer_zone.local(store.clock.now.get_untracked()).date();
        set(kind.recipe(time.unwrap_or_else(two_in_the_morning), today + Days::new(1)));
    };
    let options = RecipeKind::ALL
        .map(|choice| {
            view! {
                <option value=choice.words() selected=move || kind.get() == Some(choice)>
                    {choice.words()}
                </option>
            }
        })
        .into_iter()
        .collect_view();
    let controls = move || {
        kind.get().map(|kind| match kind {
            RecipeKind::Weekly => view! { <WeeklyControls recipe on_change=set /> }.into_any(),
            RecipeKind::MonthlyNth => view! { <NthControls recipe on_change=set /> }.into_any(),
            RecipeKind::PatchTuesday => view! { <PatchTuesdayControls recipe on_change=set /> }.into_any(),
            RecipeKind::LastDay => view! { <TimeControl recipe on_change=set /> }.into_any(),
            RecipeKind::Every => view! { <EveryControls recipe on_change=set /> }.into_any(),
            RecipeKind::Once => view! { <OnceControls recipe on_change=set /> }.into_any(),
        })
    };
    view! {
        <div class="builder">
            <select class="select" aria-label="Kind of schedule" on:change=choose>
                <option value="" selected=move || kind.get().is_none() hidden>
                    "Custom expression"
                </option>
                {options}
            </select>
            <div class="builder-line">{move || controls()}</div>
            <p class="field-hint" hidden=move || kind.get().is_some()>
                "This expression has no controls here: edit its text, or choose a kind to start over."
            </p>
        </div>
    }
}

fn two_in_the_morning() -> NaiveTime {
    NaiveTime::from_hms_opt(2, 0, 0).unwrap_or_default()
}
