//! The expression field: text, labels and meaning of each part, and the builder beside it.

pub mod common;
pub mod marks;

#[cfg(target_arch = "wasm32")]
mod builder;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
mod lines;

#[cfg(target_arch = "wasm32")]
pub(crate) use builder::Builder;
#[cfg(target_arch = "wasm32")]
pub(crate) use field::ExpressionField;
