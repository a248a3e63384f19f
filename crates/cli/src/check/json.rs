//! What was checked, as JSON.

use super::Checked;
use crate::document::Remark;
use crate::place::Place;
use serde::Serialize;
use std::io::{self, Write};
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::import::Finding;
use window_planner_core::insight::Insight;

/// All that was checked.
#[derive(Serialize)]
pub(super) struct Answer<'i> {
    pub(super) requests: Vec<Judged>,
    pub(super) insights: &'i [Insight],
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

/// A request and its findings.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Judged {
    file: String,
    /// `create`, `update`, `window`, `target`, `task`, `execution`, `scheduled`, `plan` or `calendar`; absent
    /// for what is found about the file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window_id: Option<String>,
    findings: Vec<Located>,
}

/// A finding with its place in the file, from 1; the column in characters.
#[derive(Serialize)]
struct Located {
    line: usize,
    column: usize,
    #[serde(flatten)]
    finding: Diagnostic,
}

impl Judged {
    pub(super) fn new(file: &str, Checked { item, found }: &Checked<'_>) -> Self {
        Self {
            file: file.to_owned(),
            kind: Some(item.kind().name()),
            name: item.object.text("Name"),
            window_id: item.object.text("WindowId"),
            findings: found.iter().map(|finding| located(finding, &item.place(finding))).collect(),
        }
    }

    /// A finding about a line of a calendar.
    pub(super) fn of_calendar(Finding { place, finding, .. }: &Finding) -> Self {
        Self {
            file: place.file.to_string(),
            kind: Some("calendar"),
            name: None,
            window_id: None,
            findings: vec![Located { line: place.line, column: 1, finding: finding.clone() }],
        }
    }

    /// A finding about a file.
    pub(super) fn remark(remark: &Remark<'_>) -> Self {
        Self {
            file: remark.place.origin.to_owned(),
            kind: None,
            name: None,
            window_id: None,
            findings: vec![located(&remark.finding, &remark.place)],
        }
    }
}

impl Answer<'_> {
    /// Writes all of it.
    ///
    /// # Errors
    ///
    /// Those of `output`.
    pub(super) fn write(&self, output: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *output, self)?;
        writeln!(output)
    }
}

fn located(finding: &Diagnostic, place: &Place<'_>) -> Located {
    let at = place.bytes_of(finding.span).start;
    Located { line: place.line_of(at), column: place.column_of(at), finding: finding.clone() }
}
