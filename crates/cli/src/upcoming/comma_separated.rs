//! Runs as comma-separated values.

use super::Upcoming;
use std::io::Write;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{ClockChangeNote, Execution};

/// Writes a header and a line for each run: its times as AWS prints them, then in UTC.
///
/// # Errors
///
/// Those of `output`.
pub(crate) fn write(upcoming: &Upcoming<'_>, output: impl Write) -> anyhow::Result<()> {
    let mut lines = csv::Writer::from_writer(output);
    let header = ["start", "cutoff", "end", "start_utc", "cutoff_utc", "end_utc", "clock_change"];
    lines.write_record(header).map_err(closed_or_other)?;
    for run in upcoming.runs() {
        let Execution { start, cutoff, end, clock_change } = Execution::new(upcoming.timing, &run);
        let utc = |instant: Timestamp| instant.to_string();
        let effect = clock_change.as_ref().map(effect_name).transpose()?.unwrap_or_default();
        let line = [start, cutoff, end, utc(run.start), utc(run.cutoff), utc(run.end), effect];
        lines.write_record(line).map_err(closed_or_other)?;
    }
    lines.flush()?;
    Ok(())
}

/// The name of the effect in JSON.
fn effect_name(change: &ClockChangeNote) -> anyhow::Result<String> {
    Ok(serde_json::to_value(change.effect)?.as_str().unwrap_or_default().to_owned())
}

/// csv hides the stream's error, by which a closed pipe is known.
fn closed_or_other(error: csv::Error) -> anyhow::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => anyhow::anyhow!("{other:?}"),
    }
}
