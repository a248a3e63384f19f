//! What nobody told of a window.

use super::Merge;
use crate::Timestamp;
use crate::diagnostic::{Code, Diagnostic};
use crate::import::{Finding, and};
use crate::pace::Pace;
use crate::plan::Window;

impl Merge<'_> {
    /// Says what nobody told of the windows that AWS told of.
    pub(super) async fn find_what_is_lacking(&mut self, pace: &mut Pace) {
        for (at, (place, _)) in &self.described {
            pace.step().await;
            let Some(window) = self.plan.windows.get(*at) else { continue };
            let finding = what_is_lacking(window);
            self.findings.extend(finding.map(|finding| Finding { place: place.clone(), finding, more: 0 }));
        }
    }
}

/// What no answer told of a window, and which ones would. Whether a window has no targets, or nobody
/// told of them, is the same.
fn what_is_lacking(window: &Window) -> Option<Diagnostic> {
    let whole = "get-maintenance-window";
    let lacking: Vec<(&str, Option<&str>)> = [
        ("AllowUnassociatedTargets", window.definition.allow_unassociated_targets.is_none(), Some(whole)),
        ("CreatedDate", window.created == Timestamp::EPOCH, Some(whole)),
        ("targets", window.targets.is_empty(), Some("describe-maintenance-window-targets")),
        ("tasks", window.tasks.is_empty(), Some("describe-maintenance-window-tasks")),
        ("tags", window.definition.tags.is_none(), None),
    ]
    .into_iter()
    .filter_map(|(name, is_lacking, told_by)| is_lacking.then_some((name, told_by)))
    .collect();
    let names: Vec<&str> = lacking.iter().map(|(name, _)| *name).collect();
    let mut answers: Vec<&str> = lacking.iter().filter_map(|(_, told_by)| *told_by).collect();
    answers.dedup();
    let mut help = Vec::new();
    if !answers.is_empty() {
        help.push(format!("Import what {} told, too.", and(&answers)));
    }
    if names.contains(&"tags") {
        help.push("No answer about windows has tags.".to_owned());
    }
    let message = format!("What came in does not tell the window's {}.", and(&names));
    (!names.is_empty()).then(|| Diagnostic::new(Code::ImportIncomplete, "", message).help(help.join(" ")))
}
