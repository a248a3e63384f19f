//! `upcoming --batch`: one JSON object a line in, one a line out, in their order.
//!
//! The input may have millions of lines, and may come from a program that waits for each answer
//! before it asks again. So memory does not grow with the input, and whatever is answered is passed
//! on before the next read.

mod definitions;
mod line;
mod lines;
mod output;

use crate::upcoming::findings_to_come;
use definitions::Definitions;
use line::{Format, Question};
use lines::{LONGEST_LINE, Line, Lines};
use output::Output;
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::occurrence::{ClockChangeNote, Occurrence, Timing};
use window_planner_core::window::check_name;
use window_planner_core::zone::ClockChangePolicy;

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Answers every line of `input` on `output`.
///
/// # Errors
///
/// Those of the two streams. A line that cannot be read is none: its answer says so.
///
/// ```
/// use window_planner_core::zone::ClockChangePolicy;
///
/// let question = br#"{"id": 7, "Schedule": "cron(0 2 ? * SUN *)", "after": "2027-01-01T00:00:00Z", "limit": 1}"#;
/// let mut answer = Vec::new();
/// window_planner_cli::batch::run(question.as_slice(), &mut answer, ClockChangePolicy::default()).unwrap();
/// assert_eq!(answer, b"{\"id\":7,\"executions\":[\"2027-01-03T02:00Z\"],\"warnings\":[]}\n");
/// ```
pub fn run(input: impl Read, output: impl Write, policy: ClockChangePolicy) -> io::Result<()> {
    let mut lines = Lines::new(input);
    let mut output = Output::new(output);
    let mut definitions = Definitions::default();
    let mut is_first = true;
    let mut answer = |line: Line<'_>, output: &mut Output<_>| {
        let question = match line {
            Line::Bytes(bytes) => {
                let mark = if std::mem::take(&mut is_first) { BYTE_ORDER_MARK } else { b"" };
                line::read(bytes.strip_prefix(mark).unwrap_or(bytes), policy)
            }
            Line::TooLong => line::too_long(LONGEST_LINE, policy),
        };
        answer(question, &mut definitions, output)
    };
    loop {
        while let Some(line) = lines.next_here() {
            answer(line, &mut output)?;
        }
        output.pass_on()?;
        if !lines.read_on()? {
            break;
        }
    }
    if let Some(line) = lines.rest() {
        answer(line, &mut output)?;
    }
    output.pass_on()
}

fn answer(
    question: Question,
    definitions: &mut Definitions,
    output: &mut Output<impl Write>,
) -> io::Result<()> {
    let Question { id, definition, name, query, limit, format, found } = question;
    let has_duration = definition.duration.is_some();
    let checked = definitions.read(definition);
    output.push("{\"id\":");
    output.push(id.as_deref().map_or("null", |id| id.get()));

    let name_found = name.as_deref().and_then(check_name);
    let mut errors = found.iter().chain(&name_found).chain(checked.errors()).peekable();
    let timing = match checked.value() {
        Some(timing) if errors.peek().is_none() => timing,
        _ => {
            output.push(",\"errors\":");
            push_list(errors, output)?;
            output.push("}\n");
            return output.pass_on_piece();
        }
    };

    output.push(",\"executions\":[");
    let mut runs = 0_usize;
    match format {
        Format::Start => {
            for start in timing.starts(&query).take(limit) {
                push_start(timing, start, runs, output);
                output.pass_on_piece()?;
                runs += 1;
            }
        }
        Format::Full => {
            for occurrence in timing.occurrences(&query).take(limit) {
                push_execution(timing, &occurrence, runs, output)?;
                output.pass_on_piece()?;
                runs += 1;
            }
        }
    }
    output.push("],\"warnings\":");
    let to_come: Vec<Diagnostic> = findings_to_come(timing, &query, has_duration).collect();
    push_list(checked.warnings().chain(&to_come), output)?;
    output.push("}\n");
    output.pass_on_piece()
}

fn push_start(timing: &Timing, start: Timestamp, before: usize, output: &mut Output<impl Write>) {
    output.push(if before == 0 { "\"" } else { ",\"" });
    push_time(timing, start, output);
    output.push("\"");
}

fn push_execution(
    timing: &Timing,
    occurrence: &Occurrence,
    before: usize,
    output: &mut Output<impl Write>,
) -> io::Result<()> {
    output.push(if before == 0 { "{\"start\":\"" } else { ",{\"start\":\"" });
    push_time(timing, occurrence.start, output);
    output.push("\",\"cutoff\":\"");
    push_time(timing, occurrence.cutoff, output);
    output.push("\",\"end\":\"");
    push_time(timing, occurrence.end, output);
    output.push("\"");
    if let Some(change) = occurrence.clock_change {
        output.push(",\"clockChange\":");
        output.push(&serde_json::to_string(&ClockChangeNote::from(change))?);
    }
    output.push("}");
    Ok(())
}

fn push_time(timing: &Timing, instant: Timestamp, output: &mut Output<impl Write>) {
    // Collecting text does not fail.
    let _ = instant.write_aws_text(timing.printed_offset(instant), output);
}

fn push_list<'a>(
    items: impl Iterator<Item = &'a Diagnostic>,
    output: &mut Output<impl Write>,
) -> io::Result<()> {
    output.push("[");
    for (index, item) in items.enumerate() {
        let _ = output.write_str(if index == 0 { "" } else { "," });
        output.push(&serde_json::to_string(item)?);
    }
    output.push("]");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Lines that are nearly right, so that they get far before they fail.
    fn line() -> impl Strategy<Value = String> {
        let text = prop_oneof![
            "(cron|rate|at)\\([0-9*?LW#/, A-Z-]{0,24}\\)",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})",
            "(America|Europe)/[A-Z][a-z]{2,9}",
            any::<String>(),
        ];
        let member = prop_oneof![
            "(Schedule|after|before|created|StartDate|EndDate|ScheduleTimezone|ScheduleOffset|Duration|Cutoff|limit|format|id)",
            any::<String>(),
        ];
        let value = prop_oneof![
            text.prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (0..25_i64).prop_map(Value::from)
        ];
        prop::collection::btree_map(member, value, 0..8).prop_map(|members| {
            let mut line = Value::from(serde_json::Map::from_iter(members));
            // No answer of years of runs.
            line["limit"] = 3.into();
            line.to_string()
        })
    }

    fn answers(input: &[u8]) -> Vec<Value> {
        let mut output = Vec::new();
        run(input, &mut output, ClockChangePolicy::default()).unwrap();
        output
            .split_inclusive(|byte| *byte == b'\n')
            .map(|answer| serde_json::from_slice(answer).unwrap())
            .collect()
    }

    proptest! {
        #[test]
        fn every_line_of_whatever_bytes_gets_one_answer(input in prop::collection::vec(any::<u8>(), 0..300)) {
            let lines = input.split_inclusive(|byte| *byte == b'\n').count();
            prop_assert_eq!(answers(&input).len(), lines);
        }

        #[test]
        fn every_question_gets_executions_or_errors(lines in prop::collection::vec(line(), 1..5)) {
            let answers = answers(lines.join("\n").as_bytes());
            prop_assert_eq!(answers.len(), lines.len());
            for answer in answers {
                let errors = answer["errors"].as_array().map_or(0, Vec::len);
                prop_assert_ne!(answer["executions"].is_array(), errors > 0, "{}", answer);
            }
        }
    }
}
