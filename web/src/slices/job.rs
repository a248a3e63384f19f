//! [`Job`]: a computation in slices, of which only the newest counts.

use super::rest::wait;
use crate::store::LastingRwSignal;
use leptos::{prelude::*, task::spawn_local};
use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

/// After how many milliseconds one who waits for the end looks again.
const LOOK_AGAIN: i32 = 20;

/// A computation in slices. A newer one takes its place, and then the older is dropped where it rests: what a step
/// of it has read may have changed since.
#[derive(Clone, Copy)]
pub(crate) struct Job {
    newest: StoredValue<u64>,
    runs: LastingRwSignal<bool>,
}

impl Job {
    /// One that has nothing to do.
    pub(crate) fn new() -> Self {
        Self { newest: StoredValue::new(0), runs: LastingRwSignal::new(false) }
    }

    /// Begins with `computation`, and drops the one before.
    pub(crate) fn begin(self, computation: impl Future<Output = ()> + 'static) {
        let number = self.newest.get_value() + 1;
        self.newest.set_value(number);
        self.note(true);
        spawn_local(async move {
            let mut computation = pin!(computation);
            let is_done = poll_fn(|context| match self.newest.try_get_value() {
                Some(newest) if newest == number => computation.as_mut().poll(context).map(|()| true),
                _ => Poll::Ready(false),
            });
            if is_done.await {
                self.note(false);
            }
        });
    }

    /// Drops what it is doing.
    pub(crate) fn stop(self) {
        self.newest.update_value(|newest| *newest += 1);
        self.note(false);
    }

    /// Whether it is at work.
    pub(crate) fn runs(self) -> bool {
        self.runs.get()
    }

    /// Waits until it has nothing to do, and so long at least that what has just changed can begin it.
    pub(crate) async fn ended(self) {
        wait(LOOK_AGAIN).await;
        while self.runs.try_get_untracked() == Some(true) {
            wait(LOOK_AGAIN).await;
        }
    }

    fn note(self, runs: bool) {
        if self.runs.get_untracked() != runs {
            self.runs.set(runs);
        }
    }
}
