//! All that is wrong with a request, at once.

use super::date::Date;
use super::limits::{self, constraint_violation};
use super::outlook::outlook;
use super::request::CreateMaintenanceWindowRequest;
use super::tags::check_tags;
use crate::Timestamp;
use crate::diagnostic::{Checked, Code, Diagnostic, Span};
use crate::occurrence::{Hours, Query, Timing};
use crate::quoted::quoted_letter;
use crate::schedule::Schedule;
use crate::zone::Zone;

/// A window's definition that AWS accepts, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    request: CreateMaintenanceWindowRequest,
    timing: Timing,
}

impl Definition {
    /// The members as AWS takes them.
    #[must_use]
    pub fn request(&self) -> &CreateMaintenanceWindowRequest {
        &self.request
    }

    /// What decides when it runs.
    #[must_use]
    pub fn timing(&self) -> &Timing {
        &self.timing
    }
}

/// Checks a request to create a window at the instant `now`.
///
/// ```
/// use window_planner_core::Timestamp;
/// use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, check_create};
///
/// let (request, _) = CreateMaintenanceWindowRequest::from_json(
///     r#"{"Name": "Patching", "Schedule": "rate(7 days)", "Duration": 2, "Cutoff": 2, "AllowUnassociatedTargets": false}"#,
/// );
/// let checked = check_create(&request, Timestamp::EPOCH);
/// let error = checked.errors().next().unwrap();
/// assert_eq!(error.field, "Cutoff");
/// assert_eq!(error.fix.as_ref().unwrap().value, "1");
/// ```
#[must_use]
pub fn check_create(request: &CreateMaintenanceWindowRequest, now: Timestamp) -> Checked<Definition> {
    let mut found = Vec::new();
    let mut require = |field: &'static str, given: bool| {
        if !given {
            let finding = Diagnostic::new(Code::Missing, field, format!("{field} is missing."));
            found.push(
                finding.help("AWS requires Name, Schedule, Duration, Cutoff and AllowUnassociatedTargets."),
            );
        }
    };
    require("Name", request.name.is_some());
    require("Schedule", request.schedule.is_some());
    require("Duration", request.duration.is_some());
    require("Cutoff", request.cutoff.is_some());
    require("AllowUnassociatedTargets", request.allow_unassociated_targets.is_some());

    found.extend(request.name.as_deref().and_then(check_name));
    found.extend(
        request
            .description
            .as_deref()
            .and_then(|text| limits::DESCRIPTION.length_finding("Description", text)),
    );
    let (timing, timing_found) = timing(request).into_parts();
    found.extend(timing_found);
    if let Some(timing) = &timing {
        found.extend(outlook(timing, &Query::after(now)));
    }
    found.extend(
        request
            .client_token
            .as_deref()
            .and_then(|text| limits::CLIENT_TOKEN.length_finding("ClientToken", text)),
    );
    check_tags(request.tags.as_deref().unwrap_or_default(), &mut found);

    let definition = timing.map(|timing| Definition { request: request.clone(), timing });
    Checked::new(definition, found)
}

/// Reads what decides when a window runs: a request may lack all else, even `Duration` (then 1 hour)
/// and `Cutoff` (then 0). Without `Schedule` there is no value.
#[must_use]
pub fn timing(request: &CreateMaintenanceWindowRequest) -> Checked<Timing> {
    let mut found = Vec::new();
    let start = optional(request.start_date.as_deref(), |text| Date::read("StartDate", text), &mut found);
    let end = optional(request.end_date.as_deref(), |text| Date::read("EndDate", text), &mut found);
    if let (Some(start), Some(end)) = (&start, &end)
        && end.instant() <= start.instant()
    {
        let message = format!("EndDate {} is not after StartDate {}.", end.as_str(), start.as_str());
        found.push(
            Diagnostic::new(Code::DateOrder, "EndDate", message)
                .help("Write a later EndDate, or leave it out."),
        );
    }
    let schedule = optional(request.schedule.as_deref(), Schedule::parse, &mut found);
    let zone = optional(request.schedule_timezone.as_deref(), Zone::read, &mut found);
    let offset = optional(
        request.schedule_offset,
        |days| limits::SCHEDULE_OFFSET.check("ScheduleOffset", days),
        &mut found,
    );
    if request.schedule_offset.is_some() && matches!(schedule, Some(Schedule::Rate(_) | Schedule::At(_))) {
        found.push(
            Diagnostic::new(
                Code::OffsetNotCron,
                "ScheduleOffset",
                "ScheduleOffset goes with cron expressions only.",
            )
            .help("Leave it out, or write the schedule as cron(...).")
            .fix("Leave it out", ""),
        );
    }
    let duration = optional(request.duration, |hours| limits::DURATION.check("Duration", hours), &mut found);
    let cutoff = optional(request.cutoff, |hours| limits::CUTOFF.check("Cutoff", hours), &mut found);
    if let (Some(duration), Some(cutoff)) = (duration, cutoff)
        && cutoff >= duration
    {
        found.push(cutoff_not_below(duration, cutoff));
    }
    let timing = schedule.map(|schedule| {
        found.extend(zone.and_then(|zone| warn_at_in_zone(&schedule, zone)));
        let hours = |hours: Option<u8>, otherwise| Hours::new(hours.unwrap_or(otherwise)).unwrap_or_default();
        Timing::new(schedule, zone)
            .with_schedule_offset(offset)
            .with_dates(start.map(|date| date.instant()), end.map(|date| date.instant()))
            .with_length(hours(duration, 1), hours(cutoff, 0))
    });
    Checked::new(timing, found)
}

/// Reads an optional member and moves what was found to `found`.
fn optional<M, T>(
    member: Option<M>,
    read: impl Fn(M) -> Checked<T>,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let (value, findings) = read(member?).into_parts();
    found.extend(findings);
    value
}

/// AWS's guide calls the moment of an at expression UTC, and yet pairs it with a time zone.
fn warn_at_in_zone(schedule: &Schedule, zone: Zone) -> Option<Diagnostic> {
    let Schedule::At(moment) = schedule else {
        return None;
    };
    if zone == Zone::UTC {
        return None;
    }
    let local = Timing::new(schedule.clone(), Some(zone));
    let start = local.starts(&Query::after(Timestamp::EPOCH)).next()?;
    let message = format!("Read in {} time, it runs at {start}.", zone.name());
    let as_utc = Timestamp::from(moment.and_utc());
    Some(Diagnostic::new(Code::AtZone, "Schedule", message).help(format!(
        "AWS does not say whether it reads the moment so. Read as UTC, it runs at {as_utc}; without ScheduleTimezone there is no doubt."
    )))
}

/// AWS's rule is Cutoff ≤ Duration − 1, though its message says "smaller than".
fn cutoff_not_below(duration: u8, cutoff: u8) -> Diagnostic {
    let greatest = duration.saturating_sub(1);
    Diagnostic::new(
        Code::CutoffNotBelowDuration,
        "Cutoff",
        format!("Cutoff {cutoff} is not below Duration {duration}."),
    )
    .help(format!("Cutoff is counted back from the end: with Duration {duration} it is at most {greatest}."))
    .fix(format!("Write {greatest}"), greatest.to_string())
    .aws(format!("Cuttoff was {cutoff} but must be smaller than {greatest} (Duration  - 1 )"))
}

/// What is wrong with a `Name`.
#[must_use]
pub fn check_name(name: &str) -> Option<Diagnostic> {
    let is_legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if let Some(finding) = limits::NAME.length_finding("Name", name) {
        return Some(finding);
    }
    let (at, stranger) = name.char_indices().find(|(_, c)| !is_legal(*c))?;
    let fixed: String = name.chars().map(|c| if is_legal(c) { c } else { '-' }).collect();
    let constraint = format!("Member must satisfy regular expression pattern: {}", limits::NAME_PATTERN);
    Some(
        Diagnostic::new(Code::NamePattern, "Name", format!("Name has {}.", quoted_letter(stranger)))
            .at(Span::of_bytes(name, at..at.saturating_add(stranger.len_utf8())))
            .help("AWS takes letters a-z and A-Z, digits, _, - and . only.")
            .fix(format!("Write {fixed}"), fixed)
            .aws(constraint_violation("Name", Some(name), &constraint)),
    )
}
