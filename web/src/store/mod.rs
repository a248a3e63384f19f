//! The state of the page, in one place. Views read it and derive from it; they keep none of their own.
//!
//! The plan is changed by [`Store::edit`] and [`Store::change`] alone, which keep the history and tell
//! who shows what changed. Each window of the plan has a [`Planned`]: what follows from that window,
//! computed once and only when that window changes.

pub mod color;
mod example;
mod field;
mod freezes;
mod history;
mod lasting;
mod member;
mod memo;
mod notice;
mod preferences;
mod shown;
pub mod storage;

#[cfg(target_arch = "wasm32")]
mod calendars;
#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod glance;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod panes;
#[cfg(target_arch = "wasm32")]
mod planned;
#[cfg(target_arch = "wasm32")]
mod registered;
#[cfg(target_arch = "wasm32")]
mod settled;
#[cfg(target_arch = "wasm32")]
mod told;
#[cfg(target_arch = "wasm32")]
mod walk;
#[cfg(target_arch = "wasm32")]
mod wall;

pub use example::{blank, example, is_example, unused_name};
pub use field::{FieldName, add_tag, remove_tag};
pub use freezes::Freezes;
pub use history::{EditKey, History, Step};
pub use lasting::{Lasting, LastingMemo, LastingRwSignal, LastingSignal};
pub use member::{TargetMember, TaskMember};
pub use memo::{ArcMemo, Memo};
pub use notice::Notice;
pub use preferences::{Preferences, Theme, ViewKind, ViewZone, Wall};
pub use shown::{Reading, Shown};
pub use storage::Refusal;

#[cfg(target_arch = "wasm32")]
pub(crate) use glance::Glance;
#[cfg(target_arch = "wasm32")]
pub(crate) use page::{Store, use_store};
#[cfg(target_arch = "wasm32")]
pub(crate) use panes::{InspectorTab, Opened, Pane};
#[cfg(target_arch = "wasm32")]
pub(crate) use planned::Planned;
#[cfg(target_arch = "wasm32")]
pub(crate) use registered::tasks_on;
#[cfg(target_arch = "wasm32")]
pub(crate) use settled::settled;
