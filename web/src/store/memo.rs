//! [`Memo`] and [`ArcMemo`], in one code for all types of values.

use reactive_graph::{
    computed,
    graph::{AnySource, ToAnySource},
    traits::{DefinedAt, Get, IsDisposed, ReadUntracked, Track},
    wrappers::read::Signal,
};
use std::{any::Any, fmt, marker::PhantomData, ops::Deref, panic::Location, sync::Arc};

/// A memo of `reactive_graph` that knows the type of its values, which are behind a pointer.
///
/// By itself, a memo is compiled for each type anew, 2 KB of code each. What differs here is a few lines.
pub struct Typed<M, T>(M, PhantomData<fn() -> T>);

/// A memo that lives as long as the owner that it is made under.
pub type Memo<T> = Typed<computed::Memo<Erased>, T>;

/// A memo that lives as long as its last handle.
pub type ArcMemo<T> = Typed<computed::ArcMemo<Erased>, T>;

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo of what `fun` computes, which is given the value before.
    #[track_caller]
    pub fn new(fun: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self(computed::Memo::new(erased(fun)), PhantomData)
    }
}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    #[track_caller]
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

impl<T: PartialEq + Send + Sync + 'static> ArcMemo<T> {
    /// A memo of what `fun` computes, which is given the value before.
    #[track_caller]
    pub fn new(fun: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self(computed::ArcMemo::new(erased(fun)), PhantomData)
    }
}

/// What a memo computes, of any type.
type Compute = Box<dyn Fn(Option<&Erased>) -> Erased + Send + Sync>;

fn erased<T: PartialEq + Send + Sync + 'static>(
    fun: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Compute {
    Box::new(move |before| Erased(Arc::new(fun(before.map(Erased::get)))))
}

/// A value of any type that can be compared with another.
#[derive(Clone)]
pub struct Erased(Arc<dyn Value>);

trait Value: Any + Send + Sync {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Erased {
    fn get<T: 'static>(&self) -> &T {
        let value: &dyn Any = &*self.0;
        value.downcast_ref().expect("a memo has values of its own type alone")
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

/// A value that is read: it stays as it is while the memo goes on.
pub struct Guard<T>(Erased, PhantomData<T>);

impl<T: 'static> Deref for Guard<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get()
    }
}

impl<M: ReadUntracked<Value: Deref<Target = Erased>>, T: 'static> ReadUntracked for Typed<M, T> {
    type Value = Guard<T>;

    #[track_caller]
    fn try_read_untracked(&self) -> Option<Guard<T>> {
        Some(Guard(self.0.try_read_untracked()?.clone(), PhantomData))
    }
}

impl<M: Track, T> Track for Typed<M, T> {
    #[track_caller]
    fn track(&self) {
        self.0.track();
    }
}

impl<M: ToAnySource, T> ToAnySource for Typed<M, T> {
    fn to_any_source(&self) -> AnySource {
        self.0.to_any_source()
    }
}

impl<M: IsDisposed, T> IsDisposed for Typed<M, T> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<M: DefinedAt, T> DefinedAt for Typed<M, T> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.0.defined_at()
    }
}

impl<M: Clone, T> Clone for Typed<M, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<M: Copy, T> Copy for Typed<M, T> {}

impl<M: fmt::Debug, T> fmt::Debug for Typed<M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reactive_graph::{
        effect::ImmediateEffect,
        owner::Owner,
        signal::ArcRwSignal,
        traits::{GetUntracked as _, Set as _},
    };
    use std::sync::{Mutex, PoisonError};

    #[test]
    fn who_reads_hears_of_values_that_differ_alone() {
        Owner::new().with(|| {
            let number = ArcRwSignal::new(1);
            let is_even = Memo::new({
                let number = number.clone();
                move |_| number.get() % 2 == 0
            });
            let heard = Arc::new(Mutex::new(Vec::new()));
            let effect = ImmediateEffect::new_isomorphic({
                let heard = Arc::clone(&heard);
                move || heard.lock().unwrap_or_else(PoisonError::into_inner).push(is_even.get())
            });
            for value in [3, 5, 4, 6, 7] {
                number.set(value);
            }
            drop(effect);
            assert_eq!(*heard.lock().unwrap(), [false, true, false]);
        });
    }

    #[test]
    fn the_value_before_is_given() {
        let word = ArcRwSignal::new("a");
        let words = ArcMemo::new({
            let word = word.clone();
            move |before: Option<&Vec<&'static str>>| {
                let before = before.into_iter().flatten().copied();
                before.chain([word.get()]).collect()
            }
        });
        assert_eq!(words.get_untracked(), ["a"]);
        word.set("b");
        assert_eq!(words.get_untracked(), ["a", "b"]);
    }

    #[test]
    fn what_is_read_stays_while_the_memo_goes_on() {
        let number = ArcRwSignal::new(1);
        let text = ArcMemo::new({
            let number = number.clone();
            move |_| number.get().to_string()
        });
        let read = text.read_untracked();
        number.set(2);
        assert_eq!((read.as_str(), text.read_untracked().as_str()), ("1", "2"));
    }

    #[test]
    fn a_memo_is_read_as_any_signal() {
        Owner::new().with(|| {
            let number = ArcRwSignal::new(1);
            let memo = Memo::new({
                let number = number.clone();
                move |_| number.get()
            });
            let signal: Signal<i32> = memo.into();
            number.set(7);
            assert_eq!(signal.get_untracked(), 7);
        });
    }
}
