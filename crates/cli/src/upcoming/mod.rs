//! `upcoming`: when a window runs.

use crate::batch;
use crate::outcome::Outcome;
use clap::{Args, ValueEnum};
use std::io;
use window_planner_core::zone::ClockChangePolicy;

/// Shows when a window runs.
#[derive(Debug, Args)]
pub(crate) struct UpcomingArguments {
    /// What happens to a local time that the clocks skip or repeat.
    #[arg(long, value_name = "POLICY", default_value = "quartz")]
    policy: Policy,

    /// Answer JSON lines from standard input, one line each.
    #[arg(long)]
    batch: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Policy {
    Quartz,
    EarlierOffset,
    ShiftForward,
}

impl From<Policy> for ClockChangePolicy {
    fn from(policy: Policy) -> Self {
        match policy {
            Policy::Quartz => Self::Quartz,
            Policy::EarlierOffset => Self::EarlierOffset,
            Policy::ShiftForward => Self::ShiftForward,
        }
    }
}

pub(crate) fn run(arguments: &UpcomingArguments) -> anyhow::Result<Outcome> {
    if arguments.batch {
        batch::run(io::stdin().lock(), io::stdout().lock(), arguments.policy.into())?;
    }
    Ok(Outcome::Fine)
}
