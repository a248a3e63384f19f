//! Small pieces that know nothing of windows and schedules.

mod combobox;
mod dropdown;
mod field;
mod file;
mod findings;
mod focus;
mod handover;
mod icon;
mod later;
mod listbox;
mod open_items;
mod pages;
mod resize;
mod rows;
mod segmented;
mod tabs;
mod time_box;

pub(crate) use combobox::{Choice, Combobox};
pub(crate) use dropdown::{Dropdown, DropdownPanel, Place};
pub(crate) use field::{Field, described_by};
pub(crate) use file::{FileButton, GivenFile};
pub(crate) use findings::{FindingView, Findings};
pub(crate) use focus::{focus, focus_after_drawing, go_on_after_drawing, press, press_button_of};
pub(crate) use handover::{CopyButton, copy_text, download};
pub(crate) use icon::{Icon, IconView};
pub(crate) use later::{Later, Turn, take_turns};
pub(crate) use listbox::{moved, reveal};
pub(crate) use open_items::OpenItems;
pub(crate) use pages::InPages;
pub(crate) use resize::on_resize;
pub(crate) use rows::Rows;
pub(crate) use segmented::Segmented;
pub(crate) use tabs::{Tab, TabBar};
pub(crate) use time_box::TimeBox;
