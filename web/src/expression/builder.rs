//! The common schedules as controls. They and the text of the expression are two views of one value.

use super::common::{self, RecipeKind, at_time, recognise};
use crate::{
    store::{FieldName, use_store},
    ui::TimeBox,
};
use chrono::{Days, NaiveTime};
use leptos::prelude::*;
use window_planner_core::schedule::{RateUnit, recipe::Recipe};

/// The builder. It shows the recipe that the expression holds, or says that there is none.
#[component]
pub(crate) fn Builder() -> impl IntoView {
    let store = use_store();
    let recipe = Memo::new(move |_| {
        store.draft.with(|draft| recognise(&draft.text(FieldName::Schedule), draft.request.schedule_offset))
    });
    let set = move |after: Recipe| {
        let before = recipe.get_untracked();
        store.draft.update(|draft| {
            draft.request.schedule_offset =
                common::offset_for(before.as_ref(), &after, draft.request.schedule_offset);
            draft.set_text(FieldName::Schedule, &after.expression());
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
            <div class="builder-line">{controls}</div>
            <p class="field-hint" hidden=move || kind.get().is_some()>
                "This expression has no controls here: edit its text, or choose a kind to start over."
            </p>
        </div>
    }
}

/// The time of day.
#[component]
fn TimeControl(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let time = Signal::derive(move || recipe.with(|recipe| recipe.as_ref().and_then(common::time_of)));
    let set = move |time| {
        if let Some(recipe) = recipe.get_untracked() {
            on_change.run(at_time(recipe, time));
        }
    };
    view! {
        <span class="builder-line">"at" <TimeBox label="Time of day" value=time on_change=set /></span>
    }
}

/// The days of the week.
#[component]
fn WeeklyControls(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
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
                    aria-label=day.name()
                    on:click=toggle
                >
                    {day.name().get(..2)}
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

/// Which weekday of the month.
#[component]
fn NthControls(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
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
        .map(|day| view! { <option value=day.name() selected=move || held().is_some_and(|held| held.1 == day)>{day.name()}</option> })
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

/// How many days after Patch Tuesday.
#[component]
fn PatchTuesdayControls(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
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

/// The period of a rate.
#[component]
fn EveryControls(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
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

/// The day of what runs once.
#[component]
fn OnceControls(
    /// The recipe.
    recipe: Memo<Option<Recipe>>,
    /// Called with the recipe changed.
    #[prop(into)]
    on_change: Callback<Recipe>,
) -> impl IntoView {
    let date = move || match recipe.get() {
        Some(Recipe::Once { at }) => at.date().to_string(),
        _ => String::new(),
    };
    let set = move |event| {
        if let (Some(Recipe::Once { at }), Ok(date)) =
            (recipe.get_untracked(), event_target_value(&event).parse::<chrono::NaiveDate>())
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

fn two_in_the_morning() -> NaiveTime {
    NaiveTime::from_hms_opt(2, 0, 0).unwrap_or_default()
}
