//! Printing: the pages are made when the browser is about to print, by whichever way, and taken away after.

use super::{period::Period, sheet::Sheet};
use crate::store::Store;
use leptos::{mount::mount_to, prelude::*};

/// Makes the page printable for as long as it lives. What is printed are the days of `period`.
pub(crate) fn keep_printable(store: Store, period: Signal<Period>) {
    let printed = StoredValue::new_local(None);
    let title = document().title();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        let Some(body) = document().body() else { return };
        let days = period.get_untracked();
        // The browser does not wait: the pages are there when this returns.
        let handle = mount_to(body, move || view! { <Sheet store period=days /> });
        let name =
            store.plan.with_untracked(|plan| plan.name.clone()).unwrap_or_else(|| "My plan".to_owned());
        // Browsers call a file that is printed into by it.
        document().set_title(&format!("{name}, {}", days.words()));
        printed.set_value(Some(handle));
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        printed.set_value(None);
        document().set_title(&title);
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
