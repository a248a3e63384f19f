//! Long computations in slices, between which the browser draws and answers the viewer.
//!
//! What goes through all windows of a plan takes a second when these are thousands. Such a computation is an `async`
//! function that calls [`Pace::step`] after each piece of work: with [`Pace::whole`] it runs to its end at once, with
//! [`Pace::sliced`] it rests whenever its slice is used up. It is the same code, so both come to the same.
//!
//! A [`Job`] runs one in slices, and drops it when a newer one makes it pointless.

mod pace;

#[cfg(target_arch = "wasm32")]
mod job;
#[cfg(target_arch = "wasm32")]
mod rest;

pub use pace::{Pace, at_once};

#[cfg(target_arch = "wasm32")]
pub(crate) use job::Job;

/// With more windows than this, a plan is gone through in slices.
pub const MANY: usize = 1_000;
