//! What is told of a plan is so, and nothing is left out: against all pairs of runs, and minute by minute.

use chrono::{LocalResult, Offset, TimeDelta, TimeZone};
use proptest::prelude::*;
use std::collections::BTreeMap;
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Severity;
use window_planner_core::freeze::Calendar;
use window_planner_core::insight::{Insight, Kind, MOST_RUNS, Overlaps, Question, Run, insights};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::plan::{Plan, ResourceType, Target, WindowTarget};
use window_planner_core::schedule::Schedule;
use window_planner_core::window::limits::CONCURRENT_WINDOWS;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request};
use window_planner_core::zone::ClockChangePolicy::{Quartz, ShiftForward};
use window_planner_core::zone::Zone;

const MINUTE: i64 = 60_000;

fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn now() -> Timestamp {
    at("2027-03-10T00:00:00Z")
}

fn add(plan: &mut Plan, name: &str, schedule: &str, zone: &str, duration: u8) {
    let (definition, _) = CreateMaintenanceWindowRequest::from_json(&format!(
        r#"{{"Name": "{name}", "Schedule": "{schedule}", "ScheduleTimezone": "{zone}", "Duration": {duration},
            "Cutoff": 0, "AllowUnassociatedTargets": true}}"#
    ));
    let window = plan.add(definition, now());
    assert!(window.timing().is_some(), "{schedule}");
}

/// Ten days around the night on which the clocks of New York go forward.
fn ten_days(calendars: &[(String, Calendar)]) -> Question<'_> {
    Question { until: now().plus_hours(240), calendars, ..Question::year_from(now(), Zone::UTC) }
}

fn plans() -> impl Strategy<Value = Plan> {
    let schedule = prop_oneof![
        (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| format!("cron({minute} {hour} ? * * *)")),
        (0..24_u8, "(SUN|MON|WED)").prop_map(|(hour, day)| format!("cron(0 {hour} ? * {day} *)")),
        (0..3_u8, "(SAT|SUN)").prop_map(|(hour, day)| format!("cron(30 {hour},12 ? * {day} *)")),
        (20..600_u32).prop_map(|minutes| format!("rate({minutes} minutes)")),
        Just("cron(0 0 31 2 ? *)".to_owned()),
        Just("at(2027-03-12T02:00:00)".to_owned()),
    ];
    let zone = prop::sample::select(vec!["UTC", "America/New_York", "Asia/Tokyo"]);
    prop::collection::vec((schedule, zone, 1..9_u8), 0..9).prop_map(|windows| {
        let mut plan = Plan::default();
        for (index, (schedule, zone, duration)) in windows.iter().enumerate() {
            add(&mut plan, &format!("window-{index}"), schedule, zone, *duration);
        }
        plan
    })
}

/// The runs of each window that a question asks for, one by one.
fn runs_of(plan: &Plan, question: &Question<'_>) -> Vec<Vec<(Timestamp, Timestamp)>> {
    let runs = |window: &window_planner_core::plan::Window| {
        let timing = window.timing().unwrap();
        let query = window.query(question.from.plus_millis(-1)).before(question.until);
        timing.occurrences(&query).map(|run| (run.start, run.end)).collect()
    };
    plan.windows.iter().map(runs).collect()
}

fn of_kind(found: &[Insight], kind: Kind) -> Vec<&Insight> {
    found.iter().filter(|insight| insight.kind == kind).collect()
}

fn meet(one: (Timestamp, Timestamp), other: (Timestamp, Timestamp)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

fn times(run: &Run) -> (Timestamp, Timestamp) {
    (run.occurrence.start, run.occurrence.end)
}

proptest! {
    #[test]
    fn an_overlap_that_is_told_is_one_and_none_is_left_out(plan in plans()) {
        let question = ten_days(&[]);
        let runs = runs_of(&plan, &question);
        let found = insights(&plan, &question);
        let mut told = BTreeMap::new();
        for insight in of_kind(&found, Kind::Overlap) {
            let place = |index: usize| plan.windows.iter().position(|window| window.id == insight.windows[index]).unwrap();
            told.insert((place(0), place(1)), insight);
            // The runs come in pairs, each of the windows, and each pair meets.
            for pair in insight.runs.chunks(2) {
                prop_assert_eq!((&pair[0].window, &pair[1].window), (&insight.windows[0], &insight.windows[1]));
                prop_assert!(meet(times(&pair[0]), times(&pair[1])), "{:?}", pair);
                prop_assert!(runs[place(0)].contains(&times(&pair[0])) && runs[place(1)].contains(&times(&pair[1])));
            }
            prop_assert!(insight.runs.len() <= MOST_RUNS && insight.runs.len() == 2 * insight.count.min(5));
        }
        let reaches_into_itself = |runs: &[(Timestamp, Timestamp)]| runs.windows(2).any(|pair| pair[1].0 < pair[0].1);
        for one in 0..runs.len() {
            for other in one + 1..runs.len() {
                let pairs = runs[one].iter().flat_map(|run| runs[other].iter().filter(|with| meet(*run, **with))).count();
                prop_assert_eq!(told.contains_key(&(one, other)), pairs > 0);
                if pairs > 0 && !reaches_into_itself(&runs[one]) && !reaches_into_itself(&runs[other]) {
                    prop_assert_eq!(told[&(one, other)].count, pairs);
                }
            }
        }
        let itself: Vec<_> = of_kind(&found, Kind::OverlapsItself).iter().map(|insight| (insight.windows[0].clone(), insight.count)).collect();
        let expected: Vec<_> = plan.windows.iter().zip(&runs).filter_map(|(window, runs)| {
            let count = runs.windows(2).filter(|pair| pair[1].0 < pair[0].1).count();
            (count > 0).then(|| (window.id.clone(), count))
        }).collect();
        prop_assert_eq!(itself, expected);
    }

    #[test]
    fn load_and_gaps_are_what_a_count_by_the_minute_says(plan in plans()) {
        let question = ten_days(&[]);
        let runs = runs_of(&plan, &question);
        let found = insights(&plan, &question);
        // Runs reach beyond the last instant that is asked for.
        let minutes = question.until.plus_hours(24).millis_since(question.from) / MINUTE;
        let open_at = |minute: i64| {
            let instant = question.from.plus_millis(minute * MINUTE);
            runs.iter().filter(|runs| runs.iter().any(|(start, end)| *start <= instant && instant < *end)).count()
        };
        let open: Vec<usize> = (0..minutes).map(open_at).collect();
        let greatest = open.iter().copied().max().unwrap_or(0);
        let busiest = of_kind(&found, Kind::Busiest);
        prop_assert_eq!(busiest.first().map(|insight| insight.windows.len()), Some(greatest).filter(|greatest| *greatest > 1));
        if let Some(stretch) = busiest.first().and_then(|insight| insight.stretch) {
            let minute = stretch.from.millis_since(question.from) / MINUTE;
            prop_assert_eq!(open[usize::try_from(minute).unwrap()], greatest);
            prop_assert_eq!(open.iter().position(|count| *count == greatest), usize::try_from(minute).ok());
        }
        let too_many: Vec<bool> = open.iter().map(|count| *count > CONCURRENT_WINDOWS).collect();
        let stretches = too_many.iter().enumerate().filter(|(minute, is)| **is && (*minute == 0 || !too_many[minute - 1])).count();
        prop_assert_eq!(of_kind(&found, Kind::OverQuota).first().map_or(0, |insight| insight.count), stretches);
        // The longest run of minutes within what is asked for in which nothing is open.
        let asked = usize::try_from(question.until.millis_since(question.from) / MINUTE).unwrap();
        let (mut longest, mut current) = (0, 0);
        for count in &open[..asked] {
            current = if *count == 0 { current + 1 } else { 0 };
            longest = longest.max(current);
        }
        let gap = of_kind(&found, Kind::LongestGap).first().and_then(|insight| insight.stretch);
        let told = gap.map_or(0, |gap| gap.until.millis_since(gap.from) / MINUTE);
        if !plan.windows.is_empty() {
            prop_assert_eq!(told, longest);
        }
    }

    #[test]
    fn the_runs_in_a_freeze_are_those_that_meet_one(plan in plans(), hour in 0..24_u8, length in 1..30_u8, closed in any::<bool>()) {
        let kind = if closed { "DEFAULT_CLOSED" } else { "DEFAULT_OPEN" };
        let text = format!(
            "BEGIN:VCALENDAR\nX-CALENDAR-TYPE:{kind}\nBEGIN:VEVENT\nSUMMARY:Books\nDTSTART:20270301T{hour:02}0000Z\nDURATION:PT{length}H\nRRULE:FREQ=DAILY;INTERVAL=3\nEND:VEVENT\nEND:VCALENDAR"
        );
        let calendars = [("Finance".to_owned(), Calendar::read(&text, Zone::UTC).into_parts().0.unwrap())];
        let question = ten_days(&calendars);
        let freezes: Vec<_> = calendars[0].1.closed(question.from, question.until.plus_hours(24)).iter().map(|freeze| (freeze.start, freeze.end)).collect();
        let found = insights(&plan, &question);
        let told: BTreeMap<_, _> = of_kind(&found, Kind::InFreeze).into_iter().map(|insight| (insight.windows[0].clone(), insight)).collect();
        for (window, runs) in plan.windows.iter().zip(runs_of(&plan, &question)) {
            let met: Vec<_> = runs.into_iter().filter(|run| freezes.iter().any(|freeze| meet(*run, *freeze))).collect();
            prop_assert_eq!(told.get(&window.id).map_or(0, |insight| insight.count), met.len());
            if let Some(insight) = told.get(&window.id) {
                let first: Vec<_> = insight.runs.iter().map(times).collect();
                prop_assert_eq!(first.as_slice(), &met[..met.len().min(MOST_RUNS)]);
            }
        }
    }
}

/// What the clocks of a zone do, asked of chrono-tz day by day for a time that an expression names.
fn by_the_wall(schedule: &str, zone: &str, hours: u8, question: &Question<'_>) -> BTreeMap<Kind, usize> {
    let zone: chrono_tz::Tz = zone.parse().unwrap();
    // UTC has no changes: there the expression names the times on the wall.
    let schedule = Schedule::parse(schedule).into_parts().0.unwrap();
    let from = Query::after(question.from.plus_hours(-48)).before(question.until.plus_hours(48));
    let named = Timing::new(schedule, None).starts(&from).collect::<Vec<_>>();
    let instant = |time: chrono::DateTime<chrono_tz::Tz>| Timestamp::from_millis(time.timestamp_millis());
    let offset = |at: Timestamp| zone.offset_from_utc_datetime(&Zone::UTC.local(at)).fix();
    let mut found = BTreeMap::new();
    for wall in named {
        let wall = Zone::UTC.local(wall);
        let (start, kind) = match wall.and_local_timezone(zone) {
            LocalResult::None => {
                // The clocks skip it at the first time after it that there is.
                let after = wall.checked_add_signed(TimeDelta::hours(1)).unwrap().and_local_timezone(zone);
                (instant(after.single().unwrap()), Some(Kind::ClockSkips))
            }
            LocalResult::Ambiguous(_, later) => (instant(later), Some(Kind::ClockRepeats)),
            LocalResult::Single(time) => {
                let (start, end) = (instant(time), instant(time).plus_hours(hours.into()));
                let changes = offset(start) != offset(end.plus_millis(-1));
                (start, changes.then_some(Kind::ClockChanges))
            }
        };
        if let Some(kind) = kind.filter(|_| question.from <= start && start < question.until) {
            *found.entry(kind).or_default() += 1;
        }
    }
    found
}

proptest! {
    #[test]
    fn what_the_clocks_do_is_what_the_wall_says(
        (hour, minute, hours) in (0..24_u8, 0..60_u8, 1..9_u8),
        day in "(\\*|SUN|SAT|SUN,MON)",
        zone in prop::sample::select(vec!["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Tokyo"]),
    ) {
        let mut plan = Plan::default();
        let schedule = format!("cron({minute} {hour} ? * {day} *)");
        add(&mut plan, "window", &schedule, zone, hours);
        let question = Question::year_from(now(), Zone::UTC);
        let clocks = [Kind::ClockSkips, Kind::ClockMoves, Kind::ClockRepeats, Kind::ClockChanges];
        let told: BTreeMap<Kind, usize> = insights(&plan, &question)
            .into_iter()
            .filter(|insight| clocks.contains(&insight.kind))
            .map(|insight| (insight.kind, insight.count))
            .collect();
        prop_assert_eq!(told, by_the_wall(&schedule, zone, hours, &question));
    }
}

#[test]
fn a_rate_that_is_only_planned_counts_from_when_it_is_asked_to() {
    let mut plan = Plan::default();
    add(&mut plan, "web", "rate(7 days)", "UTC", 2);
    add(&mut plan, "database", "rate(7 days)", "UTC", 2);
    let planned = now().plus_hours(5);
    let first = |planned| {
        let found = insights(&plan, &Question { planned, ..Question::year_from(now(), Zone::UTC) });
        of_kind(&found, Kind::Overlap)[0].runs[0].occurrence.start
    };
    assert_eq!((first(None), first(Some(planned))), (now(), planned));
}

#[test]
fn the_clocks_skip_move_and_repeat_runs() {
    let mut plan = Plan::default();
    add(&mut plan, "spring", "cron(30 2 ? * * *)", "America/New_York", 1);
    add(&mut plan, "autumn", "cron(30 1 ? * SUN *)", "America/New_York", 1);
    add(&mut plan, "during", "cron(0 0 ? * SUN *)", "America/New_York", 4);
    let kinds = |policy| {
        let question = Question { policy, ..Question::year_from(now(), Zone::UTC) };
        let clocks = [Kind::ClockSkips, Kind::ClockMoves, Kind::ClockRepeats, Kind::ClockChanges];
        let title = |insight: &Insight| plan.window(insight.windows[0].as_str()).unwrap().title().to_owned();
        insights(&plan, &question)
            .iter()
            .filter(|insight| clocks.contains(&insight.kind))
            .map(|insight| (insight.kind, title(insight), insight.count))
            .collect::<Vec<_>>()
    };
    let of = |kind, title: &str, count| (kind, title.to_owned(), count);
    assert_eq!(
        kinds(Quartz),
        [
            of(Kind::ClockSkips, "spring", 1),
            of(Kind::ClockRepeats, "autumn", 1),
            // On 14 March 01:30 to 03:30, and both nights of the long window.
            of(Kind::ClockChanges, "autumn", 1),
            of(Kind::ClockChanges, "during", 2),
        ]
    );
    assert_eq!(kinds(ShiftForward)[0], of(Kind::ClockMoves, "spring", 1));
}

#[test]
fn a_window_that_ends_is_told_and_one_that_does_not_run_is_nothing_else() {
    let mut plan = Plan::default();
    add(&mut plan, "never", "cron(0 2 31 2 ? *)", "UTC", 1);
    add(&mut plan, "once", "at(2027-03-20T02:00:00)", "UTC", 1);
    add(&mut plan, "later", "at(2027-06-20T02:00:00)", "UTC", 1);
    add(&mut plan, "past", "at(2027-03-01T02:00:00)", "UTC", 1);
    plan.windows[3].enabled = true;
    let found = insights(&plan, &Question::year_from(now(), Zone::UTC));
    let told: Vec<&str> = found
        .iter()
        .filter(|insight| matches!(insight.kind, Kind::NeverRuns | Kind::EndsSoon))
        .map(|insight| insight.message.as_str())
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    plan.windows.iter_mut().for_each(|window| window.enabled = false);
    assert_eq!(insights(&plan, &Question::year_from(now(), Zone::UTC)), []);
}

#[test]
fn windows_that_share_targets_weigh_more_and_can_be_asked_for_alone() {
    let mut plan = Plan::default();
    for name in ["web", "database", "batch"] {
        add(&mut plan, name, "cron(0 2 ? * SUN *)", "UTC", 2);
    }
    for index in [0, 2] {
        let id = plan.new_target_id(now());
        plan.windows[index].targets.push(WindowTarget {
            window_target_id: id,
            resource_type: ResourceType::Instance,
            targets: vec![Target { key: "tag:Role".into(), values: vec!["web".into()] }],
            owner_information: None,
            name: None,
            description: None,
        });
    }
    let question = Question::year_from(now(), Zone::UTC);
    let overlaps = |overlaps| {
        let found = insights(&plan, &Question { overlaps, ..question });
        of_kind(&found, Kind::Overlap)
            .iter()
            .map(|insight| (insight.windows.clone(), insight.severity))
            .collect::<Vec<_>>()
    };
    assert_eq!(overlaps(Overlaps::All).len(), 3);
    let ids = vec![plan.windows[0].id.clone(), plan.windows[2].id.clone()];
    assert_eq!(overlaps(Overlaps::OfSharedTargets), [(ids, Severity::Warning)]);
}

#[test]
fn an_insight_is_json_with_stable_names() {
    let mut plan = Plan::default();
    add(&mut plan, "web", "cron(0 2 ? * SUN *)", "UTC", 2);
    add(&mut plan, "database", "cron(0 3 ? * SUN *)", "UTC", 2);
    let found = insights(&plan, &ten_days(&[]));
    let overlap = of_kind(&found, Kind::Overlap)[0];
    let json = serde_json::to_value(overlap).unwrap();
    assert_eq!(json["kind"], "overlap");
    assert_eq!(json["severity"], "note");
    assert_eq!(json["runs"][0]["windowId"], plan.windows[0].id.as_str());
    assert_eq!(json["runs"][0]["start"], "2027-03-14T02:00:00Z");
    assert_eq!(json["runs"][1]["end"], "2027-03-14T05:00:00Z");
    insta::assert_snapshot!(
        found.iter().map(|insight| insight.message.clone()).collect::<Vec<_>>().join("\n")
    );
}

/// 300 windows for a year, some of them every five minutes.
#[test]
fn many_windows_and_dense_rates_are_summed_up() {
    let mut plan = Plan::default();
    for index in 0..300_u32 {
        let schedule = match index % 10 {
            0 => "rate(5 minutes)".to_owned(),
            1 => format!("rate({} minutes)", 61 + index),
            _ => format!("cron({} {} ? * * *)", index % 60, index % 24),
        };
        add(&mut plan, &format!("window-{index}"), &schedule, "Europe/Berlin", 2);
    }
    let found = insights(&plan, &Question::year_from(now(), Zone::UTC));
    assert!(found.len() < 12 * 101, "{}", found.len());
    assert!(found.iter().all(|insight| insight.runs.len() <= MOST_RUNS));
    let rest = found.iter().filter(|insight| insight.message.starts_with("And ")).count();
    assert!(rest > 0 && of_kind(&found, Kind::Overlap).len() == 101);
}
