//! The windows of files, gathered in a plan.

use crate::document::Document;
use crate::report::report;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::import::{Import, Report};
use window_planner_core::plan::Plan;

/// All that files hold, in one plan, and what is to be said of them.
pub(crate) fn plan_of(documents: &[Document], now: Timestamp) -> (Plan, Report) {
    let mut plan = Plan::default();
    let report = Import::read(documents.iter().map(Document::as_file)).merge_into(&mut plan, now);
    (plan, report)
}

/// Writes what is wrong with the files, without what is merely worth knowing.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write_findings(import: &Report, output: &mut impl Write) -> io::Result<()> {
    for found in import.findings.iter().filter(|found| found.finding.severity != Severity::Note) {
        writeln!(output, "{}", report(&located(found), None))?;
    }
    Ok(())
}

/// A finding whose message says where it was found.
pub(crate) fn located(found: &window_planner_core::import::Finding) -> Diagnostic {
    let mut place = format!("{}:{}", found.place.file, found.place.line);
    let path = found.path();
    if !path.is_empty() {
        place = format!("{place}: {path}");
    }
    let more = match found.more {
        0 => String::new(),
        1 => " (and at another place)".to_owned(),
        more => format!(" (and at {more} other places)"),
    };
    let message = format!("{place}: {}{more}", found.finding.message);
    Diagnostic { message, field: "".into(), span: None, fix: None, ..found.finding.clone() }
}
