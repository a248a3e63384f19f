//! Values that no program should pass: each is answered, none breaks the module.

use super::{answer, codes, eval, js, patching, thrown};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::{upcoming_starts, validate_create};

/// The request `p` is one that nothing is wrong with.
fn errors(expression: &str) -> Value {
    let expression = format!("(p => {expression})({})", patching());
    answer(validate_create(eval(&expression), js(&json!({"now": 0}))))["errors"].clone()
}

#[track_caller]
fn finds(expression: &str, expected: &[&str]) {
    assert_eq!(codes(&errors(expression)), expected, "{expression}");
}

#[wasm_bindgen_test]
fn what_is_no_object_is_no_request() {
    for value in [
        "undefined",
        "null",
        "NaN",
        "5n",
        "'text'",
        "[]",
        "() => 1",
        "Symbol()",
        "new Date(NaN)",
        "new Date(0)",
    ] {
        finds(value, &[": request.not-object"]);
    }
}

#[wasm_bindgen_test]
fn what_json_has_no_form_for_is_reported_where_it_stands() {
    finds("({...p, ScheduleOffset: NaN})", &["ScheduleOffset: request.type"]);
    finds("({...p, Duration: Infinity})", &["Duration: request.type"]);
    finds("({...p, Duration: 3n, Name: Symbol('n')})", &["Duration: request.type", "Name: request.type"]);
    finds("({...p, Description: () => 'text'})", &["Description: request.type"]);
    finds("({...p, Tags: [{Key: 'k', Value: NaN}]})", &["Tags[0].Value: request.type"]);
    assert_eq!(errors("({...p, Cutoff: NaN})")[0]["message"], "Cutoff is NaN.");
}

#[wasm_bindgen_test]
fn undefined_and_null_are_absent() {
    finds("({...p, Description: undefined, EndDate: null})", &[]);
    finds("({...p, Name: undefined})", &["Name: request.missing"]);
    finds("({...p, Tags: [undefined]})", &["Tags[0]: request.type"]);
}

#[wasm_bindgen_test]
fn what_a_getter_or_a_proxy_throws_is_caught() {
    finds("Object.defineProperty(p, 'Name', {get() { throw new Error('no'); }})", &["Name: request.type"]);
    finds("new Proxy(p, {ownKeys() { throw 1; }})", &[": request.not-object"]);
    finds("new Proxy(p, {get() { throw null; }})", &[": request.not-object"]);
    finds("({...p, toJSON() { throw new RangeError('no'); }})", &[": request.not-object"]);
    finds(
        "(() => { const {proxy, revoke} = Proxy.revocable(p, {}); revoke(); return proxy; })()",
        &[": request.not-object"],
    );
    finds(
        "(() => { const {proxy, revoke} = Proxy.revocable([], {}); revoke(); return {...p, Tags: proxy}; })()",
        &["Tags: request.type"],
    );
}

#[wasm_bindgen_test]
fn a_value_may_be_part_of_itself_or_endlessly_deep() {
    finds("(p.Tags = p, p)", &["Tags: request.type"]);
    finds("(p.Tags = [], p.Tags.push(p.Tags), p)", &["Tags[0]: request.type"]);
    finds("(p.toJSON = () => p, p)", &[": request.not-object"]);
    finds(
        "({...p, Deep: Array(100000).fill().reduce(inner => ({inner}), {})})",
        &["Deep: request.unknown-field"],
    );
    finds(
        "new Proxy({}, {get: (target, key, self) => key === 'toJSON' ? undefined : self, ownKeys: () => ['Name'], getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true})})",
        &[
            "Name: request.type",
            "Schedule: request.missing",
            "Duration: request.missing",
            "Cutoff: request.missing",
            "AllowUnassociatedTargets: request.missing",
        ],
    );
}

#[wasm_bindgen_test]
fn a_value_may_be_huge() {
    finds("({...p, Description: 'x'.repeat(2 ** 28)})", &["Description: request.type"]);
    finds("({...p, Description: 'x'.repeat(100000)})", &["Description: description.length"]);
    assert_eq!(
        codes(&errors("({...p, Tags: new Array(2 ** 32 - 1)})")).last().unwrap(),
        "Tags: request.type"
    );
}

#[wasm_bindgen_test]
fn half_a_character_is_read_as_the_replacement_character() {
    finds(r"({...p, Description: '\ud83d'})", &[]);
    assert_eq!(errors(r"({...p, Name: 'ab\ud83d'})")[0]["span"], json!({"start": 2, "end": 3}));
}

#[wasm_bindgen_test]
fn the_module_works_on_after_a_thousand_exceptions() {
    for _ in 0..1000 {
        thrown(upcoming_starts(
            eval("new Proxy({}, {get() { throw new Error('no'); }})"),
            js(&json!({"after": 0})),
        ));
    }
    assert_eq!(upcoming_starts(js(&patching()), js(&json!({"after": 0, "limit": 1}))).unwrap().len(), 1);
}
