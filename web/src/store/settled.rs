//! A signal that changes only when its value does.

use super::{Lasting, LastingSignal};
use leptos::prelude::*;

/// What `read` tells, as a signal that changes only when that does.
///
/// A memo tells all who read it that it may have changed, and they tell theirs, and ask. For what each window
/// reads, that would be all windows and all that shows them, at each keystroke and each selection.
pub(crate) fn settled<T: Clone + PartialEq + Send + Sync + 'static>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> LastingSignal<T> {
    let (settled, set) = signal(untrack(&read));
    ImmediateEffect::new_scoped(move || {
        let now = read();
        if settled.with_untracked(|before| *before != now) {
            batch(|| set.set(now));
        }
    });
    Lasting::of(settled)
}
