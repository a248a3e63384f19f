//! A finding → text for people, with its place underlined.

use crate::place::Place;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str,
};
use std::ops::Range;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::insight::Insight;

/// Writes a finding with colours, which the stream takes out where they do not belong, and a line end.
///
/// What a file or an argument holds cannot command the terminal: control characters are replaced.
pub(crate) fn report(finding: &Diagnostic, place: Option<&Place<'_>>) -> String {
    let level = level_of(finding.severity);
    let title = if finding.field.is_empty() || place.is_some() {
        finding.message.clone()
    } else {
        format!("{}: {}", finding.field, finding.message)
    };
    let mut group = Group::with_title(level.primary_title(title).id(finding.code.as_str()));
    if let Some(place) = place {
        let bytes = place.bytes_of(finding.span);
        let lines = Lines::around(place, &bytes);
        let snippet = Snippet::source(lines.text)
            .line_start(lines.first)
            .annotation(AnnotationKind::Primary.span(lines.within(&bytes)));
        let path = normalized(place.origin);
        group = match lines.column {
            None => group.element(snippet.path(path)),
            Some(column) => {
                group.element(Origin::path(path).line(lines.first).char_column(column)).element(snippet)
            }
        };
    }
    group = group.elements(finding.help.as_deref().map(|help| Level::HELP.message(normalized(help))));
    let aws = finding.aws_message.as_deref().map(|answer| format!("AWS answers: {}", normalized(answer)));
    group = group.elements(aws.map(|answer| Level::NOTE.message(answer)));

    let remedy = finding.fix.as_ref().filter(|fix| !fix.value.is_empty()).zip(place).map(|(fix, place)| {
        let lines = Lines::around(place, &place.value);
        let patch = Patch::new(lines.within(&place.value), place.written(&fix.value));
        Group::with_title(Level::HELP.secondary_title(normalized(&fix.label)))
            .element(Snippet::source(lines.text).line_start(lines.first).patch(patch))
    });
    let groups: Vec<Group<'_>> = [Some(group), remedy].into_iter().flatten().collect();
    rendered(&groups)
}

/// Writes an insight with the runs it speaks of, in the form of a [`report`].
pub(crate) fn report_insight(insight: &Insight, runs: &[String]) -> String {
    let title = level_of(insight.severity).primary_title(&*insight.message).id(insight.kind.name());
    let help = insight.help.as_deref().map(|help| Level::HELP.message(normalized(help)));
    let runs = runs.iter().map(|run| Level::NOTE.message(normalized(run)));
    rendered(&[Group::with_title(title).elements(help).elements(runs)])
}

fn level_of(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn rendered(groups: &[Group<'_>]) -> String {
    let mut text = Renderer::styled().decor_style(DecorStyle::Ascii).render(groups);
    text.push('\n');
    text
}

/// The text without what would command a terminal.
pub(crate) fn normalized(text: &str) -> String {
    normalize_untrusted_str(text)
}

/// How many bytes of a line are shown before and behind the place where a range begins: the answer of a
/// client that breaks no lines is one line of megabytes.
const SHOWN: usize = 300;

/// The lines that a range touches. A report looks at no others, however large the file.
struct Lines<'t> {
    text: &'t str,
    /// Where they begin in the file.
    start: usize,
    /// The number of the first, from 1.
    first: usize,
    /// Where the range begins in its line, in characters from 1; only of a line that is not shown whole.
    column: Option<usize>,
}

impl<'t> Lines<'t> {
    fn around(place: &Place<'t>, bytes: &Range<usize>) -> Self {
        let source = place.source;
        let line_start = place.line_start_of(bytes.start);
        let start = line_start.max(boundary(source, bytes.start.saturating_sub(SHOWN)));
        let shown = source.get(start..boundary(source, bytes.start + SHOWN)).unwrap_or_default();
        let (before, rest) = shown.split_at_checked(bytes.start.saturating_sub(start)).unwrap_or((shown, ""));
        let line_end = rest.find('\n').map_or(shown.len(), |at| before.len() + at);
        Self {
            text: shown.get(..line_end).unwrap_or_default(),
            start,
            first: place.line_of(bytes.start),
            column: (start > line_start).then(|| place.column_of(bytes.start)),
        }
    }

    /// The range as counted from the first of the lines, cut off at their end.
    fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| byte.saturating_sub(self.start).min(self.text.len());
        at(bytes.start)..at(bytes.end)
    }
}

/// The byte itself, or the next one before it between two characters.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Items};
    use proptest::prelude::*;
    use window_planner_core::Timestamp;

    proptest! {
        #[test]
        fn whatever_a_file_holds_can_be_reported(text in prop_oneof![
            any::<String>(),
            "\\{\"(Name|Schedule|Shedule)\": \"(cron\\([0-9*?LW#/,🕐 -]{0,20}\\)|\\\\ud83d\\\\udd50 é)\",\r?\n? *\"(Duration|Cutoff|Tags)\": (-?[0-9]{1,3}|\\[\\{\\}\\]|\"\")\\}",
        ]) {
            let document = Document::new("file".to_owned(), text);
            let Items { items, remarks } = document.items();
            for item in &items {
                for finding in crate::check::judge(item, Timestamp::EPOCH) {
                    prop_assert!(!report(&finding, Some(&item.place(&finding))).is_empty());
                }
            }
            for remark in remarks {
                prop_assert!(!report(&remark.finding, Some(&remark.place)).is_empty());
            }
        }
    }
}
