//! Runs as a table.

use super::Upcoming;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::occurrence::Occurrence;
use window_planner_core::words;
use window_planner_core::zone::Zone;

/// Blanks between two columns.
const GAP: &str = "  ";

/// To which width cells are aligned. Longer ones stand out; the standard library panics beyond 65,535.
const WIDEST: usize = 200;

/// Writes start, cutoff and end of each run, or only its start where no duration is known: the wall's
/// time in the schedule's zone, then UTC. A run that the clocks touch ends with `*`.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write(upcoming: &Upcoming<'_>, output: &mut impl Write) -> io::Result<()> {
    let zone = upcoming.timing.zone();
    let shown = if upcoming.has_length { 3 } else { 1 };
    let mut rows = vec![heading(zone, shown)];
    rows.extend(upcoming.runs().map(|run| row(&run, zone, shown)));
    write_rows(&rows, output)
}

/// Writes a heading and rows below it, in columns.
///
/// # Errors
///
/// Those of `output`.
pub(super) fn write_rows(rows: &[Vec<String>], output: &mut impl Write) -> io::Result<()> {
    if rows.len() == 1 {
        return writeln!(output, "{GAP}none");
    }
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0).min(WIDEST)
        })
        .collect();
    for row in rows {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        writeln!(output, "{GAP}{}", cells.join(GAP).trim_end())?;
    }
    Ok(())
}

fn heading(zone: Zone, shown: usize) -> Vec<String> {
    let mut heading: Vec<String> = columns_of(&zone.city()).into_iter().take(shown).collect();
    if zone != Zone::UTC {
        heading.extend(columns_of("UTC").into_iter().take(shown));
    }
    heading
}

fn columns_of(zone: &str) -> [String; 3] {
    [format!("Start ({zone})"), "Cutoff".to_owned(), "End".to_owned()]
}

fn row(run: &Occurrence, zone: Zone, shown: usize) -> Vec<String> {
    let mut row: Vec<String> = cells(run, zone).into_iter().take(shown).collect();
    if zone != Zone::UTC {
        row.extend(cells(run, Zone::UTC).into_iter().take(shown));
    }
    if run.clock_change.is_some()
        && let Some(last) = row.last_mut()
    {
        last.push_str(" *");
    }
    row
}

/// Start, cutoff and end. The latter two come within a day, so their weekday tells their date.
pub(super) fn cells(run: &Occurrence, zone: Zone) -> [String; 3] {
    let start = zone.local(run.start);
    let later = |instant: Timestamp| {
        let local = zone.local(instant);
        format!("{} {}", local.format("%a"), words::time(local))
    };
    let offset = if zone == Zone::UTC { String::new() } else { format!(" {}", zone.offset_at(run.start)) };
    [format!("{} {}{offset}", words::day(start), words::time(start)), later(run.cutoff), later(run.end)]
}
