//! The days to come as a list, which reads well from top to bottom.

use super::{
    block::{
        band_anchor, band_words, color, is_selected, is_stale, mark_view, name, other_day, run_anchor, zones,
    },
    closed::Closed,
    day_cell::{ClockMark, cell_id},
    freeze_marks::{FreezeMarks, FrozenMark, frozen, frozen_on},
    ghost::Ghost,
    layout::Block,
    plan::DayPlan,
    runs::Band,
};
use crate::{
    store::{Memo, use_store},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::order::sort_by_key;

/// The days of the span on which something runs.
#[component]
pub(crate) fn AgendaView() -> impl IntoView {
    let store = use_store();
    let busy = Memo::new(move |_| {
        let freezes = |date| store.closed.with(|closed: &Closed| closed.on(date).iter().any(|it| it.begins));
        store.calendar.with(|plan| {
            let days = plan.days.iter().filter(|day| is_busy(day) || freezes(day.date));
            days.map(|day| day.date).collect::<Vec<_>>()
        })
    });
    let days = move || {
        let days = busy.get();
        if days.is_empty() {
            let span = store.span.get();
            let last = words::day(span.date(span.days.saturating_sub(1)));
            return view! {
                <p class="agenda-empty">{format!("Nothing runs until {last}.")}</p>
            }
            .into_any();
        }
        days.into_iter().map(|date| view! { <AgendaDay date /> }.into_any()).collect_view().into_any()
    };
    view! {
        <div class="agenda" role="group" aria-label="Agenda">
            {move || days()}
        </div>
    }
}

/// Whether there is something to list: what goes on from the day before was listed there.
fn is_busy(day: &DayPlan) -> bool {
    let begins = day.blocks.iter().any(|block| !block.came_over);
    begins || !day.bands.is_empty() || !day.ghosts.is_empty() || !day.clock_changes.is_empty()
}

/// A day with what begins on it.
#[component]
fn AgendaDay(
    /// The day.
    date: NaiveDate,
) -> impl IntoView {
    let store = use_store();
    let day = Memo::new(move |_| store.calendar.with(|plan| plan.day(date).cloned()));
    let lines = move || {
        let Some(day) = day.get() else { return ().into_any() };
        let mut blocks: Vec<Block> = day.blocks.iter().filter(|block| !block.came_over).cloned().collect();
        sort_by_key(&mut blocks, |block| block.run.start);
        let blocks = blocks.into_iter().map(|block| run_line(&block, date));
        let bands = day.bands.iter().map(|band| band_line(band, date));
        let ghosts = day.ghosts.iter().map(ghost_line);
        blocks.chain(bands).chain(ghosts).collect_view().into_any()
    };
    let marks = move || {
        let changes = day.with(|day| day.as_ref().map(|day| day.clock_changes.clone()));
        changes.unwrap_or_default().into_iter().map(|change| view! { <ClockMark change /> }).collect_view()
    };
    let is_today = move || store.clock.today(store.view_zone()) == date;
    view! {
        <section class="agenda-day" aria-labelledby=cell_id(date)>
            <h3 id=cell_id(date) tabindex="-1" class:today=move || is_today()>
                <span lang=words::language()>{words::day(date)}</span>
                {move || is_today().then_some(view! { <span class="today-word">"today"</span> })}
                {move || marks()}
                <FreezeMarks date in_full=true />
            </h3>
            <ul>{move || lines()}</ul>
        </section>
    }
}

fn run_line(block: &Block, date: NaiveDate) -> AnyView {
    let store = use_store();
    let Some(planned) = untrack(|| store.planned(&block.window)) else { return ().into_any() };
    let (zone, own) = zones(store, &planned);
    let run = block.run;
    let (start, cutoff, end) = (zone.local(run.start), zone.local(run.cutoff), zone.local(run.end));
    let over = words::weekday_if_other(end, start);
    let times = format!("{} to {}{over}", words::time(start), words::time(end));
    let tasks = (run.cutoff < run.end).then(|| format!("no new tasks after {}", words::time(cutoff)));
    let elsewhere = other_day(own.local(run.start), start, own);
    let clocks = run.clock_change.map(|change| change.effect.to_string());
    let anchor = run_anchor(&planned.id, &run, date);
    let open = {
        let (window, anchor) = (planned.id.clone(), anchor.clone());
        move |_| store.open_execution(&window, run, &anchor)
    };
    let cancelled = block.cancelled.then(|| "cancelled".to_owned());
    let frozen = frozen(store, run.start, run.end);
    let freeze = freeze_aside(frozen, "in the freeze ");
    let asides = [tasks, elsewhere, clocks, cancelled].into_iter().flatten();
    let asides = asides.map(|words| view! { <span class="agenda-aside">{words}</span> }).collect_view();
    view! {
        <li>
            <button
                type="button"
                class="agenda-run"
                id=anchor
                data-color=color(&planned)
                class:past=move || run.end <= store.clock.now.get()
                class:marked=block.mark.is_some()
                class:cancelled=block.cancelled
                class:selected=is_selected(store, &planned)
                class:stale=is_stale(&planned)
                on:click=open
            >
                <span class="swatch"></span>
                <strong>{times}</strong>
                {mark_view(block.mark, &run, zone)}
                <span class="agenda-name">{name(&planned)}</span>
                {asides}
                {freeze}
                <span class="agenda-until">
                    {move || words::relative(run.start.millis_since(store.clock.now.get()))}
                </span>
            </button>
        </li>
    }
    .into_any()
}

fn band_line(band: &Band, date: NaiveDate) -> AnyView {
    let store = use_store();
    let Some(planned) = untrack(|| store.planned(&band.window)) else { return ().into_any() };
    let anchor = band_anchor(&band.window, date);
    let frozen = frozen_on(store, date, zones(store, &planned).0);
    let freeze = freeze_aside(frozen, "in part in the freeze ");
    let open = {
        let (window, anchor) = (planned.id.clone(), anchor.clone());
        move |_| store.open_day_of(&window, date, &anchor)
    };
    view! {
        <li>
            <button
                type="button"
                class="agenda-run"
                id=anchor
                data-color=color(&planned)
                class:selected=is_selected(store, &planned)
                on:click=open
            >
                <span class="swatch"></span>
                <strong>{band_words(band)}</strong>
                <span class="agenda-name">{name(&planned)}</span>
                {freeze}
            </button>
        </li>
    }
    .into_any()
}

/// The freezes that runs fall into.
fn freeze_aside(frozen: Memo<Option<String>>, how: &'static str) -> impl IntoView {
    let aside = move |titles| view! { <span class="agenda-aside"><FrozenMark frozen />{how} {titles}</span> };
    move || frozen.get().map(aside)
}

fn ghost_line(ghost: &Ghost) -> AnyView {
    let store = use_store();
    let Some(planned) = untrack(|| store.planned(&ghost.window)) else { return ().into_any() };
    let (zone, _) = zones(store, &planned);
    let (time, why) = (ghost.time(zone), format!("{}, {}", ghost.fate(zone), ghost.cause()));
    view! {
        <li>
            <div class="agenda-run ghost" data-color=color(&planned)>
                <span class="swatch"></span>
                <strong>{time}</strong>
                <span class="agenda-name">{name(&planned)}</span>
                <span class="agenda-aside">{why}</span>
            </div>
        </li>
    }
    .into_any()
}
