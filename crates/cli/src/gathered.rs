//! The windows of files, gathered in a plan.

use crate::document::Document;
use crate::report::report;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::import::{Finding, Import, Report};
use window_planner_core::plan::Plan;

/// All that files hold, in one plan, and what is to be said of them.
pub(crate) fn plan_of(documents: &[Document], now: Timestamp) -> (Plan, Report) {
    let mut plan = Plan::default();
    let report = Import::read(documents.iter().map(Document::as_file)).merge_into(&mut plan, now);
    (plan, report)
}

/// Writes findings about files.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write_findings<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    output: &mut impl Write,
) -> io::Result<()> {
    for found in findings {
        writeln!(output, "{}", report(&located(found), None))?;
    }
    Ok(())
}

/// The finding with its place in its words: `windows.json:3 WindowIdentities[0].Schedule: …`.
pub(crate) fn located(found: &Finding) -> Diagnostic {
    let Finding { place, finding, .. } = found;
    let path = place.path_of(&finding.field);
    let separator = if path.is_empty() { "" } else { " " };
    let others = found.others().map(|words| format!(" {words}")).unwrap_or_default();
    let message = format!("{}:{}{separator}{path}: {}{others}", place.file, place.line, finding.message);
    Diagnostic { message, field: "".into(), span: None, fix: None, ..finding.clone() }
}
