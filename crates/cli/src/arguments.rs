//! What can be typed.

use crate::upcoming::UpcomingArguments;
use clap::{Parser, Subcommand};
use std::sync::LazyLock;
use window_planner_core::zone::TZDATA;

static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("{} (time-zone data {TZDATA})", env!("CARGO_PKG_VERSION")));

/// Plans AWS Systems Manager maintenance windows: when they run, before they are created.
#[derive(Debug, Parser)]
#[command(name = "window-planner", version = VERSION.as_str())]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Upcoming(Box<UpcomingArguments>),
}
