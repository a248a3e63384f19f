//! The calendar: what a month shows, and how it is drawn.

pub mod cell;
pub mod change;
pub mod closed;
pub mod day;
pub mod drawn;
pub mod ghost;
pub mod layout;
pub mod month;
pub mod plan;
pub mod runs;
pub mod span;
pub mod timeline;
pub mod week;
pub mod year;

#[cfg(target_arch = "wasm32")]
mod agenda;
#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod block;
#[cfg(target_arch = "wasm32")]
mod change_bar;
#[cfg(target_arch = "wasm32")]
mod day_cell;
#[cfg(target_arch = "wasm32")]
mod day_list;
#[cfg(target_arch = "wasm32")]
mod execution;
#[cfg(target_arch = "wasm32")]
mod freeze_marks;
#[cfg(target_arch = "wasm32")]
mod grid;
#[cfg(target_arch = "wasm32")]
mod jump;
#[cfg(target_arch = "wasm32")]
mod navigation;
#[cfg(target_arch = "wasm32")]
mod pane;
#[cfg(target_arch = "wasm32")]
mod popover;
#[cfg(target_arch = "wasm32")]
mod touching;
#[cfg(target_arch = "wasm32")]
mod zone_menu;

#[cfg(target_arch = "wasm32")]
pub(crate) use bar::step;
#[cfg(target_arch = "wasm32")]
pub(crate) use block::{band_words, color, run_anchor};
#[cfg(target_arch = "wasm32")]
pub(crate) use change_bar::change_words;
#[cfg(target_arch = "wasm32")]
pub(crate) use day_cell::cell_id;
#[cfg(target_arch = "wasm32")]
pub(crate) use jump::jump_to;
#[cfg(target_arch = "wasm32")]
pub(crate) use navigation::KEYS;
#[cfg(target_arch = "wasm32")]
pub(crate) use pane::CalendarPane;
#[cfg(target_arch = "wasm32")]
pub(crate) use zone_menu::ZONE_MENU_ID;
