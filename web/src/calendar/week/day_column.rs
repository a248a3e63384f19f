//! A day of the week: its executions at their hours.

use super::{
    axis::Axis,
    columns::{Column, columns},
};
use crate::{
    calendar::{
        block::{
            asides, band_anchor, band_words, color, is_selected, is_stale, mark_view, name, other_day,
            run_anchor, zones,
        },
        change::Leaving,
        closed::Part,
        day_cell::{cell_id, label},
        freeze_marks::{FrozenMark, frozen, frozen_on, frozen_words, parts_on, title, with_freezes},
        ghost::{Absence, Ghost},
        layout::Block,
        plan::DayPlan,
        runs::Band,
    },
    numerals::percent,
    store::{Memo, Planned, use_store},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::order::sort_by;

/// The least height of a block, as a part of the axis: a line of text fits.
const LEAST: f64 = 0.018;

/// What stands at some hours of the day.
#[derive(Clone, PartialEq)]
enum Item {
    Run(Box<Block>),
    Band(Band),
    Ghost(Ghost),
}

/// An [`Item`] and its place on the axis.
#[derive(Clone, PartialEq)]
struct Placed {
    item: Item,
    from: f64,
    to: f64,
}

/// A cell of the week's grid.
#[component]
pub(super) fn DayColumn(
    /// The day.
    date: NaiveDate,
    /// Its place in the week.
    place: usize,
    /// The hours.
    axis: Memo<Axis>,
) -> impl IntoView {
    let store = use_store();
    let day = Memo::new(move |_| store.calendar.with(|plan| plan.day(date).cloned()));
    let is_reached = Memo::new(move |_| store.day.get() == date);
    let is_today = move || store.clock.today(store.view_zone()) == date;
    let label = move || {
        let day = day.with(|day| day.as_ref().map_or_else(|| words::long_day(date), |day| label(day)));
        with_freezes(store, date, day)
    };
    let parts = parts_on(store, date);
    let freezes =
        move || axis.with(|axis| parts.get().iter().map(|part| freeze_view(part, axis)).collect_view());
    let items = move || {
        let placed = day.with(|day| day.as_ref().map(|day| axis.with(|axis| placed(store, day, axis))));
        let placed = placed.unwrap_or_default();
        let intervals: Vec<(f64, f64)> = placed.iter().map(|item| (item.from, item.to)).collect();
        let columns = columns(&intervals);
        placed.into_iter().zip(columns).map(|(placed, column)| item_view(placed, column, date)).collect_view()
    };
    let irregular = move || {
        let here = axis.with(|axis| axis.irregular.iter().find(|it| it.day == place).copied())?;
        let (class, title) = if here.is_repeated {
            ("irregular repeated", "The clocks go back: this time comes twice")
        } else {
            ("irregular missing", "The clocks go forward: this time does not exist")
        };
        Some(
            view! { <div class=class title=title style:top=percent(here.from) style:height=percent(here.to - here.from)></div> },
        )
    };
    let now = move || {
        let now = store.clock.now.get();
        is_today().then(|| {
            let top = axis.with(|axis| axis.place(now, store.view_zone()));
            view! { <div class="now-line" style:top=percent(top)></div> }
        })
    };
    view! {
        <div
            class="week-day"
            role="gridcell"
            id=cell_id(date)
            class:today=move || is_today()
            tabindex=move || if is_reached.get() { "0" } else { "-1" }
            aria-selected=move || is_reached.get().to_string()
            aria-current=move || is_today().then_some("date")
            aria-label=label
            on:focus=move |_| if store.day.get_untracked() != date { store.day.set(date) }
        >
            {move || irregular()}
            {freezes}
            {move || items()}
            {move || now()}
        </div>
    }
}

/// A freeze's hours, with its name where there is room.
fn freeze_view(part: &Part, axis: &Axis) -> impl IntoView + use<> {
    let from = if part.from > 0.0 { axis.place(part.stretch.start, part.zone) } else { 0.0 };
    let to = if part.to < 1.0 { axis.place(part.stretch.end, part.zone) } else { 1.0 };
    view! {
        <div class="freeze-band" title=title(part) style:top=percent(from) style:height=percent(to - from)>
            <span class="freeze-label">{part.stretch.title().to_owned()}</span>
        </div>
    }
}

/// What is on a day, by its place on the axis.
fn placed(store: crate::store::Store, day: &DayPlan, axis: &Axis) -> Vec<Placed> {
    let zone_of = |window| store.calendar.with_untracked(|plan| plan.zone_of(window));
    let spanned = |item, from: f64, to: f64| Placed { item, from, to: to.max(from + LEAST) };
    let runs = day.blocks.iter().map(|block| {
        let zone = zone_of(&block.window);
        let from = if block.came_over { 0.0 } else { axis.place(block.run.start, zone) };
        let is_over = block.goes_on || block.to >= 1.0;
        let to = if is_over { 1.0 } else { axis.place(block.run.end, zone) };
        spanned(Item::Run(Box::new(block.clone())), from, to)
    });
    let bands = day.bands.iter().map(|band| spanned(Item::Band(band.clone()), band.from, band.to));
    let ghosts = day.ghosts.iter().map(|ghost| {
        let (from, to) = match ghost.why {
            Absence::Skipped(run) => {
                let from = axis.place_of_time(run.local.time());
                (from, from)
            }
            Absence::Leaves(Leaving { run, .. }) => {
                let zone = zone_of(&ghost.window);
                let ends_here = zone.local(run.end).date() == day.date;
                let to = if ends_here { axis.place(run.end, zone) } else { 1.0 };
                (axis.place(run.start, zone), to)
            }
        };
        spanned(Item::Ghost(ghost.clone()), from, to)
    });
    let mut placed: Vec<Placed> = runs.chain(bands).chain(ghosts).collect();
    sort_by(&mut placed, |a, b| a.from.total_cmp(&b.from));
    placed
}

fn item_view(placed: Placed, column: Column, date: NaiveDate) -> AnyView {
    let store = use_store();
    let Placed { item, from, to } = placed;
    let window = match &item {
        Item::Run(block) => &block.window,
        Item::Band(band) => &band.window,
        Item::Ghost(ghost) => &ghost.window,
    };
    let Some(planned) = untrack(|| store.planned(window)) else { return ().into_any() };
    let place = [
        ("top", from),
        ("height", to - from),
        ("left", part(column.column, column.of)),
        ("width", part(1, column.of)),
    ];
    match item {
        Item::Run(block) => run_view(&planned, &block, place, date),
        Item::Band(band) => band_view(&planned, &band, place, date),
        Item::Ghost(ghost) => ghost_view(&planned, &ghost, place),
    }
}

/// The four edges of a block, as parts of its day.
type Place = [(&'static str, f64); 4];

fn run_view(planned: &Planned, block: &Block, place: Place, date: NaiveDate) -> AnyView {
    let store = use_store();
    let (zone, own) = zones(store, planned);
    let run = block.run;
    let (start, end) = (zone.local(run.start), zone.local(run.end));
    let elsewhere = other_day(own.local(run.start), start, own);
    let frozen = frozen(store, run.start, run.end);
    let title = name(planned);
    let times = format!("{} – {}", words::time(start), words::time(end));
    let label = {
        let (title, times, elsewhere) = (title.clone(), times.clone(), elsewhere.clone());
        let elsewhere = elsewhere.map(|words| format!(" ({words})")).unwrap_or_default();
        let aside = elsewhere + &asides(block.mark, block.cancelled, &run, zone);
        let day = words::short_day(start.date());
        move || format!("{}, {day} {times}{aside}{}", title(), frozen_words(frozen))
    };
    let id = run_anchor(&planned.id, &run, date);
    let open = {
        let (window, anchor) = (planned.id.clone(), id.clone());
        move |_| store.open_execution(&window, run, &anchor)
    };
    // What is hatched begins at the cutoff, if that is on this day.
    let length = (block.to - block.from).max(f64::EPSILON);
    let cut = ((block.cutoff - block.from) / length).clamp(0.0, 1.0);
    let [top, height, left, width] = place.map(|(_, part)| percent(part));
    view! {
        <button
            type="button"
            class="hours-block"
            data-color=color(planned)
            id=id
            tabindex="-1"
            data-tip="label"
            aria-label=label
            class:came-over=block.came_over
            class:goes-on=block.goes_on
            class:past=move || run.end <= store.clock.now.get()
            class:marked=block.mark.is_some()
            class:cancelled=block.cancelled
            class:selected=is_selected(store, planned)
            class:stale=is_stale(planned)
            style:top=top
            style:height=height
            style:left=left
            style:width=width
            on:click=open
        >
            <span class="after-cutoff" style:top=percent(cut) style:height=percent(1.0 - cut)></span>
            {mark_view(block.mark.filter(|_| !block.came_over), &run, zone)}
            <span class="block-name">
                <FrozenMark frozen />
                {title}
            </span>
            <span class="block-time">
                {words::brief_time(start)} " " <span class="until">{format!("– {}", words::brief_time(end))}</span>
            </span>
            {elsewhere.map(|words| view! { <span class="block-aside">{words}</span> })}
        </button>
    }
    .into_any()
}

fn band_view(planned: &Planned, band: &Band, place: Place, date: NaiveDate) -> AnyView {
    let store = use_store();
    let frozen = frozen_on(store, date, zones(store, planned).0);
    let (title, words) = (name(planned), band_words(band));
    let label = {
        let (title, words) = (title.clone(), words.clone());
        move || format!("{}, {words}{}", title(), frozen_words(frozen))
    };
    let id = band_anchor(&band.window, date);
    let open = {
        let (window, anchor) = (planned.id.clone(), id.clone());
        move |_| store.open_day_of(&window, date, &anchor)
    };
    let [top, height, left, width] = place.map(|(_, part)| percent(part));
    view! {
        <button
            type="button"
            class="hours-block band"
            data-color=color(planned)
            id=id
            tabindex="-1"
            data-tip="label"
            aria-label=label
            class:selected=is_selected(store, planned)
            style:top=top
            style:height=height
            style:left=left
            style:width=width
            on:click=open
        >
            <span class="block-name">
                <FrozenMark frozen />
                {title}
            </span>
            <span class="block-time">{words}</span>
        </button>
    }
    .into_any()
}

fn ghost_view(planned: &Planned, ghost: &Ghost, place: Place) -> AnyView {
    let (zone, _) = zones(use_store(), planned);
    let title = name(planned);
    let words = {
        let (title, sentence) = (title.clone(), ghost.sentence(zone));
        move || format!("{}: {sentence}", title())
    };
    let [top, height, left, width] = place.map(|(_, part)| percent(part));
    view! {
        <div
            class="hours-block ghost"
            data-color=color(planned)
            title=words
            style:top=top
            style:height=height
            style:left=left
            style:width=width
        >
            <span class="block-time">{ghost.brief(zone)}</span>
            <span class="block-name">{ghost.fate(zone)} " " {title}</span>
        </div>
    }
    .into_any()
}

#[expect(clippy::cast_precision_loss, reason = "a few columns")]
fn part(of: usize, all: usize) -> f64 {
    of as f64 / all.max(1) as f64
}
