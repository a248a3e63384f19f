//! [`Lasting`]: a memo or a signal that outlives its readers.

use super::ArcMemo;
use reactive_graph::{
    graph::{Observer, Source, ToAnySource},
    owner::{Owner, on_cleanup},
    signal::{ReadSignal, RwSignal},
    traits::{DefinedAt, IsDisposed, Notify, ReadUntracked, Track, UntrackableGuard, Write},
};
use std::{ops::DerefMut, panic::Location};

/// A memo or a signal that outlives those who read it, and forgets those who are gone.
///
/// By itself, a source of `reactive_graph` 0.2 keeps all who have ever read it: only one that is written to through a
/// `WriteSignal` forgets them when it changes. What lives as long as the page, or as a window of the plan, would keep
/// all that was ever drawn, and go through it at each change. Read through this, a reader is taken out with the owner
/// that it reads under: when it runs again, or goes.
///
/// So that owner has to be the reader's own, as it is in a memo, an effect, and a closure of a view. What is read
/// directly in the `children` of a `<For>` is read under the row's owner but by the list, which would be taken out
/// with the row: read it in a component or a closure there.
///
/// A read costs 40 bytes until the reader runs again; taking a reader out, a step for each that came after it.
#[derive(Clone, Copy, Debug)]
pub struct Lasting<S>(S);

/// A memo that forgets the readers that are gone.
pub type LastingMemo<T> = Lasting<ArcMemo<T>>;

/// A signal that forgets the readers that are gone.
pub type LastingSignal<T> = Lasting<ReadSignal<T>>;

/// A signal to write to that forgets the readers that are gone.
pub type LastingRwSignal<T> = Lasting<RwSignal<T>>;

impl<S> Lasting<S> {
    /// Has `source` forget the readers that are gone, of those who read it through this.
    pub const fn of(source: S) -> Self {
        Self(source)
    }
}

impl<T: PartialEq + Send + Sync + 'static> LastingMemo<T> {
    /// A memo of what `fun` computes, which is given the value before. It goes with the last handle to it, whatever
    /// view it is made in.
    #[track_caller]
    pub fn new(fun: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        // Below the owner of a view it would be taken out of what it reads when the view goes, and be told no more.
        Self(Owner::default().with(|| ArcMemo::new(fun)))
    }
}

impl<T: Send + Sync + 'static> LastingRwSignal<T> {
    /// A signal that has this value at first.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }
}

impl<S: Track + ToAnySource> Track for Lasting<S> {
    #[track_caller]
    fn track(&self) {
        self.0.track();
        if let Some(reader) = Observer::get() {
            let source = self.0.to_any_source();
            on_cleanup(move || source.remove_subscriber(&reader));
        }
    }
}

impl<S: Notify> Notify for Lasting<S> {
    #[track_caller]
    fn notify(&self) {
        self.0.notify();
    }
}

impl<S: Write> Write for Lasting<S> {
    type Value = S::Value;

    fn try_write(&self) -> Option<impl UntrackableGuard<Target = Self::Value>> {
        self.0.try_write()
    }

    fn try_write_untracked(&self) -> Option<impl DerefMut<Target = Self::Value>> {
        self.0.try_write_untracked()
    }
}

impl<S: IsDisposed> IsDisposed for Lasting<S> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<S: ReadUntracked> ReadUntracked for Lasting<S> {
    type Value = S::Value;

    #[track_caller]
    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.0.try_read_untracked()
    }
}

impl<S: DefinedAt> DefinedAt for Lasting<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.0.defined_at()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reactive_graph::{
        effect::ImmediateEffect,
        graph::{AnySource, AnySubscriber, ReactiveNode, Subscriber, WithObserver},
        signal::{ArcRwSignal, ArcTrigger},
        traits::{Get, GetUntracked, Set},
    };
    use std::sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::Relaxed},
    };

    /// A reader that counts how often it is told of a change.
    #[derive(Default)]
    struct Reader {
        told: AtomicUsize,
    }

    impl ReactiveNode for Reader {
        fn mark_dirty(&self) {
            self.told.fetch_add(1, Relaxed);
        }

        fn mark_check(&self) {
            self.told.fetch_add(1, Relaxed);
        }

        fn mark_subscribers_check(&self) {}

        fn update_if_necessary(&self) -> bool {
            false
        }
    }

    impl Subscriber for Reader {
        fn add_source(&self, _: AnySource) {}

        fn clear_sources(&self, _: &AnySubscriber) {}
    }

    /// Reads as the view's part that `owner` stands for; its sources remember it by as many weak handles.
    fn read(owner: &Owner, source: &impl Track) -> Arc<Reader> {
        let reader = Arc::new(Reader::default());
        owner.with(|| subscriber(&reader).with_observer(|| source.track()));
        reader
    }

    fn subscriber(reader: &Arc<Reader>) -> AnySubscriber {
        let handle: Arc<dyn Subscriber + Send + Sync> = reader.clone();
        AnySubscriber(Arc::as_ptr(reader) as usize, Arc::downgrade(&handle))
    }

    fn doubled(signal: &ArcRwSignal<i32>) -> impl Fn(Option<&i32>) -> i32 + Send + Sync + 'static {
        let signal = signal.clone();
        move |_| signal.get() * 2
    }

    #[test]
    fn a_reader_that_is_gone_is_forgotten() {
        let (page, signal) = (Owner::new(), ArcRwSignal::new(1));
        let memo = page.with(|| LastingMemo::new(doubled(&signal)));
        assert_eq!(memo.get_untracked(), 2);
        forgets(&page, &memo, || signal.set(2));
        let changed = Lasting::of(ArcTrigger::new());
        forgets(&page, &changed, || changed.notify());
    }

    #[track_caller]
    fn forgets(page: &Owner, source: &impl Track, change: impl FnOnce()) {
        let view = page.with(Owner::new);
        let (gone, stays) = (read(&view, source), read(page, source));
        drop(view);
        assert_eq!(Arc::weak_count(&gone), 0);
        change();
        assert_eq!(gone.told.load(Relaxed), 0);
        assert_eq!(stays.told.load(Relaxed), 1);
    }

    /// The reason for all of this: when this fails, it can go.
    #[test]
    fn by_itself_a_memo_keeps_a_reader_that_is_gone() {
        let (page, signal) = (Owner::new(), ArcRwSignal::new(1));
        let memo = page.with(|| ArcMemo::new(doubled(&signal)));
        assert_eq!(memo.get_untracked(), 2);
        let view = page.with(Owner::new);
        let gone = read(&view, &memo);
        drop(view);
        signal.set(2);
        assert_eq!(gone.told.load(Relaxed), 1);
    }

    #[test]
    fn a_reader_that_lives_is_told_of_every_change_however_often_it_has_run() {
        let (page, signal) = (Owner::new(), ArcRwSignal::new(0));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let effect = page.with(|| {
            let memo = LastingMemo::new(doubled(&signal));
            let quadrupled = LastingMemo::new(move |_| memo.get() + memo.get());
            let seen = Arc::clone(&seen);
            ImmediateEffect::new_isomorphic(move || seen.lock().unwrap().push(quadrupled.get()))
        });
        (1..5).for_each(|value| signal.set(value));
        assert_eq!(*seen.lock().unwrap(), [0, 4, 8, 12, 16]);
        drop(effect);
        signal.set(5);
        assert_eq!(seen.lock().unwrap().len(), 5);
    }

    #[test]
    fn a_memo_outlives_the_view_that_it_is_made_in() {
        let (page, signal) = (Owner::new(), ArcRwSignal::new(1));
        let source = Lasting::of(signal.clone());
        let view = page.with(Owner::new);
        let memo = view.with(|| LastingMemo::new(move |_| source.get() * 2));
        assert_eq!(view.with(|| memo.get_untracked()), 2);
        drop(view);
        signal.set(2);
        assert_eq!(memo.get_untracked(), 4);
    }

    #[test]
    fn a_reader_that_runs_again_is_kept_once() {
        let (page, signal) = (Owner::new(), ArcRwSignal::new(0));
        let memo = page.with(|| LastingMemo::new(doubled(&signal)));
        let view = page.with(Owner::new);
        let reader = read(&view, &memo);
        let once = Arc::weak_count(&reader);
        let subscriber = subscriber(&reader);
        for _ in 0..100 {
            view.with_cleanup(|| subscriber.with_observer(|| memo.track()));
        }
        drop(subscriber);
        assert_eq!(Arc::weak_count(&reader), once);
    }
}
