//! What a change did, said to screen readers: once nobody types any more, and only where it is something new.

use crate::{
    calendar::change_words,
    store::{Store, use_store},
    words,
};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use window_planner_core::Diagnostic;

/// For how long nothing changes before it is said, in milliseconds: longer than between two keystrokes.
const QUIET: u32 = 700;

/// The region that tells of the selected window. What the calendar shows is not live itself, as it is drawn
/// anew with each keystroke and each minute.
#[component]
pub(super) fn Announcer() -> impl IntoView {
    let store = use_store();
    let said = RwSignal::new(String::new());
    // What the page begins with is no news.
    let known = StoredValue::new(None::<String>);
    // A new one in its place cancels one that waits.
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        store.plan.track();
        store.current.track();
        store.wall.track();
        let tell = move || {
            let words = untrack(|| news(store));
            let is_news = known.with_value(|known| known.as_ref().is_some_and(|known| *known != words));
            known.set_value(Some(words.clone()));
            if is_news {
                said.set(words);
            }
        };
        waiting.set_value(Some(Timeout::new(QUIET, tell)));
    });
    view! {
        <p class="unseen" role="status" id="announcer">
            {said}
        </p>
    }
}

/// What is to be known of the selected window: what is wrong with it, else when it runs, and what its
/// update changes. How far off that is is left out, since it changes by itself.
fn news(store: Store) -> String {
    if store.current.with(Option::is_none) {
        return "The plan is empty.".to_owned();
    }
    let error = store.findings.with(|all| {
        let first = all.iter().find(|finding| finding.is_error());
        first.map(|Diagnostic { field, message, .. }| format!("{field}: {message}"))
    });
    if let Some(error) = error {
        return error;
    }
    let description = store.shown.with(|shown| shown.as_ref()?.description.clone()).unwrap_or_default();
    let next = match store.upcoming(1).first() {
        Some(run) => format!("Next run {}.", words::moment(store.view_zone().local(run.start))),
        None => store.why_no_runs(),
    };
    let change = change_words(store).map(|words| format!(" Not in AWS yet. {words}")).unwrap_or_default();
    format!("{description}. {next}{change}")
}
