//! A file's text → its content lines, unfolded, each with its number.

use ical::tree::leaf::IcalLeaf;
use ical::tree::line::IcalLine;
use std::borrow::Cow;

/// The most bytes of a line, those that continue it included. Longer ones hold attachments; a reader
/// keeps where each was folded, which costs more than the line itself.
const LONGEST_LINE: usize = 64 * 1024;

/// One content line: a name, parameters and a value.
pub(super) struct Line<'t> {
    /// The number of its first line in the file, from 1.
    pub(super) number: usize,
    content: IcalLine<'t>,
}

impl Line<'_> {
    /// Whether it is the property of this name; names have no letter case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.content.name.get().eq_ignore_ascii_case(name)
    }

    /// The name in upper case, as properties and components are matched by it.
    pub(super) fn name(&self) -> String {
        self.content.name.get().to_ascii_uppercase()
    }

    /// The value as it stands there.
    pub(super) fn value(&self) -> Cow<'_, str> {
        self.content.raw_value_str()
    }

    /// The value of a text, without its escapes.
    pub(super) fn text(&self) -> Cow<'_, str> {
        self.content.value.decode()
    }

    /// A parameter's value, without its quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let found = self.content.params.iter().find(|found| found.name.get().eq_ignore_ascii_case(name))?;
        let values: Vec<&str> = found.values.iter().map(IcalLeaf::get).collect();
        Some(values.join(",").trim_matches('"').to_owned())
    }
}

/// Why a line cannot be read.
pub(super) enum Unreadable {
    NoColon,
    TooLong,
}

/// The content lines of a file. Memory is that of one line.
pub(super) struct Lines<'t> {
    rest: &'t [u8],
    /// The number of the line at which `rest` begins.
    number: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { rest: text.trim_start_matches('\u{feff}').as_bytes(), number: 1 }
    }

    /// The bytes up to the first end of line that no blank follows, and how many lines they are.
    fn next_logical(&self) -> (usize, usize) {
        let mut lines = 0_usize;
        let mut following = self.rest.iter().enumerate().peekable();
        while let Some((at, byte)) = following.next() {
            if *byte != b'\n' {
                continue;
            }
            lines = lines.saturating_add(1);
            if !matches!(following.peek(), Some((_, b' ' | b'\t'))) {
                return (at.saturating_add(1), lines);
            }
        }
        (self.rest.len(), lines)
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = Result<Line<'t>, (usize, Unreadable)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (length, lines) = self.next_logical();
            let (line, rest) = self.rest.split_at_checked(length)?;
            let number = self.number;
            self.rest = rest;
            self.number = number.saturating_add(lines);
            if line.is_empty() {
                return None;
            }
            if line.len() > LONGEST_LINE {
                return Some(Err((number, Unreadable::TooLong)));
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return Some(match IcalLine::take(line) {
                Ok((content, _)) => Ok(Line { number, content }),
                Err(_) => Err((number, Unreadable::NoColon)),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_number_of_its_first_one_in_the_file() {
        let text =
            "\u{feff}BEGIN:VCALENDAR\r\n\r\nSUMMARY:a\r\n b\r\n\tc\nnonsense\nX;TZID=\"A, B\";VALUE=DATE:1";
        let lines: Vec<_> = Lines::of(text)
            .map(|line| match line {
                Ok(line) => (line.number, line.name(), line.value().into_owned(), line.parameter("tzid")),
                Err((number, _)) => (number, String::new(), String::new(), None),
            })
            .collect();
        let of = |number, name: &str, value: &str| (number, name.to_owned(), value.to_owned(), None);
        assert_eq!(lines[..3], [of(1, "BEGIN", "VCALENDAR"), of(3, "SUMMARY", "abc"), of(6, "", "")]);
        assert_eq!(lines[3], (7, "X".to_owned(), "1".to_owned(), Some("A, B".to_owned())));
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn a_line_beyond_all_measure_is_passed_over() {
        let text = format!("ATTACH:{}\r\nSUMMARY:after\r\n", "x\r\n ".repeat(50_000));
        let lines: Vec<_> = Lines::of(&text).collect();
        assert!(matches!(lines[0], Err((1, Unreadable::TooLong))));
        assert_eq!(lines[1].as_ref().ok().map(|line| line.number), Some(50_002));
    }
}
