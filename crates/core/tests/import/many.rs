//! Accounts of hundreds and thousands of windows.

use crate::{merge, now, plan_of};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use window_planner_core::plan::Plan;

/// Windows of all kinds, each third one with a next execution.
fn windows(count: usize) -> Value {
    let zones = ["America/New_York", "Europe/Berlin", "Asia/Tokyo"];
    let window = |index: usize| {
        let schedule = match index % 4 {
            0 => format!("rate({} hours)", index % 47 + 2),
            1 => format!("cron({} {} ? * SUN *)", index % 60, index % 24),
            2 => format!("cron(0 2 ? * TUE#{} *)", index % 4 + 1),
            _ => format!("at(2026-12-{:02}T01:00:00)", index % 28 + 1),
        };
        let mut window = json!({
            "WindowId": format!("mw-{index:017x}"), "Name": format!("window-{index}"),
            "Enabled": !index.is_multiple_of(7), "Duration": 3, "Cutoff": 1, "Schedule": schedule,
            "ScheduleTimezone": zones[index % 3],
        });
        if index.is_multiple_of(12) {
            window["NextExecutionTime"] =
                json!(format!("2026-11-24T1{}:00:00.{:03}Z", index % 10, index % 1000));
        }
        window
    };
    json!({ "WindowIdentities": (0..count).map(window).collect::<Vec<_>>() })
}

fn targets(count: usize) -> Value {
    let target = |index: usize| {
        json!({
            "WindowId": format!("mw-{:017x}", index / 2), "ResourceType": "INSTANCE",
            "WindowTargetId": format!("00000000-0000-0000-0000-{index:012x}"),
            "Targets": [{ "Key": "InstanceIds", "Values": [format!("i-{index:017x}")] }],
        })
    };
    json!({ "Targets": (0..2 * count).map(target).collect::<Vec<_>>() })
}

/// What has a pace that does not fall with its size; a bound against what would take minutes.
#[track_caller]
fn within_patience<T>(act: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let outcome = act();
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    outcome
}

#[test]
fn an_account_of_three_hundred_windows_goes_through_a_file_and_back() {
    let plan = plan_of(&[windows(300).to_string(), targets(300).to_string()]);
    assert_eq!((plan.windows.len(), plan.windows[299].targets.len()), (300, 2));
    assert_eq!(plan_of(&[plan.to_json()]), plan);
}

#[test]
fn ten_thousand_windows_come_in_and_come_in_again() {
    let texts = [windows(10_000).to_string(), targets(10_000).to_string()];
    let mut plan = Plan::default();
    let report = within_patience(|| merge(&mut plan, &texts));
    assert_eq!(
        report.summary()[..2],
        ["10000 windows came in: 10000 new.", "20000 targets came in: 20000 new."]
    );
    assert_eq!(plan.windows.len(), 10_000);
    assert!(report.findings.len() < 10, "what is said of all of them is said once");
    let again = within_patience(|| merge(&mut plan, &texts));
    assert_eq!(again.summary()[0], "10000 windows came in: 10000 unchanged.");
    let whole = within_patience(|| merge(&mut plan.clone(), &[plan.to_json()]));
    assert_eq!(whole.summary()[0], "10000 windows came in: 10000 unchanged.");
    assert!(plan.windows.iter().filter_map(|window| window.next_execution(now())).count() > 8_000);
}

#[test]
fn ten_thousand_of_one_kind_for_one_window_take_no_longer() {
    let list = |name: &str, entry: &dyn Fn(usize) -> Value| {
        json!({ name: (0..10_000).map(entry).collect::<Vec<_>>() }).to_string()
    };
    let window = windows(1)["WindowIdentities"][0].clone();
    let id = window["WindowId"].clone();
    let texts = [
        list("WindowIdentities", &|index| {
            let mut window = window.clone();
            window["Duration"] = json!(index % 24 + 1);
            window
        }),
        list("Targets", &|_| json!({ "WindowId": id, "ResourceType": "INSTANCE", "Targets": [] })),
        list(
            "Targets",
            &|index| json!({ "WindowId": id, "ResourceType": "INSTANCE", "Targets": [], "Name": format!("n-{index}") }),
        ),
        list("WindowExecutions", &|index| {
            json!({
                "WindowId": id, "WindowExecutionId": format!("00000000-0000-0000-0000-{index:012x}"),
                "Status": "CANCELLED", "StartTime": 1_790_000_000 + index * 7200, "EndTime": 1_790_000_001,
            })
        }),
        list("ScheduledWindowExecutions", &|index| {
            let hours = index * 2 % 24;
            json!({ "WindowId": id, "Name": "window-0", "ExecutionTime": format!("2027-01-01T{hours:02}:00Z") })
        }),
        (0..10_000).map(|index| json!({ "Name": "same", "Duration": index }).to_string()).collect(),
        (0..10_000).map(|index| json!({ "WindowId": id, "Duration": index % 24 + 1 }).to_string()).collect(),
    ];
    let mut plan = Plan::default();
    let report = within_patience(|| merge(&mut plan, &texts));
    assert_eq!((report.targets.new, report.targets.same), (10_001, 9_999));
    assert_eq!(plan.windows.len(), 10_001);
}
