//! A finding → text for people, with its place underlined.

use crate::place::Place;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet, normalize_untrusted_str};
use std::ops::Range;
use window_planner_core::diagnostic::{Diagnostic, Severity};

/// Writes a finding with colours, which the stream takes out where they do not belong, and a line end.
///
/// What a file or an argument holds cannot command the terminal: control characters are replaced.
pub(crate) fn report(finding: &Diagnostic, place: Option<&Place<'_>>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = if finding.field.is_empty() || place.is_some() {
        finding.message.clone()
    } else {
        format!("{}: {}", finding.field, finding.message)
    };
    let mut group = Group::with_title(level.primary_title(title).id(finding.code.as_str()));
    if let Some(place) = place {
        let bytes = place.bytes_of(finding.span);
        let lines = Lines::around(place.source, &bytes);
        group = group.element(
            Snippet::source(lines.text)
                .line_start(lines.first)
                .path(normalized(place.origin))
                .annotation(AnnotationKind::Primary.span(lines.within(&bytes))),
        );
    }
    group = group.elements(finding.help.as_deref().map(|help| Level::HELP.message(normalized(help))));
    let aws = finding.aws_message.as_deref().map(|answer| format!("AWS answers: {}", normalized(answer)));
    group = group.elements(aws.map(|answer| Level::NOTE.message(answer)));

    let remedy = finding.fix.as_ref().filter(|fix| !fix.value.is_empty()).zip(place).map(|(fix, place)| {
        let lines = Lines::around(place.source, &place.value);
        let patch = Patch::new(lines.within(&place.value), place.written(&fix.value));
        Group::with_title(Level::HELP.secondary_title(normalized(&fix.label)))
            .element(Snippet::source(lines.text).line_start(lines.first).patch(patch))
    });
    let groups: Vec<Group<'_>> = [Some(group), remedy].into_iter().flatten().collect();
    let mut text = Renderer::styled().decor_style(DecorStyle::Ascii).render(&groups);
    text.push('\n');
    text
}

fn normalized(text: &str) -> String {
    normalize_untrusted_str(text)
}

/// The lines that a range touches. A report looks at no others, however large the file.
struct Lines<'t> {
    text: &'t str,
    /// Where they begin in the file.
    start: usize,
    /// The number of the first, from 1.
    first: usize,
}

impl<'t> Lines<'t> {
    fn around(source: &'t str, bytes: &Range<usize>) -> Self {
        let (before, rest) = source.split_at_checked(bytes.start).unwrap_or((source, ""));
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let end = rest.find('\n').map_or(source.len(), |length| bytes.start + length);
        Self {
            text: source.get(start..end).unwrap_or_default(),
            start,
            first: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
        }
    }

    /// The range as counted from the first of the lines, cut off at their end.
    fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| byte.saturating_sub(self.start).min(self.text.len());
        at(bytes.start)..at(bytes.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use proptest::prelude::*;
    use window_planner_core::Timestamp;

    proptest! {
        #[test]
        fn whatever_a_file_holds_can_be_reported(text in prop_oneof![
            any::<String>(),
            "\\{\"(Name|Schedule|Shedule)\": \"(cron\\([0-9*?LW#/,🕐 -]{0,20}\\)|\\\\ud83d\\\\udd50 é)\",\r?\n? *\"(Duration|Cutoff|Tags)\": (-?[0-9]{1,3}|\\[\\{\\}\\]|\"\")\\}",
        ]) {
            let document = Document { name: "file".to_owned(), text };
            match document.items() {
                Ok(items) => {
                    for item in &items {
                        for finding in crate::check::judge(item, Timestamp::EPOCH) {
                            prop_assert!(!report(&finding, Some(&item.place(&finding))).is_empty());
                        }
                    }
                }
                Err(refused) => prop_assert!(!report(&refused.finding, Some(&refused.place)).is_empty()),
            }
        }
    }
}
