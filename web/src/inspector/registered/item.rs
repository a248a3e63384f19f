//! A target or task in its list: its name and what is wrong with it; its form unfolds below.

use super::tab::Unfolded;
use crate::{
    store::Memo,
    ui::{Icon, IconView},
    words,
};
use leptos::prelude::*;
use window_planner_core::{Diagnostic, diagnostic::Severity};

/// One of the list.
#[component]
pub(super) fn Item(
    /// Its id, which the list of unfolded ones and element ids use.
    id: String,
    /// What it is called.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet line below that.
    #[prop(into)]
    detail: Signal<String>,
    /// All that is wrong with it.
    #[prop(into)]
    findings: Signal<Vec<Diagnostic>>,
    /// Which ones are unfolded.
    unfolded: Unfolded,
    /// Its form.
    children: ChildrenFn,
) -> impl IntoView {
    let form_id = format!("registered-{id}");
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| unfolded.with(|unfolded| unfolded.has(&id)))
    };
    let toggle = move |_| {
        unfolded.update(|unfolded| unfolded.toggle(id.clone()));
    };
    let controls = {
        let form_id = form_id.clone();
        move || is_open.get().then(|| form_id.clone())
    };
    let form = move || {
        is_open.get().then(|| {
            view! {
                <div class="registered-form" id=form_id.clone()>
                    {children()}
                </div>
            }
        })
    };
    let icon = move || if is_open.get() { Icon::Down } else { Icon::Forward };
    view! {
        <li class="registered-item">
            <h4>
                <button
                    type="button"
                    class="registered-head"
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls=controls
                    on:click=toggle
                >
                    {move || view! { <IconView icon=icon() /> }}
                    <span class="registered-title">{title}</span>
                    <Badge findings />
                    <span class="registered-detail">{detail}</span>
                </button>
            </h4>
            {move || form()}
        </li>
    }
}

/// How many errors there are; without any, how many warnings.
#[component]
fn Badge(
    /// All that was found.
    findings: Signal<Vec<Diagnostic>>,
) -> impl IntoView {
    move || {
        let count =
            |severity| findings.with(|all| all.iter().filter(|finding| finding.severity == severity).count());
        let (class, icon, count, noun) = match (count(Severity::Error), count(Severity::Warning)) {
            (0, 0) => return None,
            (0, warnings) => ("badge warning", Icon::Warning, warnings, "warning"),
            (errors, _) => ("badge error", Icon::Error, errors, "error"),
        };
        Some(view! {
            <span class=class>
                <IconView icon />
                <span aria-hidden="true">{count}</span>
                <span class="unseen">{words::count(count, noun)}</span>
            </span>
        })
    }
}
