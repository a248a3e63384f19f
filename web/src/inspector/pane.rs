//! The right of the page: the window that is selected.

use super::{definition::DefinitionTab, export::ExportTab, runs::RunsTab};
use crate::{
    store::{Draft, InspectorTab, Purpose, Store, use_store},
    ui::{Segmented, Tab, TabBar},
};
use leptos::prelude::*;
use window_planner_core::diagnostic::Severity;

/// The inspector pane.
#[component]
pub(crate) fn InspectorPane() -> impl IntoView {
    let store = use_store();
    let purpose = Signal::derive(move || store.draft.with(|draft| draft.purpose));
    let set_purpose = move |purpose| {
        store.draft.update(|draft| draft.purpose = purpose);
        // An update needs the window that AWS has: it is asked for where the update is written out.
        if purpose == Purpose::Update && store.draft.with_untracked(|draft| draft.baseline.is_none()) {
            store.tab.set(InspectorTab::Export);
        }
    };
    let purposes =
        Signal::stored(vec![(Purpose::Create, "Create".to_owned()), (Purpose::Update, "Update".to_owned())]);
    let tab = |value, id, text, badge| Tab { value, id, text, badge };
    let none = Signal::stored(None);
    let tabs = vec![
        tab(InspectorTab::Definition, "definition", "Definition", Signal::derive(move || problems(store))),
        tab(InspectorTab::Runs, "runs", "Runs", none),
        tab(InspectorTab::Export, "export", "Export", none),
    ];
    let panel = move || match store.tab.get() {
        InspectorTab::Definition => view! { <DefinitionTab /> }.into_any(),
        InspectorTab::Runs => view! { <RunsTab /> }.into_any(),
        InspectorTab::Export => view! { <ExportTab /> }.into_any(),
    };
    let id = move || match store.tab.get() {
        InspectorTab::Definition => "definition",
        InspectorTab::Runs => "runs",
        InspectorTab::Export => "export",
    };
    view! {
        <section class="pane pane-inspector" id="inspector" tabindex="-1" aria-labelledby="inspector-title">
            <div class="inspector-head">
                <div class="inspector-title">
                    <h2 id="inspector-title">{move || store.draft.with(Draft::title)}</h2>
                    <Segmented
                        label="What the request does"
                        choices=purposes
                        value=purpose
                        on_change=set_purpose
                    />
                </div>
            </div>
            <TabBar label="Views of the window" tabs value=store.tab on_change=move |tab| store.tab.set(tab) />
            <div
                class="panel scroll"
                role="tabpanel"
                tabindex="0"
                id=move || format!("{}-panel", id())
                aria-labelledby=move || format!("{}-tab", id())
            >
                {panel}
            </div>
        </section>
    }
}

/// How many errors there are; without any, how many warnings.
fn problems(store: Store) -> Option<(usize, &'static str)> {
    let count = |severity| {
        store.findings.with(|all| all.iter().filter(|finding| finding.severity == severity).count())
    };
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => None,
        (0, warnings) => Some((warnings, "warning")),
        (errors, _) => Some((errors, "error")),
    }
}
