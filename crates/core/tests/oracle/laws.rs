//! What holds for every answer, whatever the rules say.

use crate::case::{Case, cases};
use crate::expected::is_named;
use crate::expression::Expression;
use crate::expression_text;
use crate::runner::hold;
use chrono::DateTime;
use proptest::prelude::*;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{ClockChangeEffect, NoRuns, Occurrence, Query};
use window_planner_core::schedule::Schedule;
use window_planner_core::window::{CreateMaintenanceWindowRequest, timing};

/// How many executions of a case are looked at.
const LOOKED_AT: usize = 60;

#[test]
fn executions_come_in_strict_order_within_all_bounds() {
    hold(1500, &cases(), |case| {
        let mut previous = case.after;
        for run in occurrences(&case, &case.query()) {
            let start = run.start.as_millis();
            prop_assert!(previous < start && start < case.before);
            prop_assert!(case.start_date.is_none_or(|date| date <= start));
            prop_assert!(case.end_date.is_none_or(|date| start <= date));
            previous = start;
        }
        Ok(())
    });
}

#[test]
fn a_window_is_open_for_its_duration_and_cut_off_before_its_end() {
    hold(500, &cases(), |case| {
        for run in occurrences(&case, &case.query()) {
            prop_assert!(run.start <= run.cutoff && run.cutoff <= run.end);
            prop_assert_eq!(run.end, run.start.plus_hours(case.duration.into()));
            prop_assert_eq!(run.end, run.cutoff.plus_hours(case.cutoff.into()));
        }
        Ok(())
    });
}

#[test]
fn asking_again_after_each_answer_gives_what_asking_once_gives() {
    hold(700, &cases(), |case| {
        // The creation stays where it is; by default it is the instant asked from.
        let mut query = Query {
            created: Some(Timestamp::from_millis(case.created.unwrap_or(case.after))),
            ..case.query()
        };
        let timing = case.timing();
        let once: Vec<Occurrence> = timing.occurrences(&query).take(LOOKED_AT).collect();
        for run in &once {
            let next = timing.occurrences(&query).next();
            prop_assert_eq!(next, Some(*run));
            query.after = run.start;
        }
        if once.len() < LOOKED_AT {
            prop_assert_eq!(timing.occurrences(&query).next(), None);
        }
        Ok(())
    });
}

#[test]
fn before_takes_nothing_but_the_end() {
    hold(700, &cases(), |case| {
        let timing = case.timing();
        let unbounded = Query { before: None, ..case.query() };
        let expected: Vec<Occurrence> = timing
            .occurrences(&unbounded)
            .take_while(|run| run.start.as_millis() < case.before)
            .take(LOOKED_AT)
            .collect();
        prop_assert_eq!(occurrences(&case, &case.query()), expected);
        Ok(())
    });
}

#[test]
fn starts_are_the_starts_of_the_occurrences() {
    hold(500, &cases(), |case| {
        let starts: Vec<Timestamp> = case.timing().starts(&case.query()).take(LOOKED_AT).collect();
        let expected: Vec<Timestamp> =
            occurrences(&case, &case.query()).iter().map(|run| run.start).collect();
        prop_assert_eq!(starts, expected);
        Ok(())
    });
}

#[test]
fn every_execution_satisfies_the_fields_in_local_time() {
    hold(1500, &cases(), |case| {
        let Expression::Cron(cron) = case.expression() else {
            return Ok(());
        };
        let clock = case.clock();
        for run in occurrences(&case, &case.query()) {
            let mut local = clock.local(run.start.as_millis());
            if let Some(note) =
                run.clock_change.filter(|note| note.effect == ClockChangeEffect::ShiftedForward)
            {
                // The time that the expression names, which the clocks skipped.
                local -= jiff::SignedDuration::from_secs(note.change.forward_seconds().into());
            }
            prop_assert!(is_named(&cron, &case, local), "{} is not named", local);
        }
        Ok(())
    });
}

#[test]
fn there_is_a_reason_when_nothing_runs_and_none_when_something_does() {
    hold(1500, &cases(), |case| {
        let unbounded = Query { before: None, ..case.query() };
        let reason = case.timing().no_runs(&unbounded);
        prop_assert_eq!(reason.is_none(), case.timing().starts(&unbounded).next().is_some());
        Ok(())
    });
}

#[test]
fn no_such_day_is_said_exactly_when_no_year_has_one() {
    hold(150, &expression_text::cron(), |text| {
        let Expression::Cron(cron) = Expression::read(&text) else {
            return Ok(());
        };
        let mut days = jiff::civil::date(1970, 1, 1).series(jiff::Span::new().days(1));
        let last = jiff::civil::date(2199, 12, 31);
        let is_possible = days.by_ref().take_while(|day| *day <= last).any(|day| cron.names_date(day));
        let case = Case { expression: text, ..Case::in_utc() };
        let after_all = Query::after(Timestamp::HORIZON);
        let reason = case.timing().no_runs(&after_all);
        prop_assert_eq!(reason == Some(NoRuns::NoSuchDay), !is_possible);
        Ok(())
    });
}

#[test]
fn an_expression_prints_and_reads_back_as_itself() {
    let at = (0_i64..4_102_444_800).prop_map(|second| {
        DateTime::from_timestamp(second, 0).unwrap().format("at(%Y-%m-%dT%H:%M:%S)").to_string()
    });
    let expressions = prop_oneof![8 => expression_text::cron(), 1 => expression_text::rate(), 1 => at];
    hold(6000, &expressions, |text| {
        let schedule = read(&text);
        let printed = schedule.to_string();
        prop_assert_eq!(read(&printed).to_string(), printed.clone());
        prop_assert_eq!(read(&printed), schedule);
        Ok(())
    });
}

#[test]
fn a_request_runs_when_its_parts_say() {
    hold(500, &cases(), |case| {
        let date = |millis: Option<i64>| millis.map(|millis| Timestamp::from_millis(millis).to_string());
        let request = CreateMaintenanceWindowRequest {
            schedule: Some(case.expression.clone()),
            schedule_timezone: case.zone.map(str::to_owned),
            schedule_offset: case.schedule_offset.map(i64::from),
            start_date: date(case.start_date),
            end_date: date(case.end_date),
            duration: Some(case.duration.into()),
            cutoff: Some(case.cutoff.into()),
            ..Default::default()
        };
        match timing(&request).value() {
            Some(timing) => prop_assert_eq!(timing, &case.timing()),
            None => prop_assert!(case.end_date <= case.start_date, "{:?}", timing(&request).diagnostics()),
        }
        Ok(())
    });
}

fn occurrences(case: &Case, query: &Query) -> Vec<Occurrence> {
    case.timing().occurrences(query).take(LOOKED_AT).collect()
}

fn read(text: &str) -> Schedule {
    let (schedule, found) = Schedule::parse(text).into_parts();
    schedule.unwrap_or_else(|| panic!("{text}: {found:?}"))
}
