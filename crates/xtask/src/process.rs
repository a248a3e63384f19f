//! Running a child: its output kept, its time limited, its life shown.

use std::{
    io::{self, BufRead as _, BufReader},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{interrupt::Group, progress::Progress};

/// How often a running child is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// How long the output of a child that has ended is waited for; a server it left behind
/// would hold it open for ever.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How a child ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// By itself.
    Exit(ExitStatus),
    /// It was stopped, for it ran longer than this.
    Timeout(Duration),
}

impl Ending {
    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Exit(status) if status.success())
    }
}

/// A child that has ended, and all that it printed.
pub(crate) struct Finished {
    pub(crate) ending: Ending,
    /// Standard output and standard error in the order they were written.
    pub(crate) output: String,
}

/// Runs a command to its end, for at most `limit`, and shows its last line as it goes.
///
/// # Errors
///
/// When the command cannot be started. A command that fails is no error here.
pub(crate) fn run(mut command: Command, limit: Duration, progress: &mut Progress) -> Result<Finished> {
    let (reader, writer) = io::pipe().context("no pipe for the output of a command")?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut group = Group::start(&mut command)?;
    // The command holds our ends of the pipe; it must go for the reader to see the child's end.
    drop(command);

    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });

    let started = Instant::now();
    let mut output = String::new();
    let mut ended: Option<(ExitStatus, Instant)> = None;
    let ending = loop {
        let heard = lines.recv_timeout(GLANCE);
        match &heard {
            Ok(line) => {
                progress.line(line);
                output.push_str(line);
                output.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => progress.tick(),
            Err(RecvTimeoutError::Disconnected) => thread::sleep(GLANCE / 10),
        }
        if ended.is_none() {
            ended = group.child.try_wait()?.map(|status| (status, Instant::now()));
        }
        let nothing_more_comes = heard == Err(RecvTimeoutError::Disconnected);
        match ended {
            Some((status, at)) if nothing_more_comes || at.elapsed() > LAST_WORDS => {
                break Ending::Exit(status);
            }
            None if started.elapsed() > limit => {
                group.stop();
                break Ending::Timeout(limit);
            }
            _ => {}
        }
    };
    Ok(Finished { ending, output })
}

/// Runs a command that must succeed; its failure carries the end of its output and a remedy.
///
/// # Errors
///
/// When the command cannot be started, fails, or takes longer than `limit`.
pub(crate) fn run_or_explain(
    command: Command,
    limit: Duration,
    progress: &mut Progress,
    remedy: &str,
) -> Result<()> {
    let words = display(&command);
    let finished = run(command, limit, progress).with_context(|| remedy.to_owned())?;
    let what = match finished.ending {
        Ending::Exit(status) if status.success() => return Ok(()),
        Ending::Exit(status) => format!("it ended with {status}"),
        Ending::Timeout(limit) => format!("it was stopped after {} min", limit.as_secs() / 60),
    };
    bail!("{}\n\n`{words}` failed: {what}. {remedy}", last_lines(&finished.output, 40));
}

/// Runs a command on this terminal until it ends by itself, without a limit.
///
/// # Errors
///
/// When the command cannot be started or fails.
pub(crate) fn run_attached(mut command: Command) -> Result<()> {
    command.stdin(Stdio::null());
    let status = Group::start(&mut command)?.child.wait()?;
    if !status.success() {
        bail!("`{}` ended with {status}", display(&command));
    }
    Ok(())
}

/// What a quick command prints, or nothing when it is missing or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it; for people to read, not for a shell.
pub(crate) fn display(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let program = program.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn run_quietly(script: &str, limit: Duration) -> Finished {
        run(sh(script), limit, &mut Progress::silent()).expect("a shell")
    }

    #[test]
    #[cfg(unix)]
    fn both_streams_arrive_in_order() {
        let finished = run_quietly("echo one; echo two >&2; echo three", Duration::from_secs(10));
        assert!(finished.ending.is_success());
        assert_eq!(finished.output, "one\ntwo\nthree\n");
    }

    #[test]
    #[cfg(unix)]
    fn a_child_that_hangs_is_stopped() {
        let limit = Duration::from_millis(200);
        let finished = run_quietly("echo started; sleep 60", limit);
        assert_eq!(finished.ending, Ending::Timeout(limit));
        assert_eq!(finished.output, "started\n");
    }

    #[test]
    #[cfg(unix)]
    fn a_server_left_behind_does_not_hold_us() {
        let started = Instant::now();
        let finished = run_quietly("sleep 60 & echo done", Duration::from_secs(30));
        assert!(finished.ending.is_success());
        assert!(started.elapsed() < Duration::from_secs(20));
    }

    #[test]
    #[cfg(unix)]
    fn a_failure_shows_output_and_remedy() {
        let error = run_or_explain(
            sh("echo no such crate; exit 3"),
            Duration::from_secs(10),
            &mut Progress::silent(),
            "Look.",
        )
        .expect_err("it fails");
        assert!(error.to_string().starts_with("no such crate\n"), "{error}");
        assert!(error.to_string().ends_with("Look."), "{error}");
    }

    #[test]
    fn the_end_of_a_text_is_its_last_lines() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
