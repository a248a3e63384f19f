//! What is said once, above everything.

use super::Draft;

/// Something worth saying.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The stored plan could not be read and was put aside.
    PlanPutAside {
        /// What was stored, to the letter.
        text: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// Nothing can be stored: what is made is lost when the page closes.
    NotKept,
    /// Another window took the place of this one.
    Replaced(Box<Draft>),
}
