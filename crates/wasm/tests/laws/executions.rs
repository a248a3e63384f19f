//! `upcomingExecutions`, `upcomingStarts`, `describeSchedule`.

use super::{answer, eval, evaluated, executions, js, patching, patching_with, thrown};
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use window_planner_wasm::{describe_schedule, upcoming_executions, upcoming_starts};

#[wasm_bindgen_test]
fn an_execution_has_start_cutoff_and_end_and_a_note_where_the_clocks_change() {
    let query = json!({"after": "2026-10-26T00:00:00Z", "limit": 2});
    let window = patching_with(json!({"Schedule": "cron(0 0 ? * SUN *)"}));
    assert_eq!(
        answer(executions(&window, &query)),
        json!([
            {
                "start": "2026-11-01T00:00-07:00",
                "cutoff": "2026-11-01T01:00-08:00",
                "end": "2026-11-01T02:00-08:00",
                "clockChange": {
                    "at": "2026-11-01T01:00-08:00",
                    "effect": "during-window",
                    "before": "-07:00",
                    "after": "-08:00",
                    "unverified": false,
                },
            },
            {
                "start": "2026-11-08T00:00-08:00",
                "cutoff": "2026-11-08T02:00-08:00",
                "end": "2026-11-08T03:00-08:00",
            },
        ])
    );
}

#[wasm_bindgen_test]
fn an_instant_is_a_date_milliseconds_or_text() {
    for after in [
        "new Date(1793491200000)",
        "1793491200000",
        "'2026-11-01T00:00:00Z'",
        "{toJSON() { return '2026-11-01T00:00Z'; }}",
    ] {
        let query = eval(&format!("{{after: {after}, limit: 1}}"));
        let starts = upcoming_starts(js(&patching()), query).unwrap();
        assert_eq!(starts, [1_793_527_200_000.0], "{after}");
    }
}

#[wasm_bindgen_test]
fn both_bounds_are_exclusive() {
    let between = |after: &str, before: &str| {
        upcoming_starts(js(&patching()), js(&json!({"after": after, "before": before}))).unwrap().len()
    };
    assert_eq!(between("2027-01-03T01:59:59-08:00", "2027-01-10T02:00:01-08:00"), 2);
    assert_eq!(between("2027-01-03T02:00:00-08:00", "2027-01-10T02:00:00-08:00"), 0);
    // Finer than milliseconds, of which this one lies before 02:00 and that one after it.
    assert_eq!(between("2027-01-03T01:59:59.9999-08:00", "2027-01-10T02:00:00.0001-08:00"), 2);
    assert_eq!(between("2027-01-03T02:00:00.0001-08:00", "2027-01-10T01:59:59.9999-08:00"), 0);
}

#[wasm_bindgen_test]
fn ten_are_answered_unless_limit_or_before_says_otherwise() {
    let count =
        |query: &str| upcoming_starts(js(&json!({"Schedule": "rate(1 minute)"})), eval(query)).unwrap().len();
    assert_eq!(count("{after: 0}"), 10);
    assert_eq!(count("{after: 0, limit: 0}"), 0);
    assert_eq!(count("{after: 0, before: 24 * 3600000}"), 1439);
    assert_eq!(count("{after: 0, limit: 1e6}"), 1_000_000);
    assert_eq!(count("{after: 0, before: null, limit: undefined}"), 10);
}

#[wasm_bindgen_test]
fn a_limit_above_the_greatest_is_refused() {
    let (message, _) = thrown(upcoming_starts(js(&patching()), js(&json!({"after": 0, "limit": 1_000_001}))));
    assert_eq!(message, "query.limit: 1000001 is above 1000000. Ask for fewer, and on from the last one.");
    let (message, _) =
        thrown(upcoming_executions(js(&patching()), js(&json!({"after": 0, "limit": 10_001}))));
    assert_eq!(message, "query.limit: 10001 is above 10000. Ask for fewer, and on from the last one.");
}

#[wasm_bindgen_test]
fn the_policy_decides_what_happens_when_the_clocks_change() {
    let window = patching_with(json!({"Schedule": "cron(30 1 ? * SUN *)"}));
    let start = |policy: &str| {
        let query = json!({"after": "2026-10-31T12:00:00Z", "limit": 1, "policy": policy});
        answer(executions(&window, &query))[0]["start"].clone()
    };
    assert_eq!(start("quartz"), "2026-11-01T01:30-08:00");
    assert_eq!(start("earlier-offset"), "2026-11-01T01:30-07:00");
}

#[wasm_bindgen_test]
fn what_get_maintenance_window_answers_is_a_definition() {
    let answered = eval(
        "{WindowId: 'mw-0c50858d01abcdef0', Name: 'Patching', Schedule: 'at(2027-01-01T00:00:00)', Duration: 2, Cutoff: 1,
          AllowUnassociatedTargets: false, Enabled: true, CreatedDate: new Date(), ModifiedDate: new Date(NaN),
          NextExecutionTime: '2027-01-01T00:00Z', Description: undefined, $metadata: {retry() {}}}",
    );
    assert_eq!(upcoming_starts(answered, js(&json!({"after": 0}))).unwrap(), [1_798_761_600_000.0]);
}

#[wasm_bindgen_test]
fn a_definition_that_cannot_be_scheduled_is_thrown_with_all_its_errors() {
    for (definition, expected) in [
        (json!({}), vec!["Schedule: request.missing"]),
        (
            json!({"Schedule": "rate(1 days)", "Duration": 25}),
            vec!["Schedule: schedule.rate.unit-number", "Duration: duration.range"],
        ),
        (
            json!({"Schedule": "rate(1 day)", "scheduleTimezone": "Asia/Tokyo"}),
            vec!["scheduleTimezone: request.unknown-field"],
        ),
        (json!({"Schedule": "rate(1 day)", "Duration": "4"}), vec!["Duration: request.type"]),
        (json!("rate(1 day)"), vec![": request.not-object"]),
    ] {
        let (message, errors) = thrown(upcoming_executions(js(&definition), js(&json!({"after": 0}))));
        assert_eq!(errors, expected, "{definition}");
        assert!(message.starts_with("definition cannot be used. "), "{message}");
    }
}

#[wasm_bindgen_test]
fn a_schedule_is_described_in_english() {
    let describe = |schedule: &str, zone: &str, offset: &str| {
        describe_schedule(schedule.into(), evaluated(zone), evaluated(offset))
    };
    assert_eq!(
        describe("cron(30 23 ? * TUE#3 *)", "'America/Los_Angeles'", "2").unwrap(),
        "At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time"
    );
    assert_eq!(describe("cron(0 2 ? * SUN *)", "undefined", "null").unwrap(), "At 02:00 every Sunday, UTC");
    let (message, errors) = thrown(describe("cron(0 2 ? * SUN *)", "'Berln'", "7"));
    assert_eq!(errors, ["ScheduleTimezone: zone.unknown", "ScheduleOffset: offset.range"]);
    assert!(message.contains("Europe/Berlin"), "{message}");
    let (_, errors) = thrown(describe_schedule(JsValue::from(5), JsValue::UNDEFINED, JsValue::UNDEFINED));
    assert_eq!(errors, ["Schedule: request.type"]);
}
