//! `validateCreate`, `validateUpdate`, `diffUpdate`, `exportRequest`, `timeZones`, `version`.

use super::{answer, codes, eval, js, patching, patching_with, thrown};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::{
    diff_update, export_request, time_zones, validate_create, validate_update, version,
};

const NOW: &str = "2026-11-23T00:00:00Z";

fn created(request: &Value) -> Value {
    answer(validate_create(js(request), js(&json!({"now": NOW}))))
}

fn updated(current: &Value, request: &Value) -> Value {
    answer(validate_update(js(current), js(request), js(&json!({"now": NOW}))))
}

fn exported(request: &Value, format: &str) -> Result<String, window_planner_wasm::ArgumentError> {
    export_request(JsValue::from(js::<window_planner_wasm::WindowDefinition>(request)), js(&json!(format)))
}

#[wasm_bindgen_test]
fn a_request_that_aws_takes_is_a_success() {
    assert_eq!(created(&patching()), json!({"type": "success", "warnings": []}));
}

#[wasm_bindgen_test]
fn warnings_do_not_make_a_failure() {
    let answer = created(&patching_with(json!({"ScheduleTimezone": "america/los_angeles"})));
    assert_eq!(answer["type"], "success");
    assert_eq!(codes(&answer["warnings"]), ["ScheduleTimezone: zone.letter-case"]);
}

#[wasm_bindgen_test]
fn all_errors_are_answered_at_once_each_with_its_place_and_remedy() {
    let answer = created(&patching_with(
        json!({"Name": "a b", "Cutoff": 3, "Schedule": "cron(0 25 ? * SUN *)", "Colour": "red"}),
    ));
    assert_eq!(answer["type"], "failure");
    assert_eq!(
        codes(&answer["errors"]),
        [
            "Colour: request.unknown-field",
            "Name: name.pattern",
            "Schedule: schedule.cron.value",
            "Cutoff: cutoff.not-below-duration"
        ]
    );
    let name = &answer["errors"][1];
    assert_eq!(name["span"], json!({"start": 1, "end": 2}));
    assert_eq!(name["fix"]["value"], "a-b");
    assert!(name["awsMessage"].as_str().is_some_and(|text| text.contains("^[a-zA-Z0-9_")), "{name}");
}

#[wasm_bindgen_test]
fn a_member_of_a_wrong_type_is_not_reported_as_missing_too() {
    let answer = created(&patching_with(json!({"Duration": "3"})));
    assert_eq!(codes(&answer["errors"]), ["Duration: request.type"]);
}

#[wasm_bindgen_test]
fn an_at_is_refused_once_its_moment_has_passed() {
    let request = patching_with(json!({"Schedule": "at(2027-01-01T00:00:00)", "ScheduleTimezone": null}));
    let at = |now: &str| codes(&answer(validate_create(js(&request), js(&json!({"now": now}))))["errors"]);
    assert_eq!(at("2026-12-31T23:59:59Z"), Vec::<String>::new());
    assert_eq!(at("2027-01-01T00:00:01Z"), ["Schedule: schedule.at.past"]);
}

#[wasm_bindgen_test]
fn an_update_is_checked_against_what_stays() {
    let update = json!({"WindowId": "mw-0ab12cd34e0000001", "Duration": 1});
    let answer = updated(&patching(), &update);
    assert_eq!(codes(&answer["errors"]), ["Cutoff: cutoff.not-below-duration"]);
    assert_eq!(codes(&updated(&patching(), &json!({"WindowId": 5}))["errors"]), ["WindowId: request.type"]);
}

#[wasm_bindgen_test]
fn the_difference_has_only_what_changed_and_the_window_id() {
    let current = patching_with(json!({"WindowId": "mw-0ab12cd34e0000001", "Enabled": true, "Tags": []}));
    let desired = patching_with(json!({"Duration": 4, "Enabled": false}));
    assert_eq!(
        answer(diff_update(js(&current), js(&desired))),
        json!({"WindowId": "mw-0ab12cd34e0000001", "Duration": 4, "Enabled": false})
    );
    assert_eq!(answer(diff_update(js(&patching()), js(&patching()))), json!({}));
}

#[wasm_bindgen_test]
fn what_only_replace_can_clear_makes_the_update_a_full_one() {
    let update = answer(diff_update(js(&patching_with(json!({"Description": "old"}))), js(&patching())));
    assert_eq!(update, patching_with(json!({"Replace": true})));
}

#[wasm_bindgen_test]
fn a_request_is_written_in_each_format() {
    let request = patching_with(json!({"Description": "It's $HOME"}));
    let parsed: Value = serde_json::from_str(&exported(&request, "json").unwrap()).unwrap();
    assert_eq!(parsed, request);
    assert!(exported(&request, "boto3").unwrap().contains("ssm.create_maintenance_window("));
    assert!(exported(&request, "aws-cli").unwrap().contains("--description=\"It's \"'$HOME'"));
}

#[wasm_bindgen_test]
fn what_only_an_update_has_makes_it_an_update() {
    let update = json!({"WindowId": "mw-0ab12cd34e0000001", "Duration": 4});
    assert_eq!(
        exported(&update, "aws-cli").unwrap(),
        "aws ssm update-maintenance-window \\\n  --window-id=mw-0ab12cd34e0000001 \\\n  --duration=4\n"
    );
    let (_, errors) = thrown(exported(&json!({"Enabled": false}), "aws-cli"));
    assert_eq!(errors, ["WindowId: request.missing"]);
    let (_, errors) = thrown(exported(&json!({"WindowId": "mw-0ab12cd34e0000001", "Replace": true}), "json"));
    assert_eq!(errors.len(), 5);
}

#[wasm_bindgen_test]
fn a_difference_without_window_id_is_not_taken_for_a_whole_request() {
    let (_, errors) = thrown(exported(&json!({"Duration": 4}), "json"));
    assert_eq!(
        errors,
        ["Name", "Schedule", "Cutoff", "AllowUnassociatedTargets"]
            .map(|name| format!("{name}: request.missing"))
    );
}

#[wasm_bindgen_test]
fn an_unknown_format_is_refused_with_the_known_ones() {
    let (message, _) = thrown(exported(&patching(), "yaml"));
    assert_eq!(
        message,
        "format: unknown variant `yaml`, expected one of `json`, `boto3`, `aws-cli`, `cloudformation`, `terraform`."
    );
    thrown(export_request(
        JsValue::from(js::<window_planner_wasm::WindowDefinition>(&patching())),
        eval("Symbol('json')"),
    ));
}

#[wasm_bindgen_test]
fn time_zones_and_versions_are_told() {
    let zones = time_zones();
    assert!(zones.len() > 500 && zones.is_sorted());
    assert!(zones.iter().any(|name| name == "America/Los_Angeles"));
    let version = answer(version());
    assert_eq!(version["package"], env!("CARGO_PKG_VERSION"));
    assert!(version["tzdata"].as_str().is_some_and(|text| text.starts_with("202")), "{version}");
}
