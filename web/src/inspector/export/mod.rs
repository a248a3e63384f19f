//! The tab with the request to take away.

mod baseline;
mod request;

use crate::store::{Purpose, use_store};
use baseline::BaselineSection;
use leptos::prelude::*;
use request::RequestSection;

/// The request, and for an update the window that it starts from.
#[component]
pub(crate) fn ExportTab() -> impl IntoView {
    let store = use_store();
    let is_update = Memo::new(move |_| store.draft.with(|draft| draft.purpose == Purpose::Update));
    let is_ready = Memo::new(move |_| !is_update.get() || store.draft.with(|draft| draft.baseline.is_some()));
    view! {
        {move || is_update.get().then(|| view! { <BaselineSection /> })}
        {move || is_ready.get().then(|| view! { <RequestSection /> })}
    }
}
