//! Executions as comma-separated values (RFC 4180), for spreadsheets and programs.

use super::{Merged, Scheduled};
use crate::Timestamp;
use crate::occurrence::{Execution, Occurrence};
use crate::record;
use std::iter::once;

/// The columns: the window's name and zone; times as AWS prints them, in that zone; the same in UTC; and
/// what a change of the clocks does.
const HEADER: [&str; 9] =
    ["window", "start", "cutoff", "end", "time_zone", "start_utc", "cutoff_utc", "end_utc", "clock_change"];

/// With these a spreadsheet begins a formula; tab and line ends it skips before one.
///
/// Source: OWASP, "CSV Injection".
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Writes a header and a line for each of the first `limit` executions.
///
/// A name that a spreadsheet would take for a formula has `'` before it, which spreadsheets take for the
/// mark of a text. To read such a file exactly, take one `'` away from a value in which only `'` stand
/// before `=`, `+`, `-`, `@`, a tab or a line end; a name that already has this form gets one more.
pub fn comma_separated<'w>(windows: &'w [Scheduled<'w>], limit: usize) -> impl Iterator<Item = String> + 'w {
    let lines = Merged::new(windows)
        .take(limit)
        .filter_map(|(index, run)| windows.get(index).map(|window| record(&cells(window, &run))));
    once(record(&HEADER)).chain(lines)
}

fn cells(window: &Scheduled<'_>, run: &Occurrence) -> [String; 9] {
    let Execution { start, cutoff, end, clock_change } = Execution::new(window.timing, run);
    let utc = |instant: Timestamp| instant.to_string();
    let effect = clock_change.map(|change| record::name_of(&change.effect));
    [
        unformulated(window.name.unwrap_or_default()),
        start,
        cutoff,
        end,
        window.timing.zone().name().to_owned(),
        utc(run.start),
        utc(run.cutoff),
        utc(run.end),
        effect.unwrap_or_default().to_owned(),
    ]
}

fn record<C: AsRef<str>>(cells: &[C]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell.as_ref())).collect();
    format!("{}\n", cells.join(","))
}

/// In double quotes where the value has a character that means something to a reader; where `;` is the
/// custom, or a tab, these end values too.
fn quoted(value: &str) -> String {
    if value.contains([',', ';', '\t', '"', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

/// A text that no spreadsheet takes for a formula.
fn unformulated(text: &str) -> String {
    let mark = if text.trim_start_matches('\'').starts_with(FORMULA) { "'" } else { "" };
    format!("{mark}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_a_formula_and_every_name_can_be_had_back() {
        for (name, written) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("-1-1", "'-1-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("it's", "it's"),
            ("'quoted'", "'quoted'"),
            ("", ""),
        ] {
            assert_eq!(unformulated(name), written);
        }
    }

    #[test]
    fn a_value_with_quotes_commas_or_line_ends_is_one_value() {
        assert_eq!(record(&["a\"b", "c,d", "e\r\nf", "g"]), "\"a\"\"b\",\"c,d\",\"e\r\nf\",g\n");
    }
}
