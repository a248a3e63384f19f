//! What is thrown when an argument cannot be used.

use js_sys::{Reflect, TypeError};
use std::fmt;
use tsify::Tsify;
use wasm_bindgen::prelude::*;
use window_planner_core::Diagnostic;

/// How many findings the message spells out; `errors` has them all.
const SPELLED_OUT: usize = 3;

/// Thrown for an argument that cannot be used. The message names the argument and the remedy.
///
/// `errors` is there when the argument is a definition, a request or a schedule.
#[derive(Debug, Tsify)]
#[tsify(type = "TypeError & { readonly errors?: Diagnostic[] }")]
pub struct ArgumentError {
    message: String,
    errors: Vec<Diagnostic>,
}

impl ArgumentError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), errors: Vec::new() }
    }

    /// All that is wrong with what the argument defines.
    pub(crate) fn of(argument: &str, errors: Vec<Diagnostic>) -> Self {
        let mut message = format!("{argument} cannot be used.");
        for error in errors.iter().take(SPELLED_OUT) {
            let help = error.help.as_deref().unwrap_or_default();
            message = format!("{message} {} {help}", error.message);
        }
        Self { message, errors }
    }
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ArgumentError {}

/// An answer that JavaScript cannot take, which none of ours is.
impl From<tsify::Error> for ArgumentError {
    fn from(error: tsify::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<ArgumentError> for JsValue {
    fn from(ArgumentError { message, errors }: ArgumentError) -> Self {
        let error = TypeError::new(&message);
        if !errors.is_empty()
            && let Ok(errors) = serde_wasm_bindgen::to_value(&errors)
        {
            // A new error takes members, so this cannot fail.
            let _ = Reflect::set(&error, &"errors".into(), &errors);
        }
        error.into()
    }
}
