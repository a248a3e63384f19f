//! JSON → everything that is wrong with the request it holds.

use super::check::{Definition, check_create};
use super::read::Request;
use super::request::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use super::update::check_update;
use crate::Timestamp;
use crate::diagnostic::{Checked, Code, Diagnostic};
use serde_json::Value;

/// Reads and checks a request to create a window at the instant `now`: fields that AWS does not have,
/// members of the wrong type, and all that [`check_create`] finds.
#[must_use]
pub fn judge_create(request: Value, now: Timestamp) -> Checked<Definition> {
    let (request, found) = CreateMaintenanceWindowRequest::from_value(request);
    join(found, check_create(&request, now))
}

/// Reads and checks a request to update the window `current` at the instant `now`.
#[must_use]
pub fn judge_update(
    current: &CreateMaintenanceWindowRequest,
    request: Value,
    now: Timestamp,
) -> Checked<Definition> {
    let (request, found) = UpdateMaintenanceWindowRequest::from_value(request);
    join(found, check_update(current, &request, now))
}

/// A member that could not be read is not missing as well.
fn join(mut found: Vec<Diagnostic>, checked: Checked<Definition>) -> Checked<Definition> {
    let (definition, findings) = checked.into_parts();
    let unread: Vec<_> = found.iter().map(|finding| finding.field.clone()).collect();
    found.extend(
        findings
            .into_iter()
            .filter(|finding| finding.code != Code::Missing || !unread.contains(&finding.field)),
    );
    Checked::new(definition, found)
}
