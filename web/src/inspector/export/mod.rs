//! The tab with the request to take away, and what is known of the window in AWS.

mod account;
mod request;

use crate::store::{Memo, use_store};
use account::AccountSection;
use leptos::prelude::*;
use request::RequestSection;

/// The request that is still to be sent, if there is one, and the window as AWS has it.
#[component]
pub(crate) fn ExportTab() -> impl IntoView {
    let store = use_store();
    let is_applied =
        Memo::new(move |_| store.with_current(window_planner_core::plan::Window::is_applied) == Some(true));
    view! {
        {move || (!is_applied.get()).then(|| view! { <RequestSection /> })}
        <AccountSection />
    }
}
