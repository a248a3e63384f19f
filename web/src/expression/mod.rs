//! The expression field: text, labels and meaning of each part, and the builder beside it.

pub mod common;
pub mod marks;

#[cfg(target_arch = "wasm32")]
pub mod builder;
#[cfg(target_arch = "wasm32")]
pub mod field;
#[cfg(target_arch = "wasm32")]
pub mod lines;

#[cfg(target_arch = "wasm32")]
pub use builder::Builder;
#[cfg(target_arch = "wasm32")]
pub use field::ExpressionField;
