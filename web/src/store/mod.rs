//! The state of the page, in one place. Views read it and derive from it; they keep none of their own.

mod derived;
mod draft;
mod field;
mod notice;
mod preferences;
pub mod stored;

#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub(crate) mod storage;

pub use derived::{Shown, findings, shown};
pub use draft::{Baseline, Draft, Purpose};
pub use field::FieldName;
pub use notice::Notice;
pub use preferences::{Preferences, Theme, ViewZone};

#[cfg(target_arch = "wasm32")]
pub(crate) use page::{InspectorTab, Opened, Pane, Store, use_store};
