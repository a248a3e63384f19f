//! What comes into a plan that is there already.

use crate::{at, codes, merge, now, pairs, plan_of};
use serde_json::{Value, json};
use window_planner_core::import::Fate;
use window_planner_core::import::Report;
use window_planner_core::plan::Plan;
use window_planner_core::window::NextExecution;

const ID: &str = "mw-0ab12cd34e0000001";

/// A window as AWS tells it, with some members changed.
fn window(changes: Value) -> String {
    let mut window = json!({
        "WindowId": ID, "Name": "weekly", "Description": "old", "Schedule": "cron(0 2 ? * SUN *)",
        "Duration": 4, "Cutoff": 1, "Enabled": true, "AllowUnassociatedTargets": false,
        "CreatedDate": "2026-01-01T00:00:00Z", "ModifiedDate": "2026-01-01T00:00:00Z",
        "NextExecutionTime": "2026-11-29T02:00Z",
    });
    let Value::Object(changes) = changes else { panic!("members") };
    window.as_object_mut().unwrap().extend(changes);
    window.to_string()
}

#[track_caller]
fn changed(plan: &mut Plan, text: &str) -> (Fate, Vec<&'static str>) {
    let report = merge(plan, &[text]);
    assert_eq!(report.windows.len(), 1);
    (report.windows[0].fate, report.windows[0].changed.clone())
}

#[test]
fn a_window_that_the_plan_has_follows_aws() {
    let mut plan = plan_of(&[window(json!({}))]);
    assert_eq!(changed(&mut plan, &window(json!({}))), (Fate::Same, vec![]));
    let later = window(json!({ "Duration": 5, "Enabled": false, "NextExecutionTime": null }));
    assert_eq!(changed(&mut plan, &later), (Fate::Changed, vec!["Duration", "Enabled"]));
    assert!(plan.windows[0].is_applied() && !plan.windows[0].enabled);
    assert_eq!(plan.windows[0].past_schedules.len(), 1, "what it ran as before stays in its history");
}

#[test]
fn what_was_changed_in_the_plan_stays_changed_and_is_told() {
    let mut plan = plan_of(&[window(json!({}))]);
    let edit = json!({ "WindowId": ID, "Duration": 6, "Name": "sundays" }).to_string();
    assert_eq!(changed(&mut plan, &edit), (Fate::Changed, vec!["Name", "Duration"]));

    let report = merge(&mut plan, &[window(json!({ "Cutoff": 0, "Description": "new" }))]);
    assert_eq!(report.windows[0].changed, ["Description", "Cutoff"]);
    assert_eq!(pairs(&codes(&report))[0], ("", "import.kept"));
    assert_eq!(report.findings[0].finding.message, "The plan's own change of Name and Duration stays.");
    let update = plan.windows[0].update().unwrap().request;
    assert_eq!(
        serde_json::to_value(update).unwrap(),
        json!({ "WindowId": ID, "Name": "sundays", "Duration": 6 })
    );

    let report = merge(&mut plan, &[window(json!({ "Duration": 3 }))]);
    let conflict = &report.findings[0].finding;
    assert_eq!(conflict.code.as_str(), "import.conflict");
    assert_eq!(conflict.message, "AWS has changed Duration since; so has the plan.");
    assert_eq!(plan.windows[0].definition.duration, Some(6));
    // Once AWS has it, it is no change any more.
    let report = merge(&mut plan, &[window(json!({ "Duration": 6, "Name": "sundays" }))]);
    assert!(codes(&report).iter().all(|(_, code)| *code == "import.incomplete"), "{:?}", codes(&report));
    assert!(plan.windows[0].is_applied());
}

#[test]
fn tags_and_parameters_that_an_answer_leaves_out_stay() {
    let mut plan = plan_of(&[window(json!({ "Tags": [{ "Key": "team", "Value": "a" }] }))]);
    let listed = json!({ "WindowIdentities": [{
        "WindowId": ID, "Name": "weekly", "Schedule": "cron(0 2 ? * SUN *)", "Duration": 4, "Cutoff": 1,
        "Enabled": true, "Description": "old",
    }]});
    assert_eq!(changed(&mut plan, &listed.to_string()).0, Fate::Same);
    assert!(plan.windows[0].definition.tags.is_some());
    assert_eq!(plan.windows[0].definition.allow_unassociated_targets, Some(false));
}

#[test]
fn a_window_that_is_told_twice_and_otherwise_is_told() {
    let report =
        merge(&mut Plan::default(), &[window(json!({})), window(json!({ "Cutoff": 2, "Enabled": false }))]);
    let twice = &report.findings[0];
    assert_eq!((twice.finding.code.as_str(), twice.path().as_str()), ("import.twice", "WindowId"));
    assert_eq!(twice.finding.message, "The files tell this window twice, with another Cutoff and Enabled.");
}

#[test]
fn an_update_applies_to_the_window_of_its_id_whatever_the_order() {
    let update = json!({ "WindowId": ID, "Schedule": "cron(0 3 ? * SUN *)", "Enabled": false }).to_string();
    let texts = [update.clone(), window(json!({}))];
    let mut plan = Plan::default();
    let report = merge(&mut plan, &texts);
    assert!(report.summary().contains(&"1 update was applied to its window.".to_owned()));
    let window = &plan.windows[0];
    assert_eq!(window.definition.schedule.as_deref(), Some("cron(0 3 ? * SUN *)"));
    assert!(!window.enabled && window.in_account.as_ref().unwrap().enabled);
    let again = merge(&mut plan, &[update]);
    assert_eq!(pairs(&codes(&again)), [("", "update.nothing")]);
    let cleared = json!({
        "WindowId": ID, "Replace": true, "Name": "weekly", "Schedule": "rate(7 days)", "Duration": 1,
        "Cutoff": 0, "AllowUnassociatedTargets": true,
    });
    assert_eq!(
        changed(&mut plan, &cleared.to_string()).1,
        ["Description", "Schedule", "Duration", "Cutoff", "AllowUnassociatedTargets"]
    );
    assert_eq!(plan.windows[0].anchor, now());
}

#[test]
fn what_belongs_to_no_window_is_left_out_with_a_word() {
    let strangers = [
        json!({ "WindowId": ID, "Duration": 3 }),
        json!({ "Targets": [{
            "WindowId": ID, "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c90000001",
            "ResourceType": "INSTANCE", "Targets": [],
        }]}),
        json!({ "WindowId": ID, "TaskArn": "AWS-RunPatchBaseline", "TaskType": "RUN_COMMAND" }),
        json!({ "WindowId": ID, "ExecutionTime": "2027-01-01T00:00Z" }),
        json!({
            "WindowId": ID, "WindowExecutionId": "350d44e6-28cc-44e2-951f-4b2c90000001",
            "Status": "SUCCESS", "StartTime": 1_790_000_000,
        }),
    ];
    let mut plan = Plan::default();
    let report = merge(&mut plan, &strangers.map(|stranger| stranger.to_string()));
    assert_eq!(plan, Plan::default());
    assert_eq!(report.findings.len(), 5);
    assert!(codes(&report).iter().all(|(_, code)| *code == "import.no-window"));
    assert_eq!(report.summary(), ["Nothing came in."]);
}

#[test]
fn a_create_request_plans_a_window_once() {
    let request = json!({ "Name": "new", "Schedule": "rate(1 day)", "Duration": 2, "Cutoff": 1 });
    let mut plan = Plan::default();
    assert_eq!(changed(&mut plan, &request.to_string()), (Fate::Planned, vec![]));
    assert_eq!((plan.windows[0].created, plan.windows[0].in_account.is_none()), (now(), true));
    assert_eq!(changed(&mut plan, &request.to_string()), (Fate::Same, vec![]));
    let mut other = request;
    other["Duration"] = json!(3);
    let report = merge(&mut plan, &[other.to_string()]);
    assert_eq!(pairs(&codes(&report)), [("Name", "import.same-name")]);
    assert_eq!(plan.windows.len(), 2);
}

#[test]
fn what_is_yet_to_be_registered_gets_an_id_once() {
    let target = json!({
        "WindowId": ID, "ResourceType": "INSTANCE", "ClientToken": "t",
        "Targets": [{ "Key": "tag-key", "Values": ["Patch"] }],
    });
    let mut plan = plan_of(&[window(json!({})), target.to_string()]);
    assert_eq!(plan.windows[0].targets.len(), 1);
    let report = merge(&mut plan, &[target.to_string()]);
    assert_eq!((report.targets.same, plan.windows[0].targets.len()), (1, 1));
}

#[test]
fn a_next_execution_fixes_from_when_a_rate_counts() {
    let text = |next: &str| window(json!({ "Schedule": "rate(3 days)", "NextExecutionTime": next }));
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[text("2026-11-26T00:08:15.099Z")]);
    let says = |report: &Report| report.windows[0].next_execution.unwrap().says;
    assert_eq!(says(&report), NextExecution::FixesRate(at("2026-01-03T00:08:15.099Z")));
    assert_eq!(plan.windows[0].next_execution(now()), Some(at("2026-11-26T00:08:15.099Z")));
    let report = merge(&mut plan, &[text("2026-11-29T00:08:15.099Z")]);
    assert_eq!(says(&report), NextExecution::Agrees);
    // Somebody has enabled it anew.
    let report = merge(&mut plan, &[text("2026-11-26T12:00:00.500Z")]);
    assert!(matches!(says(&report), NextExecution::FixesRate(_)));
    assert_eq!(plan.windows[0].next_execution(now()), Some(at("2026-11-26T12:00:00.500Z")));
}

#[test]
fn executions_to_come_fix_a_rate_where_nothing_else_does() {
    let scheduled = |times: &[&str]| {
        let list: Vec<Value> = times
            .iter()
            .map(|time| json!({ "WindowId": ID, "Name": "weekly", "ExecutionTime": time }))
            .collect();
        json!({ "ScheduledWindowExecutions": list }).to_string()
    };
    let rate = window(json!({ "Schedule": "rate(3 days)", "NextExecutionTime": null }));
    let mut plan = Plan::default();
    let report =
        merge(&mut plan, &[rate, scheduled(&["2026-11-29T00:08:15.099Z", "2026-11-26T00:08:15.099Z"])]);
    assert_eq!((report.scheduled.agree, report.scheduled.differ), (2, 0));
    assert_eq!(plan.windows[0].next_execution(now()), Some(at("2026-11-26T00:08:15.099Z")));
    let report =
        merge(&mut plan_of(&[window(json!({}))]), &[scheduled(&["2026-11-29T02:00Z", "2026-11-30T02:00Z"])]);
    assert_eq!((report.scheduled.agree, report.scheduled.differ), (1, 1));
    assert_eq!(
        report.findings[0].finding.message,
        "AWS's execution to come is 2026-11-30T02:00Z; ours is 2026-12-06T02:00Z."
    );
}

#[test]
fn a_plan_comes_in_exactly_and_takes_the_place_of_its_windows() {
    let mut plan =
        plan_of(&[window(json!({})), json!({ "Name": "new", "Schedule": "rate(1 day)" }).to_string()]);
    plan.name = Some("My plan".to_owned());
    assert_eq!(plan_of(&[plan.to_json()]), plan);

    let mut other = plan.clone();
    other.windows[0].definition.duration = Some(9);
    other.windows[0].color = Some(3);
    let report = merge(&mut plan, &[other.to_json()]);
    assert_eq!(pairs(&codes(&report)), [("Windows[0]", "import.replaced")]);
    assert_eq!(report.windows[0].changed, ["Duration"]);
    assert_eq!(plan, other);
    let old =
        r#"{"version":1,"windows":[{"request":{"Name":"abc","Schedule":"rate(1 day)"},"windowId":""}]}"#;
    assert_eq!(plan_of(&[old]).windows[0].title(), "abc");
}

#[test]
fn a_next_execution_that_is_none_of_ours_is_told_with_the_difference() {
    let text = |next: &str| window(json!({ "Schedule": "cron(0 3 ? * * *)", "NextExecutionTime": next }));
    let compared = |next| merge(&mut Plan::default(), &[text(next)]).windows[0].next_execution.unwrap();
    assert_eq!(compared("2026-11-25T03:00Z").difference(), None);
    let late = compared("2026-11-25T04:30Z");
    assert_eq!((late.told, late.difference()), (at("2026-11-25T04:30:00Z"), Some(5_400_000)));
    assert_eq!(compared("2026-11-25T02:00Z").difference(), Some(-3_600_000));
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

/// A calendar of this name with an event on a day of December 2026.
fn calendar(name: &str, day: u8) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nX-WR-CALNAME:{name}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Freeze\r\n\
         DTSTART;VALUE=DATE:202612{day:02}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.calendars.iter().map(|calendar| calendar.name.as_str()).collect()
}

#[test]
fn a_calendar_comes_in_whole() {
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[CALENDAR]);
    assert_eq!(report.summary(), ["1 calendar came in: 1 new."]);
    assert_eq!((names(&plan), &*plan.calendars[0].text), (vec!["1.json"], CALENDAR));
    assert_eq!(pairs(&codes(&report)), [("", "calendar.empty")]);
}

#[test]
fn a_calendar_is_known_by_its_own_name_or_by_its_text() {
    let mut plan = Plan::default();
    merge(&mut plan, &[calendar("Finance", 18)]);
    assert_eq!(names(&plan), ["Finance"]);
    let report = merge(&mut plan, &[calendar("Finance", 19)]);
    assert_eq!((report.calendars.changed, names(&plan)), (1, vec!["Finance"]));
    plan.calendars[0].name = "Closing the books".to_owned();
    let report = merge(&mut plan, &[calendar("Finance", 19)]);
    assert_eq!((report.calendars.same, names(&plan)), (1, vec!["Closing the books"]));
}

#[test]
fn two_calendars_of_one_name_that_come_together_stay_two() {
    let mut plan = Plan::default();
    let report =
        merge(&mut plan, &[calendar("Holidays", 24), calendar("Holidays", 25), calendar("Holidays", 26)]);
    assert_eq!(report.calendars.new, 3);
    assert_eq!(names(&plan), ["Holidays", "Holidays (2)", "Holidays (3)"]);
}

#[test]
fn what_a_calendar_has_wrong_is_told_with_its_line_and_what_is_none_is_left_out() {
    let broken = calendar("Finance", 18).replace("20261218", "20261318");
    let mut plan = Plan::default();
    let report = merge(&mut plan, &[broken]);
    let found: Vec<_> =
        report.findings.iter().map(|found| (found.place.line, found.finding.code.as_str())).collect();
    assert_eq!((found[0], plan.calendars.len()), ((6, "calendar.time"), 1));
    let mut plan = Plan::default();
    let too_large = format!("{CALENDAR}{}", " ".repeat(11 << 20));
    let report = merge(&mut plan, &[too_large]);
    assert_eq!(pairs(&codes(&report)), [("", "calendar.too-large")]);
    assert_eq!((report.summary(), plan), (vec!["Nothing came in.".to_owned()], Plan::default()));
}
