//! Every case of `tests/cases/schedule-cases.json`, through JavaScript values.

use super::{answer, executions, js};
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::upcoming_starts;

#[derive(Deserialize)]
struct Case {
    id: String,
    input: Value,
    valid: bool,
    after: Option<String>,
    created: Option<String>,
    runs: Option<Vec<String>>,
}

impl Case {
    /// Asks for as many runs as are written, or one where none is to come.
    fn query(&self) -> Value {
        let limit = self.runs.as_ref().map_or(1, |runs| runs.len().max(1));
        let after = self.after.as_deref().unwrap_or("2024-01-01T00:00:00Z");
        let mut query = json!({"after": after, "limit": limit});
        if let Some(created) = &self.created {
            query["created"] = json!(created);
        }
        query
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../../../tests/cases/schedule-cases.json")).unwrap()
}

#[wasm_bindgen_test]
fn every_case_runs_when_written_or_is_refused() {
    let mut compared = 0;
    for case in cases() {
        let result = executions(&case.input, &case.query());
        assert_eq!(result.is_ok(), case.valid, "{}", case.id);
        let (Ok(_), Some(expected)) = (&result, &case.runs) else {
            continue;
        };
        let starts: Vec<Value> =
            answer(result).as_array().unwrap().iter().map(|execution| execution["start"].clone()).collect();
        assert_eq!(starts, *expected, "{}", case.id);
        compared += starts.len();
    }
    assert_eq!(compared, 223);
}

#[wasm_bindgen_test]
fn the_bulk_form_has_the_same_starts() {
    for case in cases() {
        let (true, Some(expected)) = (case.valid, &case.runs) else {
            continue;
        };
        let starts = upcoming_starts(js(&case.input), js(&case.query())).unwrap();
        let expected: Vec<f64> = expected.iter().map(|text| js_sys::Date::parse(text)).collect();
        assert_eq!(starts, expected, "{}", case.id);
    }
}
