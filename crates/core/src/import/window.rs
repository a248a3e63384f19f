//! A window as AWS tells it.

use super::item::Item;
use super::registered::{instant, required_id, unknown};
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::WindowId;
use crate::window::{CreateMaintenanceWindowRequest, Request};
use serde_json::Value;

/// The members that AWS adds to a window's definition in its answers, and its clients to those.
const ANSWERED: [&str; 7] = [
    "WindowId",
    "Enabled",
    "NextExecutionTime",
    "CreatedDate",
    "ModifiedDate",
    "ResponseMetadata",
    "$metadata",
];

/// A window as AWS tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its id.
    pub id: WindowId,
    /// Its definition. No answer has tags; a list has no `AllowUnassociatedTargets` either.
    pub definition: CreateMaintenanceWindowRequest,
    /// Whether it is enabled; true where that is not told.
    pub enabled: bool,
    /// When it was created.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// `NextExecutionTime`, word for word.
    pub next_execution: Option<String>,
}

impl Item<'_> {
    /// The definition of a window that AWS tells, and what is wrong with it.
    #[must_use]
    pub fn described_definition(&self) -> (CreateMaintenanceWindowRequest, Vec<Diagnostic>) {
        let (mut members, mut found) = self.value();
        members.retain(|name, _| !ANSWERED.contains(&name.as_str()));
        let (definition, findings) = CreateMaintenanceWindowRequest::from_value(members.into());
        found.extend(findings.into_iter().map(|finding| match finding.code {
            // A newer AWS may tell more of a window.
            Code::UnknownField => unknown(&finding.field),
            _ => finding,
        }));
        (definition, found)
    }
}

impl Described {
    /// Reads a window. Without an id, or without a schedule, there is none.
    #[must_use]
    pub fn read(item: &Item<'_>) -> (Option<Self>, Vec<Diagnostic>) {
        let (definition, mut found) = item.described_definition();
        let id = required_id(item, "WindowId", WindowId::parse, &mut found);
        if definition.schedule.is_none() && !item.has("Schedule") {
            found.push(
                Diagnostic::new(Code::Missing, "Schedule", "Schedule is missing: this is not a whole window.")
                    .help("describe-maintenance-windows-for-target tells names only; give what describe-maintenance-windows or get-maintenance-window gave."),
            );
            return (None, found);
        }
        let enabled = match item.member("Enabled") {
            Some(Value::Bool(enabled)) => enabled,
            None | Some(Value::Null) => true,
            Some(_) => {
                found.push(
                    Diagnostic::new(Code::WrongType, "Enabled", "Enabled is neither true nor false.")
                        .help("It was taken for true."),
                );
                true
            }
        };
        let created = instant(item, "CreatedDate", &mut found);
        let modified = instant(item, "ModifiedDate", &mut found);
        let next_execution = item.text("NextExecutionTime");
        let window = id.map(|id| Self { id, definition, enabled, created, modified, next_execution });
        (window, found)
    }
}
