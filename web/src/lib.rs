//! The Window Planner app.
//!
//! It shows what `window-planner-core` knows: no rule of a schedule or a window is written here.
//! What only computes (layout, words, stored formats) builds and is tested on any target; what
//! touches the page builds for the browser alone.

#![cfg_attr(
    target_arch = "wasm32",
    expect(unreachable_pub, reason = "the component macro writes `pub` items, whatever the component is")
)]

pub mod calendar;
pub mod commands;
pub mod date_value;
pub mod expression;
pub mod freezes;
pub mod import;
pub mod insights;
pub mod inspector;
pub mod locale;
pub mod numerals;
pub mod slices;
pub mod store;
pub mod takeaway;
pub mod windows;
pub mod words;
pub mod zone_search;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
mod clock;
#[cfg(target_arch = "wasm32")]
mod share;
#[cfg(target_arch = "wasm32")]
mod ui;
#[cfg(target_arch = "wasm32")]
mod zone_choice;
