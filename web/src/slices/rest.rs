//! When a slice is used up, and how the browser comes in between.

use super::MANY;
use js_sys::Promise;
use leptos::{prelude::window, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};
use window_planner_core::pace::{Pace, Rest};

/// How long a slice is, in milliseconds. What it belongs to, and a frame, are to fit beside it in the 50 that a viewer
/// does not notice.
const SLICE: f64 = 10.0;

thread_local! {
    static BROWSER: Browser = Browser::new();
}

/// With a rest after each slice, and one before the first.
pub(crate) const fn sliced() -> Pace {
    Pace::resting(due)
}

/// Does something in a task of its own, soon.
pub(crate) fn after_rest(act: impl FnOnce() + 'static) {
    spawn_local(async move {
        rest().await;
        act();
    });
}

/// Drops what is left of thousands in slices: it takes a while to give the memory of all of them back.
pub(crate) fn let_go<T: 'static>(all: Vec<T>) {
    if all.len() <= MANY {
        return;
    }
    spawn_local(async move {
        // Others have some of it until they were told.
        rest().await;
        let mut pace = sliced();
        for one in all {
            drop(one);
            pace.step().await;
        }
    });
}

/// Lets the browser come in between, however short the slice was.
async fn rest() {
    if let Some(rest) = BROWSER.with(Browser::rest) {
        rest.await;
    }
}

/// The way through the browser's queue. A timer would come back four milliseconds later, after each slice.
struct Browser {
    port: Option<MessagePort>,
    waiting: Rc<RefCell<VecDeque<Waker>>>,
    /// When the slice has begun that runs.
    begun: Rc<Cell<f64>>,
}

impl Browser {
    fn new() -> Self {
        let (waiting, begun) =
            (Rc::new(RefCell::new(VecDeque::<Waker>::new())), Rc::new(Cell::new(f64::MIN)));
        let port = MessageChannel::new().ok().map(|channel| {
            let (waiting, begun) = (Rc::clone(&waiting), Rc::clone(&begun));
            let heard = Closure::<dyn FnMut()>::new(move || {
                let next = waiting.borrow_mut().pop_front();
                if let Some(next) = next {
                    begun.set(now());
                    next.wake();
                }
            });
            channel.port1().set_onmessage(Some(heard.into_js_value().unchecked_ref()));
            channel.port2()
        });
        Self { port, waiting, begun }
    }

    /// A rest; none without a channel, which every browser has.
    fn rest(&self) -> Option<Rest> {
        let port = self.port.clone()?;
        let waiting = Rc::clone(&self.waiting);
        let mut is_asked = false;
        Some(Box::pin(poll_fn(move |context| {
            if is_asked {
                return Poll::Ready(());
            }
            is_asked = true;
            waiting.borrow_mut().push_back(context.waker().clone());
            // What cannot be sent never comes back: then there is no rest.
            if port.post_message(&JsValue::NULL).is_ok() { Poll::Pending } else { Poll::Ready(()) }
        })))
    }
}

/// Lets so many milliseconds pass.
pub(super) async fn wait(millis: i32) {
    let passed = Promise::new(&mut |pass, _| {
        if window().set_timeout_with_callback_and_timeout_and_arguments_0(&pass, millis).is_err() {
            // A window without timers does not wait.
            let _ = pass.call0(&JsValue::NULL);
        }
    });
    // It passes, whatever else happens.
    let _ = JsFuture::from(passed).await;
}

fn due() -> Option<Rest> {
    BROWSER.with(|browser| if now() - browser.begun.get() > SLICE { browser.rest() } else { None })
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
