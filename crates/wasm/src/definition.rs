//! The definition of a window, as a caller has it.

use crate::argument::Argument;
use crate::argument_error::ArgumentError;
use serde_json::{Map, Value};
use tsify::Tsify;
use window_planner_core::json::{take, without};
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};

/// A window's definition: a request to create it, or what `GetMaintenanceWindow` answers. Of the rest
/// of that answer (`NextExecutionTime`, `CreatedDate`, `ModifiedDate`) nothing is used.
#[derive(Debug, Tsify)]
#[serde(rename_all = "PascalCase")]
pub struct WindowDefinition {
    #[serde(flatten)]
    pub(crate) request: CreateMaintenanceWindowRequest,
    /// The window's id, once it has one.
    #[tsify(optional)]
    pub(crate) window_id: Option<String>,
    /// Whether the window runs at all. Executions are computed either way.
    #[tsify(optional)]
    pub(crate) enabled: Option<bool>,
}

/// What `GetMaintenanceWindow` answers beside the request, and the AWS SDK adds to it.
const NOT_IN_THE_REQUEST: [&str; 6] =
    ["WindowId", "Enabled", "NextExecutionTime", "CreatedDate", "ModifiedDate", "$metadata"];

impl WindowDefinition {
    /// # Errors
    ///
    /// When the argument is no object, or a member is unknown or of another type.
    pub(crate) fn read(mut argument: Argument) -> Result<Self, ArgumentError> {
        let name = argument.name;
        let mut answered = Map::new();
        if let Value::Object(members) = &mut argument.json.value {
            for member in ["WindowId", "Enabled"] {
                answered.extend(take(members, member).map(|value| (member.to_owned(), value)));
            }
            *members = without(std::mem::take(members), &NOT_IN_THE_REQUEST);
        }
        argument.json.strangers.retain(|stranger| {
            let member = stranger.place.split(['.', '[']).next().unwrap_or_default();
            !NOT_IN_THE_REQUEST.contains(&member)
        });
        let (known, mut errors) = UpdateMaintenanceWindowRequest::from_value(answered.into());
        let (request, found) = argument.request();
        errors.extend(found);
        if errors.is_empty() {
            Ok(Self { request, window_id: known.window_id, enabled: known.enabled })
        } else {
            Err(ArgumentError::of(name, errors))
        }
    }
}
