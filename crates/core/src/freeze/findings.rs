//! What is found while a file is read, in bounded number.

use crate::diagnostic::{Code, Diagnostic};

/// After so many findings only their number is kept.
const MOST: usize = 100;

/// Findings, each with its line.
#[derive(Default)]
pub(super) struct Findings {
    /// With their lines, in the order of the file; those of the whole file come last.
    kept: Vec<(usize, Diagnostic)>,
    more: usize,
}

impl Findings {
    /// Keeps a finding about a line; `help` says what follows from it, or what to write.
    pub(super) fn add(
        &mut self,
        code: Code,
        line: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        if self.kept.len() < MOST {
            let place = self.kept.partition_point(|(before, _)| *before <= line);
            self.kept
                .insert(place, (line, Diagnostic::new(code, format!("line {line}"), message).help(help)));
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Keeps a finding about the whole file, however many there are.
    pub(super) fn add_of_file(&mut self, code: Code, message: impl Into<String>, help: impl Into<String>) {
        self.kept.push((usize::MAX, Diagnostic::new(code, "", message).help(help)));
    }

    /// All findings, in the order of the file.
    pub(super) fn into_vec(self) -> Vec<Diagnostic> {
        let more = (self.more > 0).then(|| {
            let message = format!("The file has {} more such findings.", self.more);
            Diagnostic::new(Code::CalendarMore, "", message)
        });
        self.kept.into_iter().map(|(_, finding)| finding).chain(more).collect()
    }
}

/// A text as a finding quotes it: never long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
        None => format!("\"{text}\""),
    }
}
