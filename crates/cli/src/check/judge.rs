//! What is wrong with a request, or with what exists.

use crate::document::Item;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic, Severity};
use window_planner_core::import::{Described, Kind};
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, NextExecution, Request, UpdateMaintenanceWindowRequest, check_create,
    check_update, judge_create, timing,
};

/// All findings, in the order of the fields.
pub(crate) fn judge(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    match item.kind() {
        Kind::Create => {
            let (value, mut found) = item.object.value();
            found.extend(judge_create(value.into(), now).into_parts().1);
            found
        }
        Kind::Update => judge_update(item, now),
        Kind::Window => judge_window(item, now),
        Kind::Plan => judge_plan(item, now),
        Kind::Target | Kind::Task | Kind::Execution | Kind::Scheduled => item.object.reading_findings(),
    }
}

/// The window that is updated is not known: only what the update itself says can be wrong, and only
/// with `Replace` is anything missing.
fn judge_update(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let (value, mut found) = item.object.value();
    let (update, findings) = UpdateMaintenanceWindowRequest::from_value(value.into());
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
    let (described, mut found) = Described::read(&item.object);
    let (definition, _) = item.definition();
    let unread: Vec<_> = found.iter().map(|finding| finding.field.clone()).collect();
    found.extend(as_existing(check_create(&definition, now).into_parts().1, &unread));
    let Some(Described { next_execution: Some(told), created, .. }) = described else {
        return found;
    };
    let checked = timing(&definition);
    match (Timestamp::parse_rfc3339(&told), checked.value()) {
        (Some(instant), Some(timing)) => {
            let created = created.unwrap_or(Timestamp::EPOCH);
            found.push(NextExecution::compare(timing, instant, created, now).finding(timing, &told));
        }
        (None, _) => found.push(NextExecution::unreadable(&told)),
        (Some(_), None) => {}
    }
    found
}

/// What is found about the definition of a window that AWS has.
fn as_existing(
    found: Vec<Diagnostic>,
    unread: &[std::borrow::Cow<'static, str>],
) -> impl Iterator<Item = Diagnostic> {
    found.into_iter().filter_map(move |finding| match finding.code {
        Code::Missing if finding.field == "AllowUnassociatedTargets" || unread.contains(&finding.field) => {
            None
        }
        Code::StartDatePast => None,
        Code::AtPast => Some(Diagnostic { severity: Severity::Note, help: None, ..finding }),
        _ => Some(finding),
    })
}

/// What is wrong with a plan's windows, each for what is to become of it.
fn judge_plan(item: &Item<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let plan = match item.object.plan() {
        Ok(plan) => plan,
        Err(finding) => return vec![*finding],
    };
    let findings = plan.windows.iter().enumerate().flat_map(|(index, window)| {
        window.findings(now).into_iter().map(move |finding| {
            let field = format!("Windows[{index}].Definition.{}", finding.field);
            Diagnostic { field: field.trim_end_matches('.').to_owned().into(), ..finding }
        })
    });
    findings.collect()
}
