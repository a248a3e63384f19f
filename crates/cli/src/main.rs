//! The binary `window-planner`.

use std::process::ExitCode;

fn main() -> ExitCode {
    window_planner_cli::run()
}
