//! The npm package `window-planner`: the core's answers for JavaScript.
//!
//! Nothing here reads a file or the network, and a clock only [`Planner`], unless it is given one. Requests and definitions are AWS's own
//! shapes (`Name`, `Schedule`, …); a definition may also be what `GetMaintenanceWindow` answers. An
//! argument that cannot be used throws a `TypeError` that names it and the remedy ([`ArgumentError`]); a
//! request that AWS would refuse is an answer, not an exception.

mod argument;
mod argument_error;
mod definition;
mod instant;
mod json;
mod options;
mod planner;
mod validation;

pub use argument_error::ArgumentError;
pub use definition::WindowDefinition;
pub use instant::Instant;
pub use options::{ExecutionQuery, ValidationOptions};
pub use planner::Planner;
pub use validation::Validation;

use argument::Argument;
use serde_json::Value;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::export::{Format, export};
use window_planner_core::json::object;
use window_planner_core::occurrence::{Execution, Timing};
use window_planner_core::record::{Record, WriteRecord};
use window_planner_core::schedule::describe;
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest, check_create, check_name,
    check_update, diff, join_findings, timing,
};
use window_planner_core::zone;

/// The most executions of one answer: some megabytes of objects.
const GREATEST_EXECUTIONS: u32 = 10_000;

/// The most starts of one answer: 8 MB.
const GREATEST_STARTS: u32 = 1_000_000;

/// Checks a `CreateMaintenanceWindow` request at an instant. Everything that is wrong is reported at
/// once: values, unknown fields, wrong types, and a schedule that never runs.
///
/// # Errors
///
/// `ArgumentError`, when `options.now` is missing or no instant.
#[wasm_bindgen(js_name = validateCreate)]
pub fn validate_create(
    request: Ts<CreateMaintenanceWindowRequest>,
    options: Ts<ValidationOptions>,
) -> Result<Ts<Validation>, ArgumentError> {
    let options: ValidationOptions = Argument::new("options", options).options()?;
    let (request, found) = Argument::new("request", request).request();
    let checked = join_findings(found, check_create(&request, options.now.into()));
    Ok(Validation::from(checked).into_ts()?)
}

/// Checks an `UpdateMaintenanceWindow` request for the window `current` at an instant: a shorter
/// `Duration` against the `Cutoff` that stays, `Replace` against what it clears, and so on. What is
/// wrong with `current` itself is reported only where the update has a part in it.
///
/// # Errors
///
/// `ArgumentError`, when `current` is no definition, or `options.now` is missing or no instant.
#[wasm_bindgen(js_name = validateUpdate)]
pub fn validate_update(
    current: Ts<WindowDefinition>,
    request: Ts<UpdateMaintenanceWindowRequest>,
    options: Ts<ValidationOptions>,
) -> Result<Ts<Validation>, ArgumentError> {
    let options: ValidationOptions = Argument::new("options", options).options()?;
    let current = WindowDefinition::read(Argument::new("current", current))?;
    let (request, found) = Argument::new("request", request).request();
    let checked = join_findings(found, check_update(&current.request, &request, options.now.into()));
    Ok(Validation::from(checked).into_ts()?)
}

/// The executions that `query` asks for, in their order. Of the definition only `Schedule` must be
/// there; without `Duration` a window is open for 1 hour, without `ScheduleTimezone` it is UTC.
///
/// Where AWS has not said what it does when the clocks change, `clockChange.unverified` is true.
///
/// # Errors
///
/// `ArgumentError`, when the definition cannot be scheduled or is outside AWS's limits, or the
/// query is wrong.
#[wasm_bindgen(js_name = upcomingExecutions)]
pub fn upcoming_executions(
    definition: Ts<WindowDefinition>,
    query: Ts<ExecutionQuery>,
) -> Result<Vec<Ts<Execution>>, ArgumentError> {
    let query: ExecutionQuery = Argument::new("query", query).options()?;
    let limit = query.limit(GREATEST_EXECUTIONS)?;
    let timing =
        timing_of("definition", &WindowDefinition::read(Argument::new("definition", definition))?.request)?;
    let occurrences = timing.occurrences(&query.into()).take(limit);
    occurrences.map(|occurrence| Ok(Execution::new(&timing, &occurrence).into_ts()?)).collect()
}

/// The starts of the executions that `query` asks for, in milliseconds since 1970-01-01T00:00:00Z, as
/// `new Date(start)` takes them: for calendars and statistics over many years, at a fraction of the
/// cost of `upcomingExecutions`.
///
/// # Errors
///
/// `ArgumentError`, as `upcomingExecutions` does.
#[wasm_bindgen(js_name = upcomingStarts)]
pub fn upcoming_starts(
    definition: Ts<WindowDefinition>,
    query: Ts<ExecutionQuery>,
) -> Result<Vec<f64>, ArgumentError> {
    let query: ExecutionQuery = Argument::new("query", query).options()?;
    let limit = query.limit(GREATEST_STARTS)?;
    let timing =
        timing_of("definition", &WindowDefinition::read(Argument::new("definition", definition))?.request)?;
    Ok(timing.starts(&query.into()).take(limit).map(to_number).collect())
}

/// Says in English when a schedule runs: "At 23:30 on the third Tuesday of every month, then 2 days
/// later, Los Angeles time".
///
/// # Errors
///
/// `ArgumentError`, when the schedule, the time zone or the offset is wrong.
#[wasm_bindgen(js_name = describeSchedule)]
pub fn describe_schedule(
    #[wasm_bindgen(unchecked_param_type = "string")] schedule: JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "string | null",
        param_description = "an IANA name; default: UTC"
    )]
    timezone: JsValue,
    #[wasm_bindgen(
        js_name = scheduleOffset,
        unchecked_optional_param_type = "number | null",
        param_description = "days after each time of a cron expression, 1 to 6; default: none"
    )]
    schedule_offset: JsValue,
) -> Result<String, ArgumentError> {
    let member = |name, value: JsValue| Argument::new(name, value).plain::<Value>();
    let (request, found) = CreateMaintenanceWindowRequest::from_value(object(vec![
        ("Schedule", member("schedule", schedule)?),
        ("ScheduleTimezone", member("timezone", timezone)?),
        ("ScheduleOffset", member("scheduleOffset", schedule_offset)?),
    ]));
    if !found.is_empty() {
        return Err(ArgumentError::of("schedule", found));
    }
    Ok(describe(&timing_of("schedule", &request)?))
}

/// The smallest update that makes `desired` of `current`, with `current`'s `WindowId` if it has one.
/// Only a `Replace` can clear a member; then all that stays is in the request too. A member that every
/// window has, and `desired` does not, stays as it is. Without a difference the request is empty, but for
/// `WindowId`. Tags are left out: no update changes them, but
/// `AddTagsToResource` and `RemoveTagsFromResource` do.
///
/// # Errors
///
/// `ArgumentError`, when one of the two is no definition. Their values are not checked.
#[wasm_bindgen(js_name = diffUpdate)]
pub fn diff_update(
    current: Ts<WindowDefinition>,
    desired: Ts<WindowDefinition>,
) -> Result<Ts<UpdateMaintenanceWindowRequest>, ArgumentError> {
    let current = WindowDefinition::read(Argument::new("current", current))?;
    let desired = WindowDefinition::read(Argument::new("desired", desired))?;
    let difference = diff(&current.request, &desired.request).with_enabled(current.enabled, desired.enabled);
    let update = UpdateMaintenanceWindowRequest { window_id: current.window_id, ..difference.request };
    Ok(update.into_ts()?)
}

/// Writes a request out. One with `WindowId`, `Enabled` or `Replace`, which only updates have, becomes
/// an `UpdateMaintenanceWindow`, any other a `CreateMaintenanceWindow`. Text of a user cannot break out
/// of what is written.
///
/// # Errors
///
/// `ArgumentError`, when the format is unknown, or the request has an unknown field, a value of
/// a wrong type, or lacks a required one. `validateCreate` and `validateUpdate` tell the rest.
#[wasm_bindgen(js_name = exportRequest)]
pub fn export_request(
    #[wasm_bindgen(unchecked_param_type = "CreateMaintenanceWindowRequest | UpdateMaintenanceWindowRequest")]
    request: JsValue,
    format: Ts<Format>,
) -> Result<String, ArgumentError> {
    let format: Format = Argument::new("format", format).plain()?;
    let request = Argument::new("request", request);
    if request.has_any(&["WindowId", "Enabled", "Replace"]) {
        let (request, found) = request.request::<UpdateMaintenanceWindowRequest>();
        let is_replace = request.replace == Some(true);
        let checked = check_update(&CreateMaintenanceWindowRequest::default(), &request, Timestamp::EPOCH);
        // Without Replace, what the request lacks stays as it is.
        let is_needed = |finding: &&Diagnostic| is_replace || finding.field == "WindowId";
        written(&request, found, checked.errors().filter(is_needed), format)
    } else {
        let (request, found) = request.request::<CreateMaintenanceWindowRequest>();
        let checked = check_create(&request, Timestamp::EPOCH);
        written(&request, found, checked.errors(), format)
    }
}

/// The names of all time zones that a schedule can have, in alphabetical order.
#[wasm_bindgen(js_name = timeZones)]
#[must_use]
pub fn time_zones() -> Vec<String> {
    zone::names().map(str::to_owned).collect()
}

/// The versions that an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq, Record, Tsify)]
pub struct Version {
    /// Of this package, such as `0.1.0`.
    pub package: String,
    /// Of the IANA time-zone data, such as `2026f`.
    pub tzdata: String,
}

/// The versions of the package and of its time-zone data.
///
/// # Errors
///
/// None that is known.
#[wasm_bindgen]
pub fn version() -> Result<Ts<Version>, ArgumentError> {
    let version = Version { package: env!("CARGO_PKG_VERSION").to_owned(), tzdata: zone::TZDATA.to_owned() };
    Ok(version.into_ts()?)
}

/// What decides when the window runs, unless something about the window is outside AWS's limits.
fn timing_of(argument: &str, definition: &CreateMaintenanceWindowRequest) -> Result<Timing, ArgumentError> {
    let checked = timing(definition);
    let name_found = definition.name.as_deref().and_then(check_name);
    let mut errors: Vec<Diagnostic> = name_found.into_iter().chain(checked.errors().cloned()).collect();
    if definition.schedule.is_none() {
        let missing = Diagnostic::new(Code::Missing, "Schedule", "Schedule is missing.");
        errors.push(missing.help("Write cron(...), rate(...) or at(...)."));
    }
    match checked.into_parts().0 {
        Some(timing) if errors.is_empty() => Ok(timing),
        _ => Err(ArgumentError::of(argument, errors)),
    }
}

/// The text of a request in which nothing is missing.
fn written<'d, R: Request + WriteRecord>(
    request: &R,
    mut errors: Vec<Diagnostic>,
    checked: impl Iterator<Item = &'d Diagnostic>,
    format: Format,
) -> Result<String, ArgumentError> {
    if errors.is_empty() {
        errors.extend(checked.filter(|finding| finding.code == Code::Missing).cloned());
    }
    if errors.is_empty() {
        Ok(export(request, format).text)
    } else {
        Err(ArgumentError::of("request", errors))
    }
}

#[expect(clippy::cast_precision_loss, reason = "executions end in 2099, far below 2^53 milliseconds")]
fn to_number(start: Timestamp) -> f64 {
    start.as_millis() as f64
}
