//! The schedule engine beside its peers: executions a second of CPU, and the ratios.
//!
//! `cargo xtask bench` runs it. All programs answer in one run, in turns, so that a machine whose
//! speed drifts drifts for all; the ratio of each turn is what counts, and its median is quoted.

mod peers;
mod rows;
mod timing;

use rows::{Row, rows};
use timing::{Contest, Figure};

fn main() {
    // A name or two instead of all rows; the part of the command after `--`.
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!("{:<44} {:>16} {:>16} {:>8}", "", "executions/s", "best peer", "ratio");
    for row in
        rows().into_iter().filter(|row| wanted.is_empty() || wanted.iter().any(|name| row.is_called(name)))
    {
        print_row(&row);
    }
}

fn print_row(row: &Row) {
    let contest = Contest::of(row);
    let Figure { per_second, .. } = contest.ours;
    match contest.best_peer() {
        Some((name, peer)) => println!(
            "{:<44} {:>16} {:>16} {:>7.1}×  {name}",
            row.name,
            thousands(per_second),
            thousands(peer.per_second),
            peer.ratio,
        ),
        None => println!("{:<44} {:>16} {:>16} {:>8}", row.name, thousands(per_second), "-", "-"),
    }
}

/// `12 345 678`
fn thousands(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
