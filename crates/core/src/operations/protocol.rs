//! AWS JSON 1.1 without the wire: the name of an operation and a body → an answer or an error.

use super::executions::{
    CancelMaintenanceWindowExecutionRequest, DescribeMaintenanceWindowExecutionTaskInvocationsRequest,
    DescribeMaintenanceWindowExecutionTasksRequest, DescribeMaintenanceWindowExecutionsRequest,
    GetMaintenanceWindowExecutionRequest, GetMaintenanceWindowExecutionTaskInvocationRequest,
    GetMaintenanceWindowExecutionTaskRequest,
};
use super::model::{self, request_shape};
use super::targets::{
    DeregisterTargetFromMaintenanceWindowRequest, DescribeMaintenanceWindowTargetsRequest,
    RegisterTargetWithMaintenanceWindowRequest, UpdateMaintenanceWindowTargetRequest,
};
use super::tasks::{
    DeregisterTaskFromMaintenanceWindowRequest, DescribeMaintenanceWindowTasksRequest,
    GetMaintenanceWindowTaskRequest, RegisterTaskWithMaintenanceWindowRequest,
    UpdateMaintenanceWindowTaskRequest,
};
use super::windows::{
    DeleteMaintenanceWindowRequest, DescribeMaintenanceWindowScheduleRequest,
    DescribeMaintenanceWindowsForTargetRequest, DescribeMaintenanceWindowsRequest,
    GetMaintenanceWindowRequest,
};
use super::{Call, ErrorCode, Operation, OperationError};
use crate::Timestamp;
use crate::plan::Plan;
use crate::quoted;
use crate::record::{self, Fault};
use crate::window::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};
use serde_json::Value;

/// An operation without its types.
struct Entry {
    name: &'static str,
    writes: bool,
    perform: fn(Value, &mut Plan, &Call) -> Result<Value, OperationError>,
}

/// All operations, by name.
const OPERATIONS: &[Entry] = &[
    entry::<CancelMaintenanceWindowExecutionRequest>(),
    entry::<CreateMaintenanceWindowRequest>(),
    entry::<DeleteMaintenanceWindowRequest>(),
    entry::<DeregisterTargetFromMaintenanceWindowRequest>(),
    entry::<DeregisterTaskFromMaintenanceWindowRequest>(),
    entry::<DescribeMaintenanceWindowExecutionTaskInvocationsRequest>(),
    entry::<DescribeMaintenanceWindowExecutionTasksRequest>(),
    entry::<DescribeMaintenanceWindowExecutionsRequest>(),
    entry::<DescribeMaintenanceWindowScheduleRequest>(),
    entry::<DescribeMaintenanceWindowTargetsRequest>(),
    entry::<DescribeMaintenanceWindowTasksRequest>(),
    entry::<DescribeMaintenanceWindowsRequest>(),
    entry::<DescribeMaintenanceWindowsForTargetRequest>(),
    entry::<GetMaintenanceWindowRequest>(),
    entry::<GetMaintenanceWindowExecutionRequest>(),
    entry::<GetMaintenanceWindowExecutionTaskRequest>(),
    entry::<GetMaintenanceWindowExecutionTaskInvocationRequest>(),
    entry::<GetMaintenanceWindowTaskRequest>(),
    entry::<RegisterTargetWithMaintenanceWindowRequest>(),
    entry::<RegisterTaskWithMaintenanceWindowRequest>(),
    entry::<UpdateMaintenanceWindowRequest>(),
    entry::<UpdateMaintenanceWindowTargetRequest>(),
    entry::<UpdateMaintenanceWindowTaskRequest>(),
];

/// The names of all operations, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().map(|entry| entry.name)
}

/// Whether an operation can change the plan, so that it is worth saving after a call that succeeded.
#[must_use]
pub fn writes(operation: &str) -> bool {
    find(operation).is_some_and(|entry| entry.writes)
}

/// Performs an operation at the instant `now`: its name is without the prefix `AmazonSSM.`, the request the
/// body of an HTTP request, and the answer the body of the response. As AWS does, it overlooks members that
/// the operation does not have.
///
/// # Errors
///
/// What AWS answers to a request that it refuses. The plan is then as it was.
pub fn call(
    plan: &mut Plan,
    operation: &str,
    request: Value,
    now: Timestamp,
) -> Result<Value, OperationError> {
    let unknown = || {
        let message = format!("{} is no operation of maintenance windows.", quoted(operation));
        OperationError::in_our_words(ErrorCode::UnknownOperation, message)
    };
    let (entry, shape) = find(operation).zip(request_shape(operation)).ok_or_else(unknown)?;
    let request = model::read(shape, request)?;
    let violations = model::violations(shape, &request);
    if !violations.is_empty() {
        let sentences: Vec<String> = violations.into_iter().map(|violation| violation.sentence).collect();
        return Err(OperationError::violations(&sentences));
    }
    let call = Call::new(entry.name, request.clone(), now);
    (entry.perform)(request, plan, &call)
}

fn find(operation: &str) -> Option<&'static Entry> {
    OPERATIONS.iter().find(|entry| entry.name == operation)
}

const fn entry<O: Operation>() -> Entry {
    Entry { name: O::NAME, writes: O::WRITES, perform: perform::<O> }
}

/// Kept small: there is one for each operation.
fn perform<O: Operation>(request: Value, plan: &mut Plan, call: &Call) -> Result<Value, OperationError> {
    let request: O = record::from_value(request).map_err(|fault| internal(&fault))?;
    Ok(record::to_value(&request.perform(plan, call)?))
}

/// A request that keeps to the model is always read. Tests hold on to it.
#[cold]
fn internal(fault: &Fault) -> OperationError {
    OperationError::in_our_words(ErrorCode::InternalServerError, fault)
}
