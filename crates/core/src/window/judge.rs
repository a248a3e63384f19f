//! JSON → everything that is wrong with the request it holds.

use super::check::{Definition, check_create};
use super::read::Request;
use super::request::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use super::update::check_update;
use crate::Timestamp;
use crate::diagnostic::{Checked, Diagnostic};
use serde_json::Value;

/// Reads and checks a request to create a window at the instant `now`: fields that AWS does not have,
/// members of the wrong type, and all that [`check_create`] finds.
#[must_use]
pub fn judge_create(request: Value, now: Timestamp) -> Checked<Definition> {
    let (request, found) = CreateMaintenanceWindowRequest::from_value(request);
    join_findings(found, check_create(&request, now))
}

/// Reads and checks a request to update the window `current` at the instant `now`.
#[must_use]
pub fn judge_update(
    current: &CreateMaintenanceWindowRequest,
    request: Value,
    now: Timestamp,
) -> Checked<Definition> {
    let (request, found) = UpdateMaintenanceWindowRequest::from_value(request);
    join_findings(found, check_update(current, &request, now))
}

/// Joins what was found when a request was read and when it was checked.
///
/// What could not be read, a member or the whole request, has no other faults: it is not missing too.
#[must_use]
pub fn join_findings(mut found: Vec<Diagnostic>, checked: Checked<Definition>) -> Checked<Definition> {
    let (definition, findings) = checked.into_parts();
    let unread: Vec<_> = found.iter().map(|finding| finding.field.clone()).collect();
    let is_unread = |field: &str| unread.iter().any(|unread| is_within(field, unread));
    found.extend(findings.into_iter().filter(|finding| !is_unread(&finding.field)));
    Checked::new(definition, found)
}

/// Whether a field is the outer one or a part of it, as `Tags[0].Key` is of `Tags[0]`. Every field is
/// part of the whole request, which has no name.
fn is_within(field: &str, outer: &str) -> bool {
    let rest = field.strip_prefix(outer);
    rest.is_some_and(|rest| outer.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use serde_json::json;

    #[test]
    fn one_cause_has_one_finding_and_tags_keep_their_places() {
        let request = json!({
            "Name": "abc", "Schedule": "rate(1 day)", "Duration": "4", "Cutoff": 0,
            "AllowUnassociatedTargets": true,
            "Tags": [7, { "Key": "k" }, { "Key": "a", "Value": "<" }],
        });
        let checked = judge_create(request, Timestamp::EPOCH);
        let found: Vec<(&str, Code)> =
            checked.diagnostics().iter().map(|found| (found.field.as_ref(), found.code)).collect();
        assert_eq!(
            found,
            [
                ("Duration", Code::WrongType),
                ("Tags[0]", Code::WrongType),
                ("Tags[1].Value", Code::Missing),
                ("Tags[2].Value", Code::TagValuePattern),
            ]
        );
    }

    #[test]
    fn what_is_no_request_has_no_missing_members() {
        let checked = judge_create(json!([]), Timestamp::EPOCH);
        let codes: Vec<Code> = checked.diagnostics().iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::RequestNotObject]);
    }
}
