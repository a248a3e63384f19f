//! Shows that a long step lives: how long it has run, and the last thing it said.
//!
//! On a terminal one line is written over and over; in a log a line appears every ten seconds.

use std::{
    io::{self, IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

/// How often a log is told that a step still runs.
const LOG_INTERVAL: Duration = Duration::from_secs(10);

/// How often the line of a terminal is written anew.
const TERMINAL_INTERVAL: Duration = Duration::from_secs(1);

/// How much of the child's last line is shown, so that a line of 80 columns never wraps.
const DETAIL_WIDTH: usize = 36;

/// Where the child's life is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Display {
    Terminal,
    Log,
    /// Each line of the child as it comes.
    Verbose,
    #[cfg(test)]
    Silent,
}

/// One step under way.
pub(crate) struct Progress {
    label: String,
    display: Display,
    started: Instant,
    shown: Instant,
    detail: String,
}

impl Progress {
    /// Announces a step, for example `[2/7] trunk 0.21.14`, with a remark on what to expect.
    pub(crate) fn begin(label: &str, remark: &str, verbose: bool) -> Self {
        let display = match (verbose, io::stdout().is_terminal()) {
            (true, _) => Display::Verbose,
            (false, true) => Display::Terminal,
            (false, false) => Display::Log,
        };
        let now = Instant::now();
        let progress =
            Self { label: label.to_owned(), display, started: now, shown: now, detail: String::new() };
        progress.announce(remark);
        progress
    }

    #[cfg(test)]
    pub(crate) fn silent() -> Self {
        let now = Instant::now();
        Self {
            label: String::new(),
            display: Display::Silent,
            started: now,
            shown: now,
            detail: String::new(),
        }
    }

    /// Takes note of a line that the child printed.
    pub(crate) fn line(&mut self, line: &str) {
        if self.display == Display::Verbose {
            println!("{line}");
        } else if !line.trim().is_empty() {
            self.detail = shorten(line.trim(), DETAIL_WIDTH);
        }
        self.tick();
    }

    /// Shows the present state if it is time to.
    pub(crate) fn tick(&mut self) {
        let interval = match self.display {
            Display::Terminal => TERMINAL_INTERVAL,
            Display::Log => LOG_INTERVAL,
            Display::Verbose => return,
            #[cfg(test)]
            Display::Silent => return,
        };
        if self.shown.elapsed() >= interval {
            self.shown = Instant::now();
            let state = format!("{} … {} · {}", self.label, duration(self.started.elapsed()), self.detail);
            match self.display {
                Display::Terminal => rewrite(&state),
                _ => println!("{state}"),
            }
        }
    }

    /// Ends the step: `[2/7] trunk 0.21.14: done in 4 min 07 s, still to do: …`.
    pub(crate) fn end(self, outcome: &str, rest: &str) {
        if self.display == Display::Terminal {
            rewrite("");
        }
        println!("{}: {outcome} in {}{rest}", self.label, duration(self.started.elapsed()));
    }

    /// A log hears of a step at once only if there is something to remark; else it hears when
    /// the step takes long, or has ended.
    fn announce(&self, remark: &str) {
        match (self.display, remark) {
            (Display::Terminal, "") => rewrite(&format!("{} …", self.label)),
            (Display::Terminal, remark) => rewrite(&format!("{} … ({remark})", self.label)),
            (Display::Log, "") => {}
            (_, "") => println!("{} …", self.label),
            (_, remark) => println!("{} … ({remark})", self.label),
        }
    }
}

/// A duration for people: `0.4 s`, `12 s`, `4 min 07 s`.
pub(crate) fn duration(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Replaces the terminal's present line.
fn rewrite(text: &str) {
    print!("\r\x1b[2K{text}");
    // A terminal that cannot be written to is nothing a step should fail for.
    let _shown = io::stdout().flush();
}

fn shorten(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well_at_every_size() {
        for (milliseconds, text) in
            [(40, "0.0 s"), (440, "0.4 s"), (9_900, "9.9 s"), (59_900, "59 s"), (247_000, "4 min 07 s")]
        {
            assert_eq!(duration(Duration::from_millis(milliseconds)), text);
        }
    }

    #[test]
    fn a_long_line_is_cut_at_characters() {
        assert_eq!(shorten("Compiling", 9), "Compiling");
        assert_eq!(shorten("· äöü ·", 4), "· ä…");
    }
}
