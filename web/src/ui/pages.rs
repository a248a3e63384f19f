//! Long tables are drawn page by page, between which the browser paints and listens.

use crate::store::Memo;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::ops::Range;

/// How many rows are drawn in one task.
const PAGE: usize = 50;

/// Draws `count` rows: the first page at once, each further one in a task of its own.
#[component]
pub(crate) fn InPages<P>(
    /// How many there are.
    count: usize,
    /// Draws some of them.
    page: P,
) -> impl IntoView
where
    P: Fn(Range<usize>) -> AnyView + Clone + Send + 'static,
{
    let drawn = RwSignal::new(PAGE);
    go_on(drawn, count);
    let pages = (0..count).step_by(PAGE).map(|first| {
        let page = page.clone();
        let is_time = Memo::new(move |_| drawn.get() > first);
        move || is_time.get().then(|| page(first..count.min(first + PAGE)))
    });
    pages.collect_view()
}

/// Draws the next page, and so on until all rows are there or nobody sees them any more.
fn go_on(drawn: RwSignal<usize>, count: usize) {
    if drawn.try_get_untracked().is_none_or(|drawn| drawn >= count) {
        return;
    }
    let take = move || {
        drawn.try_update(|drawn| *drawn += PAGE);
        go_on(drawn, count);
    };
    Timeout::new(0, take).forget();
}
