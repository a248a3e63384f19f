//! The month as a grid of days, by the ARIA grid pattern: one day is in the tab order, keys move.

use super::{cell::Room, day_cell::DayCell, month::Month, navigation::on_key};
use crate::{
    locale::DateForm,
    store::{LastingSignal, Memo, settled, use_store},
    ui::on_resize,
    words,
};
use leptos::{html, prelude::*};

/// The height of the names of the weekdays, in pixels; this and what follows is as `calendar.css` and
/// `executions.css` have it.
const NAMES: f64 = 30.0;

/// The height of a day's head.
const HEAD: f64 = 28.0;

/// The height of a row, with the space above it.
const ROW: f64 = 24.0;

/// The height of the line that tells how many more there are.
const MORE: f64 = 19.0;

/// Below this width a day has no room for more than brief words: for `→ 11:30 PM` and a mark.
const BRIEF: f64 = 720.0;

/// The grid of one month.
#[component]
pub(crate) fn MonthGrid() -> impl IntoView {
    let store = use_store();
    let month = Memo::new(move |_| Month::of(store.day.get()));
    let grid = NodeRef::<html::Div>::new();
    let size = size(grid);
    let room = room(size, month);
    let brief = settled(move || (1.0..BRIEF).contains(&size.get().0));
    let heads = std::iter::zip(words::weekdays(DateForm::Weekday), words::weekdays(DateForm::LongWeekday))
        .map(|(short, long)| view! { <div role="columnheader" lang=words::language() aria-label=long>{short}</div> });
    let weeks = move || {
        let month = month.get();
        month
            .weeks()
            .into_iter()
            .map(|week| {
                let cell = |date| view! { <DayCell date month room brief /> };
                let days = week.into_iter().map(cell).collect_view();
                view! {
                    <div class="week" role="row">
                        {days}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div
            class="month"
            role="grid"
            aria-label=move || month.get().title()
            node_ref=grid
            on:keydown=move |event| on_key(store, &event)
        >
            <div class="month-head" role="row">
                {heads.collect_view()}
            </div>
            {move || weeks()}
        </div>
    }
}

/// The width and the height of the grid; 0 until they are measured.
fn size(grid: NodeRef<html::Div>) -> RwSignal<(f64, f64)> {
    let size = RwSignal::new((0.0, 0.0));
    Effect::new(move |_| {
        if let Some(grid) = grid.get() {
            let measured = grid.clone();
            on_resize(&grid, move || {
                size.set((measured.client_width().into(), measured.client_height().into()));
            });
        }
    });
    size
}

/// For how many rows each day has room, as high as the grid is.
fn room(size: RwSignal<(f64, f64)>, month: Memo<Month>) -> LastingSignal<Room> {
    settled(move || {
        let weeks = u32::try_from(month.get().weeks().len()).unwrap_or(6);
        Room::of((size.get().1 - NAMES) / f64::from(weeks.max(1)), HEAD, ROW, MORE)
    })
}
