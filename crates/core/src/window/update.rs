//! What an update makes of a window, and what is wrong with it.

use super::check::{Definition, check_create};
use super::limits;
use super::request::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use crate::Timestamp;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::plan::IdForm;
use crate::quoted;

impl UpdateMaintenanceWindowRequest {
    /// The definition that the update makes of `current`: without `Replace` only the given members
    /// change; with it, every other member that an update can name is cleared.
    #[must_use]
    pub fn applied_to(&self, current: &CreateMaintenanceWindowRequest) -> CreateMaintenanceWindowRequest {
        let untouched =
            if self.replace == Some(true) { &CreateMaintenanceWindowRequest::default() } else { current };
        CreateMaintenanceWindowRequest {
            name: self.name.clone().or_else(|| untouched.name.clone()),
            description: self.description.clone().or_else(|| untouched.description.clone()),
            start_date: self.start_date.clone().or_else(|| untouched.start_date.clone()),
            end_date: self.end_date.clone().or_else(|| untouched.end_date.clone()),
            schedule: self.schedule.clone().or_else(|| untouched.schedule.clone()),
            schedule_timezone: self.schedule_timezone.clone().or_else(|| untouched.schedule_timezone.clone()),
            schedule_offset: self.schedule_offset.or(untouched.schedule_offset),
            duration: self.duration.or(untouched.duration),
            cutoff: self.cutoff.or(untouched.cutoff),
            allow_unassociated_targets: self
                .allow_unassociated_targets
                .or(untouched.allow_unassociated_targets),
            client_token: current.client_token.clone(),
            tags: current.tags.clone(),
        }
    }

    /// Whether the update names a member that a finding about `field` can come from.
    fn concerns(&self, field: &str) -> bool {
        let replace = self.replace == Some(true);
        let schedule = self.schedule.is_some();
        let dates = self.start_date.is_some() || self.end_date.is_some();
        match field {
            "Name" => replace || self.name.is_some(),
            "Description" => self.description.is_some(),
            "StartDate" => self.start_date.is_some() || schedule,
            "EndDate" => dates,
            "Schedule" => {
                replace || schedule || dates || self.schedule_timezone.is_some() || self.enabled == Some(true)
            }
            "ScheduleTimezone" => self.schedule_timezone.is_some(),
            "ScheduleOffset" => self.schedule_offset.is_some() || schedule,
            "Duration" => replace || self.duration.is_some() || schedule,
            "Cutoff" => replace || self.cutoff.is_some() || self.duration.is_some(),
            "AllowUnassociatedTargets" => replace,
            _ => false,
        }
    }
}

/// Checks a request to update the window `current` at the instant `now`. The value is what the window
/// then is.
///
/// What is wrong with `current` itself is reported only where the update has a part in it.
#[must_use]
pub fn check_update(
    current: &CreateMaintenanceWindowRequest,
    request: &UpdateMaintenanceWindowRequest,
    now: Timestamp,
) -> Checked<Definition> {
    let mut found: Vec<Diagnostic> = check_window_id(request.window_id.as_deref()).into_iter().collect();
    let desired = request.applied_to(current);
    let unchanged = desired == *current && request.enabled.is_none();
    if unchanged {
        found.push(
            Diagnostic::new(Code::UpdateNothing, "", "The update changes nothing.")
                .help("Change a field of the window first."),
        );
    }
    let (definition, findings) = check_create(&desired, now).into_parts();
    found.extend(findings.into_iter().filter(|finding| request.concerns(&finding.field)));
    Checked::new(definition, found)
}

fn check_window_id(id: Option<&str>) -> Option<Diagnostic> {
    let Some(id) = id else {
        return Some(
            Diagnostic::new(Code::Missing, "WindowId", "WindowId is missing.")
                .help("AWS requires it in every update."),
        );
    };
    if IdForm::Window.fits(id) {
        return None;
    }
    let constraint = format!("Member must satisfy regular expression pattern: {}", limits::WINDOW_ID_PATTERN);
    let finding = Diagnostic::new(Code::WindowIdPattern, "WindowId", format!("{} is no window id.", quoted(id)))
        .help("An id is mw- and 17 digits 0-9 a-f, such as mw-0c50858d01EXAMPLE in the guides and mw-0ab12cd34e0000001 in fact.");
    // A wrong length violates two constraints, and then AWS's text is another.
    Some(if id.len() == 20 {
        finding.aws(limits::constraint_violation("WindowId", Some(id), &constraint))
    } else {
        finding
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn current() -> CreateMaintenanceWindowRequest {
        CreateMaintenanceWindowRequest {
            name: Some("Patching".into()),
            description: Some("d".into()),
            schedule: Some("cron(0 2 ? * SUN *)".into()),
            schedule_offset: Some(2),
            duration: Some(4),
            cutoff: Some(2),
            allow_unassociated_targets: Some(false),
            ..Default::default()
        }
    }

    fn update() -> UpdateMaintenanceWindowRequest {
        UpdateMaintenanceWindowRequest {
            window_id: Some("mw-0ab12cd34e0000001".into()),
            ..Default::default()
        }
    }

    #[track_caller]
    fn codes(request: &UpdateMaintenanceWindowRequest, expected: &[(&str, Code)]) {
        let checked = check_update(&current(), request, Timestamp::EPOCH);
        let found: Vec<(&str, Code)> =
            checked.diagnostics().iter().map(|found| (found.field.as_ref(), found.code)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_shorter_duration_is_checked_against_the_cutoff_that_stays() {
        codes(
            &UpdateMaintenanceWindowRequest { duration: Some(2), ..update() },
            &[("Cutoff", Code::CutoffNotBelowDuration)],
        );
    }

    #[test]
    fn a_rate_is_checked_against_the_offset_that_stays() {
        let request = UpdateMaintenanceWindowRequest { schedule: Some("rate(7 days)".into()), ..update() };
        codes(&request, &[("ScheduleOffset", Code::OffsetNotCron)]);
    }

    #[test]
    fn replace_requires_what_create_requires_and_clears_the_rest() {
        let request = UpdateMaintenanceWindowRequest { replace: Some(true), duration: Some(3), ..update() };
        codes(
            &request,
            &[
                ("Name", Code::Missing),
                ("Schedule", Code::Missing),
                ("Cutoff", Code::Missing),
                ("AllowUnassociatedTargets", Code::Missing),
            ],
        );
        assert_eq!(request.applied_to(&current()).description, None);
    }

    #[test]
    fn an_update_needs_a_window_id_and_a_change() {
        codes(
            &UpdateMaintenanceWindowRequest::default(),
            &[("WindowId", Code::Missing), ("", Code::UpdateNothing)],
        );
        let request = UpdateMaintenanceWindowRequest {
            window_id: Some("mw-XYZ".into()),
            enabled: Some(false),
            ..update()
        };
        codes(&request, &[("WindowId", Code::WindowIdPattern)]);
    }
}
