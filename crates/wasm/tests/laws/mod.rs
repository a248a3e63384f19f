//! What the package promises, whatever runs it: included by a file for Node and one for browsers.

mod arguments;
mod cases;
mod executions;
mod hostile;
mod planner;
mod requests;

use serde::Serialize;
use serde_json::{Value, json};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue};
use window_planner_wasm::{ArgumentError, upcoming_executions};

/// A plain JavaScript value.
fn js<T: Tsify>(value: &Value) -> Ts<T>
where
    T::JsType: JsCast,
{
    typed(js_sys::JSON::parse(&value.to_string()).unwrap())
}

/// Passes a JavaScript value off as one of the right type, as JavaScript does with any value.
fn typed<T: Tsify>(value: JsValue) -> Ts<T> {
    Ts::new_unchecked(value)
}

/// What an expression of JavaScript is.
fn eval<T: Tsify>(expression: &str) -> Ts<T> {
    typed(evaluated(expression))
}

fn evaluated(expression: &str) -> JsValue {
    let function = js_sys::Function::new_no_args(&format!("return ({expression});"));
    function.call0(&JsValue::NULL).unwrap()
}

/// What JavaScript gets as an answer.
#[track_caller]
fn answer<T: Into<JsValue>>(result: Result<T, ArgumentError>) -> Value {
    let answer: JsValue = result.map_err(|error| error.to_string()).unwrap().into();
    serde_wasm_bindgen::from_value(answer).unwrap()
}

/// The executions as JavaScript gets them.
fn executions(definition: &Value, query: &Value) -> Result<js_sys::Array, ArgumentError> {
    let executions = upcoming_executions(js(definition), js(query))?;
    Ok(executions.into_iter().map(JsValue::from).collect())
}

/// What JavaScript catches: the class, the message and the codes of `errors`.
#[track_caller]
fn thrown<T>(result: Result<T, ArgumentError>) -> (String, Vec<String>) {
    let Err(error) = result else { panic!("nothing was thrown") };
    let error: js_sys::TypeError = JsValue::from(error).dyn_into().unwrap();
    let errors = js_sys::Reflect::get(&error, &"errors".into()).unwrap();
    let errors: Option<Vec<Value>> = serde_wasm_bindgen::from_value(errors).unwrap();
    (String::from(error.message()), codes(&errors.unwrap_or_default().into()))
}

/// The field and code of each finding, such as `Cutoff: cutoff.range`.
fn codes(findings: &Value) -> Vec<String> {
    let text = |finding: &Value, member: &str| finding[member].as_str().unwrap_or_default().to_owned();
    let findings = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    findings.iter().map(|finding| format!("{}: {}", text(finding, "field"), text(finding, "code"))).collect()
}

/// A request that nothing is wrong with.
fn patching() -> Value {
    json!({
        "Name": "Patching",
        "Schedule": "cron(0 2 ? * SUN *)",
        "ScheduleTimezone": "America/Los_Angeles",
        "Duration": 3,
        "Cutoff": 1,
        "AllowUnassociatedTargets": false,
    })
}

/// The request with these members changed; `null` takes one away.
fn patching_with(changes: impl Serialize) -> Value {
    let mut request = patching();
    let changes = serde_json::to_value(changes).unwrap();
    for (member, value) in changes.as_object().unwrap() {
        request[member] = value.clone();
    }
    request
}
