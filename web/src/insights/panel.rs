//! The panel below the windows: what there is to know of the plan as a whole.

use super::{
    entry::InsightView,
    groups::{Group, GroupKey, findings, groups},
};
use crate::{
    store::{LastingMemo, LastingRwSignal, Memo, use_store},
    ui::{Icon, IconView, OpenItems, Rows, Segmented, focus_after_drawing},
    words,
};
use leptos::prelude::*;
use window_planner_core::{
    diagnostic::Severity,
    insight::{Kind, Overlaps},
};

const HEADING: &str = "insights-heading";

/// Puts the focus on the panel.
pub(crate) fn focus_insights() {
    focus_after_drawing(HEADING.to_owned());
}

/// The groups of insights. Each is a line that opens to what it sums up.
#[component]
pub(crate) fn InsightsPanel() -> impl IntoView {
    let store = use_store();
    let groups = LastingMemo::new(move |_| {
        store.insights.with(|insights| insights.as_deref().map(groups).unwrap_or_default())
    });
    let count = Memo::new({
        let groups = groups.clone();
        move |_| groups.with(|groups| findings(groups))
    });
    let open = LastingRwSignal::new(OpenItems::<GroupKey>::new());
    let overlaps = Signal::derive(move || store.preferences.with(|preferences| preferences.overlaps));
    let choices = [(Overlaps::All, "All"), (Overlaps::OfSharedTargets, "On shared targets")];
    let choices = Signal::stored(choices.map(|(choice, words)| (choice, words.to_owned())).to_vec());
    let choose = move |overlaps| store.preferences.update(|preferences| preferences.overlaps = overlaps);
    let windows = Memo::new(move |_| store.windows.with(Vec::len));
    let several = Memo::new(move |_| windows.get() > 1);
    let keys = Memo::new({
        let groups = groups.clone();
        move |_| groups.with(|groups| groups.iter().map(|group| group.key).collect::<Vec<GroupKey>>())
    });
    let line = move |_, key| {
        let groups = groups.clone();
        let group =
            Memo::new(move |_| groups.with(|groups| groups.iter().find(|group| group.key == key).cloned()));
        view! { <GroupView key group open /> }
    };
    let quiet = move || {
        let is_known = store.insights.with(Option::is_some);
        let words = match (is_known, windows.get(), count.get()) {
            (false, ..) => "Looking at the plan …",
            (true, 0, _) => "Overlaps, clock changes and the like will stand here.",
            (true, _, 0) => "No overlap, and nothing that the clocks do to a run, in the year to come.",
            _ => return None,
        };
        Some(view! { <p class="insights-empty">{words}</p> })
    };
    // Said when it changes, a moment after what changed it.
    let said = move || {
        let is_known = store.insights.with(Option::is_some);
        is_known.then(|| words::count(count.get(), "insight"))
    };
    view! {
        <section class="insights" aria-labelledby=HEADING>
            <div class="insights-head">
                <h2 id=HEADING tabindex="-1">
                    "Insights " <span class="count">{move || count.get()}</span>
                </h2>
                <span class="unseen" role="status">
                    {move || said()}
                </span>
                <Show when=move || several.get()>
                    <Segmented label="Overlaps" choices value=overlaps on_change=choose />
                </Show>
            </div>
            <div class="scroll">
                {move || quiet()}
                <ul class="insight-groups">
                    <Rows each=move || keys.get() key=|key| *key children=line />
                </ul>
            </div>
        </section>
    }
}

/// A group: its line, and what it sums up once it is opened.
#[component]
fn GroupView(
    /// Which one.
    key: GroupKey,
    /// The group as it is now.
    group: Memo<Option<Group>>,
    /// Those that are open.
    open: LastingRwSignal<OpenItems<GroupKey>>,
) -> impl IntoView {
    let is_open = Memo::new(move |_| open.with(|open| open.has(&key)));
    let toggle = move |_| {
        open.update(|open| open.toggle(key));
    };
    let line = move || group.with(|group| group.as_ref().map(|group| group.words.clone()));
    let insights = move || {
        let insights = group.with(|group| group.as_ref().map(|group| group.insights.clone()));
        let insights = insights.filter(|_| is_open.get()).unwrap_or_default();
        insights.into_iter().map(|insight| view! { <InsightView insight /> }).collect_view()
    };
    let (icon, class) = mark(key);
    view! {
        <li class="insight-group">
            <h3>
                <button type="button" class=format!("insight-line {class}") aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    <IconView icon />
                    <span>{move || line()}</span>
                    <IconView icon=Icon::Down />
                </button>
            </h3>
            <ul hidden=move || !is_open.get()>{move || insights()}</ul>
        </li>
    }
}

/// The drawing of a group, and the class that colours it.
const fn mark(key: GroupKey) -> (Icon, &'static str) {
    let GroupKey::Finding(severity, kind) = key else { return (Icon::Note, "load") };
    let class = if matches!(severity, Severity::Warning) { "warning" } else { "note" };
    let icon = match kind {
        Kind::ClockSkips | Kind::ClockMoves | Kind::ClockRepeats | Kind::ClockChanges => Icon::Clock,
        Kind::NeverRuns => Icon::Never,
        Kind::EndsSoon => Icon::Ended,
        _ => Icon::Warning,
    };
    (icon, class)
}
