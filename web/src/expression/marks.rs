//! An expression's text, cut where its look changes.

use window_planner_core::diagnostic::{Severity, Span};
use window_planner_core::order::sort_by_key;

/// A piece of the text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The piece.
    pub text: String,
    /// Which part of the expression it belongs to; none for keyword, parentheses and blanks.
    pub part: Option<usize>,
    /// The worst that was found about it.
    pub found: Option<Severity>,
}

/// Cuts `text` at the bounds of its parts and of what was found about it. All spans count UTF-16
/// code units. An empty span, where something is missing, gets an empty piece of its own.
#[must_use]
pub fn marks(text: &str, parts: &[Span], found: &[(Span, Severity)]) -> Vec<Mark> {
    let length = units(text);
    let mut bounds: Vec<u32> = [0, length].into();
    bounds.extend(parts.iter().flat_map(|span| [span.start, span.end]));
    bounds.extend(found.iter().flat_map(|(span, _)| [span.start, span.end]));
    bounds.retain(|bound| *bound <= length);
    sort_by_key(&mut bounds, |bound| *bound);
    bounds.dedup();
    let mut marks = Vec::new();
    for (place, &start) in bounds.iter().enumerate() {
        if let Some((_, severity)) = found.iter().find(|(span, _)| span.start == start && span.end == start) {
            marks.push(Mark { text: String::new(), part: None, found: Some(*severity) });
        }
        let Some(&end) = bounds.get(place + 1) else { break };
        let inside = |span: &Span| span.start <= start && end <= span.end;
        marks.push(Mark {
            text: slice(text, start, end).to_owned(),
            part: parts.iter().position(inside),
            found: found.iter().filter(|(span, _)| inside(span)).map(|(_, severity)| *severity).min(),
        });
    }
    marks
}

/// The part that a caret at `at` is in or beside.
#[must_use]
pub fn part_at(parts: &[Span], at: u32) -> Option<usize> {
    parts.iter().position(|span| span.start <= at && at <= span.end)
}

/// The length of `text` in UTF-16 code units.
#[must_use]
pub fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The part of `text` between two places counted in UTF-16 code units.
fn slice(text: &str, start: u32, end: u32) -> &str {
    let byte = |unit: u32| {
        let mut seen = 0;
        text.char_indices()
            .find(|(_, c)| {
                let here = seen;
                seen += c.len_utf16();
                here >= unit as usize
            })
            .map_or(text.len(), |(at, _)| at)
    };
    text.get(byte(start)..byte(end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    #[test]
    fn the_pieces_make_up_the_text() {
        for text in ["cron(0 2 ? * SUN *)", "", "🕐 at(x)", "rate(5 minutes)"] {
            let cut = marks(text, &[span(1, 3), span(4, 5)], &[(span(2, 6), Severity::Error)]);
            assert_eq!(cut.iter().map(|mark| mark.text.as_str()).collect::<String>(), text);
        }
    }

    #[test]
    fn an_error_covers_exactly_its_span() {
        let cut = marks("cron(0 99 ? * SUN *)", &[span(5, 6), span(7, 9)], &[(span(7, 9), Severity::Error)]);
        let wrong: Vec<_> = cut.iter().filter(|mark| mark.found.is_some()).collect();
        assert_eq!(wrong.len(), 1);
        assert_eq!((wrong[0].text.as_str(), wrong[0].part), ("99", Some(1)));
    }

    #[test]
    fn a_missing_piece_has_a_mark_of_its_own() {
        let cut = marks("cron(0 2)", &[], &[(span(8, 8), Severity::Error)]);
        assert!(cut.contains(&Mark { text: String::new(), part: None, found: Some(Severity::Error) }));
    }

    #[test]
    fn the_caret_is_in_the_part_it_touches() {
        let parts = [span(5, 7), span(8, 10)];
        assert_eq!(part_at(&parts, 7), Some(0));
        assert_eq!(part_at(&parts, 8), Some(1));
        assert_eq!(part_at(&parts, 2), None);
    }
}
