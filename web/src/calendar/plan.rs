//! What a span of the calendar shows of all windows, computed at once.

use super::{
    ghost::{Absence, Ghost},
    layout::{Block, lay_out},
    runs::{Band, WindowRuns},
    span::{Days, Span},
};
use crate::{store::Wall, words};
use chrono::NaiveDate;
use std::sync::Arc;
use window_planner_core::{
    pace::{Pace, at_once},
    plan::WindowId,
    zone::Zone,
};

/// The days of a view, with the executions of the windows that show.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanPlan {
    /// Whose wall's clock the days are read from.
    pub wall: Wall,
    /// The days' dates.
    pub span: Span,
    /// The days, in order.
    pub days: Vec<Arc<DayPlan>>,
    /// What each window does, in the plan's order: for views that draw windows apart.
    pub windows: Vec<Arc<WindowRuns>>,
}

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct DayPlan {
    /// Its date.
    pub date: NaiveDate,
    /// The blocks on it, by lane.
    pub blocks: Vec<Block>,
    /// What stands for a window's executions where there are too many.
    pub bands: Vec<Band>,
    /// The runs that do not take place.
    pub ghosts: Vec<Ghost>,
    /// What the clocks do.
    pub clock_changes: Vec<ClockWords>,
}

/// What the clocks of a zone do, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockWords {
    /// `02:00→03:00`.
    pub times: String,
    /// The same in brief, by 12 hours: `2a→3a`.
    pub brief: String,
    /// Where, if that is not the view's zone.
    pub city: Option<String>,
}

impl ClockWords {
    /// `02:00→03:00 Los Angeles`.
    #[must_use]
    pub fn in_full(&self) -> String {
        self.city.as_ref().map_or_else(|| self.times.clone(), |city| format!("{} {city}", self.times))
    }
}

impl SpanPlan {
    /// The plan of `span` for `windows`, by `wall`.
    #[must_use]
    pub fn new(span: Span, wall: Wall, windows: Vec<Arc<WindowRuns>>) -> Self {
        at_once(Self::made(span, wall, windows, &mut Pace::whole()))
    }

    /// The same, with the rests of `pace`.
    pub async fn made(span: Span, wall: Wall, windows: Vec<Arc<WindowRuns>>, pace: &mut Pace) -> Self {
        let blocks = lay_out(&windows, span.days, pace).await;
        let mut days: Vec<DayPlan> = span
            .dates()
            .zip(blocks)
            .map(|(date, blocks)| DayPlan {
                date,
                blocks,
                bands: Vec::new(),
                ghosts: Vec::new(),
                clock_changes: Vec::new(),
            })
            .collect();
        for window in &windows {
            for band in &window.bands {
                if let Some(day) = days.get_mut(band.day) {
                    day.bands.push(band.clone());
                }
            }
            for (place, run) in &window.skipped {
                if let Some(day) = days.get_mut(*place) {
                    Ghost::add(&mut day.ghosts, &window.window, Absence::Skipped(*run));
                }
            }
            for (place, leaving) in &window.marks.leaving {
                if let Some(day) = days.get_mut(*place) {
                    Ghost::add(&mut day.ghosts, &window.window, Absence::Leaves(*leaving));
                }
            }
        }
        let zones: Vec<Zone> = windows.iter().map(|window| window.own_zone).collect();
        for (place, words) in clock_changes(span, wall, &zones) {
            if let Some(day) = days.get_mut(place) {
                day.clock_changes.push(words);
            }
        }
        Self { wall, span, days: days.into_iter().map(Arc::new).collect(), windows }
    }

    /// The plan of one day, if it is one of the span's.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Option<&Arc<DayPlan>> {
        self.days.get(self.span.place(date)?)
    }

    /// The zone in which a window's times are shown.
    #[must_use]
    pub fn zone_of(&self, window: &WindowId) -> Zone {
        let own = || self.windows.iter().find(|runs| runs.window == *window).map(|runs| runs.own_zone);
        match self.wall {
            Wall::Of(zone) => zone,
            Wall::Own => own().unwrap_or(Zone::UTC),
        }
    }
}

impl DayPlan {
    /// How many executions touch the day.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.blocks.len() + self.bands.iter().map(|band| band.starts).sum::<usize>()
    }
}

/// What the clocks do on the days of a span, each with the place of its day: those of the view's zone, then
/// those of the windows' zones.
#[must_use]
pub fn clock_changes(span: Span, wall: Wall, of_windows: &[Zone]) -> Vec<(usize, ClockWords)> {
    let mut zones: Vec<Zone> = Vec::new();
    if let Wall::Of(zone) = wall {
        zones.push(zone);
    }
    for zone in of_windows {
        if !zones.contains(zone) {
            zones.push(*zone);
        }
    }
    let is_alone = zones.len() == 1;
    let mut found = Vec::new();
    for (place, zone) in zones.into_iter().enumerate() {
        let on = Days::of(span, wall.zone(zone));
        let needs_city = !is_alone && (place > 0 || wall == Wall::Own);
        for change in zone.changes(on.from(), on.until()) {
            // The day on which the clocks still show the old time.
            let Some(day) = on.place(change.at.plus_millis(-1)) else { continue };
            let (before, after) = change.local_times();
            found.push((
                day,
                ClockWords {
                    times: words::clock_change(before, after),
                    brief: words::brief_clock_change(before, after),
                    city: needs_city.then(|| zone.city()),
                },
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{calendar::drawn::Drawn, store::ViewKind};
    use window_planner_core::{
        Timestamp,
        occurrence::{Hours, Timing},
        schedule::Schedule,
    };

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn id(number: usize) -> WindowId {
        WindowId::parse(&format!("mw-{number:017x}")).unwrap()
    }

    /// Windows by their schedules, zones and hours, in the month of `day`.
    fn plan(windows: &[(&str, &str, u8)], day: &str, wall: Wall) -> SpanPlan {
        let span = Span::of(ViewKind::Month, date(day));
        let anchor = Timestamp::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
        let runs = windows.iter().enumerate().map(|(number, (schedule, own, hours))| {
            let timing = Timing::new(Schedule::parse(schedule).into_parts().0.unwrap(), Some(zone(own)))
                .with_length(Hours::new(*hours).unwrap(), Hours::new(1).unwrap());
            let days = Arc::new(Days::of(span, wall.zone(zone(own))));
            Arc::new(WindowRuns::new(id(number), &Drawn::planned(Arc::new(timing), anchor), days))
        });
        SpanPlan::new(span, wall, runs.collect())
    }

    fn of(name: &str) -> Wall {
        Wall::Of(zone(name))
    }

    const LA: &str = "America/Los_Angeles";

    #[track_caller]
    fn blocks<'p>(plan: &'p SpanPlan, day: &str) -> &'p [Block] {
        &plan.day(date(day)).unwrap().blocks
    }

    #[test]
    fn a_run_over_midnight_has_a_block_on_both_days() {
        let plan = plan(&[("cron(30 23 17 12 ? 2026)", LA, 4)], "2026-12-01", of(LA));
        let [first] = blocks(&plan, "2026-12-17") else { panic!("one block") };
        let [second] = blocks(&plan, "2026-12-18") else { panic!("one block") };
        assert!(first.goes_on && !first.came_over && !second.goes_on && second.came_over);
        assert_eq!((first.from, first.to), (23.5 / 24.0, 1.0));
        assert_eq!((second.cutoff, second.to), (2.5 / 24.0, 3.5 / 24.0));
    }

    #[test]
    fn a_day_of_the_view_is_not_a_day_of_the_schedule() {
        let windows = [("cron(30 23 17 12 ? 2026)", LA, 4)];
        let tokyo = plan(&windows, "2026-12-01", of("Asia/Tokyo"));
        assert_eq!((blocks(&tokyo, "2026-12-17").len(), blocks(&tokyo, "2026-12-18").len()), (0, 1));
        let own = plan(&windows, "2026-12-01", Wall::Own);
        assert_eq!((blocks(&own, "2026-12-17").len(), blocks(&own, "2026-12-18").len()), (1, 1));
    }

    #[test]
    fn each_window_by_its_own_wall_stands_where_its_expression_says() {
        let windows = [("cron(0 2 ? * * *)", LA, 1), ("cron(0 1 ? * * *)", "Asia/Tokyo", 1)];
        let plan = plan(&windows, "2026-12-01", Wall::Own);
        let starts: Vec<_> =
            blocks(&plan, "2026-12-17").iter().map(|block| (block.window.clone(), block.from)).collect();
        assert_eq!(starts, [(id(1), 1.0 / 24.0), (id(0), 2.0 / 24.0)]);
        assert_eq!((plan.zone_of(&id(0)), plan.zone_of(&id(1))), (zone(LA), zone("Asia/Tokyo")));
    }

    fn changes(plan: &SpanPlan, day: &str) -> Vec<String> {
        plan.day(date(day)).unwrap().clock_changes.iter().map(ClockWords::in_full).collect()
    }

    #[test]
    fn blocks_are_drawn_by_elapsed_time_when_the_clocks_change() {
        // 01:00 to 05:00 on the wall is three hours of a day of 23.
        let plan = plan(&[("cron(0 1 14 3 ? 2027)", LA, 3)], "2027-03-01", of(LA));
        let block = &blocks(&plan, "2027-03-14")[0];
        assert_eq!((block.from, block.to), (1.0 / 23.0, 4.0 / 23.0));
        assert_eq!(changes(&plan, "2027-03-14"), ["02:00→03:00"]);
    }

    #[test]
    fn the_clocks_of_other_zones_are_told_with_their_city() {
        let plan = plan(&[("cron(0 1 ? * SUN *)", LA, 3)], "2027-03-01", of("Europe/Berlin"));
        assert_eq!(changes(&plan, "2027-03-14"), ["02:00→03:00 Los Angeles"]);
        assert_eq!(changes(&plan, "2027-03-28"), ["02:00→03:00"]);
    }

    #[test]
    fn a_skipped_run_is_a_ghost_of_its_window() {
        let windows = [("cron(0 1 ? * SUN *)", LA, 1), ("cron(15,30 2 ? * SUN *)", LA, 2)];
        let plan = plan(&windows, "2027-03-01", of(LA));
        let day = plan.day(date("2027-03-14")).unwrap();
        assert_eq!((day.ghosts.len(), &day.ghosts[0].window, day.ghosts[0].count), (1, &id(1), 2));
        assert_eq!(day.blocks.len(), 1);
    }

    #[test]
    fn blocks_are_stacked_by_start_and_keep_their_lane_over_midnight() {
        let windows = [
            ("cron(0 20 17 12 ? 2026)", LA, 1),
            ("cron(0 22 17 12 ? 2026)", LA, 6),
            ("cron(0 1 18 12 ? 2026)", LA, 1),
            ("cron(0 3 18 12 ? 2026)", LA, 1),
        ];
        let plan = plan(&windows, "2026-12-01", of(LA));
        let lanes = |day: &str| -> Vec<_> {
            blocks(&plan, day).iter().map(|block| (block.lane, block.window.clone())).collect()
        };
        assert_eq!(lanes("2026-12-17"), [(0, id(0)), (1, id(1))]);
        assert_eq!(lanes("2026-12-18"), [(0, id(2)), (1, id(1)), (2, id(3))]);
    }

    #[test]
    fn a_block_from_the_day_before_is_never_hidden_below_nothing() {
        let plan = plan(&[("cron(0 */4 ? * SUN *)", LA, 6)], "2026-12-01", of(LA));
        let [block] = blocks(&plan, "2026-12-07") else { panic!("one block") };
        assert!(block.came_over);
        assert_eq!(block.lane, 0);
    }

    #[test]
    fn a_window_that_runs_all_the_time_is_a_band_beside_the_others() {
        let windows = [("rate(5 minutes)", LA, 1), ("cron(0 1 ? * * *)", LA, 1)];
        let plan = plan(&windows, "2026-12-01", of(LA));
        let day = plan.day(date("2026-12-17")).unwrap();
        assert_eq!((day.bands.len(), day.blocks.len(), day.runs()), (1, 1, 289));
    }
}
