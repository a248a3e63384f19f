//! What stands on each day of the printed months.

use crate::{calendar::runs::WindowRuns, words};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;
use window_planner_core::order::sort_by_key;

/// The most lines of a day; beyond them only their number is printed. A page has room for about 60.
pub const MOST_LINES: usize = 150;

/// A line of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When the run begins; none for runs too many to list, which come last.
    pub begins: Option<NaiveTime>,
    /// When: `23:30–03:30`, `every 5 min, 288 runs`.
    pub times: String,
    /// The place of the window among those that are printed.
    pub window: usize,
    /// Whether a change of the clocks concerns it.
    pub clock_change: bool,
}

/// The lines of each day that has some, by date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedDays(Vec<(NaiveDate, Vec<Line>)>);

impl PrintedDays {
    /// The lines of a day, by time.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> &[Line] {
        let place = self.0.binary_search_by_key(&date, |(date, _)| *date).ok();
        place.and_then(|place| self.0.get(place)).map_or(&[], |(_, lines)| lines)
    }
}

/// What begins on each day.
#[must_use]
pub fn lines(
    windows: &[Arc<WindowRuns>],
    band_words: impl Fn(&crate::calendar::runs::Band) -> String,
) -> PrintedDays {
    let mut dated: Vec<(NaiveDate, Line)> = Vec::new();
    for (place, window) in windows.iter().enumerate() {
        let zone = window.days.zone;
        for run in window.runs.iter().filter(|run| run.start >= window.days.from()) {
            let (start, end) = (zone.local(run.start), zone.local(run.end));
            let after = words::weekday_if_other(end, start);
            let times = format!("{}–{}{after}", words::time(start), words::time(end));
            let begins = Some(start.time());
            let line = Line { begins, times, window: place, clock_change: run.clock_change.is_some() };
            dated.push((start.date(), line));
        }
        for band in &window.bands {
            let line = Line { begins: None, times: band_words(band), window: place, clock_change: false };
            dated.push((window.days.span.date(band.day), line));
        }
    }
    sort_by_key(&mut dated, |(date, line)| (*date, line.begins.is_none(), line.begins, line.window));
    let mut days: Vec<(NaiveDate, Vec<Line>)> = Vec::new();
    for (date, line) in dated {
        match days.last_mut() {
            Some((day, lines)) if *day == date => lines.push(line),
            _ => days.push((date, vec![line])),
        }
    }
    PrintedDays(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::runs::tests::runs;

    #[test]
    fn a_day_has_what_begins_on_it_by_time_and_dense_runs_in_one_line() {
        let schedules = ["cron(30 23 ? * THU *)", "cron(0 2 ? * * *)", "rate(5 minutes)"];
        let windows = schedules.map(|schedule| Arc::new(runs(schedule, 4, "2027-01-01", 31)));
        let days = lines(&windows, |band| format!("{} runs", band.starts));
        let of = |day: &str| -> Vec<(usize, String)> {
            days.on(day.parse().unwrap()).iter().map(|line| (line.window, line.times.clone())).collect()
        };
        let text = str::to_owned;
        assert_eq!(
            of("2027-01-07"),
            [(1, text("02:00–06:00")), (0, text("23:30–03:30 Fri")), (2, text("288 runs")),]
        );
        // What began the day before is told there.
        assert_eq!(of("2027-01-08").len(), 2);
        assert_eq!(days.0.len(), 31);
        assert!(days.on("2027-02-01".parse().unwrap()).is_empty());
    }
}
