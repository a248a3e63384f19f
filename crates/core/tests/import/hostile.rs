//! Texts that nobody means well with.

use crate::{codes, merge, pairs};
use proptest::prelude::*;
use serde_json::{Value, json};
use window_planner_core::plan::Plan;

const ID: &str = "mw-0ab12cd34e0000001";

/// The text leads to these findings, and to no window.
#[track_caller]
fn refused(text: &str, expected: &[(&str, &str)]) {
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[text]);
    assert_eq!(pairs(&codes(&report)), expected, "{}", &text[..text.len().min(200)]);
    assert_eq!(plan, Plan::default());
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    let not_json = [("", "request.not-json")];
    for text in
        ["", " \n", "\u{feff}", "{", "[1,", "{\"Name\": \"a\"]", "\u{0}", "NaN", "{'Name': 1}", "{}x", "🕐"]
    {
        let report = merge(&mut Plan::default(), &[text]);
        assert!(pairs(&codes(&report)).contains(&not_json[0]), "{text:?}");
    }
    refused(&"[".repeat(1_000_000), &not_json);
    refused(
        &format!("{}1{}", "[".repeat(500_000), "]".repeat(500_000)),
        &[("[0][0][0]", "request.not-object")],
    );
    refused(&" ".repeat((64 << 20) + 1), &[("", "request.too-large")]);
}

#[test]
fn what_stands_before_a_broken_place_comes_in() {
    let window = json!({ "Name": "abc", "Schedule": "rate(1 day)" });
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[format!("{window}\n{window}\n{{\"Name\": ")]);
    assert_eq!(plan.windows.len(), 1);
    assert_eq!((report.findings[0].place.line, pairs(&codes(&report))), (3, vec![("", "request.not-json")]));
}

#[test]
fn what_is_nothing_that_a_plan_has_is_told() {
    let not_object = |place| [(place, "request.not-object")];
    refused("7", &not_object(""));
    refused("null", &not_object(""));
    refused("[1]", &not_object("[0]"));
    refused("[[[[{}]]]]", &not_object("[0][0][0]"));
    refused(r#"{"WindowIdentities": [null]}"#, &not_object("WindowIdentities[0]"));
    refused("{}", &[("", "import.nothing")]);
    refused(r#"{"Documents": []}"#, &[("", "import.nothing")]);
    refused("[]", &[("", "import.nothing")]);
    refused(r#"{"WindowIdentities": []}"#, &[("", "import.nothing")]);
    refused(r#"{"Version": 3, "Windows": []}"#, &[("Version", "import.plan")]);
    refused(r#"{"Version": 2, "Windows": [{}]}"#, &[("Windows[0].WindowId", "import.plan")]);
    // describe-maintenance-windows-for-target tells names only.
    let named = json!({ "WindowIdentities": [{ "WindowId": ID, "Name": "abc" }] });
    refused(&named.to_string(), &[("WindowIdentities[0].Schedule", "request.missing")]);
}

#[test]
fn a_member_of_a_wrong_type_is_left_out_and_told() {
    let deep = serde_json::from_str::<Value>(&format!("{}1{}", "[".repeat(100), "]".repeat(100))).unwrap();
    for wrong in [json!(1.5), json!(-1), json!([]), json!({ "a": 1 }), json!("x"), json!(true), deep] {
        for field in [
            "WindowId",
            "Name",
            "Description",
            "StartDate",
            "Schedule",
            "ScheduleTimezone",
            "ScheduleOffset",
            "Duration",
            "Cutoff",
            "AllowUnassociatedTargets",
            "Enabled",
            "NextExecutionTime",
            "CreatedDate",
            "Tags",
            "WindowTargetId",
            "WindowTaskId",
            "ResourceType",
            "Targets",
            "TaskArn",
            "TaskType",
            "Priority",
            "TaskInvocationParameters",
            "LoggingInfo",
            "WindowExecutionId",
            "StartTime",
            "Status",
            "ExecutionTime",
            "Version",
            "Windows",
            "WindowIdentities",
            "NextToken",
        ] {
            for base in [
                json!({ "WindowId": ID, "Schedule": "rate(1 day)", "CreatedDate": 1 }),
                json!({ "WindowId": ID, "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c90000001" }),
                json!({ "WindowId": ID, "TaskArn": "a", "TaskType": "LAMBDA" }),
                json!({ "WindowId": ID, "WindowExecutionId": "350d44e6-28cc-44e2-951f-4b2c90000001" }),
                json!({}),
            ] {
                let mut object = base;
                object[field] = wrong.clone();
                let report = merge(&mut Plan::default(), &[object.to_string()]);
                assert!(report.findings.iter().all(|found| !found.finding.message.is_empty()));
            }
        }
    }
    let window = json!({
        "WindowId": ID, "Schedule": "rate(1 day)", "CreatedDate": "yesterday", "Enabled": 1, "Duration": "2",
        "NextExecutionTime": "soon",
    });
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[window.to_string()]);
    assert_eq!(
        pairs(&codes(&report)),
        [
            ("Duration", "request.type"),
            ("Enabled", "request.type"),
            ("CreatedDate", "date.form"),
            ("NextExecutionTime", "window.next-execution-form"),
            ("", "import.incomplete"),
        ]
    );
    assert_eq!(plan.windows.len(), 1);
}

#[test]
fn too_deep_a_member_does_not_take_the_others_with_it() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let text = format!(r#"{{"Name": "abc", "Schedule": "rate(1 day)", "Tags": {deep}}}"#);
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[text]);
    assert_eq!(pairs(&codes(&report)), [("Tags", "request.type")]);
    assert_eq!(plan.windows[0].title(), "abc");
}

#[test]
fn ids_that_are_none_are_refused_and_those_of_the_guides_are_read() {
    for id in ["", "mw-", "mw-0AB12CD34E0000001", "../../etc", "mw-0ab12cd34e0000001\u{0}", "EXAMPLE"] {
        let window = json!({ "WindowIdentities": [{ "WindowId": id, "Schedule": "rate(1 day)" }] });
        refused(&window.to_string(), &[("WindowIdentities[0].WindowId", "window-id.pattern")]);
    }
    let texts = [
        json!({ "WindowIdentities": [{ "WindowId": "mw-06cf17cbefEXAMPLE", "Schedule": "rate(1 day)" }] }),
        json!({ "Targets": [{
            "WindowId": "mw-06cf17cbefEXAMPLE", "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c9EXAMPLE",
            "ResourceType": "INSTANCE", "Targets": [],
        }]}),
        json!({ "Tasks": [{
            "WindowId": "mw-06cf17cbefEXAMPLE", "WindowTaskId": "018b31c3-2d77-4b9e-bd48-c91edEXAMPLE",
            "TaskArn": "a", "Type": "LAMBDA",
            "Targets": [{ "Key": "WindowTargetIds", "Values": ["350d44e6-28cc-44e2-951f-4b2c9EXAMPLE"] }],
        }]}),
    ];
    let mut plan = Plan::default();
    let report = merge(&mut plan, &texts.map(|text| text.to_string()));
    assert!(codes(&report).iter().any(|(_, code)| *code == "import.example-id"));
    let window = &plan.windows[0];
    assert_eq!(window.tasks[0].targets[0].values[0], window.targets[0].window_target_id.as_str());
}

#[test]
fn a_million_faults_are_told_in_a_thousand_findings() {
    let named: Vec<String> = (0..20_000).map(|index| format!(r#"{{"Name": "n", "x{index}": 1}}"#)).collect();
    let report = merge(&mut Plan::default(), &[named.concat()]);
    assert_eq!((report.findings.len(), report.more_findings), (1000, 19_000));
    assert_eq!(report.summary().last().unwrap(), "19000 further findings are not told.");
    // After a hundred thousand, nothing more is read, and that is told first.
    let report = merge(&mut Plan::default(), &["7 ".repeat(1_000_000)]);
    let told: Vec<_> =
        report.findings.iter().map(|found| (found.finding.code.as_str(), found.more)).collect();
    assert_eq!(told, [("request.too-large", 0), ("request.not-object", 99_999)]);
}

/// Objects of members that mean something, with values that may.
fn objects() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "WindowIdentities",
        "Targets",
        "Tasks",
        "WindowExecutions",
        "ScheduledWindowExecutions",
        "WindowId",
        "WindowTargetId",
        "WindowTaskId",
        "WindowExecutionId",
        "ExecutionTime",
        "Schedule",
        "Name",
        "Duration",
        "Cutoff",
        "Enabled",
        "Replace",
        "NextExecutionTime",
        "CreatedDate",
        "ModifiedDate",
        "StartDate",
        "Version",
        "Windows",
        "Definition",
        "Type",
        "TaskArn",
        "ResourceType",
        "Key",
        "Values",
        "Status",
        "StartTime",
        "EndTime",
        "NextToken",
        "ScheduleOffset",
        "ScheduleTimezone",
        "Tags",
    ]);
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3..30_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec![
            ID,
            "mw-0ab12cd34eEXAMPLE",
            "350d44e6-28cc-44e2-951f-4b2c90000001",
            "rate(3 days)",
            "rate(1 minute)",
            "cron(0 2 ? * SUN *)",
            "at(2027-01-01T00:00:00)",
            "2026-11-26T00:08:15.099Z",
            "9999-12-31T23:59:59Z",
            "1969-12-31T23:59:59Z",
            "2026-11-29T02:00Z",
            "CANCELLED",
            "LAMBDA",
            "INSTANCE",
            "Europe/Berlin",
            "",
        ])
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(names.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_comes_in_makes_a_plan_that_its_file_gives_back(values in prop::collection::vec(objects(), 1..5)) {
        let mut plan = Plan::default();
        let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
        merge(&mut plan, &texts);
        prop_assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan));
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), json in "[\\[\\]{}\",:\\\\0-9a-zN ]{0,40}") {
        merge(&mut Plan::default(), &[text, json]);
    }
}
