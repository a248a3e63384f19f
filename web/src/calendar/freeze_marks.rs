//! Freezes as the calendar shows them: hatched bands, their names, and marks at the runs in them.

use super::{closed::Part, day::DaySpan};
use crate::{
    numerals::percent,
    store::{Memo, Store, use_store},
    ui::{Icon, IconView},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::{Timestamp, zone::Zone};

/// A freeze in the head of a day: an icon, and its name where that belongs.
#[component]
pub(super) fn FreezeMarks(
    /// The day.
    date: NaiveDate,
    /// Whether each is named with its hours, wherever it begins.
    #[prop(optional)]
    in_full: bool,
) -> impl IntoView {
    let store = use_store();
    let parts = parts_on(store, date);
    move || {
        let marks = parts.get().into_iter().map(|part| {
            let name = match (in_full, part.is_named) {
                (true, _) => Some(format!("Freeze: {}, {}", part.stretch.title(), part.times)),
                (false, true) => Some(part.stretch.title().to_owned()),
                (false, false) => None,
            };
            let is_nameless = name.is_none();
            view! {
                <span class="freeze-mark" class:nameless=is_nameless title=title(&part)>
                    <IconView icon=Icon::Freeze />
                    <span>{name}</span>
                </span>
            }
        });
        marks.collect_view()
    }
}

/// The hours of a day that are frozen, along the day's width.
#[component]
pub(super) fn FreezeBands(
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let parts = parts_on(store, date);
    move || {
        let bands = parts.get().into_iter().map(|part| {
            view! { <span class="freeze-band" style:left=percent(part.from) style:width=percent(part.to - part.from)></span> }
        });
        bands.collect_view()
    }
}

/// The parts of freezes on a day.
pub(super) fn parts_on(store: Store, date: NaiveDate) -> Memo<Vec<Part>> {
    Memo::new(move |_| store.closed.with(|closed| closed.on(date).to_vec()))
}

/// What a freeze says when it is pointed at.
pub(super) fn title(part: &Part) -> String {
    format!("Freeze: {}", part.stretch.words(part.zone))
}

/// The name of a day for a screen reader, with its freezes.
pub(super) fn with_freezes(store: Store, date: NaiveDate, label: String) -> String {
    let freezes = store.closed.with(|closed| closed.said(date));
    std::iter::once(label).chain(freezes).collect::<Vec<_>>().join(", ")
}

/// The freezes that a run falls into which is open from an instant to another.
pub(super) fn frozen(store: Store, start: Timestamp, end: Timestamp) -> Memo<Option<String>> {
    Memo::new(move |_| store.closed.with(|closed| closed.titles(start, end)))
}

/// The freezes that some runs of a day fall into.
pub(super) fn frozen_on(store: Store, date: NaiveDate, zone: Zone) -> Memo<Option<String>> {
    let day = DaySpan::of(date, zone);
    frozen(store, day.from, day.until)
}

/// `, in the freeze End of year`; nothing for a run in none.
pub(super) fn frozen_words(frozen: Memo<Option<String>>) -> String {
    frozen
        .with(|titles| titles.as_ref().map(|titles| format!(", in the freeze {titles}")))
        .unwrap_or_default()
}

/// The mark of a run in a freeze; its button says the rest.
#[component]
pub(super) fn FrozenMark(
    /// What the run falls into.
    frozen: Memo<Option<String>>,
) -> impl IntoView {
    move || {
        frozen.with(Option::is_some).then(|| {
            view! {
                <span class="frozen-mark">
                    <IconView icon=Icon::Freeze />
                </span>
            }
        })
    }
}
