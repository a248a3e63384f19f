//! Ctrl-C stops the children too.
//!
//! Each child leads a process group of its own, so that one signal reaches the browsers and
//! servers that it started. The price: the terminal no longer stops them for us, so we do.

use std::{
    collections::BTreeSet,
    process::{self, Child, Command},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context as _, Result};

/// Process ids of the running children, each the leader of its group.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// Whether Ctrl-C has been pressed, and this program is about to end.
static UNDER_WAY: AtomicBool = AtomicBool::new(false);

/// How long a child may take to close its browsers and servers after it was asked to stop.
const PATIENCE: Duration = Duration::from_secs(2);

/// The exit code of a program that Ctrl-C ended, as shells know it.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C (and a request to terminate) ends the children before this program.
///
/// # Errors
///
/// When the system refuses the handler.
pub(crate) fn stop_children_on_ctrl_c() -> Result<()> {
    ctrlc::set_handler(|| {
        UNDER_WAY.store(true, Ordering::SeqCst);
        let leaders = RUNNING.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for &leader in &leaders {
            signal(leader, Signal::Stop);
        }
        if !leaders.is_empty() {
            thread::sleep(PATIENCE / 4);
        }
        for &leader in &leaders {
            signal(leader, Signal::Kill);
        }
        process::exit(INTERRUPTED);
    })
    .context("Ctrl-C cannot be handled")
}

/// A running child and what it started; both end when this is dropped.
pub(crate) struct Group {
    pub(crate) child: Child,
}

impl Group {
    /// Starts the command as the leader of a process group.
    ///
    /// # Errors
    ///
    /// When the program cannot be started.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);

        let child = command
            .spawn()
            .with_context(|| format!("`{}` cannot be started", command.get_program().to_string_lossy()))?;
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(child.id());
        Ok(Self { child })
    }

    /// Asks the whole group to stop, and makes it after a while.
    pub(crate) fn stop(&mut self) {
        signal(self.child.id(), Signal::Stop);
        let step = PATIENCE / 20;
        for _ in 0..20 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(step);
        }
        signal(self.child.id(), Signal::Kill);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.stop();
        let _status = self.child.wait();
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.child.id());
        wait_if_under_way();
    }
}

/// Waits for the end if Ctrl-C has been pressed: a child that it stopped is no error to report.
fn wait_if_under_way() {
    while UNDER_WAY.load(Ordering::SeqCst) {
        thread::park();
    }
}

#[derive(Clone, Copy)]
enum Signal {
    Stop,
    Kill,
}

/// Sends a signal to all processes of a group; a group that has ended is no error.
#[cfg(unix)]
fn signal(leader: u32, signal: Signal) {
    let signal = match signal {
        Signal::Stop => nix::sys::signal::SIGTERM,
        Signal::Kill => nix::sys::signal::SIGKILL,
    };
    if let Ok(leader) = i32::try_from(leader) {
        let _already_ended = nix::sys::signal::killpg(nix::unistd::Pid::from_raw(leader), signal);
    }
}

/// Ends a process and what it started; Windows knows no polite way for a console program.
#[cfg(windows)]
fn signal(leader: u32, signal: Signal) {
    if matches!(signal, Signal::Kill) {
        let _already_ended =
            Command::new("taskkill").args(["/F", "/T", "/PID", &leader.to_string()]).output();
    }
}
