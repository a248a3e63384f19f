//! Long computations that let others in between their steps.
//!
//! What goes through thousands of objects is an `async` function that calls [`Pace::step`] after each. With
//! [`Pace::whole`] it runs to its end at once; a page makes a [`Pace`] that rests when it has been computing for a
//! while. It is the same code, so both come to the same.

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// A while in which the browser does something else.
pub type Rest = Pin<Box<dyn Future<Output = ()>>>;

/// Whether a long computation rests between its steps.
#[derive(Debug, Default)]
pub struct Pace {
    /// Asked every so many steps: the rest that is due, if one is.
    rest: Option<fn() -> Option<Rest>>,
    steps: u8,
}

/// After so many steps it is asked whether a rest is due, which takes as long as a short step.
const STEPS: u8 = 4;

impl Pace {
    /// Without a rest.
    #[must_use]
    pub const fn whole() -> Self {
        Self { rest: None, steps: 0 }
    }

    /// With the rests that `due` tells.
    #[must_use]
    pub const fn resting(due: fn() -> Option<Rest>) -> Self {
        Self { rest: Some(due), steps: STEPS }
    }

    /// With a rest whenever one can be: for tests that nothing depends on the rests.
    #[must_use]
    pub const fn restless() -> Self {
        Self::resting(|| {
            let mut has_rested = false;
            Some(Box::pin(std::future::poll_fn(move |_| {
                if std::mem::replace(&mut has_rested, true) { Poll::Ready(()) } else { Poll::Pending }
            })))
        })
    }

    /// Ends a step of the computation: rests where one is due. Without rests it costs nothing.
    pub async fn step(&mut self) {
        if self.rest.is_none() {
            return;
        }
        self.steps = self.steps.saturating_add(1);
        if self.steps >= STEPS {
            self.pause().await;
        }
    }

    /// Ends a step that was a long one: asks at once.
    pub async fn pause(&mut self) {
        self.steps = 0;
        if let Some(rest) = self.rest.and_then(|due| due()) {
            rest.await;
        }
    }
}

/// What a computation comes to, at once. It is one that waits for nothing but the rests of its [`Pace`].
pub fn at_once<T>(computation: impl Future<Output = T>) -> T {
    let mut computation = pin!(computation);
    loop {
        if let Poll::Ready(result) = computation.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return result;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sum(numbers: &[u32], mut pace: Pace) -> u32 {
        let mut sum = 0;
        for number in numbers {
            sum += number;
            pace.step().await;
        }
        sum
    }

    fn polls(computation: impl Future<Output = u32>) -> (usize, u32) {
        let mut computation = pin!(computation);
        let mut polls = 0;
        loop {
            polls += 1;
            if let Poll::Ready(sum) = computation.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return (polls, sum);
            }
        }
    }

    #[test]
    fn a_computation_comes_to_the_same_with_rests_and_without() {
        let numbers: Vec<u32> = (0..100).collect();
        assert_eq!(polls(sum(&numbers, Pace::whole())), (1, 4950));
        // The first is after the first step, so that what is begun among other work does not lengthen that.
        assert_eq!(polls(sum(&numbers, Pace::restless())), (26, 4950));
        assert_eq!(at_once(sum(&numbers, Pace::restless())), 4950);
    }
}
