//! Other tabs of the app: a tab in which nothing is unsaved follows what another one stores, as soon as
//! it can be seen.

use super::{
    Refusal,
    keeper::{self, Standing},
    place::Place,
};
use crate::store::Store;
use leptos::{prelude::*, task::spawn_local};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::BroadcastChannel;
use window_planner_core::plan::Plan;

const NAME: &str = "window-planner";

thread_local! {
    static CHANNEL: OnceCell<BroadcastChannel> = const { OnceCell::new() };
}

/// Looks at what is stored whenever another tab may have stored something.
pub(super) fn listen(store: Store) {
    if let Ok(channel) = BroadcastChannel::new(NAME) {
        let heard = Closure::<dyn FnMut()>::new(move || look(store));
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        CHANNEL.with(|cell| drop(cell.set(channel)));
    }
    // The local storage tells by itself. A page that was hidden, or kept for the way back, has heard nothing.
    for event in ["storage", "visibilitychange", "pageshow"] {
        let heard = window_event_listener_untyped(event, move |_| look(store));
        on_cleanup(move || heard.remove());
    }
}

/// Tells the other tabs that something was stored.
pub(super) fn announce() {
    CHANNEL.with(|cell| {
        if let Some(channel) = cell.get() {
            // A tab that is not told meets the change when it stores something itself.
            let _ = channel.post_message(&JsValue::NULL);
        }
    });
}

/// Follows what another tab has stored, if it has.
pub(super) fn look(store: Store) {
    let is_free = can_follow() && !keeper::with(|keeper| keeper.is_following.get());
    keeper::with(|keeper| keeper.has_news.set(!is_free));
    if is_free {
        keeper::with(|keeper| keeper.is_following.set(true));
        spawn_local(async move {
            // What cannot be read now is met when something is to be stored.
            drop(follow(store).await);
            keeper::with(|keeper| keeper.is_following.set(false));
            look_again(store);
        });
    }
}

/// Looks, where there was no time for it before.
pub(super) fn look_again(store: Store) {
    if keeper::with(|keeper| keeper.has_news.get()) {
        look(store);
    }
}

/// Whether nothing is lost by following. What a tab has that is hidden is of no use yet.
fn can_follow() -> bool {
    let is_idle = keeper::with(|keeper| {
        let has_place = !matches!(**keeper.place.borrow(), Place::Nowhere);
        has_place && keeper.standing.get() == Standing::Kept && !keeper.is_edited.get()
    });
    is_idle && !document().hidden()
}

async fn follow(store: Store) -> Result<(), Refusal> {
    let place = keeper::with(|keeper| keeper.place.borrow().clone());
    let known = keeper::with(|keeper| keeper.ledger.borrow().confirmed().cloned());
    if place.revision().await? == known {
        return Ok(());
    }
    let stored = place.read().await?;
    // What was typed meanwhile goes before; and a plan of a newer version is not for this one.
    let plan = Plan::from_json(&stored.records.text()).ok().filter(|_| can_follow());
    if let Some(plan) = plan {
        keeper::with(|keeper| {
            keeper.records.replace(stored.records);
            keeper.ledger.borrow_mut().build_on(stored.revision);
        });
        store.follow(plan);
    }
    Ok(())
}
