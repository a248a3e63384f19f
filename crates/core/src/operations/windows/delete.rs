//! `DeleteMaintenanceWindow`

use crate::operations::{Call, Operation, OperationError};
use crate::plan::Plan;
use crate::record::Record;

/// What `DeleteMaintenanceWindow` takes.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeleteMaintenanceWindowRequest {
    /// The window's id. One that is not there is no error: AWS's model has none for it.
    pub window_id: String,
}

/// What `DeleteMaintenanceWindow` answers.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DeleteMaintenanceWindowResult {
    /// The id that was given.
    pub window_id: String,
}

impl Operation for DeleteMaintenanceWindowRequest {
    const NAME: &'static str = "DeleteMaintenanceWindow";
    const WRITES: bool = true;
    type Response = DeleteMaintenanceWindowResult;

    fn perform(self, plan: &mut Plan, _: &Call) -> Result<Self::Response, OperationError> {
        plan.remove(&self.window_id);
        Ok(DeleteMaintenanceWindowResult { window_id: self.window_id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::testing::{create, does};
    use serde_json::json;

    #[test]
    fn a_window_that_is_gone_can_be_deleted_again() {
        let mut plan = Plan::default();
        let id = create(&mut plan, json!({}));
        for _ in 0..2 {
            let answer = does(&mut plan, "DeleteMaintenanceWindow", json!({ "WindowId": id }));
            assert_eq!(answer, json!({ "WindowId": id }));
            assert!(plan.windows.is_empty());
        }
    }
}
