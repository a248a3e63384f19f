//! Answers one schedule once, for counting instructions:
//!
//! ```text
//! valgrind --tool=callgrind target/release/hot_path 'cron(0/5 * * * ? *)' America/New_York 1000000
//! ```
//!
//! What remains after taking off a run with 0 executions is the hot path.

use anyhow::{Context, Result};
use std::hint::black_box;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::Schedule;
use window_planner_core::zone::Zone;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [expression, zone, executions] = arguments.as_slice() else {
        anyhow::bail!("give an expression, a time zone and a number of executions");
    };
    let (schedule, _) = Schedule::parse(expression).into_parts();
    let timing = Timing::new(schedule.context("the expression is not valid")?, Zone::named(zone));
    let query = Query::after(Timestamp::from_seconds(1_767_225_600));
    let mut count = 0;
    for run in timing.occurrences(&query).take(executions.parse()?) {
        black_box(&run);
        count += 1;
    }
    println!("{count} executions");
    Ok(())
}
