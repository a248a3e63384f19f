//! The files that are taken away: of windows as requests and descriptions, of executions, of the plan.

use super::period::Period;
use crate::calendar::{day::start_of_day, month::add_days};
use window_planner_core::{
    Timestamp,
    export::{Format, Scheduled, calendar_file, comma_separated, export_plan},
    occurrence::{Query, Timing},
    plan::{Plan, Window},
    window::timing,
    zone::Zone,
};

/// The most executions in a file: a rate of a minute has some 130,000 a quarter, which no calendar opens.
pub const MOST_EXECUTIONS: usize = 20_000;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A program or a description of the windows.
    Windows(Format),
    /// Executions, for calendars.
    Calendar,
    /// Executions, for spreadsheets.
    Table,
    /// The plan as it is.
    Plan,
}

impl Form {
    /// All of them, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Windows(Format::Boto3),
        Self::Windows(Format::AwsCli),
        Self::Windows(Format::CloudFormation),
        Self::Windows(Format::Terraform),
        Self::Calendar,
        Self::Table,
        Self::Plan,
    ];

    /// What it is called.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Windows(Format::Json) => "JSON",
            Self::Windows(Format::Boto3) => "boto3: a program that makes them",
            Self::Windows(Format::AwsCli) => "AWS CLI: a script that makes them",
            Self::Windows(Format::CloudFormation) => "CloudFormation: a template",
            Self::Windows(Format::Terraform) => "Terraform: a configuration",
            Self::Calendar => "iCalendar: their runs, for any calendar",
            Self::Table => "CSV: their runs, for a spreadsheet",
            Self::Plan => "Plan file: all that is here, to open again",
        }
    }

    /// Whether it has the executions of a period.
    #[must_use]
    pub const fn is_of_period(self) -> bool {
        matches!(self, Self::Calendar | Self::Table)
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Windows(Format::Json) | Self::Plan => "application/json",
            Self::Windows(Format::Boto3) => "text/x-python",
            Self::Windows(Format::AwsCli) => "application/x-sh",
            Self::Windows(Format::CloudFormation) => "application/yaml",
            Self::Windows(Format::Terraform) => "text/plain",
            Self::Calendar => "text/calendar",
            Self::Table => "text/csv",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Windows(Format::Json) => "json",
            Self::Windows(Format::Boto3) => "py",
            Self::Windows(Format::AwsCli) => "sh",
            Self::Windows(Format::CloudFormation) => "template.yaml",
            Self::Windows(Format::Terraform) => "tf",
            Self::Calendar => "ics",
            Self::Table => "csv",
            Self::Plan => "plan.json",
        }
    }
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its media type.
    pub media_type: &'static str,
}

/// From when and in which zone executions are told.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The days.
    pub period: Period,
    /// Whose days they are.
    pub zone: Zone,
    /// The present: when the file is made.
    pub now: Timestamp,
    /// When a window that is only planned is taken to be created.
    pub created: Timestamp,
}

/// Writes a file of the windows of `plan`, which is called `title`.
#[must_use]
pub fn write(plan: &Plan, title: &str, form: Form, told: Told) -> File {
    let text = match form {
        Form::Windows(format) => export_plan(plan, format).text,
        Form::Plan => plan.to_json(),
        Form::Calendar => {
            with_scheduled(plan, told, |windows| calendar_file(windows, MOST_EXECUTIONS, told.now).collect())
        }
        Form::Table => {
            with_scheduled(plan, told, |windows| comma_separated(windows, MOST_EXECUTIONS).collect())
        }
    };
    let days = if form.is_of_period() {
        format!("-{}-to-{}", told.period.first, told.period.last)
    } else {
        String::new()
    };
    File { name: format!("{}{days}.{}", slug(title), form.ending()), text, media_type: form.media_type() }
}

/// A title as a part of a file's name: `team-blue-nightly`.
#[must_use]
pub fn slug(title: &str) -> String {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "plan".to_owned() } else { words.join("-") }
}

/// The windows that run, with their executions on the days.
fn with_scheduled<T>(plan: &Plan, told: Told, write: impl FnOnce(&[Scheduled<'_>]) -> T) -> T {
    let from = start_of_day(told.period.first, told.zone);
    let until = start_of_day(add_days(told.period.last, 1), told.zone);
    let running = |window: &'_ Window| timing(&window.definition).into_parts().0.filter(|_| window.enabled);
    let windows: Vec<(&Window, Timing)> =
        plan.windows.iter().filter_map(|window| Some((window, running(window)?))).collect();
    let scheduled: Vec<Scheduled<'_>> = windows
        .iter()
        .map(|(window, timing)| Scheduled {
            name: window.definition.name.as_deref(),
            identity: window.id.as_str(),
            timing,
            query: Query::after(from.plus_millis(-1)).before(until).created(window.counts_from(told.created)),
        })
        .collect();
    write(&scheduled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::example;

    fn told() -> Told {
        let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
        let period = Period::quarter("2026-11-23".parse().unwrap(), 1);
        Told { period, zone: Zone::named("America/Los_Angeles").unwrap(), now, created: now }
    }

    #[test]
    fn a_file_is_called_by_its_title_and_the_days_that_it_has() {
        let plan = example(told().now);
        let names = Form::ALL.map(|form| write(&plan, "Team Blue: nightly!", form, told()).name);
        assert_eq!(
            names,
            [
                "team-blue-nightly.py",
                "team-blue-nightly.sh",
                "team-blue-nightly.template.yaml",
                "team-blue-nightly.tf",
                "team-blue-nightly-2027-01-01-to-2027-03-31.ics",
                "team-blue-nightly-2027-01-01-to-2027-03-31.csv",
                "team-blue-nightly.plan.json",
            ]
        );
        assert_eq!(slug("///"), "plan");
    }

    #[test]
    fn executions_are_those_of_the_days_and_of_windows_that_run() {
        let mut plan = example(told().now);
        let table = |plan: &Plan| write(plan, "x", Form::Table, told()).text;
        let starts = |text: &str| -> Vec<String> {
            text.lines().skip(1).filter_map(|line| line.split(',').nth(1).map(str::to_owned)).collect()
        };
        let all = starts(&table(&plan));
        assert!(
            all.first().unwrap().starts_with("2027-01-01") && all.last().unwrap().starts_with("2027-03-31")
        );
        for window in &mut plan.windows {
            window.enabled = false;
        }
        assert_eq!(starts(&table(&plan)), [""; 0]);
    }

    #[test]
    fn a_file_has_no_more_executions_than_a_calendar_opens() {
        let mut plan = example(told().now);
        plan.windows.truncate(1);
        plan.windows[0].definition.schedule = Some("rate(5 minutes)".to_owned());
        plan.windows[0].definition.schedule_offset = None;
        let text = write(&plan, "x", Form::Table, told()).text;
        assert_eq!(text.lines().count(), MOST_EXECUTIONS + 1);
    }
}
