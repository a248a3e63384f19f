//! The report of an import: windows, what is left out and why, what files lack.

use super::preview::{Preview, fate};
use crate::{
    store::Memo,
    ui::{FindingView, Icon, IconView, InPages},
    words,
};
use leptos::prelude::*;
use std::ops::Range;
use window_planner_core::{
    diagnostic::Diagnostic,
    import::{Fate, Finding, WindowReport},
};

/// How many findings of one kind are drawn.
const MOST_FINDINGS: usize = 100;

/// How many windows are drawn: nobody reads more, and a table of thousands takes a second.
const MOST_ROWS: usize = 500;

/// How many of them are drawn in one task.
const PAGE: usize = 50;

/// All that is to be said of an import.
#[component]
pub(super) fn ReportView(
    /// The import.
    preview: RwSignal<Preview>,
    /// Whether all of it was read.
    is_read: RwSignal<bool>,
) -> impl IntoView {
    let summary = move || {
        let lines = if is_read.get() { preview.with(|preview| preview.report.summary()) } else { Vec::new() };
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let problems = move || {
        let found: Vec<Finding> = preview.with(|preview| preview.problems().cloned().collect());
        findings_view("Left out, or to be looked at", found)
    };
    let notes = move || {
        let found: Vec<Finding> = preview.with(|preview| preview.notes().cloned().collect());
        findings_view("What the files do not tell, and other notes", found)
    };
    view! {
        <ul class="import-summary" aria-label="Summary">
            {move || summary()}
        </ul>
        {move || problems()}
        <Windows preview />
        {move || notes()}
    }
}

/// Each window that came in.
#[component]
fn Windows(
    /// The import.
    preview: RwSignal<Preview>,
) -> impl IntoView {
    let page = move |rows: Range<usize>| {
        preview.with_untracked(|preview| {
            let row = |window: &WindowReport| window_row(window, preview.comparison(window));
            // None are left once the import was made.
            let windows = preview.report.windows.get(rows).unwrap_or_default();
            windows.iter().map(row).collect_view().into_any()
        })
    };
    let rows = move || {
        let count = preview.with(|preview| preview.report.windows.len().min(MOST_ROWS));
        view! { <InPages count size=PAGE page /> }
    };
    let more = move || {
        let count = preview.with(|preview| preview.report.windows.len());
        let more = count.saturating_sub(MOST_ROWS);
        (more > 0).then(|| view! { <p class="field-hint">{words::count(more, "further window")}</p> })
    };
    let has_rows = Memo::new(move |_| preview.with(|preview| !preview.report.windows.is_empty()));
    move || {
        has_rows.get().then(|| {
            view! {
                <table class="import-windows">
                    <caption>"Windows"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Name"</th>
                            <th scope="col">"In the plan"</th>
                            <th scope="col">"AWS's next execution beside ours"</th>
                        </tr>
                    </thead>
                    <tbody>{move || rows()}</tbody>
                </table>
                {move || more()}
            }
        })
    }
}

fn window_row(window: &WindowReport, comparison: Option<(String, bool)>) -> impl IntoView + use<> {
    let comparison = comparison.map(|(words, differs)| {
        let icon = if differs { Icon::Warning } else { Icon::Check };
        view! {
            <span class="compared" class:differs=differs>
                <IconView icon />
                {words}
            </span>
        }
    });
    view! {
        <tr class:same=window.fate == Fate::Same>
            <th scope="row">
                <bdi>{window.title.clone()}</bdi> <span class="window-id">{window.id.to_string()}</span>
            </th>
            <td>{fate(window)}</td>
            <td>{comparison.map_or_else(|| view! { <span class="untold">"not told"</span> }.into_any(), IntoAny::into_any)}</td>
        </tr>
    }
}

/// Findings under a heading; nothing for none.
fn findings_view(title: &'static str, found: Vec<Finding>) -> Option<impl IntoView> {
    let count = found.len();
    let more = count.saturating_sub(MOST_FINDINGS);
    let rows = found.into_iter().take(MOST_FINDINGS).map(|found| {
        let place = found.location();
        let others = found.others();
        let help = found.finding.help.iter().chain(&others).cloned().collect::<Vec<_>>().join(" ");
        let help = Some(help).filter(|help| !help.is_empty());
        let finding = Diagnostic { help, fix: None, ..found.finding };
        view! {
            <li>
                <FindingView place finding />
            </li>
        }
    });
    let rows = rows.collect_view();
    (count > 0).then(|| {
        view! {
            <section class="import-findings">
                <h3>{title} " " <span class="count">{count}</span></h3>
                <ul class="findings">{rows}</ul>
                {(more > 0).then(|| view! { <p class="field-hint">{words::count(more, "further finding")}</p> })}
            </section>
        }
    })
}
