//! Turns, and what comes of them.

use crate::peers::{Program, ours, peers};
use crate::rows::Row;
use std::time::{Duration, Instant};

/// How often each program has its turn; the first is not counted.
const TURNS: usize = 9;

/// A turn is repeated within itself until it lasts this long.
const SHORTEST_TURN: Duration = Duration::from_millis(60);

/// What one program did.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    /// The median of the turns.
    pub(crate) per_second: f64,
    /// How many times as fast we were in the same turn: the median.
    pub(crate) ratio: f64,
}

/// All programs on one row.
pub(crate) struct Contest {
    pub(crate) ours: Figure,
    peers: Vec<(&'static str, Figure)>,
}

impl Contest {
    pub(crate) fn of(row: &Row) -> Self {
        let programs: Vec<(&'static str, Program)> =
            std::iter::once(("ours", ours(row))).chain(peers(row)).collect();
        let mut speeds = vec![Vec::new(); programs.len()];
        for turn in 0..TURNS {
            for ((_, program), speeds) in programs.iter().zip(&mut speeds) {
                let speed = speed_of(program);
                if turn > 0 {
                    speeds.push(speed);
                }
            }
        }
        let ours = speeds[0].clone();
        let mut figures = programs.iter().zip(speeds).map(|((name, _), speeds)| {
            let ratios = ours.iter().zip(&speeds).map(|(ours, theirs)| ours / theirs).collect();
            (*name, Figure { per_second: median(speeds), ratio: median(ratios) })
        });
        let ours = figures.next().map_or(Figure { per_second: 0.0, ratio: 1.0 }, |(_, figure)| figure);
        Self { ours, peers: figures.collect() }
    }

    /// The peer that comes nearest.
    pub(crate) fn best_peer(&self) -> Option<(&'static str, Figure)> {
        self.peers.iter().copied().min_by(|left, right| left.1.ratio.total_cmp(&right.1.ratio))
    }
}

/// Executions a second in one turn.
fn speed_of(program: &Program) -> f64 {
    let start = Instant::now();
    let mut executions = 0;
    while start.elapsed() < SHORTEST_TURN {
        executions += program();
    }
    // A count of executions is far below 2^52.
    #[expect(clippy::cast_precision_loss, reason = "a count of executions is far below 2^52")]
    let executions = executions as f64;
    executions / start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
