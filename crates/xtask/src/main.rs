//! `cargo xtask`: set-up, serve, test and build of Window Planner.
//!
//! What other projects keep in shell scripts and instructions. Each command sets up what it
//! needs and is missing, in pinned versions, inside the checkout; see [`setup`].

mod audit;
mod code_size;
mod commands;
mod interrupt;
mod process;
mod progress;
mod sbom;
mod setup;
mod small;
mod suite;
mod versions;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;

use crate::{commands::Cli, workspace::Workspace};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let run = || {
        interrupt::stop_children_on_ctrl_c()?;
        cli.run(&Workspace::locate()?)
    };
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
