//! What is answered to a request that is checked.

use serde::Serialize;
use tsify::Tsify;
use window_planner_core::diagnostic::{Code, Diagnostic};

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

impl Validation {
    /// Joins what was found when the request was read and when it was checked.
    pub(crate) fn new(read: Vec<Diagnostic>, checked: &[Diagnostic]) -> Self {
        // What could not be read, a member or the whole request, is not missing too.
        let is_unread = |field: &str| read.iter().any(|known| known.field == field || known.field.is_empty());
        let is_new = |finding: &&Diagnostic| finding.code != Code::Missing || !is_unread(&finding.field);
        let checked: Vec<Diagnostic> = checked.iter().filter(is_new).cloned().collect();
        let (errors, warnings): (Vec<_>, Vec<_>) =
            read.into_iter().chain(checked).partition(Diagnostic::is_error);
        if errors.is_empty() { Self::Success { warnings } } else { Self::Failure { errors, warnings } }
    }
}
