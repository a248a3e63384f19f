//! How a request is refused: AWS's shape of an error.

use hyper::StatusCode;
use serde_json::json;
use std::fmt;
use window_planner_core::operations::{ErrorCode, OUR_WORDS, OperationError};

/// An error as AWS's clients read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The HTTP status.
    pub(crate) status: StatusCode,
    /// AWS's code, as `ValidationException`.
    pub(crate) code: String,
    /// What is wrong.
    pub(crate) message: String,
}

impl Refusal {
    /// With a message of ours, marked as such: AWS's words for it are not known (decision 4).
    pub(crate) fn in_our_words(status: StatusCode, code: &str, message: impl fmt::Display) -> Self {
        Self { status, code: code.to_owned(), message: format!("{message}{OUR_WORDS}") }
    }

    /// We are at fault.
    pub(crate) fn internal(message: impl fmt::Display) -> Self {
        Self::in_our_words(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError", message)
    }

    /// The body of the answer.
    pub(crate) fn to_json(&self) -> String {
        json!({ "__type": self.code, "message": self.message }).to_string()
    }
}

impl From<OperationError> for Refusal {
    fn from(error: OperationError) -> Self {
        let status = match error.code {
            ErrorCode::InternalServerError => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        };
        Self { status, code: error.code.as_str().to_owned(), message: error.message }
    }
}
