//! How much happens on each day of a year.

use crate::{
    calendar::{
        plan::clock_changes,
        runs::{Band, WindowRuns},
        span::Span,
    },
    store::Wall,
};
use chrono::NaiveDate;
use window_planner_core::zone::Zone;

/// How much happens on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many executions touch the day.
    pub runs: usize,
    /// For how many milliseconds windows are open, all of them added up.
    pub millis: i64,
    /// Whether the clocks change.
    pub has_clock_change: bool,
    /// Whether an update that is to be sent changes an execution.
    pub is_changed: bool,
}

impl Load {
    /// From 0, nothing, to 4, a day's length and more.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self.millis / 60_000 {
            0 if self.runs == 0 => 0,
            0..=240 => 1,
            241..=720 => 2,
            721..=1439 => 3,
            _ => 4,
        }
    }
}

/// How much happens on the days of a span, counted window by window. Nothing is laid out for it: with thousands of
/// windows a year has a million executions.
#[derive(Clone, Debug, PartialEq)]
pub struct Loads {
    span: Span,
    wall: Wall,
    days: Vec<Load>,
    /// The zones of the windows, each once.
    zones: Vec<Zone>,
}

impl Loads {
    /// Those of no window.
    #[must_use]
    pub fn new(span: Span, wall: Wall) -> Self {
        Self { span, wall, days: vec![Load::default(); span.days], zones: Vec::new() }
    }

    /// Adds what a window does on the days of the span.
    ///
    /// Cost: a step for each execution.
    pub fn add(&mut self, window: &WindowRuns) {
        for run in &window.runs {
            let is_marked = window.marks.of(run.start).is_some();
            for place in window.days_of(run) {
                let day = window.days.day(place);
                if let Some(load) = self.days.get_mut(place) {
                    load.runs += 1;
                    load.millis += run.end.min(day.until).millis_since(run.start.max(day.from));
                    load.is_changed |= is_marked;
                }
            }
        }
        for band in &window.bands {
            if let Some(load) = self.days.get_mut(band.day) {
                load.runs += band.starts;
                load.millis += open_millis(band, window);
            }
        }
        for (place, _) in &window.marks.leaving {
            if let Some(load) = self.days.get_mut(*place) {
                load.is_changed = true;
            }
        }
        if !self.zones.contains(&window.own_zone) {
            self.zones.push(window.own_zone);
        }
    }

    /// Marks the days on which the clocks change, once all windows are counted.
    #[must_use]
    pub fn finished(mut self) -> Self {
        for (place, _) in clock_changes(self.span, self.wall, &self.zones) {
            if let Some(load) = self.days.get_mut(place) {
                load.has_clock_change = true;
            }
        }
        self
    }

    /// The load of a day; none for a day of another span.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Load {
        self.span.place(date).and_then(|place| self.days.get(place)).copied().unwrap_or_default()
    }
}

/// How long a window with too many executions to draw is open on a day: from its first to its last.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "parts of a day")]
fn open_millis(band: &Band, window: &WindowRuns) -> i64 {
    let day = window.days.day(band.day);
    ((band.to - band.from) * day.until.millis_since(day.from) as f64).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::{
            change::Marks,
            drawn::{Drawn, Update},
            ghost::Absence,
            plan::{DayPlan, SpanPlan},
            span::Days,
        },
        store::ViewKind,
    };
    use std::sync::Arc;
    use window_planner_core::{
        Timestamp,
        occurrence::{Hours, Timing},
        plan::WindowId,
        schedule::Schedule,
    };

    const SCHEDULES: [(&str, &str, u8); 6] = [
        ("cron(30 23 ? * TUE#2 *)", "America/Los_Angeles", 4),
        ("cron(0 2 ? * SUN *)", "Europe/Berlin", 3),
        ("cron(0 * ? * WED *)", "Asia/Tokyo", 1),
        ("rate(5 hours)", "UTC", 24),
        ("rate(7 minutes)", "Australia/Sydney", 2),
        ("cron(30 2 14 3 ? *)", "America/Los_Angeles", 1),
    ];

    fn timing((schedule, zone, hours): (&str, &str, u8)) -> Timing {
        Timing::new(Schedule::parse(schedule).into_parts().0.unwrap(), Zone::named(zone))
            .with_length(Hours::new(hours).unwrap(), Hours::default())
    }

    /// What windows of all kinds do in a year; an update moves the first.
    fn windows(span: Span, wall: Wall) -> Vec<Arc<WindowRuns>> {
        let since = Timestamp::parse_rfc3339("2027-02-01T00:00:00Z").unwrap();
        let runs = SCHEDULES.iter().enumerate().map(|(number, schedule)| {
            let drawn = Drawn::planned(Arc::new(timing(*schedule)), since);
            let before = timing(("cron(30 22 ? * MON *)", "America/Los_Angeles", 4));
            let update = (number == 0).then(|| Update { before: Some((Arc::new(before), since)), since });
            let days = Arc::new(Days::of(span, wall.zone(drawn.timing.zone())));
            let id = WindowId::parse(&format!("mw-{number:017x}")).unwrap();
            Arc::new(WindowRuns::new(id, &Drawn { update, ..drawn }, days))
        });
        runs.collect()
    }

    fn loads(span: Span, wall: Wall, windows: &[Arc<WindowRuns>]) -> Loads {
        let mut loads = Loads::new(span, wall);
        for window in windows {
            loads.add(window);
        }
        loads.finished()
    }

    #[test]
    fn a_level_says_how_long_windows_are_open() {
        let levels = [(0, 0_i64), (1, 0), (1, 240), (2, 241), (3, 900), (9, 1440)];
        let level = |&(runs, minutes)| Load { runs, millis: minutes * 60_000, ..Load::default() }.level();
        assert_eq!(levels.iter().map(level).collect::<Vec<u8>>(), [0, 1, 1, 2, 3, 4]);
    }

    #[test]
    fn what_is_counted_is_what_would_be_drawn() {
        let span = Span::of(ViewKind::Year, "2027-06-01".parse().unwrap());
        for wall in [Wall::Own, Wall::Of(Zone::named("Europe/Berlin").unwrap())] {
            let windows = windows(span, wall);
            assert_ne!(windows[0].marks, Marks::default());
            let loads = loads(span, wall, &windows);
            let drawn = SpanPlan::new(span, wall, windows);
            for day in &drawn.days {
                let load = loads.on(day.date);
                let is_changed = day.blocks.iter().any(|block| block.mark.is_some())
                    || day.ghosts.iter().any(|ghost| matches!(ghost.why, Absence::Leaves(_)));
                let told = (load.runs, load.has_clock_change, load.is_changed);
                assert_eq!(told, (day.runs(), !day.clock_changes.is_empty(), is_changed), "{}", day.date);
                if !load.has_clock_change {
                    assert_eq!(load.millis, drawn_millis(day), "{}", day.date);
                }
            }
        }
    }

    /// How long windows are open on a day of 24 hours, as it is drawn.
    #[expect(clippy::cast_possible_truncation, reason = "parts of a day")]
    fn drawn_millis(day: &DayPlan) -> i64 {
        let blocks = day.blocks.iter().map(|block| block.to - block.from);
        let bands = day.bands.iter().map(|band| band.to - band.from);
        blocks.chain(bands).map(|part| (part * 86_400_000.0).round() as i64).sum()
    }

    #[test]
    fn a_run_of_an_hour_is_an_hour_on_a_day_of_23() {
        let span = Span::of(ViewKind::Year, "2027-06-01".parse().unwrap());
        let wall = Wall::Of(Zone::named("Europe/Berlin").unwrap());
        let days = Arc::new(Days::of(span, wall.zone(Zone::UTC)));
        let drawn = Drawn::planned(Arc::new(timing(("cron(0 12 28 3 ? 2027)", "UTC", 3))), Timestamp::EPOCH);
        let id = WindowId::parse("mw-0123456789abcdef0").unwrap();
        let loads = loads(span, wall, &[Arc::new(WindowRuns::new(id, &drawn, days))]);
        let load = loads.on("2027-03-28".parse().unwrap());
        assert_eq!((load.millis, load.has_clock_change), (3 * 3_600_000, true));
        assert_eq!(loads.on("2028-03-28".parse().unwrap()), Load::default());
    }
}
