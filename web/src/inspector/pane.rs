//! The right of the page: the window that is selected.

use super::{definition::DefinitionTab, export::ExportTab, registered::RegisteredTab, runs::RunsTab};
use crate::{
    store::{InspectorTab, Memo, Store, use_store},
    ui::{Later, Tab, TabBar, Turn},
    windows::listing::Problems,
};
use leptos::prelude::*;

/// The inspector pane.
#[component]
pub(crate) fn InspectorPane() -> impl IntoView {
    let store = use_store();
    let is_empty = Memo::new(move |_| store.current.with(Option::is_none));
    let title = move || store.shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()));
    let head = move || match title() {
        Some(title) => title,
        None => "No window".to_owned(),
    };
    let content = move || {
        if is_empty.get() {
            let words = "Begin a window, and its definition, runs and request stand here.";
            view! { <p class="empty">{words}</p> }.into_any()
        } else {
            view! { <Tabs /> }.into_any()
        }
    };
    view! {
        <section class="pane pane-inspector" id="inspector" tabindex="-1" aria-labelledby="inspector-title">
            <div class="inspector-head">
                <div class="inspector-title">
                    <h2 id="inspector-title">{move || head()}</h2>
                    <span class="standing">{move || standing(store)}</span>
                </div>
            </div>
            <Later turn=Turn::Schedule>{move || content()}</Later>
        </section>
    }
}

/// The tabs of the selected window, and the panel of the one that shows.
#[component]
fn Tabs() -> impl IntoView {
    let store = use_store();
    let tab = |value: InspectorTab, text, badge| Tab { value, id: value.id(), text, badge };
    let none = Signal::stored(None);
    let tabs = vec![
        tab(InspectorTab::Definition, "Definition", Signal::derive(move || problems(store))),
        tab(InspectorTab::Runs, "Runs", none),
        tab(InspectorTab::Registered, "Targets & tasks", Signal::derive(move || registered_problems(store))),
        tab(InspectorTab::Export, "Export", none),
    ];
    let panel = move || match store.tab.get() {
        InspectorTab::Definition => view! { <DefinitionTab /> }.into_any(),
        InspectorTab::Runs => view! { <RunsTab /> }.into_any(),
        InspectorTab::Registered => view! { <RegisteredTab /> }.into_any(),
        InspectorTab::Export => view! { <ExportTab /> }.into_any(),
    };
    let id = move || store.tab.get().id();
    view! {
        <TabBar label="Views of the window" tabs value=Signal::derive(move || store.tab.get()) on_change=move |tab| store.tab.set(tab) />
        <div
            class="panel scroll"
            role="tabpanel"
            tabindex="0"
            id=move || format!("{}-panel", id())
            aria-labelledby=move || format!("{}-tab", id())
        >
            {move || panel()}
        </div>
    }
}

/// How the window stands to the one that AWS has.
fn standing(store: Store) -> Option<&'static str> {
    store.with_current(|window| match &window.in_account {
        None => "not in AWS",
        Some(_) if window.is_applied() => "as in AWS",
        Some(_) => "changed",
    })
}

const fn badge(problems: Problems) -> Option<(usize, &'static str)> {
    match problems {
        Problems { errors: 0, warnings: 0 } => None,
        Problems { errors: 0, warnings } => Some((warnings, "warning")),
        Problems { errors, .. } => Some((errors, "error")),
    }
}

/// The same of the targets and tasks.
fn registered_problems(store: Store) -> Option<(usize, &'static str)> {
    badge(store.current.get().map(|current| current.registered.get()).unwrap_or_default())
}

/// How many errors there are; without any, how many warnings.
fn problems(store: Store) -> Option<(usize, &'static str)> {
    badge(store.findings.with(|all| Problems::of(all)))
}
