//! Running the binary.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

/// What one run of the binary gave.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
    pub(crate) log: String,
}

impl Run {
    /// All of it, as a snapshot shows it.
    pub(crate) fn text(&self) -> String {
        let log =
            if self.log.is_empty() { String::new() } else { format!("--- standard error ---\n{}", self.log) };
        format!("{}{log}--- exit code {} ---", self.output, self.code.unwrap_or(-1))
    }
}

/// The binary, in the folder of the test files and without the colours that the surroundings want.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_window-planner"));
    command
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/command_line/files"))
        .env_remove("CLICOLOR_FORCE")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs it with this standard input.
pub(crate) fn run_with(arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
    finish(command(arguments), input.into())
}

/// Runs it.
pub(crate) fn run(arguments: &[&str]) -> Run {
    run_with(arguments, "")
}

/// Runs a command to its end.
pub(crate) fn finish(mut command: Command, input: Vec<u8>) -> Run {
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It may end before it has read everything.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        code: output.status.code(),
        output: String::from_utf8(output.stdout).unwrap(),
        log: String::from_utf8(output.stderr).unwrap(),
    }
}
