//! What AWS answers to a request that it refuses.

use crate::diagnostic::Diagnostic;
use crate::json::object;
use serde_json::Value;

/// What marks a message that is ours: AWS's own is not known (decision 4).
pub const OUR_WORDS: &str = " (Window Planner's words; AWS's are not known.)";

/// Why a request is refused, as AWS's clients tell errors apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// The request is wrong. No operation's model lists it: all have it.
    Validation,
    /// The request is no JSON of the operation's shape.
    Serialization,
    /// There is no such operation.
    UnknownOperation,
    /// What the request names is not there.
    DoesNotExist,
    /// A client token was used before, with another request.
    IdempotentParameterMismatch,
    /// The account or the window has as many as it may have.
    ResourceLimitExceeded,
    /// A task still refers to the target.
    TargetInUse,
    /// The fault is not the request's.
    InternalServerError,
}

impl ErrorCode {
    /// AWS's name for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Validation => "ValidationException",
            Self::Serialization => "SerializationException",
            Self::UnknownOperation => "UnknownOperationException",
            Self::DoesNotExist => "DoesNotExistException",
            Self::IdempotentParameterMismatch => "IdempotentParameterMismatch",
            Self::ResourceLimitExceeded => "ResourceLimitExceededException",
            Self::TargetInUse => "TargetInUseException",
            Self::InternalServerError => "InternalServerError",
        }
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The refusal of a request. The plan is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationError {
    /// Why.
    pub code: ErrorCode,
    /// AWS's words where they are known; else ours, which end in [`OUR_WORDS`].
    pub message: String,
    /// What is wrong with a window's definition, with the remedies; empty for other errors.
    pub findings: Vec<Diagnostic>,
}

impl OperationError {
    /// In AWS's words.
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), findings: Vec::new() }
    }

    /// In our words, marked as such.
    pub(super) fn in_our_words(code: ErrorCode, message: impl std::fmt::Display) -> Self {
        Self::new(code, format!("{message}{OUR_WORDS}"))
    }

    /// Of something that is not there. AWS's words are known for windows only.
    pub(super) fn missing(what: &str, id: &str) -> Self {
        Self::in_our_words(ErrorCode::DoesNotExist, format_args!("There is no {what} {id}."))
    }

    /// Of a member that an update with `Replace` lacks.
    pub(super) fn required_to_replace(member: &str) -> Self {
        Self::in_our_words(ErrorCode::Validation, format_args!("With Replace, {member} is required."))
    }

    /// Of the constraints of the service model: `2 validation errors detected: …; …`.
    pub(super) fn violations(violations: &[String]) -> Self {
        let s = if violations.len() == 1 { "" } else { "s" };
        let message = format!("{} validation error{s} detected: {}", violations.len(), violations.join("; "));
        Self::new(ErrorCode::Validation, message)
    }

    /// Of what was found in a window's definition. AWS's words for one of the findings stand for all, since
    /// AWS tells one at a time; without them, all of ours.
    pub(super) fn findings(findings: Vec<Diagnostic>) -> Self {
        let known = findings.iter().find_map(|finding| finding.aws_message.clone());
        let message = known.unwrap_or_else(|| {
            let ours: Vec<String> = findings.iter().map(ToString::to_string).collect();
            format!("{}{OUR_WORDS}", ours.join(" "))
        });
        Self { code: ErrorCode::Validation, message, findings }
    }

    /// The body of AWS's answer: `{"__type": "ValidationException", "message": "…"}`.
    #[must_use]
    pub fn to_value(&self) -> Value {
        object(vec![("__type", self.code.as_str().into()), ("message", self.message.as_str().into())])
    }
}

/// As AWS's older clients write it: `ValidationException: …`.
impl std::fmt::Display for OperationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for OperationError {}
