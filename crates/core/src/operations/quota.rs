//! How many there may be. Source: AWS General Reference, quotas of Systems Manager.

use super::{ErrorCode, OperationError};

/// Windows of an account.
pub(super) const WINDOWS: Quota = Quota { most: 50, what: "maintenance windows of an account" };

/// Targets of a window.
pub(super) const TARGETS: Quota = Quota { most: 100, what: "targets of a maintenance window" };

/// Tasks of a window.
pub(super) const TASKS: Quota = Quota { most: 20, what: "tasks of a maintenance window" };

/// The most there may be of something.
pub(super) struct Quota {
    pub(super) most: usize,
    what: &'static str,
}

impl Quota {
    /// Whether one more may be added to as many as there are.
    ///
    /// # Errors
    ///
    /// When it may not. AWS's words for it are not known.
    pub(super) fn leaves_room_beside(&self, count: usize) -> Result<(), OperationError> {
        if count < self.most {
            return Ok(());
        }
        let message = format!("There are {count} {}, and there may be no more.", self.what);
        Err(OperationError::in_our_words(ErrorCode::ResourceLimitExceeded, message))
    }
}
