//! All executions of a day, opened over the calendar.

use super::{
    block::{band_words, color},
    day::DaySpan,
    day_cell::cell_id,
    freeze_marks::{FrozenMark, frozen},
    popover::Popover,
    runs::{Band, MOST_A_DAY},
};
use crate::{
    store::{Memo, Planned, Store, use_store},
    words,
};
use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;
use window_planner_core::{occurrence::Occurrence, order::sort_by_key, plan::WindowId};

/// One line of the list.
#[derive(Clone, PartialEq)]
enum Line {
    Run(WindowId, Occurrence),
    Band(Band),
}

/// The list of a day. Choosing one opens it in its place.
#[component]
pub(crate) fn DayList(
    /// The day, as the view has it.
    date: NaiveDate,
    /// The window whose executions are listed, each for itself; those of all windows without it.
    window: Option<WindowId>,
    /// The id of what it was opened from.
    anchor: String,
) -> impl IntoView {
    let store = use_store();
    let lines = Memo::new(move |_| match &window {
        None => all_lines(store, date),
        Some(window) => window_lines(store, window, date),
    });
    let subtitle = Signal::derive(move || {
        let runs = lines.with(|lines| lines.iter().map(Line::runs).sum());
        let wall = match store.wall.get() {
            crate::store::Wall::Of(zone) => format!("{} time", zone.city()),
            crate::store::Wall::Own => "each in its own time".to_owned(),
        };
        format!("{}, {wall}", words::count(runs, "run"))
    });
    let rows = move || lines.get().into_iter().map(|line| line_view(store, line, date)).collect_view();
    view! {
        <Popover anchor title=words::long_day(date) subtitle on_close=move |()| store.opened.set(None)>
            <ul class="day-list">{move || rows()}</ul>
        </Popover>
    }
}

impl Line {
    fn runs(&self) -> usize {
        match self {
            Self::Run(..) => 1,
            Self::Band(band) => band.starts,
        }
    }
}

/// What is on the day, by start; bands last.
fn all_lines(store: Store, date: NaiveDate) -> Vec<Line> {
    store.calendar.with(|plan| {
        let Some(day) = plan.day(date) else { return Vec::new() };
        let mut blocks: Vec<_> = day.blocks.iter().collect();
        sort_by_key(&mut blocks, |block| block.run.start);
        let runs = blocks.into_iter().map(|block| Line::Run(block.window.clone(), block.run));
        runs.chain(day.bands.iter().cloned().map(Line::Band)).collect()
    })
}

/// The executions of one window that begin on the day.
fn window_lines(store: Store, window: &WindowId, date: NaiveDate) -> Vec<Line> {
    let Some(planned) = store.planned(window) else { return Vec::new() };
    let wall = store.wall.get();
    planned.shown.with(|shown| {
        let Some(timing) = &shown.timing else { return Vec::new() };
        let day = DaySpan::of(date, wall.zone(timing.zone()));
        let runs = timing.pattern(day.from, day.until, shown.anchor).take(MOST_A_DAY);
        runs.map(|run| Line::Run(window.clone(), run)).collect()
    })
}

fn line_view(store: Store, line: Line, date: NaiveDate) -> AnyView {
    let window = match &line {
        Line::Run(window, _) => window,
        Line::Band(band) => &band.window,
    };
    let Some(planned) = untrack(|| store.planned(window)) else { return ().into_any() };
    match line {
        Line::Run(_, run) => view! { <RunLine planned run date /> }.into_any(),
        Line::Band(band) => view! { <BandLine planned band date /> }.into_any(),
    }
}

/// An execution in the list.
#[component]
fn RunLine(
    /// Its window.
    planned: Planned,
    /// The execution.
    run: Occurrence,
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let (zone, _) = super::block::zones(store, &planned);
    let (start, end) = (zone.local(run.start), zone.local(run.end));
    let on_day = move |moment: NaiveDateTime| {
        if moment.date() == date {
            words::time(moment)
        } else {
            format!("{} {}", words::weekday(moment.date()), words::time(moment))
        }
    };
    let (color, title) = (color(&planned), planned.shown.with_untracked(|shown| shown.title.clone()));
    let open = move |_| store.open_execution(&planned.id, run, &cell_id(date));
    let frozen = frozen(store, run.start, run.end);
    let freeze =
        move || frozen.get().map(|titles| view! { <span class="unseen">"in the freeze " {titles}</span> });
    view! {
        <li>
            <button type="button" on:click=open>
                <span class="swatch" data-color=color.clone()></span>
                <strong>{on_day(start)}</strong>
                <span class="until">"to " {on_day(end)}</span>
                <span class="line-name">
                    <FrozenMark frozen />
                    {title}
                    {freeze}
                </span>
                <span class="until">{move || words::relative(run.start.millis_since(store.clock.now.get()))}</span>
            </button>
        </li>
    }
}

/// A window's many executions in the list. Choosing them lists each.
#[component]
fn BandLine(
    /// Their window.
    planned: Planned,
    /// How many.
    band: Band,
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let (color, title) = (color(&planned), planned.shown.with_untracked(|shown| shown.title.clone()));
    let words = band_words(&band);
    let open = move |_| store.open_day_of(&planned.id, date, &cell_id(date));
    view! {
        <li>
            <button type="button" class="band-line" on:click=open>
                <span class="swatch" data-color=color.clone()></span>
                <strong>{words}</strong>
                <span class="line-name">{title}</span>
            </button>
        </li>
    }
}
