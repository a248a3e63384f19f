//! What can be done in the app, in one table that the keys, the palette and the list of keys rest on.

pub mod rank;
pub mod stroke;
pub mod table;

#[cfg(target_arch = "wasm32")]
mod find;
#[cfg(target_arch = "wasm32")]
mod help;
#[cfg(target_arch = "wasm32")]
mod palette;
#[cfg(target_arch = "wasm32")]
mod run;

#[cfg(target_arch = "wasm32")]
pub(crate) use help::KeysHelp;
#[cfg(target_arch = "wasm32")]
pub(crate) use palette::{Palette, PaletteButton};
#[cfg(target_arch = "wasm32")]
pub(crate) use run::{run, tooltip};
