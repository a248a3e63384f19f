//! What the update that is still to be sent does to the runs of the selected window, in a line.

use super::change::summary;
use crate::{
    store::{InspectorTab, Memo, Pane, Store, use_store},
    ui::{Icon, IconView},
};
use leptos::prelude::*;

/// How far ahead runs are compared.
const HOURS_AHEAD: i64 = 365 * 24;

/// The line, as long as AWS has the window otherwise than it is here.
#[component]
pub(super) fn ChangeBar() -> impl IntoView {
    let store = use_store();
    let words = Memo::new(move |_| change_words(store));
    let is_changed = Memo::new(move |_| words.with(Option::is_some));
    let show_update = move |_| {
        store.tab.set(InspectorTab::Export);
        store.pane.set(Pane::Edit);
    };
    let bar = move || {
        is_changed.get().then(|| {
            view! {
                <IconView icon=Icon::Edit />
                <p>"Not in AWS yet. " {move || words.get()}</p>
                <button type="button" class="button small" on:click=show_update>
                    "Show the update"
                </button>
                <button type="button" class="button small quiet" on:click=move |_| store.return_to_aws()>
                    "Return to what AWS has"
                </button>
            }
        })
    };
    view! {
        <div class="change-bar" hidden=move || !is_changed.get()>
            {move || bar()}
        </div>
    }
}

/// What the update changes, in a sentence; none where there is nothing to send.
pub(crate) fn change_words(store: Store) -> Option<String> {
    let drawn = store.current.get()?.drawn.get()?;
    let from = drawn.update.as_ref()?.since;
    let changes = drawn.changes(from, from.plus_hours(HOURS_AHEAD))?;
    let last = store.view_zone().local(changes.until.plus_millis(-1)).date();
    Some(summary(&changes, from, last))
}
