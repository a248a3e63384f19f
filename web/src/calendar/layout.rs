//! Executions → what each day of a calendar shows of them.

use super::day::DaySpan;
use chrono::NaiveDate;
use window_planner_core::{occurrence::Occurrence, zone::Zone};

/// More starts than this on one day become a band.
pub const BAND_ABOVE: usize = 8;

/// More starts than this on one day (one a minute) are not counted: a band then says "more than".
pub const MOST_A_DAY: usize = 1440;

/// The lanes in which a block stays at its height over midnight: every day shows as many. Further down
/// it would be hidden on the next day, below nothing.
const KEPT_LANES: usize = 2;

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct DayPlan {
    /// Its date in the view's zone.
    pub date: NaiveDate,
    /// The blocks on it, by lane.
    pub blocks: Vec<Block>,
    /// What stands for the blocks where there are too many.
    pub band: Option<Band>,
    /// The places of the executions that touch it, in the list that was laid out.
    pub touching: std::ops::Range<usize>,
}

/// One execution's part of one day. The fractions are of that day's length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// The execution's place in the list that was laid out.
    pub run: usize,
    /// How many blocks stand above it.
    pub lane: usize,
    /// Where it begins.
    pub from: f64,
    /// From where on no new task starts.
    pub cutoff: f64,
    /// Where it ends.
    pub to: f64,
    /// Whether the execution began on a day before.
    pub came_over: bool,
    /// Whether it ends on a day after.
    pub goes_on: bool,
}

/// Executions too many to draw one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// How many begin on this day.
    pub starts: usize,
    /// The milliseconds from each to the next, where they are all the same.
    pub every: Option<i64>,
    /// Where the first begins, as a fraction of the day.
    pub from: f64,
    /// Where the last ends.
    pub to: f64,
}

/// Lays `runs` (by start, all of one window) out on `days` (one after another) of `zone`.
///
/// Cost: one binary search a day and a step for each block, so that a rate of a minute costs no
/// more than its bands.
#[must_use]
pub fn lay_out(days: &[NaiveDate], runs: &[Occurrence], zone: Zone) -> Vec<DayPlan> {
    let mut open_lanes: Vec<Option<usize>> = Vec::new();
    days.iter()
        .map(|&date| {
            let span = DaySpan::of(date, zone);
            // Executions of one window are equally long, so their ends are in order, too.
            let first = runs.partition_point(|run| run.end <= span.from);
            let first_start = runs.partition_point(|run| run.start < span.from);
            let end = runs.partition_point(|run| run.start < span.until);
            let touching = first..end.max(first);
            if end.saturating_sub(first_start) > BAND_ABOVE {
                open_lanes.clear();
                return DayPlan {
                    date,
                    blocks: Vec::new(),
                    band: Some(band(&runs[first_start..end], span)),
                    touching,
                };
            }
            let blocks = blocks(runs, touching.clone(), span, &mut open_lanes);
            DayPlan { date, blocks, band: None, touching }
        })
        .collect()
}

/// The blocks of one day. `open_lanes` holds which execution each of the kept lanes carries over
/// midnight, so that a block stays at its height from one day to the next.
fn blocks(
    runs: &[Occurrence],
    touching: std::ops::Range<usize>,
    span: DaySpan,
    open_lanes: &mut Vec<Option<usize>>,
) -> Vec<Block> {
    let carried = std::mem::take(open_lanes);
    let mut taken: Vec<usize> = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    for place in touching {
        let run = &runs[place];
        let held = carried.iter().position(|lane| *lane == Some(place));
        let lane = held.unwrap_or_else(|| first_free(&taken, &carried, place));
        taken.push(lane);
        let goes_on = run.end > span.until;
        if goes_on && lane < KEPT_LANES {
            open_lanes.resize(open_lanes.len().max(lane + 1), None);
            open_lanes[lane] = Some(place);
        }
        blocks.push(Block {
            run: place,
            lane,
            from: span.fraction(run.start),
            cutoff: span.fraction(run.cutoff),
            to: span.fraction(run.end),
            came_over: run.start < span.from,
            goes_on,
        });
    }
    blocks.sort_by_key(|block| block.lane);
    blocks
}

/// The highest lane that neither a block of this day nor a later one from yesterday takes.
fn first_free(taken: &[usize], carried: &[Option<usize>], place: usize) -> usize {
    let is_free = |lane: &usize| {
        !taken.contains(lane) && carried.get(*lane).copied().flatten().is_none_or(|other| other < place)
    };
    let lanes = taken.len() + carried.len();
    (0..lanes).find(is_free).unwrap_or(lanes)
}

fn band(starting: &[Occurrence], span: DaySpan) -> Band {
    let mut gaps = starting.windows(2).map(|pair| pair[1].start.millis_since(pair[0].start));
    let every = gaps.next().filter(|gap| gaps.all(|other| other == *gap));
    Band {
        starts: starting.len(),
        every,
        from: starting.first().map_or(0.0, |run| span.fraction(run.start)),
        to: starting.last().map_or(1.0, |run| span.fraction(run.end)),
    }
}
