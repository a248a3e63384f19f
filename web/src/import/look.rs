//! The second face of the dialog: what would become of the plan, to be confirmed or not.

use super::{
    given::Gathered,
    preview::{Preview, Way, merge},
    receive::{ask, close, confirm},
    report::ReportView,
};
use crate::{
    slices::{Job, sliced},
    store::{Memo, Store, use_store},
    ui::{Icon, IconView, Segmented},
    words,
};
use leptos::prelude::*;
use window_planner_core::Timestamp;

/// What was given, what would come of it, and the buttons.
#[component]
pub(super) fn Look(
    /// Whether it is the plan of a link, which is more likely to be opened than to be added.
    is_link: bool,
) -> impl IntoView {
    let store = use_store();
    let given = Memo::new(move |before: Option<&Gathered>| {
        let given = store.importing.with(|importing| importing.as_ref()?.given().cloned());
        given.or_else(|| before.cloned()).unwrap_or_default()
    });
    let way = RwSignal::new(if is_link { Way::Replace } else { store.plan.with_untracked(Way::fitting) });
    let preview = RwSignal::new(Preview::default());
    let (job, is_read) = (Job::new(), RwSignal::new(false));
    Effect::new(move |_| {
        if store.importing.with(Option::is_none) {
            // The dialog is about to close, mostly since the import was made.
            return job.stop();
        }
        let (given, way, now) = (given.get(), way.get(), store.clock.now.get_untracked());
        store.plan.track();
        if given.is_large() || store.has_many() {
            is_read.set(false);
            job.begin(async move {
                look_through(store, given, way, now, preview).await;
                is_read.set(true);
            });
        } else {
            job.stop();
            preview.set(store.plan.with_untracked(|plan| Preview::of(plan, &given, way, now)));
            is_read.set(true);
        }
    });
    let can_import =
        Memo::new(move |_| is_read.get() && preview.with(|it| it.has_changes && it.obstacle.is_none()));
    let verdict = move || {
        if !is_read.get() {
            return "Reading…".to_owned();
        }
        preview.with(|preview| match (&preview.obstacle, preview.has_changes) {
            (Some(obstacle), _) => obstacle.clone(),
            (None, true) => "Not in the plan yet. One step of undo will take all of it back.".to_owned(),
            (None, false) => "Nothing would change.".to_owned(),
        })
    };
    let action = move || {
        let opens = is_link && way.get() == Way::Replace;
        if opens { "Open the plan".to_owned() } else { preview.with(Preview::action) }
    };
    view! {
        <div class="sheet-body stack" aria-busy=move || (!is_read.get()).to_string()>
            {(!is_link).then(|| view! { <GivenFiles given /> })}
            <WayChoice way />
            <ReportView preview is_read />
        </div>
        <div class="sheet-foot">
            <span class="sheet-note" class:refused=move || preview.with(|it| it.obstacle.is_some()) role="status">
                {move || verdict()}
            </span>
            {(!is_link)
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| ask(store)>
                            "Back"
                        </button>
                    }
                })}
            <button type="button" class="button" on:click=move |_| close(store)>
                {if is_link { "Keep mine" } else { "Cancel" }}
            </button>
            <button
                type="button"
                class="button primary"
                disabled=move || !can_import.get()
                on:click=move |_| {
                    // Nobody is told that it is taken out: the dialog closes. Who clicks once more finds nothing.
                    let taken = preview.try_update_untracked(std::mem::take);
                    if let Some(taken) = taken.filter(|it| it.has_changes) {
                        confirm(store, taken);
                    }
                }
            >
                {move || action()}
            </button>
        </div>
    }
}

/// Imports what was given into a copy of the plan, in slices. It is begun anew when the plan changes.
async fn look_through(store: Store, given: Gathered, way: Way, now: Timestamp, preview: RwSignal<Preview>) {
    let mut pace = sliced();
    pace.step().await;
    let mut plan = store.plan.with_untracked(|before| way.beginning(before));
    let report = merge(&given, &mut plan, now, &mut pace).await;
    preview.set(store.plan.with_untracked(|before| Preview::compared(before, plan, report, way)));
}

/// The names of what was given, and what of it is not read.
#[component]
fn GivenFiles(
    /// What was given.
    given: Memo<Gathered>,
) -> impl IntoView {
    let names = move || {
        given.with(|given| {
            let names: Vec<&str> = given.files.iter().map(|file| file.name.as_str()).collect();
            let from = format!("From {}: {}", words::count(names.len(), "file"), names.join(", "));
            (!names.is_empty()).then(|| view! { <p class="import-files">{from}</p> })
        })
    };
    let refused = move || {
        let row = |refused: &super::given::Refused| {
            view! {
                <li class="finding error">
                    <IconView icon=Icon::Error />
                    <div class="finding-text">
                        <span class="unseen">"Error: "</span>
                        <strong>{refused.name.clone()}</strong>
                        " is not read. "
                        {refused.reason.clone()}
                    </div>
                </li>
            }
        };
        given.with(|given| given.refused.iter().map(row).collect_view())
    };
    view! {
        {move || names()}
        <ul class="findings">{move || refused()}</ul>
    }
}

/// Whether what comes in is added to the plan or takes its place; asked where there is something to lose.
#[component]
fn WayChoice(
    /// The choice.
    way: RwSignal<Way>,
) -> impl IntoView {
    let store = use_store();
    let is_asked =
        Memo::new(move |_| store.plan.with(|plan| !plan.windows.is_empty() || !plan.calendars.is_empty()));
    let choices = Signal::derive(move || {
        let windows = words::count(store.plan.with(|plan| plan.windows.len()), "window");
        vec![
            (Way::Add, "Add to the plan".to_owned()),
            (Way::Replace, format!("Replace the plan ({windows})")),
        ]
    });
    move || {
        is_asked.get().then(|| {
            view! { <Segmented label="What becomes of the plan" choices value=way on_change=move |to| way.set(to) /> }
        })
    }
}
