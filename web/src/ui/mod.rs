//! Small pieces that know nothing of windows and schedules.

pub mod combobox;
pub mod field;
pub mod findings;
pub mod handover;
pub mod icon;
pub mod segmented;
pub mod tabs;
pub mod time_box;

pub use combobox::{Choice, Combobox};
pub use field::{Field, described_by};
pub use findings::Findings;
pub use handover::{CopyButton, download};
pub use icon::{Icon, IconView};
pub use segmented::Segmented;
pub use tabs::{Tab, TabBar};
pub use time_box::TimeBox;
