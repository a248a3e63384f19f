//! What a month of the calendar shows, computed at once.

use super::{
    day::DaySpan,
    layout::{DayPlan, MOST_A_DAY, lay_out},
    month::{Month, add_days},
};
use crate::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use window_planner_core::{
    Timestamp,
    occurrence::{Occurrence, Query, SkippedRun, Timing},
    schedule::Schedule,
    zone::{OffsetChange, Zone},
};

/// How many skipped runs of one month are drawn; a schedule of every second skips thousands.
const MOST_SKIPPED: usize = 40;

/// A month in a zone, with the executions of one window.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthPlan {
    /// The zone that its days are days of.
    pub zone: Zone,
    /// Its weeks, Monday first.
    pub weeks: Vec<Vec<DayPlan>>,
    /// The executions that the days' blocks speak of.
    pub runs: Vec<Occurrence>,
    /// The runs that a change of the clocks skips.
    pub skipped: BTreeMap<NaiveDate, Vec<SkippedRun>>,
    /// What the clocks do, in words: `02:00→03:00`, with the city where it is not the view's zone.
    pub clock_changes: BTreeMap<NaiveDate, Vec<String>>,
}

impl MonthPlan {
    /// The plan of `month` in `zone` for a window created at `created`.
    #[must_use]
    pub fn new(month: Month, timing: Option<&Timing>, created: Timestamp, zone: Zone) -> Self {
        let days = month.weeks().concat();
        let (first, last) = month.shown_days();
        let (from, until) = (DaySpan::of(first, zone).from, DaySpan::of(last, zone).until);
        let runs = timing.map(|timing| runs(timing, &days, created, zone)).unwrap_or_default();
        let weeks = lay_out(&days, &runs, zone).chunks(7).map(<[DayPlan]>::to_vec).collect();
        let skipped = timing.map(|timing| skipped(timing, from, until, created, zone)).unwrap_or_default();
        let clock_changes = clock_changes(from, until, zone, timing.map_or(zone, Timing::zone));
        Self { zone, weeks, runs, skipped, clock_changes }
    }

    /// The day's plan, if the month shows it.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<&DayPlan> {
        self.weeks.iter().flatten().find(|day| day.date == date)
    }

    /// The executions that touch a day, by start.
    #[must_use]
    pub fn runs_on(&self, date: NaiveDate) -> &[Occurrence] {
        self.day(date).and_then(|day| self.runs.get(day.touching.clone())).unwrap_or_default()
    }

    /// The executions to list for a day: where there are many, only those that begin on it.
    #[must_use]
    pub fn listed_on(&self, date: NaiveDate) -> &[Occurrence] {
        let runs = self.runs_on(date);
        let starts = self.day(date).and_then(|day| day.band).map(|band| band.starts);
        let first = starts.map_or(0, |starts| runs.len().saturating_sub(starts));
        runs.get(first..).unwrap_or_default()
    }
}

/// The executions of the days, and of the day before, whose windows may still be open.
fn runs(timing: &Timing, days: &[NaiveDate], created: Timestamp, zone: Zone) -> Vec<Occurrence> {
    let day_before = days.first().map(|first| add_days(*first, -1));
    day_before
        .into_iter()
        .chain(days.iter().copied())
        .flat_map(|date| {
            let span = DaySpan::of(date, zone);
            runs_between(timing, span.from, span.until, created).take(MOST_A_DAY + 1)
        })
        .collect()
}

/// The executions from `from` (included) to `until` (not included).
///
/// Before `created` they show the pattern, as if the window had always been there; a rate has none
/// then, since it counts from there.
fn runs_between(
    timing: &Timing,
    from: Timestamp,
    until: Timestamp,
    created: Timestamp,
) -> impl Iterator<Item = Occurrence> {
    let has_past = !matches!(timing.schedule(), Schedule::Rate(_)) && from < created;
    let past = Query::after(from.plus_millis(-1)).before(until.min(created)).created(Timestamp::EPOCH);
    let past = has_past.then(|| timing.occurrences(&past)).into_iter().flatten();
    let to_come = Query::after(from.max(created).plus_millis(-1)).before(until).created(created);
    let to_come = (until > created).then(|| timing.occurrences(&to_come)).into_iter().flatten();
    past.chain(to_come)
}

fn skipped(
    timing: &Timing,
    from: Timestamp,
    until: Timestamp,
    created: Timestamp,
    zone: Zone,
) -> BTreeMap<NaiveDate, Vec<SkippedRun>> {
    let query = Query::after(from).before(until).created(created.min(from));
    let mut by_day: BTreeMap<NaiveDate, Vec<SkippedRun>> = BTreeMap::new();
    for run in timing.skipped(&query).take(MOST_SKIPPED) {
        by_day.entry(zone.local(run.change.at).date()).or_default().push(run);
    }
    by_day
}

/// What the clocks of the view's zone and of the schedule's zone do on which day.
fn clock_changes(
    from: Timestamp,
    until: Timestamp,
    view: Zone,
    schedule: Zone,
) -> BTreeMap<NaiveDate, Vec<String>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    let mut add = |change: OffsetChange, city: &str| {
        let (before, after) = change.local_times();
        let words = format!("{}{city}", words::clock_change(before, after));
        let day = by_day.entry(view.local(change.at.plus_millis(-1)).date()).or_default();
        day.push(words);
    };
    for change in view.changes(from, until) {
        add(change, "");
    }
    if schedule != view {
        for change in schedule.changes(from, until) {
            add(change, &format!(" {}", schedule.city()));
        }
    }
    by_day
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::occurrence::Hours;

    fn los_angeles() -> Zone {
        Zone::named("America/Los_Angeles").unwrap()
    }

    fn plan(schedule: &str, hours: u8, month: &str, created: &str, zone: Zone) -> MonthPlan {
        let (schedule, _) = Schedule::parse(schedule).into_parts();
        let timing = Timing::new(schedule.unwrap(), Some(los_angeles()))
            .with_length(Hours::new(hours).unwrap(), Hours::new(1).unwrap());
        let created = Timestamp::parse_rfc3339(created).unwrap();
        MonthPlan::new(Month::of(month.parse().unwrap()), Some(&timing), created, zone)
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_run_over_midnight_has_a_block_on_both_days() {
        let plan = plan("cron(30 23 17 12 ? 2026)", 4, "2026-12-01", "2026-11-23T00:00:00Z", los_angeles());
        let [first] = plan.day(date("2026-12-17")).unwrap().blocks[..] else { panic!("one block") };
        let [second] = plan.day(date("2026-12-18")).unwrap().blocks[..] else { panic!("one block") };
        assert!(first.goes_on && !first.came_over && !second.goes_on && second.came_over);
        assert_eq!((first.from, first.to), (23.5 / 24.0, 1.0));
        assert_eq!((second.cutoff, second.to), (2.5 / 24.0, 3.5 / 24.0));
    }

    #[test]
    fn a_day_of_the_view_is_not_a_day_of_the_schedule() {
        let tokyo = Zone::named("Asia/Tokyo").unwrap();
        let plan = plan("cron(30 23 17 12 ? 2026)", 4, "2026-12-01", "2026-11-23T00:00:00Z", tokyo);
        assert!(plan.runs_on(date("2026-12-17")).is_empty());
        assert_eq!(plan.runs_on(date("2026-12-18")).len(), 1);
    }

    #[test]
    fn blocks_are_drawn_by_elapsed_time_when_the_clocks_change() {
        // 01:00 to 05:00 on the wall is three hours of a day of 23.
        let plan = plan("cron(0 1 14 3 ? 2027)", 3, "2027-03-01", "2026-11-23T00:00:00Z", los_angeles());
        let block = plan.day(date("2027-03-14")).unwrap().blocks[0];
        assert_eq!((block.from, block.to), (1.0 / 23.0, 4.0 / 23.0));
        assert_eq!(plan.clock_changes[&date("2027-03-14")], ["02:00→03:00"]);
    }

    #[test]
    fn a_skipped_run_stands_on_the_day_of_the_change() {
        let plan = plan("cron(30 2 ? * SUN *)", 2, "2027-03-01", "2026-11-23T00:00:00Z", los_angeles());
        assert_eq!(plan.skipped[&date("2027-03-14")].len(), 1);
        assert!(plan.day(date("2027-03-14")).unwrap().blocks.is_empty());
    }

    #[test]
    fn every_five_minutes_is_a_band() {
        let plan = plan("rate(5 minutes)", 1, "2026-12-01", "2026-11-23T00:00:00Z", los_angeles());
        let band = plan.day(date("2026-12-17")).unwrap().band.unwrap();
        assert_eq!((band.starts, band.every), (288, Some(300_000)));
        assert_eq!(plan.listed_on(date("2026-12-17")).len(), 288);
        assert!(plan.day(date("2026-11-30")).is_some());
    }

    #[test]
    fn a_block_from_the_day_before_is_never_hidden_below_nothing() {
        let plan = plan("cron(0 */4 ? * SUN *)", 6, "2026-12-01", "2026-11-23T00:00:00Z", los_angeles());
        let [block] = plan.day(date("2026-12-07")).unwrap().blocks[..] else { panic!("one block") };
        assert!(block.came_over);
        assert_eq!(block.lane, 0);
    }

    #[test]
    fn every_second_costs_no_more_than_every_minute() {
        let plan = plan("cron(* * * ? * * *)", 1, "2026-12-01", "2026-11-23T00:00:00Z", los_angeles());
        assert_eq!(plan.day(date("2026-12-17")).unwrap().band.unwrap().starts, MOST_A_DAY + 1);
        assert!(plan.runs.len() <= 43 * (MOST_A_DAY + 1));
    }

    #[test]
    fn the_past_shows_the_pattern_but_a_rate_has_none() {
        let created = "2026-12-15T00:00:00Z";
        let weekly = plan("cron(0 2 ? * SUN *)", 2, "2026-12-01", created, los_angeles());
        assert_eq!(weekly.runs_on(date("2026-12-06")).len(), 1);
        let rate = plan("rate(7 days)", 2, "2026-12-01", created, los_angeles());
        assert!(rate.runs_on(date("2026-12-08")).is_empty());
        assert_eq!(rate.runs_on(date("2026-12-14")).len(), 1);
    }
}
