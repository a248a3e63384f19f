//! The class `Planner`.

use super::{evaluated, patching, patching_with};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::Planner;

const NOW: &str = "{ now: '2026-11-24T10:00:00.991Z' }";

fn planner(options: &str) -> Planner {
    Planner::new(&evaluated(options)).unwrap()
}

fn js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap()
}

fn json_of(value: &JsValue) -> Value {
    serde_json::from_str(&String::from(js_sys::JSON::stringify(value).unwrap())).unwrap()
}

/// The name and message of what an operation throws.
#[track_caller]
fn refused(result: Result<JsValue, JsValue>) -> (String, String) {
    let error: js_sys::Error = result.unwrap_err().dyn_into().unwrap();
    (error.name().into(), error.message().into())
}

#[wasm_bindgen_test]
fn a_window_is_created_and_told_of_with_dates() {
    let mut planner = planner(NOW);
    let created = planner.create_maintenance_window(&js(&patching())).unwrap();
    let window = planner.get_maintenance_window(&created).unwrap();
    let date = js_sys::Reflect::get(&window, &"CreatedDate".into()).unwrap();
    assert!(date.is_instance_of::<js_sys::Date>());
    let window = json_of(&window);
    assert_eq!(window["CreatedDate"], "2026-11-24T10:00:00.991Z");
    assert_eq!(window["NextExecutionTime"], "2026-11-29T02:00-08:00");
}

#[wasm_bindgen_test]
fn a_refused_operation_throws_an_error_with_awss_code() {
    let mut planner = planner(NOW);
    let wrong = js(&patching_with(json!({ "Cutoff": 3 })));
    let message = "Cuttoff was 3 but must be smaller than 2 (Duration  - 1 )".to_owned();
    assert_eq!(
        refused(planner.create_maintenance_window(&wrong)),
        ("ValidationException".to_owned(), message)
    );
    let missing = js(&json!({ "WindowId": "mw-0ab12cd34e0000001" }));
    assert_eq!(refused(planner.get_maintenance_window(&missing)).0, "DoesNotExistException");
    assert_eq!(refused(planner.get_maintenance_window(&JsValue::UNDEFINED)).0, "ValidationException");
}

#[wasm_bindgen_test]
fn a_plan_goes_on_where_another_planner_left_it() {
    let mut first = planner(NOW);
    let created = first.create_maintenance_window(&js(&patching())).unwrap();
    let options = js_sys::Object::new();
    for (name, value) in [("now", "2026-12-01T00:00:00Z".into()), ("plan", first.to_json())] {
        js_sys::Reflect::set(&options, &name.into(), &value).unwrap();
    }
    let mut second = Planner::new(&options).unwrap();
    let window = json_of(&second.get_maintenance_window(&created).unwrap());
    assert_eq!(window["NextExecutionTime"], "2026-12-06T02:00-08:00");
    assert_eq!(json_of(&second.to_json()), json_of(&first.to_json()));
}

#[wasm_bindgen_test]
fn the_clock_is_the_computers_a_fixed_instant_or_asked() {
    let listed = |mut planner: Planner| {
        planner.create_maintenance_window(&js(&patching_with(json!({ "Schedule": "rate(1 day)" })))).unwrap();
        json_of(&planner.describe_maintenance_windows(&JsValue::UNDEFINED).unwrap())
    };
    let next =
        |answer: &Value| answer["WindowIdentities"][0]["NextExecutionTime"].as_str().unwrap().to_owned();
    assert!(next(&listed(planner("undefined"))).starts_with("20"));
    assert_eq!(next(&listed(planner(NOW))), "2026-11-25T02:00:00.991-08:00");
    assert_eq!(next(&listed(planner("{ now: () => 0 }"))), "1970-01-01T16:00-08:00");
}

#[wasm_bindgen_test]
fn what_is_no_option_or_no_plan_is_said() {
    for (options, part) in [
        ("7", "options is not an object"),
        ("{ now: 'soon' }", "options.now: "),
        ("{ plan: '{' }", "options.plan: line 1"),
        ("{ plan: { Version: 9, Windows: [] } }", "version 9"),
        ("{ plan: () => 1 }", "options.plan"),
    ] {
        let error = Planner::new(&evaluated(options)).unwrap_err().to_string();
        assert!(error.contains(part), "{options}: {error}");
    }
    let mut thrower = planner("{ now: () => { throw 1 } }");
    assert!(thrower.describe_maintenance_windows(&JsValue::UNDEFINED).is_err());
    let mut planner = planner(NOW);
    for hostile in
        ["7", "{ Name: Symbol() }", "{ get Name() { throw 1 } }", "new Proxy({}, { ownKeys() { throw 1 } })"]
    {
        assert!(planner.create_maintenance_window(&evaluated(hostile)).is_err(), "{hostile}");
    }
}
