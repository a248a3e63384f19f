//! Long computations in slices, between which the browser draws and answers the viewer.
//!
//! What goes through all windows of a plan takes a second when these are thousands. Such a computation is an `async`
//! function with a [`Pace`](window_planner_core::pace::Pace): one that is `sliced` rests whenever its slice is used up. A
//! `Job` runs it, and drops it when a newer one makes it pointless.

#[cfg(target_arch = "wasm32")]
mod job;
#[cfg(target_arch = "wasm32")]
mod rest;

#[cfg(target_arch = "wasm32")]
pub(crate) use job::Job;
#[cfg(target_arch = "wasm32")]
pub(crate) use rest::{after_rest, let_go, sliced};

/// With more windows than this, a plan is gone through in slices.
pub const MANY: usize = 1_000;
