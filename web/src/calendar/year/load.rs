//! How much happens on each day of a year.

use super::super::plan::DayPlan;

/// How much happens on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many executions touch the day.
    pub runs: usize,
    /// For how many minutes windows are open, all of them added up.
    pub minutes: u32,
}

impl Load {
    /// The load of a day.
    #[must_use]
    pub fn of(day: &DayPlan) -> Self {
        let blocks = day.blocks.iter().map(|block| block.to - block.from);
        let bands = day.bands.iter().map(|band| band.to - band.from);
        Self { runs: day.runs(), minutes: minutes(blocks.chain(bands).sum()) }
    }

    /// From 0, nothing, to 4, a day's length and more.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self.minutes {
            0 if self.runs == 0 => 0,
            0..=240 => 1,
            241..=720 => 2,
            721..=1439 => 3,
            _ => 4,
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "fractions of days, never negative"
)]
fn minutes(days: f64) -> u32 {
    (days * 1440.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_says_how_long_windows_are_open() {
        let levels = [(0, 0), (1, 0), (1, 240), (2, 241), (3, 900), (9, 1440)];
        let found: Vec<u8> = levels.iter().map(|&(runs, minutes)| Load { runs, minutes }.level()).collect();
        assert_eq!(found, [0, 1, 1, 2, 3, 4]);
    }
}
