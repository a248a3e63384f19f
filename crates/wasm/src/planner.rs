//! The class `Planner`: an account in memory, with the operations of the SSM API as methods.

use crate::argument_error::ArgumentError;
use crate::instant::Instant;
use crate::json::{Json, Stranger};
use js_sys::{Array, Date, Error, Function, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use window_planner_core::Timestamp;
use window_planner_core::operations::{DATE_MEMBERS, OperationError, call};
use window_planner_core::plan::Plan;
use window_planner_core::{json, record};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
declare global {
    // wasm-bindgen gives classes a `[Symbol.dispose]`, which TypeScript knows since "ESNext.Disposable" only.
    interface SymbolConstructor {
        readonly dispose: unique symbol;
    }
}

/** How a `Planner` begins. */
export interface PlannerOptions {
    /** The present: an instant at which its clock stands still, or a function that tells it. Default: the computer's clock. */
    now?: Instant | (() => Instant);
    /** The plan to begin with: what `toJSON()` gave, or the text of a plan's file. Default: no windows. */
    plan?: string | object;
}

/** What a refused operation throws: `name` is AWS's code of the error, such as `ValidationException`. */
export interface OperationError extends Error {
    name:
        | "ValidationException"
        | "SerializationException"
        | "DoesNotExistException"
        | "IdempotentParameterMismatch"
        | "ResourceLimitExceededException"
        | "TargetInUseException"
        | "InternalServerError";
    /** What is wrong with a window's definition, with the remedies. */
    readonly errors?: Diagnostic[];
}
"#;

/// An account's maintenance windows in memory. Its methods are the operations of the SSM API; they take and
/// return AWS's own shapes, with a `Date` where the AWS SDK for JavaScript has one.
///
/// ```js
/// const planner = new Planner({ now: "2026-11-24T10:00:00Z" });
/// const { WindowId } = planner.createMaintenanceWindow({
///   Name: "Patching", Schedule: "cron(0 2 ? * SUN *)", Duration: 4, Cutoff: 1, AllowUnassociatedTargets: false,
/// });
/// planner.getMaintenanceWindow({ WindowId }).NextExecutionTime; // "2026-11-29T02:00Z"
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct Planner {
    plan: Plan,
    clock: PlannerClock,
}

/// What tells a [`Planner`] the present.
#[derive(Debug)]
enum PlannerClock {
    System,
    Frozen(Timestamp),
    Asked(Function),
}

impl PlannerClock {
    fn now(&self) -> Result<Timestamp, ArgumentError> {
        match self {
            Self::System => read_instant(&JsValue::from_f64(Date::now())),
            Self::Frozen(instant) => Ok(*instant),
            Self::Asked(function) => {
                let told = function.call0(&JsValue::NULL);
                read_instant(&told.map_err(|_| ArgumentError::new("options.now: the function has thrown."))?)
            }
        }
    }
}

fn read_instant(value: &JsValue) -> Result<Timestamp, ArgumentError> {
    let Json { value, .. } = Json::from(value);
    let instant: Instant =
        record::from_value(value).map_err(|fault| ArgumentError::new(format!("options.now: {fault}.")))?;
    Ok(instant.into())
}

#[wasm_bindgen]
impl Planner {
    /// An account, empty or as a plan has it.
    ///
    /// # Errors
    ///
    /// `ArgumentError`, when an option is unknown, `now` is no instant, or the plan cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "PlannerOptions")] options: &JsValue,
    ) -> Result<Self, ArgumentError> {
        let member = |name: &str| {
            let found = if options.is_object() { Reflect::get(options, &name.into()).ok() } else { None };
            found.filter(|value| !value.is_undefined() && !value.is_null())
        };
        if !options.is_object() && !options.is_undefined() && !options.is_null() {
            return Err(ArgumentError::new(
                "options is not an object. Write, for example, { now: new Date() }.",
            ));
        }
        let clock = match member("now") {
            None => PlannerClock::System,
            Some(now) => match now.dyn_into::<Function>() {
                Ok(function) => PlannerClock::Asked(function),
                Err(now) => PlannerClock::Frozen(read_instant(&now)?),
            },
        };
        let plan = match member("plan") {
            None => Plan::default(),
            Some(plan) => read_plan(&plan)?,
        };
        Ok(Self { plan, clock })
    }

    /// The plan as its file has it, for `JSON.stringify` and `new Planner({ plan })`.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "object")]
    #[must_use]
    pub fn to_json(&self) -> JsValue {
        // What was just written is JSON.
        JSON::parse(&json::text(&self.plan.to_value())).unwrap_or_default()
    }
}

impl Planner {
    fn perform(&mut self, operation: &str, request: &JsValue) -> Result<JsValue, JsValue> {
        let now = self.clock.now()?;
        let Json { value, strangers } = Json::from(request);
        if let Some(Stranger { place, what }) = strangers.first() {
            let dot = if place.is_empty() { "" } else { "." };
            return Err(ArgumentError::new(format!("request{dot}{place} is {what}.")).into());
        }
        let request = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
        call(&mut self.plan, operation, request, now).map(answer).map_err(|error| thrown(&error))
    }
}

/// Reads a plan through its text, however large it is.
fn read_plan(value: &JsValue) -> Result<Plan, ArgumentError> {
    let text = match value.as_string() {
        Some(text) => text,
        None => JSON::stringify(value)
            .ok()
            .and_then(|text| text.as_string())
            .ok_or_else(|| ArgumentError::new("options.plan is not what toJSON() gives."))?,
    };
    Plan::from_json(&text).map_err(|error| ArgumentError::new(format!("options.plan: {error}.")))
}

/// An answer as JavaScript has it: a `Date` where AWS JSON has seconds since 1970.
fn answer(value: Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(flag) => flag.into(),
        Value::Number(number) => number.as_f64().map_or(JsValue::NULL, JsValue::from_f64),
        Value::String(text) => text.into(),
        Value::Array(items) => items.into_iter().map(answer).collect::<Array>().into(),
        Value::Object(members) => {
            let object = Object::new();
            for (name, value) in members {
                let value = match value.as_f64().filter(|_| DATE_MEMBERS.contains(&name.as_str())) {
                    Some(seconds) => Date::new(&JsValue::from_f64((seconds * 1000.0).round())).into(),
                    None => answer(value),
                };
                // A new object takes members.
                let _ = Reflect::set(&object, &name.into(), &value);
            }
            object.into()
        }
    }
}

fn thrown(error: &OperationError) -> JsValue {
    let thrown = Error::new(&error.message);
    thrown.set_name(error.code.as_str());
    if !error.findings.is_empty()
        && let Ok(findings) = serde_wasm_bindgen::to_value(&error.findings)
    {
        let _ = Reflect::set(&thrown, &"errors".into(), &findings);
    }
    thrown.into()
}

/// Makes a method of each operation: what it does, its names, and AWS's names of its request and result.
///
/// What it does is a string: a doc comment becomes a raw one on its way through a macro, and wasm-bindgen
/// would write its `r"` into the declarations.
macro_rules! operations {
    ($($doc:tt, $method:ident, $js:ident, $operation:tt, $request:tt, $result:tt;)+) => {
        #[wasm_bindgen]
        impl Planner {
            $(
                #[doc = $doc]
                ///
                /// # Errors
                ///
                /// `OperationError`: what AWS answers to a request that it refuses.
                #[wasm_bindgen(js_name = $js, unchecked_return_type = $result)]
                pub fn $method(
                    &mut self,
                    #[wasm_bindgen(unchecked_param_type = $request)] request: &JsValue,
                ) -> Result<JsValue, JsValue> {
                    self.perform($operation, request)
                }
            )+
        }
    };
}

operations! {
    "Stops an execution that is in progress: tasks that have not begun never do.",
    cancel_maintenance_window_execution, cancelMaintenanceWindowExecution, "CancelMaintenanceWindowExecution", "CancelMaintenanceWindowExecutionRequest", "CancelMaintenanceWindowExecutionResult";
    "Creates a window. A repeated `ClientToken` creates none anew.",
    create_maintenance_window, createMaintenanceWindow, "CreateMaintenanceWindow", "CreateMaintenanceWindowRequest", "CreateMaintenanceWindowResult";
    "Deletes a window. One that is not there is no error.",
    delete_maintenance_window, deleteMaintenanceWindow, "DeleteMaintenanceWindow", "DeleteMaintenanceWindowRequest", "DeleteMaintenanceWindowResult";
    "Takes a target from a window; with `Safe` only one that no task refers to.",
    deregister_target_from_maintenance_window, deregisterTargetFromMaintenanceWindow, "DeregisterTargetFromMaintenanceWindow", "DeregisterTargetFromMaintenanceWindowRequest", "DeregisterTargetFromMaintenanceWindowResult";
    "Takes a task from a window.",
    deregister_task_from_maintenance_window, deregisterTaskFromMaintenanceWindow, "DeregisterTaskFromMaintenanceWindow", "DeregisterTaskFromMaintenanceWindowRequest", "DeregisterTaskFromMaintenanceWindowResult";
    "Lists what a task did in an execution, target by target.",
    describe_maintenance_window_execution_task_invocations, describeMaintenanceWindowExecutionTaskInvocations, "DescribeMaintenanceWindowExecutionTaskInvocations", "DescribeMaintenanceWindowExecutionTaskInvocationsRequest", "DescribeMaintenanceWindowExecutionTaskInvocationsResult";
    "Lists the tasks of an execution.",
    describe_maintenance_window_execution_tasks, describeMaintenanceWindowExecutionTasks, "DescribeMaintenanceWindowExecutionTasks", "DescribeMaintenanceWindowExecutionTasksRequest", "DescribeMaintenanceWindowExecutionTasksResult";
    "Lists the executions of a window that have begun, the newest first.",
    describe_maintenance_window_executions, describeMaintenanceWindowExecutions, "DescribeMaintenanceWindowExecutions", "DescribeMaintenanceWindowExecutionsRequest", "DescribeMaintenanceWindowExecutionsResult";
    "Lists the executions to come, of one window, of a target, or of all.",
    describe_maintenance_window_schedule, describeMaintenanceWindowSchedule, "DescribeMaintenanceWindowSchedule", "DescribeMaintenanceWindowScheduleRequest", "DescribeMaintenanceWindowScheduleResult";
    "Lists the targets of a window.",
    describe_maintenance_window_targets, describeMaintenanceWindowTargets, "DescribeMaintenanceWindowTargets", "DescribeMaintenanceWindowTargetsRequest", "DescribeMaintenanceWindowTargetsResult";
    "Lists the tasks of a window.",
    describe_maintenance_window_tasks, describeMaintenanceWindowTasks, "DescribeMaintenanceWindowTasks", "DescribeMaintenanceWindowTasksRequest", "DescribeMaintenanceWindowTasksResult";
    "Lists the windows.",
    describe_maintenance_windows, describeMaintenanceWindows, "DescribeMaintenanceWindows", "DescribeMaintenanceWindowsRequest", "DescribeMaintenanceWindowsResult";
    "Lists the windows that touch a target.",
    describe_maintenance_windows_for_target, describeMaintenanceWindowsForTarget, "DescribeMaintenanceWindowsForTarget", "DescribeMaintenanceWindowsForTargetRequest", "DescribeMaintenanceWindowsForTargetResult";
    "Tells a window's definition and its next execution.",
    get_maintenance_window, getMaintenanceWindow, "GetMaintenanceWindow", "GetMaintenanceWindowRequest", "GetMaintenanceWindowResult";
    "Tells how an execution is doing.",
    get_maintenance_window_execution, getMaintenanceWindowExecution, "GetMaintenanceWindowExecution", "GetMaintenanceWindowExecutionRequest", "GetMaintenanceWindowExecutionResult";
    "Tells how a task is doing in an execution.",
    get_maintenance_window_execution_task, getMaintenanceWindowExecutionTask, "GetMaintenanceWindowExecutionTask", "GetMaintenanceWindowExecutionTaskRequest", "GetMaintenanceWindowExecutionTaskResult";
    "Tells how a task is doing on one target.",
    get_maintenance_window_execution_task_invocation, getMaintenanceWindowExecutionTaskInvocation, "GetMaintenanceWindowExecutionTaskInvocation", "GetMaintenanceWindowExecutionTaskInvocationRequest", "MaintenanceWindowExecutionTaskInvocationIdentity";
    "Tells a task's definition.",
    get_maintenance_window_task, getMaintenanceWindowTask, "GetMaintenanceWindowTask", "GetMaintenanceWindowTaskRequest", "GetMaintenanceWindowTaskResult";
    "Gives a window a target.",
    register_target_with_maintenance_window, registerTargetWithMaintenanceWindow, "RegisterTargetWithMaintenanceWindow", "RegisterTargetWithMaintenanceWindowRequest", "RegisterTargetWithMaintenanceWindowResult";
    "Gives a window a task.",
    register_task_with_maintenance_window, registerTaskWithMaintenanceWindow, "RegisterTaskWithMaintenanceWindow", "RegisterTaskWithMaintenanceWindowRequest", "RegisterTaskWithMaintenanceWindowResult";
    "Changes the members that are given; with `Replace` it clears all others.",
    update_maintenance_window, updateMaintenanceWindow, "UpdateMaintenanceWindow", "UpdateMaintenanceWindowRequest", "UpdateMaintenanceWindowResult";
    "Changes a target.",
    update_maintenance_window_target, updateMaintenanceWindowTarget, "UpdateMaintenanceWindowTarget", "UpdateMaintenanceWindowTargetRequest", "UpdateMaintenanceWindowTargetResult";
    "Changes a task.",
    update_maintenance_window_task, updateMaintenanceWindowTask, "UpdateMaintenanceWindowTask", "UpdateMaintenanceWindowTaskRequest", "UpdateMaintenanceWindowTaskResult";
}
