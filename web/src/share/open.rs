//! The plan of a link, opened: at once where nothing is lost by it, else after it was looked at.

use super::stream;
use crate::{
    import,
    store::{Notice, Store, is_example},
};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use window_planner_core::{
    plan::Plan,
    share::{self, LinkError, MOST_BYTES},
};

/// Opens the link that the page was opened with, and those that are opened in this page from now on.
pub(crate) fn listen(store: Store) {
    open(store);
    let opened = window_event_listener_untyped("hashchange", move |_| open(store));
    on_cleanup(move || opened.remove());
}

fn open(store: Store) {
    let fragment = window().location().hash().unwrap_or_default();
    let Some(compressed) = share::read(&fragment) else { return };
    // A reload, or a bookmark, is of the plan here.
    let history = window().history();
    let _ = history.and_then(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address_without_fragment()))
    });
    spawn_local(async move {
        match read(compressed).await {
            Ok(plan) => offer(store, &plan),
            Err(reason) => {
                let words = format!("The link cannot be opened: {reason}. The plan here stays as it is.");
                store.notices.update(|notices| notices.push(Notice::Refused(words)));
            }
        }
    });
}

async fn read(compressed: Result<Vec<u8>, LinkError>) -> Result<Plan, LinkError> {
    let inflated = stream::inflate(&compressed?, MOST_BYTES).await.map_err(|_| LinkError::Changed)?;
    share::plan(&inflated)
}

fn offer(store: Store, plan: &Plan) {
    let (is_here, is_free) = store.plan.with_untracked(|here| {
        let is_empty = here.windows.is_empty() && here.calendars.is_empty();
        (*here == *plan, is_empty || is_example(here))
    });
    if is_here {
        let words = "The link holds the plan that is here already.".to_owned();
        store.notices.update(|notices| notices.push(Notice::Said(words)));
    } else {
        import::look_at_link(store, plan.to_json(), is_free);
    }
}

/// The address of this page, without what follows its `#`.
pub(super) fn address_without_fragment() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}
