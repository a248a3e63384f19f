//! `explain`: an expression in English, part by part.

use crate::instant;
use crate::outcome::Outcome;
use crate::place::Place;
use crate::report::report;
use crate::upcoming::{Policy, Upcoming, findings_to_come, notes, table};
use clap::Args;
use std::io::Write;
use window_planner_core::Timestamp;
use window_planner_core::occurrence::Query;
use window_planner_core::schedule::{anatomy, describe};
use window_planner_core::window::{CreateMaintenanceWindowRequest, timing};

/// How many runs are shown.
const RUNS: usize = 5;

/// Say in English what an expression means, field by field, and when it runs next.
#[derive(Debug, Args)]
#[command(after_help = "Example: window-planner explain 'cron(0 2 ? * 5#3 *)' --timezone Europe/Berlin")]
pub(crate) struct ExplainArguments {
    /// The schedule: cron(...), rate(...) or at(...).
    expression: String,

    /// The IANA time zone of the schedule; UTC without it.
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,

    /// Days to wait after each time of a cron expression, 1 to 6.
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true)]
    schedule_offset: Option<i64>,

    /// Only runs after this instant; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    after: Option<Timestamp>,

    /// What happens to a local time that the clocks skip or repeat. AWS has never said.
    #[arg(long, value_enum, default_value_t = Policy::Quartz)]
    policy: Policy,
}

pub(crate) fn run(arguments: &ExplainArguments) -> anyhow::Result<Outcome> {
    let request = CreateMaintenanceWindowRequest {
        schedule: Some(arguments.expression.clone()),
        schedule_timezone: arguments.timezone.clone(),
        schedule_offset: arguments.schedule_offset,
        ..CreateMaintenanceWindowRequest::default()
    };
    let query = Query::after(arguments.after.unwrap_or_else(instant::now)).policy(arguments.policy.into());
    let (timing, mut found) = timing(&request).into_parts();
    if let Some(timing) = &timing {
        found.extend(findings_to_come(timing, &query, false));
    }

    let mut output = anstream::stdout().lock();
    if let Some(timing) = &timing {
        writeln!(output, "{}", describe(timing))?;
    }
    write_parts(&arguments.expression, &mut output)?;
    if let Some(timing) = &timing {
        let upcoming = Upcoming { timing, query, limit: RUNS, has_length: false };
        writeln!(output, "\nRuns after {}:", query.after)?;
        table::write(&upcoming, &mut output)?;
        notes::write(&upcoming, &mut output)?;
    }
    let offset = arguments.schedule_offset.map(|days| days.to_string()).unwrap_or_default();
    for finding in &found {
        let place = match finding.field.as_ref() {
            "ScheduleTimezone" => {
                Place::of_argument("--timezone", arguments.timezone.as_deref().unwrap_or_default())
            }
            "ScheduleOffset" => Place::of_argument("--schedule-offset", &offset),
            _ => Place::of_argument("EXPRESSION", &arguments.expression),
        };
        write!(output, "\n{}", report(finding, Some(&place)))?;
    }
    Ok(if timing.is_some() { Outcome::Fine } else { Outcome::FoundErrors })
}

/// To which width parts are aligned. Longer ones stand out; the standard library panics beyond 65,535.
const WIDEST: usize = 60;

/// A paragraph with each part of the expression: its text, what it is, and what it says or what may stand there.
fn write_parts(expression: &str, output: &mut impl Write) -> std::io::Result<()> {
    let whole = Place::of_argument("", expression);
    let parts: Vec<_> = anatomy(expression)
        .into_iter()
        .map(|part| {
            (
                expression
                    .get(whole.bytes_of(Some(part.span)))
                    .unwrap_or_default()
                    .escape_debug()
                    .to_string(),
                part,
            )
        })
        .collect();
    let width = parts.iter().map(|(text, _)| text.chars().count()).max().unwrap_or(0).min(WIDEST);
    if !parts.is_empty() {
        writeln!(output)?;
    }
    for (text, part) in &parts {
        let says = part.says.clone().unwrap_or_else(|| format!("takes {}", part.legal));
        writeln!(output, "  {text:<width$}  {:<12}  {says}", part.label)?;
    }
    Ok(())
}
