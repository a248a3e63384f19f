//! What we decided where AWS is silent or contradicts itself: a test for each decision. Those of decision 21,
//! about operations on an account, have theirs in the core beside the operations, but for the best known.

use serde_json::{Value, json};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Checked, Code, Severity};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::operations::call;
use window_planner_core::plan::Plan;
use window_planner_core::schedule::Schedule;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Date, check_create, timing};
use window_planner_core::zone::{ClockChangePolicy, Zone};

fn instant(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn codes<T>(checked: &Checked<T>) -> Vec<Code> {
    checked.diagnostics().iter().map(|found| found.code).collect()
}

/// A window of two hours with nothing but a schedule.
fn window(schedule: &str) -> CreateMaintenanceWindowRequest {
    CreateMaintenanceWindowRequest {
        name: Some("Patching".into()),
        schedule: Some(schedule.into()),
        duration: Some(2),
        cutoff: Some(1),
        allow_unassociated_targets: Some(false),
        ..Default::default()
    }
}

/// The starts that a query asks for, as AWS prints them; at most ten.
#[track_caller]
fn starts(request: &CreateMaintenanceWindowRequest, query: &Query) -> Vec<String> {
    let timing: Timing = timing(request).into_parts().0.unwrap();
    timing.starts(query).take(10).map(|start| timing.aws_text(start)).collect()
}

/// The expression is taken, with these findings.
#[track_caller]
fn taken(expression: &str, findings: &[Code]) {
    let checked = Schedule::parse(expression);
    assert_eq!(codes(&checked), findings, "{expression}");
    assert!(checked.value().is_some(), "{expression}");
}

/// The expression is refused, first of all for this.
#[track_caller]
fn refused(expression: &str, code: Code) {
    let checked = Schedule::parse(expression);
    assert_eq!(checked.errors().next().map(|found| found.code), Some(code), "{expression}");
    let helped = checked.errors().all(|found| found.help.is_some());
    assert!(helped, "{expression}: no word on what to write");
}

#[test]
fn a_weekday_number_counts_from_sunday_and_is_warned_of_before_hash_and_l() {
    taken("cron(0 2 ? * 5#3 *)", &[Code::CronWeekdayNumber]);
    taken("cron(0 2 ? * 6L *)", &[Code::CronWeekdayNumber]);
    taken("cron(0 2 ? * 5 *)", &[]);
    let query = Query::after(instant("2026-12-01T00:00:00Z"));
    // 17 December 2026 is the third Thursday.
    assert_eq!(starts(&window("cron(0 2 ? * 5#3 *)"), &query)[0], "2026-12-17T02:00Z");
    assert_eq!(
        starts(&window("cron(0 2 ? * 5#3 *)"), &query),
        starts(&window("cron(0 2 ? * THU#3 *)"), &query)
    );
}

#[test]
fn at_is_local_to_the_schedules_zone_with_a_warning() {
    let utc = window("at(2027-07-07T13:15:30)");
    let local = CreateMaintenanceWindowRequest {
        schedule_timezone: Some("America/Los_Angeles".into()),
        ..utc.clone()
    };
    let query = Query::after(instant("2027-01-01T00:00:00Z"));
    assert_eq!(starts(&utc, &query), ["2027-07-07T13:15:30Z"]);
    assert_eq!(starts(&local, &query), ["2027-07-07T13:15:30-07:00"]);
    assert_eq!(codes(&timing(&utc)), []);
    let warned = timing(&local);
    assert_eq!(codes(&warned), [Code::AtZone]);
    let said = warned.diagnostics()[0].to_string();
    assert!(said.contains("2027-07-07T20:15:30Z") && said.contains("2027-07-07T13:15:30Z"), "{said}");
}

#[test]
fn a_rate_first_runs_at_its_anchor() {
    let created = instant("2027-01-01T00:00:00.991Z");
    let since = Query::after(created.plus_millis(-1)).created(created);
    assert_eq!(
        starts(&window("rate(7 days)"), &since)[..2],
        ["2027-01-01T00:00:00.991Z", "2027-01-08T00:00:00.991Z"]
    );

    let start = Some("2027-02-01T00:03:15+09:00".to_owned());
    let later = CreateMaintenanceWindowRequest { start_date: start, ..window("rate(7 days)") };
    assert_eq!(starts(&later, &since)[..2], ["2027-02-01T00:03:15+09:00", "2027-02-08T00:03:15+09:00"]);
    // However little later than the creation.
    let barely = CreateMaintenanceWindowRequest {
        start_date: Some("2027-01-01T00:00:01Z".into()),
        ..window("rate(7 days)")
    };
    assert_eq!(starts(&barely, &since)[0], "2027-01-01T00:00:01Z");
    // A StartDate that has passed at creation is no anchor.
    let query = Query::after(instant("2027-03-01T00:00:00Z"));
    let first = &starts(&later, &query)[0];
    assert_eq!(Timestamp::parse_rfc3339(first), Some(instant("2027-03-08T00:00:00Z")));
}

#[test]
fn a_rate_counts_from_whatever_instant_is_given_for_its_last_change() {
    let (first, changed) = (instant("2027-01-01T08:00:00Z"), instant("2027-01-10T09:30:00.099Z"));
    let after = Query::after(instant("2027-02-01T00:00:00Z"));
    assert_eq!(starts(&window("rate(1 day)"), &after.created(first))[0], "2027-02-01T08:00Z");
    assert_eq!(starts(&window("rate(1 day)"), &after.created(changed))[0], "2027-02-01T09:30:00.099Z");
}

#[test]
fn a_skipped_time_does_not_run_and_a_repeated_one_runs_once_unless_the_policy_is_another() {
    let zone = Some("America/Los_Angeles".to_owned());
    let half_past = |hour: u8| CreateMaintenanceWindowRequest {
        schedule_timezone: zone.clone(),
        ..window(&format!("cron(30 {hour} * * ? *)"))
    };
    let (spring, autumn) = (instant("2024-03-09T12:00:00Z"), instant("2024-11-02T12:00:00Z"));
    for (policy, in_spring, in_autumn) in [
        (ClockChangePolicy::Quartz, "2024-03-11T02:30-07:00", "2024-11-03T01:30-08:00"),
        (ClockChangePolicy::EarlierOffset, "2024-03-11T02:30-07:00", "2024-11-03T01:30-07:00"),
        (ClockChangePolicy::ShiftForward, "2024-03-10T03:30-07:00", "2024-11-03T01:30-07:00"),
    ] {
        assert_eq!(starts(&half_past(2), &Query::after(spring).policy(policy))[0], in_spring);
        let autumn = starts(&half_past(1), &Query::after(autumn).policy(policy));
        assert_eq!(autumn[..2], [in_autumn, "2024-11-04T01:30-08:00"]);
    }
    let timing = timing(&half_past(1)).into_parts().0.unwrap();
    let run = timing.occurrences(&Query::after(autumn)).next().unwrap();
    assert!(run.clock_change.unwrap().effect.is_unverified());
}

#[test]
fn a_day_of_a_rate_has_24_hours_whatever_the_clocks_do() {
    let request = CreateMaintenanceWindowRequest {
        schedule_timezone: Some("America/Los_Angeles".into()),
        ..window("rate(1 day)")
    };
    let query = Query::after(instant("2024-03-09T20:00:00Z"));
    assert_eq!(starts(&request, &query)[..2], ["2024-03-10T13:00-07:00", "2024-03-11T13:00-07:00"]);
}

#[test]
fn exactly_one_day_field_is_a_question_mark() {
    refused("cron(0 2 * * * *)", Code::CronBothDayFields);
    refused("cron(0 2 1 * MON *)", Code::CronBothDayFields);
    refused("cron(0 2 ? * ? *)", Code::CronNoDayField);
    taken("cron(0 2 * * ? *)", &[]);
    taken("cron(0 2 ? * * *)", &[]);
}

#[test]
fn what_works_in_the_quartz_dialect_is_taken_with_a_note() {
    for expression in [
        "cron(0 2 ? * fri *)",
        "cron(0 2 1 jan ? *)",
        "cron(0 2 ? * FRI-MON *)",
        "cron(0 22-2 * * ? *)",
        "cron(0 2 1 NOV-FEB ? *)",
        "cron(0 2 LW * ? *)",
        "cron(0 2 L-3 * ? *)",
        "cron(0 2 ? * FRIL *)",
        "cron(0 2 ? * L *)",
        "cron(/15 2 * * ? *)",
    ] {
        taken(expression, &[Code::CronUndocumented]);
    }
    assert_eq!(Code::CronUndocumented.severity(), Severity::Note);
}

#[test]
fn more_often_than_every_five_minutes_is_warned_of() {
    taken("cron(*/4 * * * ? *)", &[Code::CronTooFast]);
    taken("cron(*/5 * * * ? *)", &[]);
    taken("cron(59 * * * ? *)", &[]);
    taken("rate(4 minutes)", &[Code::RateTooFast]);
    taken("rate(5 minutes)", &[]);
}

#[test]
fn weeks_are_no_unit_of_a_rate() {
    refused("rate(2 weeks)", Code::RateUnit);
    refused("rate(1 week)", Code::RateUnit);
    taken("rate(14 days)", &[]);
}

#[test]
fn a_date_without_an_offset_is_utc_with_a_warning() {
    let bare = Date::read("StartDate", "2027-01-01T00:00:00");
    assert_eq!(codes(&bare), [Code::DateWithoutOffset]);
    assert_eq!(Timestamp::from(bare.value().unwrap().instant()), instant("2027-01-01T00:00:00Z"));
    for refused in ["2027-01-01", "2027-01-01T00:00", "20270101T000000Z", ""] {
        assert!(Date::read("StartDate", refused).value().is_none(), "{refused}");
    }
}

#[test]
fn start_date_and_end_date_are_both_inclusive() {
    let request = CreateMaintenanceWindowRequest {
        start_date: Some("2027-01-02T02:00:00Z".into()),
        end_date: Some("2027-01-04T02:00:00Z".into()),
        ..window("cron(0 2 * * ? *)")
    };
    let query = Query::after(instant("2026-12-01T00:00:00Z"));
    assert_eq!(starts(&request, &query), ["2027-01-02T02:00Z", "2027-01-03T02:00Z", "2027-01-04T02:00Z"]);
}

#[test]
fn a_date_finer_than_a_millisecond_bounds_to_the_last_digit() {
    let runs = |start_date: &str, end_date: &str| {
        let request = CreateMaintenanceWindowRequest {
            start_date: Some(start_date.into()),
            end_date: Some(end_date.into()),
            ..window("cron(0 2 * * ? *)")
        };
        starts(&request, &Query::after(instant("2026-12-01T00:00:00Z"))).len()
    };
    assert_eq!(runs("2027-01-02T02:00:00.000000Z", "2027-01-04T02:00:00.000001Z"), 3);
    assert_eq!(runs("2027-01-02T02:00:00.000001Z", "2027-01-04T01:59:59.999999Z"), 1);
}

#[test]
fn an_end_before_the_start_is_an_error_and_one_that_has_passed_a_warning() {
    let between = |start: Option<&str>, end: &str| CreateMaintenanceWindowRequest {
        start_date: start.map(str::to_owned),
        end_date: Some(end.to_owned()),
        ..window("cron(0 2 * * ? *)")
    };
    let now = instant("2027-06-01T00:00:00Z");
    let turned = between(Some("2027-08-01T00:00:00Z"), "2027-08-01T00:00:00Z");
    assert_eq!(codes(&check_create(&turned, now)), [Code::DateOrder]);
    let past = check_create(&between(None, "2027-05-01T00:00:00Z"), now);
    assert_eq!(codes(&past), [Code::EndDatePast]);
    assert!(past.value().is_some());
}

#[test]
fn dates_bound_the_run_and_creation_bounds_the_fire_before_an_offset() {
    // Fires on Tuesdays, runs two days later.
    let request =
        CreateMaintenanceWindowRequest { schedule_offset: Some(2), ..window("cron(0 2 ? * TUE *)") };
    let created = Query::after(instant("2027-06-02T00:00:00Z"));
    // It fired on 1 June, the day before the creation: 3 June has no run.
    assert_eq!(starts(&request, &created)[0], "2027-06-10T02:00Z");
    let bounded = CreateMaintenanceWindowRequest {
        start_date: Some("2027-06-10T02:00:00Z".into()),
        end_date: Some("2027-06-17T01:59:59Z".into()),
        ..request
    };
    assert_eq!(starts(&bounded, &created), ["2027-06-10T02:00Z"]);
}

#[test]
fn an_offset_keeps_the_local_time_across_a_clock_change() {
    let request = CreateMaintenanceWindowRequest {
        schedule_offset: Some(1),
        schedule_timezone: Some("America/New_York".into()),
        ..window("cron(0 9 ? * SAT *)")
    };
    let query = Query::after(instant("2027-03-12T00:00:00Z"));
    assert_eq!(starts(&request, &query)[0], "2027-03-14T09:00-04:00");
}

#[test]
fn how_far_is_looked_is_the_askers_choice_up_to_the_end_of_2099() {
    let request = window("cron(0 2 31 12 ? *)");
    let after = Query::after(instant("2097-01-01T00:00:00Z"));
    assert_eq!(starts(&request, &after), ["2097-12-31T02:00Z", "2098-12-31T02:00Z", "2099-12-31T02:00Z"]);
    assert_eq!(starts(&request, &after.before(instant("2098-12-31T02:00:00Z"))), ["2097-12-31T02:00Z"]);
}

#[test]
fn a_zone_in_another_letter_case_is_warned_of_and_an_abbreviation_refused() {
    let utc = Zone::read("etc/UTC");
    assert_eq!(codes(&utc), [Code::ZoneLetterCase]);
    assert_eq!(utc.value().unwrap().name(), "Etc/UTC");
    assert_eq!(codes(&Zone::read("US/Pacific")), []);
    for text in ["PST", "CEST", "+02:00", "UTC+2"] {
        assert_eq!(codes(&Zone::read(text)), [Code::ZoneAbbreviation], "{text}");
    }
}

#[test]
fn awss_words_are_given_only_where_they_are_known() {
    let now = instant("2027-06-01T00:00:00Z");
    let request = CreateMaintenanceWindowRequest {
        cutoff: Some(2),
        schedule_offset: Some(2),
        ..window("rate(7 days)")
    };
    let checked = check_create(&request, now);
    let words: Vec<(Code, Option<&str>)> =
        checked.errors().map(|found| (found.code, found.aws_message.as_deref())).collect();
    assert_eq!(
        words,
        [
            (Code::OffsetNotCron, None),
            (Code::CutoffNotBelowDuration, Some("Cuttoff was 2 but must be smaller than 1 (Duration  - 1 )")),
        ]
    );
}

#[test]
fn what_would_mislead_is_refused_with_the_right_form() {
    for (expression, code) in [
        ("cron(0 2 ? * 5,,7 *)", Code::CronEmptyTerm),
        ("cron(0 2 ? * MONDAY *)", Code::CronName),
        ("cron(0 0 2 ? * MON * *)", Code::CronFieldCount),
        ("cron(0 2 ? * MON 1969)", Code::CronValue),
        ("cron(0 2 ? * MON 2200)", Code::CronValue),
        ("cron(0 2 1-5W * ? *)", Code::CronSyntax),
        ("cron(0 2 ? * MON/2 *)", Code::CronStepAfterName),
        ("cron(0 2 ? * MON-FRI/2 *)", Code::CronStepAfterName),
        ("cron(0 2 1 MAR/4 ? *)", Code::CronStepAfterName),
        ("cron(0/0 2 * * ? *)", Code::CronStep),
        ("cron(0/60 2 * * ? *)", Code::CronStep),
        ("cron(0 2 1,L * ? *)", Code::CronSpecialInList),
        ("cron(0 2 2W,16 * ? *)", Code::CronSpecialInList),
        ("cron(0 2 L-5W * ? *)", Code::CronSyntax),
        ("cron(0 2 ? * 2-FRI *)", Code::CronRange),
        ("cron(0 2 ? * MON#1,TUE#2 *)", Code::CronSpecialInList),
        ("cron(15 16 * * *)", Code::CronUnix),
        ("cron(0 15 10 ? * 6L)", Code::CronOldOrder),
        (" cron(0 2 * * ? *)", Code::ScheduleSpacing),
        ("cron (0 2 * * ? *)", Code::ScheduleSpacing),
    ] {
        refused(expression, code);
    }
    taken("cron( 00 01 ? * * *  )", &[]);
    taken("cron(09 001 ? * * *)", &[]);
}

#[test]
fn a_nearest_weekday_to_a_day_that_the_month_lacks_is_none() {
    let query = Query::after(instant("2025-02-01T00:00:00Z"));
    assert_eq!(starts(&window("cron(0 2 29W * ? *)"), &query)[0], "2025-03-28T02:00Z");
    assert_eq!(
        starts(&window("cron(0 2 31W * ? *)"), &query)[..2],
        ["2025-03-31T02:00Z", "2025-05-30T02:00Z"]
    );
}

#[test]
fn a_schedule_that_never_runs_is_taken_with_a_warning_that_says_why() {
    let now = instant("2027-06-01T00:00:00Z");
    for (expression, why) in [
        ("cron(00 21 31 2 ? *)", "No year has a day"),
        ("cron(0 2 29 2 ? 2025-2027)", "No year has a day"),
        ("cron(0 2 1 1 ? 2020-2026)", "2026"),
        ("cron(0 2 1 1 ? 2150)", "2100"),
    ] {
        let checked = check_create(&window(expression), now);
        assert!(checked.value().is_some(), "{expression}");
        assert_eq!(codes(&checked), [Code::NeverRuns], "{expression}");
        let said = &checked.diagnostics()[0].message;
        assert!(said.contains(why), "{expression}: {said}");
    }
}

#[test]
fn an_at_that_has_passed_is_refused_in_a_request_and_no_more_than_over_in_a_window() {
    let (request, now) = (window("at(2027-01-01T00:00:00)"), instant("2027-06-01T00:00:00Z"));
    assert_eq!(codes(&check_create(&request, now)), [Code::AtPast]);
    assert!(check_create(&request, now).value().is_none());
    assert_eq!(starts(&request, &Query::after(now)), Vec::<String>::new());
}

/// The answer of an operation, at ten on Tuesday 24 November 2026.
#[track_caller]
fn answer(plan: &mut Plan, operation: &str, request: Value) -> Value {
    call(plan, operation, request, instant("2026-11-24T10:00:00Z")).unwrap()
}

/// The id of a new window that runs every hour.
#[track_caller]
fn hourly(plan: &mut Plan, name: &str) -> String {
    let request = json!({
        "Name": name, "Schedule": "rate(1 hour)", "Duration": 1, "Cutoff": 0, "AllowUnassociatedTargets": true,
    });
    answer(plan, "CreateMaintenanceWindow", request)["WindowId"].as_str().unwrap().to_owned()
}

#[test]
fn a_disabled_window_has_no_executions_to_come() {
    let mut plan = Plan::default();
    let id = hourly(&mut plan, "Patching");
    answer(&mut plan, "UpdateMaintenanceWindow", json!({ "WindowId": id, "Enabled": false }));
    let schedule = answer(&mut plan, "DescribeMaintenanceWindowSchedule", json!({ "WindowId": id }));
    assert_eq!(schedule, json!({ "ScheduledWindowExecutions": [] }));
    let window = answer(&mut plan, "GetMaintenanceWindow", json!({ "WindowId": id }));
    assert_eq!(window.get("NextExecutionTime"), None);
}

#[test]
fn the_filter_by_name_takes_how_a_name_begins() {
    let mut plan = Plan::default();
    for name in ["My-Patching", "Myself", "my-other", "Not-My"] {
        hourly(&mut plan, name);
    }
    let request = json!({ "Filters": [{ "Key": "Name", "Values": ["My"] }] });
    let windows = answer(&mut plan, "DescribeMaintenanceWindows", request);
    let mut names: Vec<&str> = windows["WindowIdentities"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|window| window["Name"].as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["My-Patching", "Myself"]);
}

#[test]
fn a_window_that_is_not_there_can_be_deleted() {
    let request = json!({ "WindowId": "mw-0123456789abcdef0" });
    assert_eq!(answer(&mut Plan::default(), "DeleteMaintenanceWindow", request.clone()), request);
}

#[test]
fn an_update_moves_the_anchor_of_a_rate_when_it_changes_when_the_window_runs() {
    let mut plan = Plan::default();
    let id = hourly(&mut plan, "Patching");
    let mut next_after = |members: Value| {
        let mut request = members;
        request["WindowId"] = id.as_str().into();
        let now = instant("2026-11-24T10:20:00Z");
        call(&mut plan, "UpdateMaintenanceWindow", request, now).unwrap();
        let window = call(&mut plan, "GetMaintenanceWindow", json!({ "WindowId": id }), now).unwrap();
        window["NextExecutionTime"].clone()
    };
    assert_eq!(next_after(json!({ "Duration": 2 })), "2026-11-24T11:00Z");
    assert_eq!(next_after(json!({ "Schedule": "rate(2 hours)" })), "2026-11-24T12:20Z");
}
