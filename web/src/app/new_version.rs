//! The word that a newer build of the app waits. `web/start.js` speaks with the service worker.

use crate::store::{Notice, Store};
use leptos::prelude::*;
use web_sys::Event;

/// Says so when it is there, for as long as the page lives.
pub(super) fn listen(store: Store) {
    let told = window_event_listener_untyped("new-version", move |_| {
        store.notices.update(|notices| {
            notices.retain(|notice| *notice != Notice::NewVersion);
            notices.push(Notice::NewVersion);
        });
    });
    on_cleanup(move || told.remove());
}

/// Lets the newer build in, and reloads the page with it.
pub(super) fn take() {
    if let Ok(event) = Event::new("take-new-version") {
        // It is cancelled by nobody.
        let _ = window().dispatch_event(&event);
    }
}
