//! The domain of Window Planner: AWS Systems Manager maintenance windows, offline.
//!
//! From the text of a request to the instants at which its window runs:
//! [`window`] reads and checks requests, [`schedule`] reads expressions, [`zone`] knows the time
//! zones, [`occurrence`] joins them to executions, [`export`] writes requests and executions out;
//! [`import`] reads what AWS's clients print into a [`plan`]; [`share`] puts a plan into a link; [`freeze`]
//! reads calendars of the times in which nothing should run.
//!
//! What this crate does *not* do: it reads no clock, no file and no network; it talks to no AWS
//! account; it keeps no global state. `now` is always an argument, and no input makes it panic.

// A panic in WebAssembly poisons the page, so nothing a user can reach may panic.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

// What `#[derive(Record)]` writes names this crate so, here too.
extern crate self as window_planner_core;

pub mod diagnostic;
pub mod export;
pub mod freeze;
pub mod import;
pub mod insight;
pub mod json;
pub mod occurrence;
pub mod operations;
pub mod order;
pub mod pace;
pub mod plan;
pub mod record;
pub mod schedule;
pub mod share;
pub mod window;
pub mod words;
pub mod zone;

mod aws_text;
mod characters;
mod date_time;
mod distinct;
mod quoted;

mod timestamp;

pub use diagnostic::Diagnostic;
pub use quoted::quoted;
pub use timestamp::Timestamp;
