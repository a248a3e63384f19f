//! Answers one schedule once, for counting instructions:
//!
//! ```text
//! valgrind --tool=callgrind target/release/hot_path 'cron(0/5 * * * ? *)' America/New_York 1000000
//! ```
//!
//! What remains after taking off a run with 0 executions is the hot path. A fourth argument asks so many
//! times, each time anew.

use anyhow::{Context, Result};
use std::hint::black_box;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::Zone;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (expression, zone, executions, queries) = match arguments.as_slice() {
        [expression, zone, executions] => (expression, zone, executions, 1),
        [expression, zone, executions, queries] => (expression, zone, executions, queries.parse()?),
        _ => anyhow::bail!("give an expression, a time zone, a number of executions, and maybe of queries"),
    };
    let executions: usize = executions.parse()?;
    let (schedule, _) = Schedule::parse(expression).into_parts();
    let timing = Timing::new(schedule.context("the expression is not valid")?, Zone::named(zone));
    let query = Query::after(Timestamp::from_seconds(1_767_225_600));
    let mut count = 0;
    for _ in 0..queries {
        for run in timing.occurrences(black_box(&query)).take(executions) {
            black_box(&run);
            count += 1;
        }
    }
    println!("{count} executions");
    Ok(())
}
