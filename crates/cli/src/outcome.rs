//! How a command ends.

use std::process::ExitCode;

/// What the exit code tells a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 0: done, and nothing is wrong.
    Fine,
    /// 1: done, and something is wrong with what was looked at.
    FoundErrors,
    /// 2: not done: a file that cannot be read. clap ends with 2 on wrong arguments.
    CannotWork,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::FoundErrors => Self::from(1),
            Outcome::CannotWork => Self::from(2),
        }
    }
}
