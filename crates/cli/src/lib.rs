//! The command line of Window Planner: glue between files, terminal and clock, and the core.
//!
//! Every rule about windows lives in `window_planner_core`. Here is what the core does not know:
//! arguments, files, standard streams, the present instant, and how a terminal shows things.

mod arguments;
pub mod batch;
mod check;
mod completions;
mod diff;
mod document;
mod explain;
mod export;
mod gathered;
mod import;
mod instant;
mod outcome;
mod place;
mod plan_file;
mod report;
#[cfg(test)]
mod scratch;
#[cfg(feature = "serve")]
mod serve;
mod upcoming;

use arguments::{Arguments, Command};
use clap::Parser;
use outcome::Outcome;
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Upcoming(arguments) => upcoming::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Completions(arguments) => completions::run(arguments),
    };
    result.unwrap_or_else(|error| report_failure(&error)).into()
}

/// What the command could not do. A reader that has seen enough, as `head`, is no failure.
fn report_failure(error: &anyhow::Error) -> Outcome {
    let is_closed_pipe = error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    });
    if is_closed_pipe {
        return Outcome::Fine;
    }
    // Nobody is left to be told when standard error is closed too.
    let _ = writeln!(io::stderr(), "window-planner: {error:#}");
    Outcome::CannotWork
}
