//! The plan in the browser's storage, which may be blocked, full, shared with other tabs, or hold what
//! cannot be read; none of it stops the app, and nothing is lost without a word (decision 40).
//!
//! What has changed of the plan becomes [`Records`](records::Records); the [`Ledger`](ledger::Ledger)
//! tells which of them the storage has. Both compute only. The rest is the browser's: `opening` finds what
//! is stored, `keeper` sends each edit to its `place`, `tabs` follows what other tabs send, and `conflict`
//! is for when two have.

pub mod ledger;
pub mod records;
mod refusal;
pub mod stored;

#[cfg(target_arch = "wasm32")]
mod conflict;
#[cfg(target_arch = "wasm32")]
mod database;
#[cfg(target_arch = "wasm32")]
mod gathering;
#[cfg(target_arch = "wasm32")]
mod keeper;
#[cfg(target_arch = "wasm32")]
mod local;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod place;
#[cfg(target_arch = "wasm32")]
mod preferences;
#[cfg(target_arch = "wasm32")]
mod reopening;
#[cfg(target_arch = "wasm32")]
mod request;
#[cfg(target_arch = "wasm32")]
mod tabs;

pub use refusal::Refusal;

#[cfg(target_arch = "wasm32")]
pub(crate) use conflict::{keep_mine, take_theirs};
#[cfg(target_arch = "wasm32")]
pub(crate) use keeper::{Remains, begin, keep_plan, keep_window, seal};
#[cfg(target_arch = "wasm32")]
pub(crate) use opening::{Opening, Source, open};
#[cfg(target_arch = "wasm32")]
pub(crate) use preferences::{keep_preferences, preferences};
