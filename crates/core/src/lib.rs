//! The domain of Window Planner: AWS Systems Manager maintenance windows, offline.
//!
//! From the text of a request to the instants at which its window runs:
//! [`window`] reads and checks requests, [`schedule`] reads expressions, [`zone`] knows the time
//! zones, [`occurrence`] joins them to executions, [`export`] writes requests out.
//!
//! What this crate does *not* do: it reads no clock, no file and no network; it talks to no AWS
//! account; it keeps no global state. `now` is always an argument, and no input makes it panic.

pub mod diagnostic;
pub mod export;
pub mod occurrence;
pub mod schedule;
pub mod window;
pub mod zone;

mod timestamp;

pub use diagnostic::Diagnostic;
pub use timestamp::Timestamp;
