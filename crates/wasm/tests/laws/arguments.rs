//! Options that are wrong: the exception names the argument and the remedy.

use super::{eval, js, patching, thrown};
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::{upcoming_starts, validate_create};

#[track_caller]
fn query_throws(query: &str, expected: &str) {
    let (message, errors) = thrown(upcoming_starts(js(&patching()), eval(query)));
    assert_eq!(message, format!("{expected}. Write, for example, {{ after: new Date(), limit: 10 }}."));
    assert_eq!(errors, Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_query_names_the_option_that_is_wrong() {
    query_throws("undefined", "query: it is not an object");
    query_throws("'tomorrow'", "query: it is not an object");
    query_throws("{}", "query.after: it is missing");
    query_throws(
        "{after: 0, til: 1}",
        "query.til: there is no such option, but `after`, `before`, `limit`, `created`, `policy`",
    );
    query_throws(
        "{after: 0, limit: 1.5}",
        "query.limit: invalid type: floating point `1.5`, expected a whole number from 0 to 4294967295",
    );
    query_throws(
        "{after: 0, limit: -1}",
        "query.limit: invalid value: integer `-1`, expected a whole number from 0 to 4294967295",
    );
    query_throws("{after: 0, limit: NaN}", "query.limit: it is NaN");
    query_throws("{after: 0, limit: 10n}", "query.limit: it is a bigint");
    query_throws(
        "{after: 0, policy: 'x'}",
        "query.policy: unknown variant `x`, expected one of `quartz`, `earlier-offset`, `shift-forward`",
    );
}

#[wasm_bindgen_test]
fn an_instant_that_is_none_is_told_what_to_be() {
    const KINDS: &str =
        "a Date, whole milliseconds since 1970, or text with an offset such as 2027-01-01T08:00:00Z";
    query_throws(
        "{after: 'tomorrow'}",
        &format!("query.after: invalid value: string \"tomorrow\", expected {KINDS}"),
    );
    query_throws(
        "{after: '2027-01-01T08:00:00'}",
        &format!("query.after: invalid value: string \"2027-01-01T08:00:00\", expected {KINDS}"),
    );
    query_throws("{after: null}", "query.after: it is missing");
    query_throws(
        "{after: 0, before: 0.5}",
        &format!("query.before: invalid type: floating point `0.5`, expected {KINDS}"),
    );
    query_throws("{after: 9e15}", "query.after: 9000000000000000 ms is not in the years 0 to 9999");
    query_throws(
        "{after: 0, before: new Date(NaN)}",
        "query.before: it is an object that stands for nothing, such as an invalid Date",
    );
}

#[wasm_bindgen_test]
fn validation_needs_to_know_the_time() {
    let (message, _) = thrown(validate_create(js(&patching()), eval("undefined")));
    assert_eq!(message, "options: it is not an object. Write, for example, { now: new Date() }.");
    let (message, _) = thrown(validate_create(js(&patching()), eval("{}")));
    assert_eq!(message, "options.now: it is missing. Write, for example, { now: new Date() }.");
}
