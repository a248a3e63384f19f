//! What the windows of all files do in a stretch of time.

use crate::instant;
use crate::report::report_insight;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::Severity;
use window_planner_core::freeze::Calendar;
use window_planner_core::insight::{Insight, Kind, Overlaps, Question, Run, insights};
use window_planner_core::plan::Plan;
use window_planner_core::words;
use window_planner_core::zone::Zone;

/// How many runs of an insight a report names.
const SHOWN: usize = 5;

/// Which insights are asked for.
#[derive(Debug, Args)]
pub(super) struct InsightArguments {
    /// Insights look at runs from this instant on; without it, the one of --now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    from: Option<Timestamp>,

    /// Insights look at runs before this instant; without it, a year.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read_bound)]
    until: Option<Timestamp>,

    /// The IANA time zone in which insights tell times, and in which calendars are read that name none; UTC
    /// without it.
    #[arg(long, value_name = "ZONE", value_parser = read_zone)]
    timezone: Option<Zone>,

    /// Tell only overlaps of windows that are registered for the same targets.
    #[arg(long)]
    shared_targets: bool,

    /// Exit with 1 for insights of these kinds, too.
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kinds())]
    deny: Vec<Kind>,
}

impl InsightArguments {
    /// What is told of the plan's windows.
    pub(super) fn insights_of(&self, plan: &Plan, now: Timestamp) -> Vec<Insight> {
        let calendars: Vec<(String, Calendar)> = plan
            .calendars
            .iter()
            .filter_map(|file| Some((file.name.clone(), file.read(self.zone()).into_parts().0?)))
            .collect();
        let year = Question::year_from(self.from.unwrap_or(now), self.zone());
        let question = Question {
            until: self.until.unwrap_or(year.until),
            overlaps: if self.shared_targets { Overlaps::OfSharedTargets } else { Overlaps::All },
            calendars: &calendars,
            ..year
        };
        let has_several = plan.windows.len() > 1;
        insights(plan, &question).into_iter().filter(|insight| is_told(insight.kind, has_several)).collect()
    }

    /// The zone in which times are told.
    pub(super) fn zone(&self) -> Zone {
        self.timezone.unwrap_or(Zone::UTC)
    }

    /// Whether an insight of this kind is to fail the check.
    pub(super) fn denies(&self, kind: Kind) -> bool {
        self.deny.contains(&kind)
    }
}

/// That a window never runs, or overlaps itself, is found at its schedule already; and how busy it is
/// means nothing of one window.
fn is_told(kind: Kind, has_several: bool) -> bool {
    match kind {
        Kind::NeverRuns | Kind::OverlapsItself => false,
        Kind::Busiest | Kind::LongestGap => has_several,
        _ => true,
    }
}

/// Writes insights for people.
///
/// # Errors
///
/// Those of `output`.
pub(super) fn write(
    insights: &[Insight],
    plan: &Plan,
    zone: Zone,
    output: &mut impl Write,
) -> io::Result<()> {
    for insight in insights {
        let mut runs: Vec<String> =
            insight.runs.iter().take(SHOWN).map(|run| run_words(run, plan, zone)).collect();
        // Notes say in their message all that is to be said.
        if insight.severity == Severity::Note {
            runs.clear();
        }
        writeln!(output, "{}", report_insight(insight, &runs))?;
    }
    Ok(())
}

/// `patching: Sun 2027-01-03 07:00 to 09:00`.
fn run_words(Run { window, occurrence }: &Run, plan: &Plan, zone: Zone) -> String {
    let title = plan.window(window.as_str()).map_or(window.as_str(), |window| window.title());
    let (start, end) = (zone.local(occurrence.start), zone.local(occurrence.end));
    let end_day = if start.date() == end.date() { String::new() } else { format!("{} ", end.format("%a")) };
    format!("{title}: {} {} to {end_day}{}", words::day(start), words::time(start), words::time(end))
}

/// Reads a zone as people write it.
fn read_zone(text: &str) -> Result<Zone, String> {
    let (zone, found) = Zone::read(text).into_parts();
    zone.ok_or_else(|| {
        let words = found.into_iter().map(|finding| match finding.help {
            Some(help) => format!("{} {help}", finding.message),
            None => finding.message,
        });
        words.collect::<Vec<_>>().join(" ")
    })
}

/// Reads the name of a kind of insights that is told.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    let told = || Kind::ALL.into_iter().filter(|kind| is_told(*kind, true));
    PossibleValuesParser::new(told().map(Kind::name))
        .try_map(move |name| told().find(|kind| kind.name() == name).ok_or("no kind of insights"))
}
