//! What is to be said of files, with its place.

use crate::diagnostic::Diagnostic;
use std::collections::HashMap;
use std::sync::Arc;

/// The most findings that are told; a file of garbage has millions.
const GREATEST_COUNT: usize = 1000;

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
    /// The object in the file, from its root on: `WindowIdentities[3]`; empty for the root itself.
    pub path: String,
}

/// A finding and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The object that it is about; the line is the field's, where the field is there.
    pub place: Place,
    /// What was found. Its field is a member of the object.
    pub finding: Diagnostic,
    /// At how many other places the same was found.
    pub more: usize,
}

impl Place {
    /// The place of a member from the root of the file on: `WindowIdentities[3].Schedule`.
    #[must_use]
    pub fn path_of(&self, field: &str) -> String {
        super::item::within(&self.path, field)
    }
}

impl Finding {
    /// The place from the root of the file on: `WindowIdentities[3].Schedule`.
    #[must_use]
    pub fn path(&self) -> String {
        self.place.path_of(&self.finding.field)
    }

    /// Where it stands, for people: `windows.json, line 12, WindowIdentities[3].Schedule`.
    #[must_use]
    pub fn location(&self) -> String {
        let Place { file, line, .. } = &self.place;
        match self.path() {
            path if path.is_empty() => format!("{file}, line {line}"),
            path => format!("{file}, line {line}, {path}"),
        }
    }

    /// Where else the same was found: `The same at 3 other places.`
    #[must_use]
    pub fn others(&self) -> Option<String> {
        match self.more {
            0 => None,
            1 => Some("The same at another place.".to_owned()),
            more => Some(format!("The same at {more} other places.")),
        }
    }
}

/// `windows.json, line 12, WindowIdentities[3].Schedule: …`.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.location(), self.finding.message)?;
        for words in self.finding.help.iter().chain(&self.others()) {
            write!(f, " {words}")?;
        }
        Ok(())
    }
}

/// Findings, those that say the same of the same member joined, at most so many of them.
#[derive(Debug, Default)]
pub(super) struct Findings {
    told: Vec<Finding>,
    /// Member and words → index.
    known: HashMap<(String, String), usize>,
    left_out: usize,
}

impl Findings {
    /// Goes on from what was told, and from how many were not.
    pub(super) fn of(findings: Vec<Finding>, left_out: usize) -> Self {
        let mut all = Self { left_out, ..Self::default() };
        all.extend(findings);
        all
    }

    pub(super) fn add(&mut self, finding: Finding) {
        let key = (finding.finding.field.to_string(), finding.finding.message.clone());
        let known = self.known.get(&key).and_then(|index| self.told.get_mut(*index));
        if let Some(known) = known {
            known.more = known.more.saturating_add(1).saturating_add(finding.more);
        } else if self.told.len() < GREATEST_COUNT {
            self.known.insert(key, self.told.len());
            self.told.push(finding);
        } else {
            self.left_out = self.left_out.saturating_add(1);
        }
    }

    pub(super) fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.add(finding);
        }
    }

    /// Those that are told, and how many more there are.
    pub(super) fn into_parts(self) -> (Vec<Finding>, usize) {
        (self.told, self.left_out)
    }
}

/// Where the lines of a text end.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The bytes that end a line.
    ends: Vec<usize>,
}

impl Lines {
    /// Goes over a text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { ends: text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect() }
    }

    /// The number of the line that a byte stands in, from 1.
    #[must_use]
    pub fn number_at(&self, byte: usize) -> usize {
        self.ends_before(byte).saturating_add(1)
    }

    /// Where the line begins that a byte stands in.
    #[must_use]
    pub fn start_at(&self, byte: usize) -> usize {
        let last = self.ends_before(byte).checked_sub(1).and_then(|index| self.ends.get(index));
        last.map_or(0, |end| end.saturating_add(1))
    }

    fn ends_before(&self, byte: usize) -> usize {
        self.ends.partition_point(|end| *end < byte)
    }
}
