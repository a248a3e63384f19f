//! What one window does on the days of a span.

use super::{change::Marks, drawn::Drawn, span::Days};
use std::sync::Arc;
use window_planner_core::{
    Timestamp,
    occurrence::{Occurrence, Query, SkippedRun, Timing},
    plan::WindowId,
};

/// More starts of a window than this on one day become a band.
pub const BAND_ABOVE: usize = 8;

/// More starts than this on one day (one a minute) are not counted: a band then says "more than".
pub const MOST_A_DAY: usize = 1440;

/// How many skipped runs of one window are drawn; a schedule of every second skips thousands.
const MOST_SKIPPED: usize = 40;

/// The executions of one window on the days of a span, and those that began before and are still open.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRuns {
    /// The window.
    pub window: WindowId,
    /// The zone of its schedule.
    pub own_zone: window_planner_core::zone::Zone,
    /// The days, by the wall that the view shows for it.
    pub days: Arc<Days>,
    /// The executions by start; without those of days that have a band.
    pub runs: Vec<Occurrence>,
    /// What stands for the executions of a day where there are too many, by day.
    pub bands: Vec<Band>,
    /// The runs that a change of the clocks skips, each with the place of its day.
    pub skipped: Vec<(usize, SkippedRun)>,
    /// What an update does that is to be sent.
    pub marks: Marks,
    /// The starts of those that were cancelled.
    pub cancelled: Vec<Timestamp>,
}

/// Executions of a window that are too many to draw one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The window.
    pub window: WindowId,
    /// The place of its day.
    pub day: usize,
    /// How many begin on this day; more than [`MOST_A_DAY`] are not counted.
    pub starts: usize,
    /// The milliseconds from each to the next, where they are all the same.
    pub every: Option<i64>,
    /// Where the first begins, as a fraction of the day.
    pub from: f64,
    /// Where the last ends.
    pub to: f64,
}

impl WindowRuns {
    /// What a window does.
    ///
    /// Cost: a step for each execution, but no more than [`MOST_A_DAY`] a day; with an update to come
    /// twice as many, and those of a month around.
    #[must_use]
    pub fn new(window: WindowId, drawn: &Drawn, days: Arc<Days>) -> Self {
        let timing = &*drawn.timing;
        let (runs, bands) = if drawn.enabled {
            runs_and_bands(&window, timing, drawn.anchor, &days)
        } else {
            (Vec::new(), Vec::new())
        };
        let skipped = if drawn.enabled { skipped(timing, drawn.anchor, &days) } else { Vec::new() };
        let changes = drawn.changes(days.from(), days.until());
        let marks = changes.map(|changes| Marks::new(&changes, &days)).unwrap_or_default();
        let cancelled = drawn.cancelled.clone();
        Self { window, own_zone: timing.zone(), days, runs, bands, skipped, marks, cancelled }
    }

    /// The places of the days that an execution touches.
    #[must_use]
    pub fn days_of(&self, run: &Occurrence) -> std::ops::RangeInclusive<usize> {
        let last = self.days.span.days.saturating_sub(1);
        let from = self.days.place(run.start).unwrap_or(0);
        let to = self.days.place(run.end.plus_millis(-1)).unwrap_or(last);
        from..=to
    }
}

/// The executions of a window that runs as `timing` says and counts from `anchor`, and bands for days
/// that have too many.
fn runs_and_bands(
    window: &WindowId,
    timing: &Timing,
    anchor: Timestamp,
    days: &Days,
) -> (Vec<Occurrence>, Vec<Band>) {
    let until = days.until();
    let earliest = days.from().plus_hours(-timing.duration().get()).plus_millis(1);
    let mut coming = timing.pattern(earliest, until, anchor).peekable();
    let mut runs = Vec::new();
    while let Some(run) = coming.next_if(|run| run.start < days.from()) {
        if runs.len() <= BAND_ABOVE {
            runs.push(run);
        }
    }
    // A window that is open so many times over is a band, which shows on the day itself.
    if runs.len() > BAND_ABOVE {
        runs.clear();
    }
    let mut bands = Vec::new();
    for place in 0..days.span.days {
        let day = days.day(place);
        let first = runs.len();
        while let Some(run) = coming.next_if(|run| run.start < day.until) {
            runs.push(run);
            if runs.len() - first > MOST_A_DAY {
                coming = timing.pattern(day.until, until, anchor).peekable();
                break;
            }
        }
        if runs.len() - first > BAND_ABOVE {
            bands.push(Band::of(window, place, &runs[first..], days));
            runs.truncate(first);
        }
    }
    (runs, bands)
}

fn skipped(timing: &Timing, anchor: Timestamp, days: &Days) -> Vec<(usize, SkippedRun)> {
    let query = Query::after(days.from()).before(days.until()).created(anchor.min(days.from()));
    let placed = |run: SkippedRun| Some((days.place(run.change.at)?, run));
    timing.skipped(&query).take(MOST_SKIPPED).filter_map(placed).collect()
}

impl Band {
    fn of(window: &WindowId, day: usize, starting: &[Occurrence], days: &Days) -> Self {
        let mut gaps = starting.windows(2).map(|pair| pair[1].start.millis_since(pair[0].start));
        let every = gaps.next().filter(|gap| gaps.all(|other| other == *gap));
        let span = days.day(day);
        Self {
            window: window.clone(),
            day,
            starts: starting.len(),
            every,
            from: starting.first().map_or(0.0, |run| span.fraction(run.start)),
            to: starting.last().map_or(1.0, |run| span.fraction(run.end)),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::calendar::{drawn::Update, span::Span};
    use window_planner_core::{occurrence::Hours, schedule::Schedule, zone::Zone};

    /// What a window in Los Angeles does.
    pub(crate) fn runs(schedule: &str, hours: u8, first: &str, days: usize) -> WindowRuns {
        let zone = Zone::named("America/Los_Angeles").unwrap();
        let timing = Timing::new(Schedule::parse(schedule).into_parts().0.unwrap(), Some(zone))
            .with_length(Hours::new(hours).unwrap(), Hours::default());
        let days = Days::of(Span { first: first.parse().unwrap(), days }, zone);
        let anchor = Timestamp::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
        let id = WindowId::parse("mw-0123456789abcdef0").unwrap();
        WindowRuns::new(id, &Drawn::planned(Arc::new(timing), anchor), Arc::new(days))
    }

    #[test]
    fn a_run_that_is_open_when_the_span_begins_is_there() {
        let found = runs("cron(30 23 ? * * *)", 4, "2026-12-18", 1);
        assert_eq!(found.runs.len(), 2);
        assert_eq!(found.days_of(&found.runs[0]), 0..=0);
        let ended = runs("cron(0 20 ? * * *)", 4, "2026-12-18", 1);
        assert_eq!(ended.runs.len(), 1);
    }

    #[test]
    fn every_five_minutes_is_a_band_each_day() {
        let found = runs("rate(5 minutes)", 1, "2026-12-14", 7);
        assert!(found.runs.is_empty());
        let bands: Vec<_> = found.bands.iter().map(|band| (band.day, band.starts, band.every)).collect();
        assert_eq!(bands, (0..7).map(|day| (day, 288, Some(300_000))).collect::<Vec<_>>());
    }

    #[test]
    fn every_second_costs_no_more_than_every_minute() {
        let found = runs("cron(* * * ? * * *)", 1, "2026-12-14", 7);
        assert!(found.bands.iter().all(|band| band.starts == MOST_A_DAY + 1));
        assert_eq!(found.bands.len(), 7);
    }

    #[test]
    fn a_busy_day_among_quiet_ones_is_a_band_on_that_day() {
        let found = runs("cron(0 * ? * WED *)", 1, "2026-12-14", 7);
        assert_eq!(found.bands.iter().map(|band| (band.day, band.starts)).collect::<Vec<_>>(), [(2, 24)]);
        assert!(found.runs.is_empty());
    }

    #[test]
    fn of_a_disabled_window_only_what_the_update_takes_away_shows() {
        let daily = runs("cron(0 20 ? * * *)", 1, "2026-12-18", 2);
        let zone = daily.own_zone;
        let (schedule, _) = Schedule::parse("cron(0 20 ? * * *)").into_parts();
        let timing = Arc::new(Timing::new(schedule.unwrap(), Some(zone)));
        let since = Timestamp::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
        let update = Some(Update { before: Some((timing.clone(), since)), since });
        let drawn = Drawn { enabled: false, update, ..Drawn::planned(timing, since) };
        let found = WindowRuns::new(daily.window.clone(), &drawn, daily.days.clone());
        assert_eq!((daily.runs.len(), found.runs.len(), found.marks.leaving.len()), (2, 0, 2));
    }

    #[test]
    fn a_skipped_run_stands_on_the_day_of_the_change() {
        let found = runs("cron(30 2 ? * SUN *)", 2, "2027-03-08", 14);
        assert_eq!(found.skipped.iter().map(|(day, _)| *day).collect::<Vec<_>>(), [6]);
        assert_eq!(found.runs.len(), 1);
    }
}
