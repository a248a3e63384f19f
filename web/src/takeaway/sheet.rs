//! The pages: what the plan is, its windows, and each month as a grid of days.

use super::{
    period::Period,
    print_plan::{Line, MOST_LINES, PrintedDays, lines},
};
use crate::{
    calendar::{
        band_words,
        drawn::Drawn,
        month::Month,
        runs::WindowRuns,
        span::{Days, Span},
    },
    freezes::stretch::Stretch,
    locale::DateForm,
    store::{Planned, Store, Wall},
    words,
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::sync::Arc;
use window_planner_core::{window::CreateMaintenanceWindowRequest, zone::TZDATA};

/// The pages of a period. They are printed as they are, and never change.
#[component]
pub(super) fn Sheet(
    /// The state of the page.
    store: Store,
    /// The days.
    period: Period,
) -> impl IntoView {
    let months = period.months();
    let span = Span::between(
        months.first().map_or(period.first, |month| month.first_day()),
        months.last().map_or(period.last, |month| month.last_day()),
    );
    let wall = store.wall.get_untracked();
    let all = store.windows.get_untracked();
    let shows = |window: &&Planned| window.shown.with_untracked(|shown| !shown.hidden);
    let (windows, runs): (Vec<&Planned>, Vec<Arc<WindowRuns>>) =
        all.iter().filter(shows).filter_map(|window| Some((window, runs_of(window, wall, span)?))).unzip();
    let days = lines(&runs, band_words);
    let titles: Vec<String> =
        windows.iter().map(|it| it.shown.with_untracked(|shown| shown.title.clone())).collect();
    let made = words::moment(store.clock.viewer_zone.local(store.clock.now.get_untracked()));
    let name = store.plan.with_untracked(|plan| plan.name.clone()).unwrap_or_else(|| "My plan".to_owned());
    let zone = match wall {
        Wall::Of(zone) => format!("Times in {} ({})", zone.city(), zone.name()),
        Wall::Own => "Times of each window's own zone".to_owned(),
    };
    let left_out = all.len().saturating_sub(windows.len());
    let left_out = (left_out > 0).then(|| {
        format!(" Not printed: {} hidden, disabled or without a schedule.", words::count(left_out, "window"))
    });
    let legend = windows.iter().enumerate().map(|(place, window)| legend_row(place, window)).collect_view();
    let freezes = freezes(store, wall, span);
    let freezes = (!freezes.is_empty()).then(|| {
        let rows = freezes.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
        view! {
            <div class="print-freezes">
                <h2>"Freezes"</h2>
                <ul>{rows}</ul>
            </div>
        }
    });
    let grids = months.into_iter().map(|month| grid(month, &days, &titles)).collect_view();
    view! {
        <div class="print-sheet" lang="en">
            <header class="print-head">
                <h1 dir="auto">{name}</h1>
                <p>
                    <strong>{period.words()}</strong> ". " {zone} ". Made " {made} " with time zones as of IANA " {TZDATA} "."
                    {left_out}
                </p>
            </header>
            <table class="print-legend">
                <thead>
                    <tr>
                        <th scope="col">"No."</th>
                        <th scope="col">"Window"</th>
                        <th scope="col">"Runs"</th>
                        <th scope="col">"Open"</th>
                        <th scope="col">"No new tasks"</th>
                    </tr>
                </thead>
                <tbody>{legend}</tbody>
            </table>
            {freezes}
            {grids}
        </div>
    }
}

/// What a window does on the days, as it is planned; none where it is disabled or has no schedule.
fn runs_of(window: &Planned, wall: Wall, span: Span) -> Option<Arc<WindowRuns>> {
    let drawn = window.drawn.get_untracked().filter(|drawn| drawn.enabled)?;
    let days = Arc::new(Days::of(span, wall.zone(untrack(|| window.own_zone()))));
    Some(Arc::new(WindowRuns::new(window.id.clone(), &Drawn { update: None, ..drawn }, days)))
}

/// A window's number in the grids, and what it is.
fn legend_row(place: usize, window: &Planned) -> impl IntoView + use<> {
    let (title, color, description) = window.shown.with_untracked(|shown| {
        (shown.title.clone(), shown.color.to_string(), shown.description.clone().unwrap_or_default())
    });
    let hours = |of: fn(&CreateMaintenanceWindowRequest) -> Option<i64>| {
        untrack(|| window.with(|window| of(&window.definition))).flatten().unwrap_or_default()
    };
    let (duration, cutoff) = (hours(|definition| definition.duration), hours(|definition| definition.cutoff));
    let cutoff = if cutoff == 0 { "none".to_owned() } else { format!("in the last {cutoff} h") };
    let zone = untrack(|| window.own_zone()).name();
    let schedule = untrack(|| window.with(|window| window.definition.schedule.clone())).flatten();
    view! {
        <tr>
            <td>{place + 1}</td>
            <td>
                <span class="swatch" data-color=color></span>
                " "
                <strong>{title}</strong>
            </td>
            <td>{description} <br /> <code>{schedule}</code> " " {zone}</td>
            <td>{format!("{duration} h")}</td>
            <td>{cutoff}</td>
        </tr>
    }
}

/// The freezes of the days, in words.
fn freezes(store: Store, wall: Wall, span: Span) -> Vec<String> {
    let zone = wall.zone(store.clock.viewer_zone);
    let days = Days::of(span, zone);
    store.freezes.with_untracked(|freezes| {
        let calendars = freezes.calendars().iter();
        let all =
            calendars.flat_map(|(name, calendar)| Stretch::all(name, calendar, days.from(), days.until()));
        all.map(|stretch| stretch.words(zone)).collect()
    })
}

/// A month: weeks of days with what begins on each.
fn grid(month: Month, days: &PrintedDays, titles: &[String]) -> impl IntoView + use<> {
    let weeks = month.weeks();
    let head = words::weekdays(DateForm::LongWeekday).map(|name| view! { <th scope="col">{name}</th> });
    let rows = weeks
        .into_iter()
        .map(|week| {
            let cells = week.map(|day| cell(day, month.has(day), days.on(day), titles)).collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section class="print-month">
            <h2>{month.title()}</h2>
            <table>
                <thead>
                    <tr>{head.into_iter().collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// A day. Those of the months beside are empty: they stand on their own pages.
fn cell(day: NaiveDate, is_of_month: bool, lines: &[Line], titles: &[String]) -> AnyView {
    if !is_of_month {
        return view! { <td class="beside"></td> }.into_any();
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    let rows = lines
        .iter()
        .take(MOST_LINES)
        .map(|line| {
            let title = titles.get(line.window).cloned().unwrap_or_default();
            let clocks = line.clock_change.then_some(" (clocks change)");
            view! {
                <li>
                    <strong>{line.times.clone()}</strong>
                    " "
                    {title}
                    {clocks}
                </li>
            }
        })
        .collect_view();
    view! {
        <td>
            <span class="print-day">{day.day()}</span>
            <ul>{rows}</ul>
            {(more > 0).then(|| format!("and {more} more"))}
        </td>
    }
    .into_any()
}
