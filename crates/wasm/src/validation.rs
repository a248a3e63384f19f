//! What is answered to a request that is checked.

use serde::Serialize;
use tsify::Tsify;
use window_planner_core::diagnostic::{Checked, Diagnostic};

/// Whether AWS takes a request, as far as is known, and all that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Validation {
    /// AWS takes it.
    Success {
        /// What is doubtful, or worth knowing.
        warnings: Vec<Diagnostic>,
    },
    /// AWS refuses it.
    Failure {
        /// What AWS refuses it for: all reasons at once, at least one.
        errors: Vec<Diagnostic>,
        /// What is doubtful, or worth knowing.
        warnings: Vec<Diagnostic>,
    },
}

impl<T> From<Checked<T>> for Validation {
    fn from(checked: Checked<T>) -> Self {
        let (errors, warnings): (Vec<_>, Vec<_>) =
            checked.into_parts().1.into_iter().partition(Diagnostic::is_error);
        if errors.is_empty() { Self::Success { warnings } } else { Self::Failure { errors, warnings } }
    }
}
