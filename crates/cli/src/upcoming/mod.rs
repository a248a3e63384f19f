//! `upcoming`: when a window runs.

mod asked;
pub(crate) mod notes;
mod several;
pub(crate) mod table;

use crate::batch;
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use asked::Asked;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic, Severity};
use window_planner_core::export::{Scheduled, calendar_file, comma_separated};
use window_planner_core::occurrence::{Execution, Occurrence, Query, Timing};
use window_planner_core::schedule::describe;
use window_planner_core::window::{CreateMaintenanceWindowRequest, outlook};
use window_planner_core::zone::ClockChangePolicy;

/// The most executions of one answer that is not a batch.
const GREATEST_LIMIT: u64 = 1_000_000;

/// What `upcoming --help` adds.
const EXAMPLES: &str = "\
Examples:
  When does a patch window run, two days after the second Tuesday, in Los Angeles?
    window-planner upcoming 'cron(0 2 ? * TUE#2 *)' --timezone America/Los_Angeles --schedule-offset 2 --duration 4 --cutoff 1

  The next year of a request that is not sent yet, for a calendar:
    window-planner upcoming --request window.json --before 2028-01-01T00:00:00Z --limit 1000 --format ics > window.ics

  All windows of an account, or of a plan, in the order of their runs:
    aws ssm describe-maintenance-windows | window-planner upcoming --request -

  Many questions at once, one JSON object a line:
    echo '{\"id\": 1, \"Schedule\": \"rate(7 days)\", \"after\": \"2027-01-01T00:00:00Z\"}' | window-planner upcoming --batch

A line of a batch has Schedule and after, and may have id (any JSON, given back), ScheduleTimezone,
StartDate, EndDate, ScheduleOffset, Duration, Cutoff, Name, before, created, limit (10 without it) and
format (\"start\" or \"full\"). Its answer has executions and warnings, or errors. A line that cannot be
read gets an answer with errors, and the next one is read.

Exit codes: 0 fine, 1 the schedule is wrong, 2 wrong usage or a file that cannot be read.";

/// Show when a window runs.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct UpcomingArguments {
    #[command(flatten)]
    definition: DefinitionArguments,

    /// Only runs after this instant; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    after: Option<Timestamp>,

    /// Only runs before this instant.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read_bound)]
    before: Option<Timestamp>,

    /// When the window was created, from which a rate counts; without it, the instant of --after.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    created: Option<Timestamp>,

    /// How many runs to show at most.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(..=GREATEST_LIMIT))]
    limit: u64,

    /// What happens to a local time that the clocks skip or repeat. AWS has never said.
    #[arg(long, value_enum, default_value_t = Policy::Quartz)]
    policy: Policy,

    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Answer questions from standard input, one JSON object a line, each with one line.
    #[arg(long, conflicts_with_all = ["expression", "request", "definition", "after", "before", "created", "limit", "format"])]
    batch: bool,
}

/// What decides when a window runs.
#[derive(Debug, Args)]
#[group(id = "definition", multiple = true)]
pub(crate) struct DefinitionArguments {
    /// The schedule: cron(...), rate(...) or at(...).
    #[arg(required_unless_present_any = ["request", "batch"])]
    expression: Option<String>,

    /// A file with a request, a window, a plan or what AWS told of windows, as JSON; `-` for standard input.
    /// Other arguments stand above it, when it holds one window.
    #[arg(long, visible_alias = "plan", value_name = "FILE", conflicts_with = "expression")]
    request: Option<String>,

    /// The IANA time zone of the schedule; UTC without it.
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,

    /// No run before it: 2027-01-01T00:00:00-08:00.
    #[arg(long, value_name = "DATE")]
    start_date: Option<String>,

    /// No run after it.
    #[arg(long, value_name = "DATE")]
    end_date: Option<String>,

    /// Days to wait after each time of a cron expression, 1 to 6.
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true)]
    schedule_offset: Option<i64>,

    /// Hours that the window is open, 1 to 24; 1 without it.
    #[arg(long, value_name = "HOURS", allow_negative_numbers = true)]
    duration: Option<i64>,

    /// Hours before the end from which no new task starts; 0 without it.
    #[arg(long, value_name = "HOURS", allow_negative_numbers = true)]
    cutoff: Option<i64>,

    /// The window's name, for a calendar.
    #[arg(long)]
    name: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Policy {
    /// A skipped time does not run; a repeated one runs the second time.
    Quartz,
    /// A skipped time does not run; a repeated one runs the first time.
    EarlierOffset,
    /// A skipped time runs later by the gap; a repeated one runs the first time.
    ShiftForward,
}

impl From<Policy> for ClockChangePolicy {
    fn from(policy: Policy) -> Self {
        match policy {
            Policy::Quartz => Self::Quartz,
            Policy::EarlierOffset => Self::EarlierOffset,
            Policy::ShiftForward => Self::ShiftForward,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// An object with `executions` and `warnings`, or with `errors`.
    Json,
    /// A line for each run, with a header.
    Csv,
    /// An iCalendar file.
    Ics,
}

/// The runs to show, with what they are shown by.
#[derive(Debug)]
pub(crate) struct Upcoming<'t> {
    pub(crate) timing: &'t Timing,
    pub(crate) query: Query,
    pub(crate) limit: usize,
    /// Whether a duration was given, so that cutoff and end are known.
    pub(crate) has_length: bool,
}

impl Upcoming<'_> {
    /// The runs, in their order.
    pub(crate) fn runs(&self) -> impl Iterator<Item = Occurrence> {
        self.timing.occurrences(&self.query).take(self.limit)
    }
}

pub(crate) fn run(arguments: &UpcomingArguments) -> anyhow::Result<Outcome> {
    let policy = arguments.policy.into();
    if arguments.batch {
        batch::run(io::stdin().lock(), io::stdout().lock(), policy)?;
        return Ok(Outcome::Fine);
    }
    let document = arguments.definition.document()?;
    let after = arguments.after.unwrap_or_else(instant::now);
    if let Some(document) = &document
        && !asked::is_one_definition(document)
    {
        return several::run(arguments, document, after);
    }
    let asked = Asked::new(&arguments.definition, document.as_ref())?;
    let created = arguments.created.or(asked.counts_from(after));
    let query = Query { before: arguments.before, created, ..Query::after(after).policy(policy) };
    let (timing, mut found) = asked.timing();
    if let Some(timing) = &timing {
        found.extend(findings_to_come(timing, &query, asked.request.duration.is_some()));
    }
    let upcoming = match &timing {
        Some(timing) => {
            let limit = usize::try_from(arguments.limit)?;
            Some(Upcoming { timing, query, limit, has_length: asked.request.duration.is_some() })
        }
        None => None,
    };
    if arguments.format == Format::Json {
        return write_json(upcoming.as_ref(), &found);
    }
    let mut log = anstream::stderr().lock();
    for finding in &found {
        writeln!(log, "{}", report(finding, asked.place(finding).as_ref()))?;
    }
    let Some(upcoming) = upcoming else {
        return Ok(Outcome::FoundErrors);
    };
    let output = io::BufWriter::new(io::stdout().lock());
    let (name, identity) = (asked.request.name.as_deref(), identity(&asked.request));
    let windows = [Scheduled { name, identity: &identity, timing: upcoming.timing, query }];
    match arguments.format {
        Format::Csv => write_parts(comma_separated(&windows, upcoming.limit), output)?,
        Format::Ics => write_parts(calendar_file(&windows, upcoming.limit, after), output)?,
        Format::Table | Format::Json => write_for_people(&upcoming, &asked.request, output)?,
    }
    Ok(Outcome::Fine)
}

/// What is found about the runs to come. Without `Duration`, nothing is known to overlap; and a
/// moment that has passed is refused in a request only.
pub(crate) fn findings_to_come(
    timing: &Timing,
    query: &Query,
    has_duration: bool,
) -> impl Iterator<Item = Diagnostic> {
    let unbounded = Query { before: None, ..*query };
    outlook(timing, &unbounded)
        .into_iter()
        .filter(move |finding| has_duration || finding.code != Code::OverlapsItself)
        .map(|finding| match finding.severity {
            Severity::Error => Diagnostic { severity: Severity::Warning, ..finding },
            Severity::Warning | Severity::Note => finding,
        })
}

/// The answer in JSON, in the form of a batch's.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'f> {
    Executions { executions: Vec<Execution>, warnings: &'f [Diagnostic] },
    Errors { errors: Vec<&'f Diagnostic> },
}

fn write_json(upcoming: Option<&Upcoming<'_>>, found: &[Diagnostic]) -> anyhow::Result<Outcome> {
    let (answer, outcome) = if let Some(upcoming) = upcoming {
        let executions = upcoming.runs().map(|run| Execution::new(upcoming.timing, &run)).collect();
        (Answer::Executions { executions, warnings: found }, Outcome::Fine)
    } else {
        let errors = found.iter().filter(|finding| finding.is_error()).collect();
        (Answer::Errors { errors }, Outcome::FoundErrors)
    };
    let mut output = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut output, &answer).map_err(io::Error::from)?;
    writeln!(output)?;
    output.flush()?;
    Ok(outcome)
}

fn write_parts(parts: impl Iterator<Item = String>, mut output: impl Write) -> io::Result<()> {
    for part in parts {
        output.write_all(part.as_bytes())?;
    }
    output.flush()
}

/// The window's name, or what stands for it.
fn identity(request: &CreateMaintenanceWindowRequest) -> String {
    match &request.name {
        Some(name) => name.clone(),
        None => format!(
            "{} {} {}",
            request.schedule.as_deref().unwrap_or_default(),
            request.schedule_timezone.as_deref().unwrap_or("UTC"),
            request.schedule_offset.unwrap_or_default()
        ),
    }
}

fn write_for_people(
    upcoming: &Upcoming<'_>,
    request: &CreateMaintenanceWindowRequest,
    mut output: impl Write,
) -> io::Result<()> {
    let Upcoming { timing, query, .. } = upcoming;
    if let Some(name) = &request.name {
        writeln!(output, "{name}")?;
    }
    writeln!(output, "{}", describe(timing))?;
    let hours = |hours: i64| if hours == 1 { "1 hour".to_owned() } else { format!("{hours} hours") };
    let (duration, cutoff) = (timing.duration().get(), timing.cutoff().get());
    if upcoming.has_length {
        let cutoff =
            if cutoff == 0 { String::new() } else { format!(", no new tasks in the last {}", hours(cutoff)) };
        writeln!(output, "Open for {}{cutoff}", hours(duration))?;
    }
    writeln!(output, "\nRuns after {}:", query.after)?;
    table::write(upcoming, &mut output)?;
    notes::write(upcoming, &mut output)?;
    output.flush()
}
