//! What is wrong with a request, or with a window that exists.

use super::next_execution;
use crate::document::{Item, Kind};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic, Severity};
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest, check_create, check_update,
    judge_create, timing,
};

/// All findings, in the order of the fields.
pub(crate) fn judge(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    match item.kind {
        Kind::Create => {
            let (value, mut found) = item.value();
            found.extend(judge_create(value, now).into_parts().1);
            found
        }
        Kind::Update => judge_update(item, now),
        Kind::Window => judge_window(item, now),
    }
}

/// The window that is updated is not known: only what the update itself says can be wrong, and only
/// with `Replace` is anything missing.
fn judge_update(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let (value, mut found) = item.value();
    let (update, findings) = UpdateMaintenanceWindowRequest::from_value(value);
    found.extend(findings);
    let unread: Vec<_> = found.iter().map(|finding| finding.field.clone()).collect();
    let replaces = update.replace == Some(true);
    let checked = check_update(&CreateMaintenanceWindowRequest::default(), &update, now);
    found.extend(checked.into_parts().1.into_iter().filter(|finding| match finding.code {
        Code::Missing => (replaces || finding.field == "WindowId") && !unread.contains(&finding.field),
        _ => true,
    }));
    found
}

/// What AWS has taken, it does not refuse: a moment that has passed is merely past, and a rate whose
/// StartDate has passed counts from there. `describe-maintenance-windows` leaves members out.
fn judge_window(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let (definition, mut found) = item.definition();
    let unread: Vec<_> = found.iter().map(|finding| finding.field.clone()).collect();
    let findings = check_create(&definition, now).into_parts().1;
    found.extend(findings.into_iter().filter_map(|finding| match finding.code {
        Code::Missing if finding.field == "AllowUnassociatedTargets" || unread.contains(&finding.field) => {
            None
        }
        Code::StartDatePast => None,
        Code::AtPast => Some(Diagnostic { severity: Severity::Note, help: None, ..finding }),
        _ => Some(finding),
    }));
    if let (Some(timing), Some(next)) = (timing(&definition).value(), item.text("NextExecutionTime")) {
        found.extend(next_execution::compare(timing, &next, now));
    }
    found
}
