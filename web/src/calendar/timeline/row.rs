//! A window's row: its executions along the week.

use super::view::{along, point};
use crate::{
    calendar::{
        block::{asides, band_anchor, band_words, color, is_selected, is_stale, name, run_anchor, zones},
        change::{Leaving, Mark},
        freeze_marks::{FrozenMark, frozen, frozen_on, frozen_words, title as freeze_title},
        runs::Band,
    },
    numerals::percent,
    store::{Planned, use_store},
    words,
};
use leptos::prelude::*;
use window_planner_core::occurrence::Occurrence;

/// The row of a window.
#[component]
pub(super) fn TimelineRow(
    /// The window.
    planned: Planned,
) -> impl IntoView {
    let store = use_store();
    let (color, selected, stale, title) =
        (color(&planned), is_selected(store, &planned), is_stale(&planned), name(&planned));
    let select = {
        let id = planned.id.clone();
        move |_| store.select(&id)
    };
    let bars = move || {
        let Some(runs) = planned.runs.get() else { return ().into_any() };
        let blocks = runs.runs.iter().map(|run| {
            let cancelled = runs.cancelled.contains(&run.start);
            run_bar(&planned, *run, runs.marks.of(run.start), cancelled)
        });
        let leaving = runs.marks.leaving.iter().map(|(_, leaving)| leaving_bar(&planned, leaving));
        let bands = runs.bands.iter().map(|band| band_bar(&planned, band));
        blocks.chain(bands).chain(leaving).collect_view().into_any()
    };
    let freezes = move || {
        let span = store.span.get();
        store.closed.with(|closed| {
            let bands = (0_i64..).zip(span.dates()).flat_map(|(place, date)| {
                closed.on(date).iter().map(move |part| {
                    let (from, to) = (point(span, place, part.from), point(span, place, part.to));
                    view! {
                        <span
                            class="freeze-band"
                            title=freeze_title(part)
                            style:left=percent(from)
                            style:width=percent(to - from)
                        ></span>
                    }
                })
            });
            bands.collect_view()
        })
    };
    let now = move || {
        let zone = store.view_zone();
        let at = along(store, zone, store.clock.now.get());
        (0.0 < at && at < 1.0).then(|| view! { <span class="now" style:left=percent(at)></span> })
    };
    view! {
        <div class="timeline-row" role="row" data-color=color class:selected=selected>
            <div class="timeline-name" role="rowheader">
                <button type="button" class="link-plain" on:click=select>
                    <span class="swatch"></span>
                    {title}
                </button>
            </div>
            <div class="timeline-track" role="gridcell" aria-colspan="7" tabindex="-1" class:stale=stale>
                {move || freezes()}
                {move || bars()}
                {move || now()}
            </div>
        </div>
    }
}

fn run_bar(planned: &Planned, run: Occurrence, mark: Option<Mark>, cancelled: bool) -> AnyView {
    let store = use_store();
    let (zone, _) = zones(store, planned);
    let aside = asides(mark, cancelled, &run, zone);
    let (from, cut, to) =
        (along(store, zone, run.start), along(store, zone, run.cutoff), along(store, zone, run.end));
    let (start, end) = (zone.local(run.start), zone.local(run.end));
    let frozen = frozen(store, run.start, run.end);
    let title = name(planned);
    let label = move || {
        let (start, end) = (words::moment(start), words::time(end));
        format!("{}, {start} to {end}{aside}{}", title(), frozen_words(frozen))
    };
    let anchor = run_anchor(&planned.id, &run, start.date());
    let open = {
        let (window, anchor) = (planned.id.clone(), anchor.clone());
        move |_| store.open_execution(&window, run, &anchor)
    };
    let length = (to - from).max(f64::EPSILON);
    view! {
        <button
            type="button"
            class="timeline-run"
            id=anchor
            tabindex="-1"
            data-tip="label"
            aria-label=label
            class:past=move || run.end <= store.clock.now.get()
            class:cancelled=cancelled
            style:left=percent(from)
            style:width=percent(to - from)
            on:click=open
        >
            <span class="after-cutoff" style:left=percent((cut - from) / length) style:width=percent((to - cut) / length)></span>
            {mark.map(|mark| view! { <span class="mark">{mark.sign()}</span> })}
            <FrozenMark frozen />
        </button>
    }
    .into_any()
}

/// An execution that the update takes away.
fn leaving_bar(planned: &Planned, leaving: &Leaving) -> AnyView {
    let store = use_store();
    let (zone, _) = zones(store, planned);
    let run = leaving.run;
    let (from, to) = (along(store, zone, run.start), along(store, zone, run.end));
    let words = format!("{} {}", words::moment(zone.local(run.start)), leaving.words(zone));
    view! {
        <span
            class="timeline-run ghost"
            role="img"
            title=words.clone()
            aria-label=words
            style:left=percent(from)
            style:width=percent(to - from)
        ></span>
    }
    .into_any()
}

fn band_bar(planned: &Planned, band: &Band) -> AnyView {
    let store = use_store();
    let span = store.span.get_untracked();
    let date = span.date(band.day);
    let (title, words) = (name(planned), band_words(band));
    let anchor = band_anchor(&band.window, date);
    let frozen = frozen_on(store, date, zones(store, planned).0);
    let label = move || format!("{}, {}: {words}{}", title(), words::short_day(date), frozen_words(frozen));
    let open = {
        let (window, anchor) = (planned.id.clone(), anchor.clone());
        move |_| store.open_day_of(&window, date, &anchor)
    };
    let day = i64::try_from(band.day).unwrap_or_default();
    let (from, to) = (point(span, day, band.from), point(span, day, band.to));
    view! {
        <button
            type="button"
            class="timeline-run band"
            id=anchor
            tabindex="-1"
            data-tip="label"
            aria-label=label
            style:left=percent(from)
            style:width=percent(to - from)
            on:click=open
        >
            <FrozenMark frozen />
        </button>
    }
    .into_any()
}
