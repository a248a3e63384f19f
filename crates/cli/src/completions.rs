//! `completions`: what a shell needs to complete our commands.

use crate::arguments::Arguments;
use crate::outcome::Outcome;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};

/// Write the completions of a shell to standard output.
#[derive(Clone, Copy, Debug, Args)]
#[command(
    after_help = "Example: window-planner completions bash > ~/.local/share/bash-completion/completions/window-planner"
)]
pub(crate) struct CompletionsArguments {
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(arguments: CompletionsArguments) -> anyhow::Result<Outcome> {
    // By way of memory, since clap_complete panics when a stream is closed.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "window-planner", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Fine)
}
