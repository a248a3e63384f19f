//! What comes into the plan from outside: files that are dropped, chosen or pasted, looked at before
//! anything changes.

pub mod example;
pub mod given;
pub mod preview;

#[cfg(target_arch = "wasm32")]
mod ask;
#[cfg(target_arch = "wasm32")]
mod dialog;
#[cfg(target_arch = "wasm32")]
mod look;
#[cfg(target_arch = "wasm32")]
mod receive;
#[cfg(target_arch = "wasm32")]
mod report;

#[cfg(target_arch = "wasm32")]
pub(crate) use dialog::ImportDialog;
#[cfg(target_arch = "wasm32")]
pub(crate) use receive::{ask, look_at_link};
