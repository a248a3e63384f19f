//! The link to the plan, copied.

use super::stream;
use crate::{
    store::{Notice, Store},
    ui::copy_text,
};
use leptos::{prelude::*, task::spawn_local};
use window_planner_core::share;

/// Copies a link to the plan and says how long it is; a plan that is too large for one has its file.
pub(crate) fn share(store: Store) {
    let text = store.plan.with_untracked(share::text).map_err(|error| error.to_string());
    spawn_local(async move {
        let made = match text {
            Ok(text) => link(&text).await,
            Err(error) => Err(error),
        };
        let notice = match made {
            Ok(link) => Notice::Link { is_copied: copy_text(&link).await, link },
            Err(reason) => Notice::NoLink(reason),
        };
        store.notices.update(|notices| {
            notices.retain(|notice| !matches!(notice, Notice::Link { .. } | Notice::NoLink(_)));
            notices.push(notice);
        });
    });
}

/// The address of this page with a plan in its fragment.
async fn link(text: &str) -> Result<String, String> {
    let compressed = stream::compress(text.as_bytes()).await;
    let compressed = compressed.map_err(|_| "this browser is too old to make one".to_owned())?;
    let fragment = share::write(&compressed).map_err(|error| error.to_string())?;
    Ok(format!("{}#{fragment}", super::open::address_without_fragment()))
}
