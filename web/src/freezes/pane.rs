//! The calendars of freezes in the left of the page.

use super::row::FreezeRow;
use crate::store::{Memo, use_store};
use leptos::prelude::*;

/// The element id of the heading.
pub(super) const FREEZES_TITLE: &str = "freezes-title";

/// The calendars, as long as the plan has some.
#[component]
pub(crate) fn FreezesPane() -> impl IntoView {
    let store = use_store();
    let count = Memo::new(move |_| store.freezes.with(|freezes| freezes.names().len()));
    let rows = move || (0..count.get()).map(|place| view! { <FreezeRow place /> }).collect_view();
    let content = move || {
        (count.get() > 0).then(|| {
            view! {
                <section class="freezes" aria-labelledby=FREEZES_TITLE>
                    <h2 id=FREEZES_TITLE tabindex="-1">"Freezes " <span class="count">{move || count.get()}</span></h2>
                    <p class="freezes-note">
                        "AWS does not hold windows back for a calendar: what runs in a freeze runs, unless you move it."
                    </p>
                    <ul class="freezes-list">{move || rows()}</ul>
                </section>
            }
        })
    };
    view! { {move || content()} }
}
