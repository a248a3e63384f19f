//! What stands in a day: a block, a band for many, a ghost for a run that is skipped.

use super::{
    change::Mark,
    freeze_marks::{FrozenMark, frozen, frozen_on, frozen_words},
    ghost::Ghost,
    layout::Block,
    runs::{Band, MOST_A_DAY},
};
use crate::{
    numerals::percent,
    store::{LastingSignal, Opened, Planned, Store, color::COLORS, use_store},
    words,
};
use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;
use window_planner_core::{occurrence::Occurrence, plan::WindowId, zone::Zone};

/// One day's part of an execution. Its track is the day; the bar in it spans the real hours.
#[component]
pub(crate) fn BlockView(
    /// Where it stands in the day.
    block: Block,
    /// The day.
    date: NaiveDate,
    /// Whether there is room for brief words alone.
    brief: LastingSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let Block { window, run, from, to, came_over, goes_on, mark, cancelled, .. } = block;
    let Some(planned) = untrack(|| store.planned(&window)) else { return ().into_any() };
    let (zone, own) = zones(store, &planned);
    let id = run_anchor(&window, &run, date);
    let (start, end) = (zone.local(run.start), zone.local(run.end));
    let time = move || match (came_over, brief.get()) {
        (true, true) => format!("→{}", words::brief_time(end)),
        (true, false) => format!("→ {}", words::time(end)),
        (false, true) => words::brief_time(start),
        (false, false) => words::time(start),
    };
    let elsewhere = other_day(own.local(run.start), start, own);
    let frozen = frozen(store, run.start, run.end);
    let name = name(&planned);
    let label = {
        let (name, elsewhere) = (name.clone(), elsewhere.clone());
        let elsewhere = elsewhere.map(|words| format!(" ({words})")).unwrap_or_default();
        let aside = elsewhere + &asides(mark, cancelled, &run, zone);
        move || {
            let (start, end) = (words::moment(start), words::moment(end));
            format!("{}, {start} to {end}{aside}{}", name(), frozen_words(frozen))
        }
    };
    let is_past = move || run.end <= store.clock.now.get();
    let progress = move || {
        let now = store.clock.now.get();
        let span = super::day::DaySpan::of(date, zone);
        let open_now = run.start <= now && now < run.end && span.from <= now && now < span.until;
        open_now.then(|| percent(span.fraction(now)))
    };
    let is_opened = {
        let id = id.clone();
        move || {
            store
                .opened
                .with(|opened| matches!(opened, Some(Opened::Execution { anchor, .. }) if *anchor == id))
        }
    };
    let open = {
        let (anchor, window) = (id.clone(), window.clone());
        move |_| store.open_execution(&window, run, &anchor)
    };
    let cut = block.cutoff.max(from).min(to);
    view! {
        <button
            type="button"
            class="block"
            data-color=color(&planned)
            id=id
            tabindex="-1"
            data-tip="label"
            aria-label=label
            class:came-over=came_over
            class:goes-on=goes_on
            class:past=move || is_past()
            class:marked=mark.is_some()
            class:cancelled=cancelled
            class:opened=is_opened
            class:selected=is_selected(store, &planned)
            class:stale=is_stale(&planned)
            on:click=open
        >
            {mark_view(mark.filter(|_| !came_over), &run, zone)}
            <FrozenMark frozen />
            <span class="block-time">{time}</span>
            " "
            <span class="block-name">{name}</span>
            {elsewhere.map(|words| view! { " " <span class="block-aside">{words}</span> })}
            <span class="track">
                <span class="open" style:left=percent(from) style:width=percent(cut - from)></span>
                <span class="after-cutoff" style:left=percent(cut) style:width=percent(to - cut)></span>
                {move || progress().map(|left| view! { <span class="now" style:left=left></span> })}
            </span>
        </button>
    }
    .into_any()
}

/// Executions of a window that are too many to draw one by one.
#[component]
pub(crate) fn BandView(
    /// How many, and where.
    band: Band,
    /// The day.
    date: NaiveDate,
    /// Whether there is room for brief words alone.
    brief: LastingSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let Some(planned) = untrack(|| store.planned(&band.window)) else { return ().into_any() };
    let words = band_words(&band);
    let Band { window, every, from, to, starts, .. } = band;
    let id = band_anchor(&window, date);
    let frozen = frozen_on(store, date, zones(store, &planned).0);
    let name = name(&planned);
    let label = {
        let (name, words) = (name.clone(), words.clone());
        move || format!("{}, {words}{}", name(), frozen_words(frozen))
    };
    let open = {
        let anchor = id.clone();
        move |_| store.open_day_of(&window, date, &anchor)
    };
    let in_full = every.map_or(words, |every| format!("every {}", words::span(every)));
    let short = move || match brief.get() {
        true if starts > MOST_A_DAY => format!(">{}", words::times(MOST_A_DAY)),
        true => words::times(starts),
        false => in_full.clone(),
    };
    view! {
        <button
            type="button"
            class="block band"
            data-color=color(&planned)
            id=id
            tabindex="-1"
            data-tip="label"
            aria-label=label
            class:selected=is_selected(store, &planned)
            class:stale=is_stale(&planned)
            on:click=open
        >
            <FrozenMark frozen />
            <span class="block-time">{short}</span>
            " "
            <span class="block-name">{name}</span>
            <span class="track">
                <span class="open" style:left=percent(from) style:width=percent(to - from)></span>
            </span>
        </button>
    }
    .into_any()
}

/// A run that does not take place.
pub(super) fn ghost_view(ghost: &Ghost, brief: LastingSignal<bool>) -> AnyView {
    let store = use_store();
    let Some(planned) = untrack(|| store.planned(&ghost.window)) else { return ().into_any() };
    let (zone, _) = zones(store, &planned);
    let name = name(&planned);
    let title = {
        let (name, sentence) = (name.clone(), ghost.sentence(zone));
        move || format!("{}: {sentence}", name())
    };
    let in_brief = {
        let time = ghost.brief(zone);
        move || {
            brief.get().then(|| view! { <span class="block-time" aria-hidden="true">{time.clone()}</span> })
        }
    };
    view! {
        <div class="block ghost" data-color=color(&planned) title=title>
            {in_brief}
            <span class="block-time" class:unseen=move || brief.get()>{ghost.time(zone)}</span>
            " "
            <span class="fate" class:unseen=move || brief.get()>{ghost.fate(zone)}</span>
            " "
            <span class="block-name">{name}</span>
        </div>
    }
    .into_any()
}

/// What an update does to an execution, by a sign and in words.
pub(super) fn mark_view(mark: Option<Mark>, run: &Occurrence, zone: Zone) -> Option<impl IntoView + use<>> {
    let mark = mark?;
    Some(view! {
        <span class="mark">
            <span aria-hidden="true">{mark.sign()}</span>
            <span class="mark-words">
                " " {matches!(mark, Mark::MovedFrom(_)).then(|| view! { <span class="unseen">"moved "</span> })}
                {mark.words(run, zone)}
            </span>
        </span>
    })
}

/// What is to be said of an execution after its times: `, new`, `, cancelled`.
pub(super) fn asides(mark: Option<Mark>, cancelled: bool, run: &Occurrence, zone: Zone) -> String {
    let mark = mark.map(|mark| mark.said(run, zone));
    let cancelled = cancelled.then(|| "cancelled".to_owned());
    mark.into_iter().chain(cancelled).flat_map(|words| [", ".to_owned(), words]).collect()
}

/// `every 5 min, 288 runs`, `over 1440 runs`.
pub(crate) fn band_words(band: &Band) -> String {
    let every = band.every.map(|every| format!("every {}", words::span(every)));
    let starts = if band.starts > MOST_A_DAY {
        format!("over {MOST_A_DAY} runs")
    } else {
        words::count(band.starts, "run")
    };
    every.into_iter().chain([starts]).collect::<Vec<_>>().join(", ")
}

/// The value of `data-color`, by which the style sheets give an element a window's colour.
pub(crate) fn color(planned: &Planned) -> impl Fn() -> String + Clone + Send + Sync + use<> {
    let shown = planned.shown.clone();
    move || (shown.with(|shown| shown.color) % COLORS).to_string()
}

/// The zone that a window's times are shown in, and its own, as they are now.
pub(crate) fn zones(store: Store, planned: &Planned) -> (Zone, Zone) {
    untrack(|| {
        let own = planned.own_zone();
        (store.wall.get().zone(own), own)
    })
}

/// `Sun in Tokyo`, where the window's own day is another one than the view's.
pub(super) fn other_day(own: NaiveDateTime, shown: NaiveDateTime, zone: Zone) -> Option<String> {
    (own.date() != shown.date()).then(|| format!("{} in {}", words::weekday(own.date()), zone.city()))
}

pub(super) fn name(planned: &Planned) -> impl Fn() -> String + Clone + Send + Sync + use<> {
    let shown = planned.shown.clone();
    move || shown.with(|shown| shown.title.clone())
}

pub(super) fn is_selected(store: Store, planned: &Planned) -> impl Fn() -> bool + Send + Sync + use<> {
    let planned = planned.clone();
    move || store.current.with(|current| current.as_ref() == Some(&planned))
}

pub(super) fn is_stale(planned: &Planned) -> impl Fn() -> bool + Send + Sync + use<> {
    let shown = planned.shown.clone();
    move || shown.with(|shown| shown.obstacle.is_some())
}

/// The id of the element that an execution of `window` is drawn as on the day `date`.
pub(crate) fn run_anchor(window: &WindowId, run: &Occurrence, date: NaiveDate) -> String {
    format!("run-{window}-{}-{date}", run.start.as_millis())
}

/// The id of the band that stands for the executions of `window` on the day `date`.
pub(super) fn band_anchor(window: &WindowId, date: NaiveDate) -> String {
    format!("band-{window}-{date}")
}
