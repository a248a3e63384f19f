//! The state of the page, in one place. Views read it and derive from it; they keep none of their own.

pub mod draft;
pub mod field;
pub mod notice;
pub mod preferences;
pub mod stored;

#[cfg(target_arch = "wasm32")]
pub mod derived;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod storage;

pub use draft::{Baseline, Draft, Purpose};
pub use field::FieldName;
pub use notice::Notice;
pub use preferences::{Preferences, Theme, ViewZone};

#[cfg(target_arch = "wasm32")]
pub use derived::Shown;
#[cfg(target_arch = "wasm32")]
pub use page::{InspectorTab, Opened, Pane, Store, use_store};
