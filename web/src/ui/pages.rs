//! What is long is drawn page by page, between which the browser paints and listens.

use crate::store::Memo;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::{cmp::Ordering, ops::Range};

/// Draws `count` parts: a page of them at once, each further page in a task of its own.
#[component]
pub(crate) fn InPages<P>(
    /// How many there are.
    count: usize,
    /// How many are drawn in one task.
    size: usize,
    /// The part whose page is drawn at once.
    #[prop(optional)]
    first: usize,
    /// Draws some of them.
    page: P,
) -> impl IntoView
where
    P: Fn(Range<usize>) -> AnyView + Clone + Send + 'static,
{
    let turn = RwSignal::new(0);
    let pages = count.div_ceil(size);
    go_on(turn, pages.saturating_sub(1));
    let pages = (0..pages).map(|place| {
        let page = page.clone();
        let its_turn = turn_of(place, first / size);
        let is_time = Memo::new(move |_| turn.get() >= its_turn);
        let start = place * size;
        move || is_time.get().then(|| page(start..count.min(start + size)))
    });
    pages.collect_view()
}

/// When a page is drawn, of which the one at `first` is the first.
fn turn_of(place: usize, first: usize) -> usize {
    match place.cmp(&first) {
        Ordering::Less => place + 1,
        Ordering::Equal => 0,
        Ordering::Greater => place,
    }
}

/// Takes the next turn, and so on until the last was taken or nobody sees it any more.
fn go_on(turn: RwSignal<usize>, last: usize) {
    if turn.try_get_untracked().is_none_or(|turn| turn >= last) {
        return;
    }
    let take = move || {
        turn.try_update(|turn| *turn += 1);
        go_on(turn, last);
    };
    Timeout::new(0, take).forget();
}
