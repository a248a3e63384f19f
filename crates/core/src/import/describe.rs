//! A window as AWS tells it → the window in the plan.

use super::and;
use super::report::ComparedExecution;
use super::window::Described;
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{InAccount, Window};
use crate::record;
use crate::schedule::Schedule;
use crate::window::{CreateMaintenanceWindowRequest, NextExecution, Request, timing};
use serde_json::{Map, Value};

/// What AWS's `NextExecutionTime` was compared to.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) next_execution: Option<ComparedExecution>,
    pub(super) found: Vec<Diagnostic>,
}

/// A window that the plan does not have.
pub(super) fn new_window(described: &Described) -> Window {
    // Where nobody tells, it is taken for created long ago.
    let created = described.created.unwrap_or(Timestamp::EPOCH);
    let modified = described.modified.unwrap_or(created).max(created);
    Window {
        enabled: described.enabled,
        modified,
        since: modified,
        in_account: Some(InAccount { definition: described.definition.clone(), enabled: described.enabled }),
        ..Window::new(described.id.clone(), described.definition.clone(), created)
    }
}

/// Brings a window of the plan up to what AWS tells. What was changed in the plan stays changed; what
/// AWS changed in the meantime changes.
pub(super) fn update_window(window: &mut Window, described: &Described, now: Timestamp) -> Vec<Diagnostic> {
    let base = window
        .in_account
        .clone()
        .unwrap_or_else(|| InAccount { definition: window.definition.clone(), enabled: window.enabled });
    let base = InAccount { definition: completed(&base.definition, &described.definition), ..base };
    let told = completed(&described.definition, &base.definition);
    // What is told for the first time is no change.
    window.definition = completed(&window.definition, &told);
    let joined = Joined::of(&base.definition, &told, &window.definition);
    let mut found = Vec::new();
    let (enabled, mut kept) = (window.enabled, joined.kept);
    let enabled = if enabled == base.enabled { described.enabled } else { enabled };
    if enabled != described.enabled {
        kept.push("Enabled");
    }
    if !joined.conflicts.is_empty() {
        let message = format!("AWS has changed {} since; so has the plan.", and(&joined.conflicts));
        found.push(
            Diagnostic::new(Code::ImportConflict, "", message)
                .help("The plan's values stay, to be sent as an update."),
        );
    } else if !kept.is_empty() {
        let message = format!("The plan's own change of {} stays.", and(&kept));
        found.push(Diagnostic::new(Code::ImportKept, "", message));
    }
    if joined.definition != window.definition || enabled != window.enabled {
        let changed = described.modified.filter(|at| window.since < *at && *at <= now).unwrap_or(now);
        window.change(joined.definition, enabled, changed);
    }
    if let Some(created) = described.created {
        // Where it was taken for older, so was its anchor.
        if window.anchor == window.created {
            window.anchor = created;
        }
        window.created = created;
    }
    if window.since == Timestamp::EPOCH {
        window.since = described.modified.or(described.created).unwrap_or(Timestamp::EPOCH);
    }
    window.modified = described.modified.unwrap_or(window.modified).max(window.created);
    window.in_account = Some(InAccount { definition: told, enabled: described.enabled });
    found
}

/// Compares AWS's next execution with ours, and takes from it from when a rate counts.
pub(super) fn compare(window: &mut Window, described: &Described, now: Timestamp) -> Compared {
    let mut compared = Compared::default();
    let (timing, found) = timing(&described.definition).into_parts();
    compared.found.extend(found.into_iter().filter(Diagnostic::is_error));
    let Some(timing) = timing else {
        return compared;
    };
    let is_rate = matches!(timing.schedule(), Schedule::Rate(_));
    let Some(told) = &described.next_execution else {
        if is_rate
            && described.created.is_none()
            && timing.start_date().is_none()
            && window.anchor == Timestamp::EPOCH
        {
            let message = "AWS tells neither NextExecutionTime nor CreatedDate: nobody knows from when the rate counts.";
            compared.found.push(Diagnostic::new(Code::ImportIncomplete, "", message).help(
                "Its executions are shown as though it counted from 1970. Enabled, it counts from then.",
            ));
        }
        return compared;
    };
    let Some(instant) = Timestamp::parse_rfc3339(told) else {
        compared.found.push(NextExecution::unreadable(told));
        return compared;
    };
    let is_in_step = timing.starts(&window.query(instant.plus_millis(-1))).next() == Some(instant);
    let outcome = NextExecution::compare(&timing, instant, window.created, now);
    match outcome {
        NextExecution::FixesRate(anchor) => {
            let is_unchanged = window.definition.schedule == described.definition.schedule;
            if is_unchanged && (!is_in_step || window.anchor < window.created) {
                window.anchor = anchor;
            }
        }
        NextExecution::Differs(_) => compared.found.push(outcome.finding(&timing, told)),
        NextExecution::Agrees => {}
    }
    let says = if is_rate && is_in_step { NextExecution::Agrees } else { outcome };
    compared.next_execution = Some(ComparedExecution { told: instant, says });
    compared
}

/// What AWS tells, and what its answers leave out as it was.
fn completed(
    told: &CreateMaintenanceWindowRequest,
    known: &CreateMaintenanceWindowRequest,
) -> CreateMaintenanceWindowRequest {
    CreateMaintenanceWindowRequest {
        allow_unassociated_targets: told.allow_unassociated_targets.or(known.allow_unassociated_targets),
        tags: told.tags.clone().or_else(|| known.tags.clone()),
        client_token: told.client_token.clone().or_else(|| known.client_token.clone()),
        ..told.clone()
    }
}

/// The members in which two definitions differ, in AWS's order.
pub(super) fn differing(
    one: &CreateMaintenanceWindowRequest,
    other: &CreateMaintenanceWindowRequest,
) -> Vec<&'static str> {
    if one == other {
        return Vec::new();
    }
    let (one, other) = (members(one), members(other));
    names().filter(|name| one.get(*name) != other.get(*name)).collect()
}

/// The members in which an answer differs from what is known; what it leaves out does not.
pub(super) fn contradicting(
    told: &CreateMaintenanceWindowRequest,
    known: &CreateMaintenanceWindowRequest,
) -> Vec<&'static str> {
    differing(&completed(told, known), &completed(known, told))
}

fn names() -> impl Iterator<Item = &'static str> {
    CreateMaintenanceWindowRequest::MEMBERS.iter().map(|(name, _)| *name)
}

fn members(definition: &CreateMaintenanceWindowRequest) -> Map<String, Value> {
    match record::to_value(definition) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Two changes of one definition, joined member by member.
struct Joined {
    definition: CreateMaintenanceWindowRequest,
    /// Where ours is not what AWS has.
    kept: Vec<&'static str>,
    /// Where, besides, AWS has another value than before.
    conflicts: Vec<&'static str>,
}

impl Joined {
    fn of(
        base: &CreateMaintenanceWindowRequest,
        theirs: &CreateMaintenanceWindowRequest,
        ours: &CreateMaintenanceWindowRequest,
    ) -> Self {
        if ours == base || ours == theirs {
            return Self { definition: theirs.clone(), kept: Vec::new(), conflicts: Vec::new() };
        }
        let (base, theirs, mut ours) = (members(base), members(theirs), members(ours));
        let (mut kept, mut conflicts) = (Vec::new(), Vec::new());
        for name in names() {
            let (was, is) = (base.get(name), theirs.get(name));
            if ours.get(name) == is {
                continue;
            }
            if ours.get(name) == was {
                match is {
                    Some(value) => ours.insert(name.to_owned(), value.clone()),
                    None => ours.remove(name),
                };
                continue;
            }
            kept.push(name);
            if is != was {
                conflicts.push(name);
            }
        }
        let definition = record::from_value(Value::Object(ours)).unwrap_or_default();
        Self { definition, kept, conflicts }
    }
}
