//! What a day of the month has room for.

use super::{ghost::Ghost, layout::Block, plan::DayPlan, runs::Band};
use window_planner_core::plan::WindowId;

/// A row in a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A run that does not take place.
    Ghost(Ghost),
    /// An execution's part of the day.
    Block(Box<Block>),
    /// Executions too many to draw one by one.
    Band(Band),
    /// A lane that is free between two blocks.
    Gap,
}

/// What a row shows, where it is in the day's plan.
#[derive(Clone, Copy)]
enum Part<'d> {
    Ghost(&'d Ghost),
    Block(&'d Block),
    Band(&'d Band),
    Gap,
}

impl Part<'_> {
    fn window(&self) -> Option<&WindowId> {
        match self {
            Self::Ghost(ghost) => Some(&ghost.window),
            Self::Block(block) => Some(&block.window),
            Self::Band(band) => Some(&band.window),
            Self::Gap => None,
        }
    }

    fn row(self) -> Row {
        match self {
            Self::Ghost(ghost) => Row::Ghost(ghost.clone()),
            Self::Block(block) => Row::Block(Box::new(block.clone())),
            Self::Band(band) => Row::Band(band.clone()),
            Self::Gap => Row::Gap,
        }
    }
}

/// For how many rows a day has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// When all of them show.
    pub whole: usize,
    /// Beside the line that tells how many more there are.
    pub beside_more: usize,
}

impl Room {
    /// The room in a day of `height`, less `head` for its number; a row takes `row`, the line of those
    /// that do not show `more`. Two rows at the least, since days never get lower.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few rows, never below two"
    )]
    pub fn of(height: f64, head: f64, row: f64, more: f64) -> Self {
        let rows = |height: f64| (height / row).clamp(2.0, 40.0) as usize;
        Self { whole: rows(height - head), beside_more: rows(height - head - more) }
    }
}

/// The rows of a day, and how many do not show. What does not take place comes first, then blocks by lane,
/// then bands; a row of the selected window shows in any case.
#[must_use]
pub fn rows(day: &DayPlan, room: Room, selected: Option<&WindowId>) -> (Vec<Row>, usize) {
    let mut parts: Vec<Part<'_>> = day.ghosts.iter().map(Part::Ghost).collect();
    for block in &day.blocks {
        let lane = day.ghosts.len() + block.lane;
        parts.resize(parts.len().max(lane), Part::Gap);
        parts.push(Part::Block(block));
    }
    parts.extend(day.bands.iter().map(Part::Band));
    let rows = |parts: Vec<Part<'_>>| parts.into_iter().map(Part::row).collect();
    if parts.len() <= room.whole {
        return (rows(parts), 0);
    }
    let beyond = parts.split_off(room.beside_more);
    let is_selected = |part: &Part<'_>| selected.is_some() && part.window() == selected;
    if !parts.iter().any(is_selected)
        && let (Some(last), Some(wanted)) = (parts.last_mut(), beyond.iter().find(|part| is_selected(part)))
    {
        *last = *wanted;
    }
    let shown = parts.iter().filter(|part| !matches!(part, Part::Gap)).count();
    let all = day.ghosts.len() + day.blocks.len() + day.bands.len();
    (rows(parts), all - shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{Timestamp, occurrence::Occurrence};

    fn id(number: usize) -> WindowId {
        WindowId::parse(&format!("mw-{number:017x}")).unwrap()
    }

    /// A day with a block in each of these lanes; the block's window has the lane's number.
    fn day(lanes: &[usize]) -> DayPlan {
        let now = Timestamp::EPOCH;
        let run = Occurrence { start: now, cutoff: now, end: now, clock_change: None };
        let block = |&lane| Block {
            window: id(lane),
            run,
            lane,
            from: 0.0,
            cutoff: 0.0,
            to: 0.0,
            came_over: false,
            goes_on: false,
            mark: None,
            cancelled: false,
        };
        DayPlan {
            date: "2026-12-17".parse().unwrap(),
            blocks: lanes.iter().map(block).collect(),
            bands: Vec::new(),
            ghosts: Vec::new(),
            clock_changes: Vec::new(),
        }
    }

    fn window(row: &Row) -> Option<&WindowId> {
        match row {
            Row::Ghost(ghost) => Some(&ghost.window),
            Row::Block(block) => Some(&block.window),
            Row::Band(band) => Some(&band.window),
            Row::Gap => None,
        }
    }

    fn shown(day: &DayPlan, whole: usize, selected: Option<usize>) -> (Vec<Option<WindowId>>, usize) {
        let room = Room { whole, beside_more: whole - 1 };
        let (rows, hidden) = rows(day, room, selected.map(id).as_ref());
        (rows.iter().map(|row| window(row).cloned()).collect(), hidden)
    }

    #[test]
    fn what_fits_shows_and_else_a_row_is_left_for_the_count() {
        let three = day(&[0, 1, 2]);
        assert_eq!(shown(&three, 3, None), (vec![Some(id(0)), Some(id(1)), Some(id(2))], 0));
        assert_eq!(shown(&three, 2, None), (vec![Some(id(0))], 2));
        assert_eq!(shown(&three, 1, None), (Vec::new(), 3));
    }

    #[test]
    fn the_line_of_those_that_do_not_show_is_lower_than_a_row() {
        assert_eq!(Room::of(96.0, 28.0, 24.0, 19.0), Room { whole: 2, beside_more: 2 });
        assert_eq!(Room::of(140.0, 28.0, 24.0, 19.0), Room { whole: 4, beside_more: 3 });
        assert_eq!(Room::of(0.0, 28.0, 24.0, 19.0), Room { whole: 2, beside_more: 2 });
    }

    #[test]
    fn a_lane_that_is_free_stays_empty() {
        assert_eq!(shown(&day(&[1]), 3, None), (vec![None, Some(id(1))], 0));
        assert_eq!(shown(&day(&[1, 2, 3]), 3, None), (vec![None, Some(id(1))], 2));
    }

    #[test]
    fn the_selected_window_shows_however_full_the_day_is() {
        let many = day(&[0, 1, 2, 3, 4]);
        assert_eq!(shown(&many, 3, Some(4)), (vec![Some(id(0)), Some(id(4))], 3));
        assert_eq!(shown(&many, 3, Some(0)), (vec![Some(id(0)), Some(id(1))], 3));
    }
}
