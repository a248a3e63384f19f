//! The table at the end: each suite with its count, and the sums by kind.

use std::{fmt, time::Duration};

use super::{Kind, Suite, count::Count};

/// What became of a suite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// With its count, or without for a check.
    Passed(Option<Count>),
    /// With what was counted all the same, and the reason.
    Failed(Count, String),
    /// Something it needs had failed.
    NotRun,
}

impl Verdict {
    pub(super) fn is_pass(&self) -> bool {
        matches!(self, Self::Passed(_))
    }

    /// What it adds to the total: a check is one thing that passed or failed, and so is a suite
    /// that failed without a failed test.
    fn tally(&self) -> Count {
        match self {
            Self::Passed(None) => Count { passed: 1, ..Count::default() },
            Self::Passed(Some(count)) => *count,
            Self::Failed(count, _) => Count { failed: count.failed.max(1), ..*count },
            Self::NotRun => Count { failed: 1, ..Count::default() },
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed(None) => write!(f, "ok"),
            Self::Passed(Some(Count { passed, skipped: 0, .. })) => write!(f, "{passed} passed"),
            Self::Passed(Some(Count { passed, skipped, .. })) => {
                write!(f, "{passed} passed, {skipped} skipped")
            }
            Self::Failed(_, reason) => write!(f, "FAILED ({reason})"),
            Self::NotRun => write!(f, "NOT RUN"),
        }
    }
}

struct Row {
    name: &'static str,
    kind: Kind,
    verdict: Verdict,
    elapsed: Duration,
}

/// The results so far.
#[derive(Default)]
pub(super) struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub(super) fn add(&mut self, suite: &Suite, verdict: Verdict, elapsed: Duration) {
        self.rows.push(Row { name: suite.name, kind: suite.kind, verdict, elapsed });
    }

    pub(super) fn passed(&self) -> bool {
        self.rows.iter().all(|row| row.verdict.is_pass())
    }

    /// Whether the suite of this name has run and passed.
    pub(super) fn has_passed(&self, name: &str) -> bool {
        self.rows.iter().any(|row| row.name == name && row.verdict.is_pass())
    }

    /// The tests of a suite that passed.
    pub(super) fn count_of(&self, name: &str) -> Option<Count> {
        self.rows.iter().find_map(|row| match row.verdict {
            Verdict::Passed(count) if row.name == name => count,
            _ => None,
        })
    }

    fn tally<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Count {
        let mut sum = Count::default();
        for row in rows {
            sum += row.verdict.tally();
        }
        sum
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<16} {:<12} {:>6} {:>9}  result", "suite", "kind", "tests", "seconds")?;
        for Row { name, kind, verdict, elapsed } in &self.rows {
            let tests = match verdict {
                Verdict::Passed(Some(count)) | Verdict::Failed(count, _) => {
                    (count.passed + count.failed).to_string()
                }
                Verdict::Passed(None) | Verdict::NotRun => "–".to_owned(),
            };
            let seconds = elapsed.as_secs_f64();
            writeln!(f, "{name:<16} {:<12} {tests:>6} {seconds:>9.1}  {verdict}", kind.name())?;
        }
        writeln!(f)?;
        for kind in Kind::ALL {
            let rows: Vec<_> = self.rows.iter().filter(|row| row.kind == kind).collect();
            if !rows.is_empty() {
                let Count { passed, failed, .. } = Self::tally(rows);
                writeln!(f, "{}: {passed} passed, {failed} failed", kind.name())?;
            }
        }
        let Count { passed, failed, .. } = Self::tally(&self.rows);
        write!(f, "\n{passed} passed, {failed} failed")
    }
}
