//! What would become of the plan, told before anything changes.

use super::given::Gathered;
use crate::{store::is_example, words};
use window_planner_core::{
    Timestamp,
    diagnostic::Severity,
    import::{ComparedExecution, Fate, Finding, Import, Report, WindowReport},
    occurrence::Timing,
    pace::{Pace, at_once},
    plan::{Plan, Window},
    window::NextExecution,
    zone::Zone,
};

/// The most windows of a plan: more than an organization has. AWS has 50 in an account and Region.
pub const MOST_WINDOWS: usize = 10_000;

/// The most bytes of all calendars of a plan, which the browser stores with it.
pub const MOST_CALENDAR_BYTES: usize = 2 << 20;

/// What becomes of the plan that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What comes in is added to it.
    Add,
    /// What comes in takes its place.
    Replace,
}

impl Way {
    /// What is most likely meant: nobody wants the examples among their windows.
    #[must_use]
    pub fn fitting(plan: &Plan) -> Self {
        if plan.windows.is_empty() || !is_example(plan) { Self::Add } else { Self::Replace }
    }

    /// What there is before anything comes in: a copy of the plan, or an empty one.
    #[must_use]
    pub fn beginning(self, plan: &Plan) -> Plan {
        match self {
            Self::Add => plan.clone(),
            Self::Replace => Plan::default(),
        }
    }
}

/// An import that was made in a copy of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The plan as it would be.
    pub plan: Plan,
    /// What came in and what did not.
    pub report: Report,
    /// Whether the plan would be another.
    pub has_changes: bool,
    /// Why it cannot be taken over at all.
    pub obstacle: Option<String>,
}

impl Preview {
    /// Imports what was given into a copy of `before`, or into an empty plan of the same name.
    #[must_use]
    pub fn of(before: &Plan, given: &Gathered, way: Way, now: Timestamp) -> Self {
        let mut plan = way.beginning(before);
        let report = at_once(merge(given, &mut plan, now, &mut Pace::whole()));
        Self::compared(before, plan, report, way)
    }

    /// What an import has made of a copy of `before`, or of an empty plan.
    #[must_use]
    pub fn compared(before: &Plan, mut plan: Plan, report: Report, way: Way) -> Self {
        // What holds nothing takes nobody's place.
        let has_content = !plan.windows.is_empty() || !plan.calendars.is_empty();
        if way == Way::Replace {
            plan.name = plan.name.take().or_else(|| before.name.clone());
        }
        let has_changes = has_content && plan != *before;
        let obstacle = obstacle(&plan);
        Self { plan, report, has_changes, obstacle }
    }

    /// What would come in, as the button says it: `Import 2 windows and 1 calendar`.
    #[must_use]
    pub fn action(&self) -> String {
        let Report { windows, calendars, .. } = &self.report;
        let windows = windows.iter().filter(|window| window.fate != Fate::Same).count();
        let calendars = calendars.new.saturating_add(calendars.changed);
        match (windows, calendars) {
            (0, 0) => "Import".to_owned(),
            (windows, 0) => format!("Import {}", words::count(windows, "window")),
            (0, calendars) => format!("Import {}", words::count(calendars, "calendar")),
            (windows, calendars) => format!(
                "Import {} and {}",
                words::count(windows, "window"),
                words::count(calendars, "calendar")
            ),
        }
    }

    /// How AWS's next execution of a window compares with ours, and whether they differ.
    #[must_use]
    pub fn comparison(&self, window: &WindowReport) -> Option<(String, bool)> {
        let next = window.next_execution?;
        let timing = self.plan.window(window.id.as_str()).and_then(Window::timing);
        Some(comparison(next, timing.as_ref().map_or(Zone::UTC, Timing::zone)))
    }

    /// What is wrong or was left out.
    pub fn problems(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|found| found.finding.severity != Severity::Note)
    }

    /// What the files do not tell, and what else is worth knowing.
    pub fn notes(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|found| found.finding.severity == Severity::Note)
    }
}

/// Imports what was given into `plan`, with the rests of `pace`.
pub async fn merge(given: &Gathered, plan: &mut Plan, now: Timestamp, pace: &mut Pace) -> Report {
    let import = Import::read_at(pace, given.as_files()).await;
    import.merge_into_at(pace, plan, now).await
}

/// What became of a window, in words: `changed: Schedule, Targets`.
#[must_use]
pub fn fate(window: &WindowReport) -> String {
    match window.fate {
        Fate::Changed if !window.changed.is_empty() => format!("changed: {}", window.changed.join(", ")),
        Fate::Changed => "changed, as to its dates or colour".to_owned(),
        fate => fate.words().to_owned(),
    }
}

fn obstacle(plan: &Plan) -> Option<String> {
    if plan.windows.len() > MOST_WINDOWS {
        return Some(format!(
            "The plan would have {} windows; it can have {MOST_WINDOWS}. Import one account and Region at a time.",
            plan.windows.len()
        ));
    }
    let bytes: usize = plan.calendars.iter().map(|calendar| calendar.text.len()).sum();
    (bytes > MOST_CALENDAR_BYTES).then(|| {
        "The plan's calendars would have more than the 2 MB that a plan can have of them. \
         Export the part that matters: a year, or the calendar of freezes alone."
            .to_owned()
    })
}

fn comparison(next: ComparedExecution, zone: Zone) -> (String, bool) {
    let moment = |instant| words::moment(zone.local(instant));
    let told = moment(next.told);
    match (next.says, next.difference()) {
        (NextExecution::Agrees, _) => (format!("agrees: {told}"), false),
        (NextExecution::FixesRate(_), _) => (format!("tells from when the rate counts: {told}"), false),
        (NextExecution::Differs(Some(ours)), Some(difference)) => {
            let (by, way) = (words::span(difference.abs()), if difference > 0 { "later" } else { "earlier" });
            (format!("differs: AWS's is {by} {way}, {told}; ours is {}", moment(ours)), true)
        }
        (NextExecution::Differs(_), _) => (format!("differs: AWS's is {told}; we know of none"), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::example;
    use serde_json::json;

    fn now() -> Timestamp {
        Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap()
    }

    fn given(texts: &[&str]) -> Gathered {
        let mut gathered = Gathered::default();
        for (number, text) in texts.iter().enumerate() {
            gathered.add(format!("{number}.json"), text.as_bytes().to_vec());
        }
        gathered
    }

    fn windows(count: usize, next: &str) -> String {
        let window = |number: usize| {
            json!({
                "WindowId": format!("mw-{number:017x}"), "Name": format!("Window-{number}"), "Enabled": true,
                "Duration": 2, "Cutoff": 1, "Schedule": "cron(0 3 ? * * *)",
                "ScheduleTimezone": "Europe/Berlin", "NextExecutionTime": next,
            })
        };
        json!({ "WindowIdentities": (1..=count).map(window).collect::<Vec<_>>() }).to_string()
    }

    #[test]
    fn the_plan_that_is_there_stays_until_it_is_asked_to_go() {
        let before = example(now());
        let text = windows(2, "2026-11-24T03:00+01:00");
        let added = Preview::of(&before, &given(&[&text]), Way::Add, now());
        assert_eq!((added.plan.windows.len(), added.action().as_str()), (5, "Import 2 windows"));
        assert!(added.has_changes && added.plan.windows[..3] == before.windows[..]);
        let replaced = Preview::of(&before, &given(&[&text]), Way::Replace, now());
        assert_eq!(replaced.plan.windows.len(), 2);
        assert_eq!(Way::fitting(&before), Way::Replace);
        assert_eq!((Way::fitting(&added.plan), Way::fitting(&Plan::default())), (Way::Add, Way::Add));
        let again = Preview::of(&added.plan, &given(&[&text]), Way::Add, now());
        assert_eq!((again.has_changes, again.action().as_str()), (false, "Import"));
    }

    #[test]
    fn an_import_with_rests_comes_to_the_same() {
        let before = example(now());
        let twice = windows(40, "2026-11-24T04:00+01:00");
        let broken =
            r#"{"WindowIdentities": [{"WindowId": 1}, 2, {"Name": "a", "Name": "b"}], "NextToken": "n"}"#;
        let given = given(&[&windows(30, "2026-11-24T03:00+01:00"), &twice, broken, "[[{\"Name\": \"x\"}]]"]);
        for way in [Way::Add, Way::Replace] {
            let mut plan = way.beginning(&before);
            let report = at_once(merge(&given, &mut plan, now(), &mut Pace::restless()));
            let rested = Preview::compared(&before, plan, report, way);
            assert_eq!(rested, Preview::of(&before, &given, way, now()));
            assert!(rested.has_changes && rested.problems().count() > 2);
        }
    }

    #[test]
    fn what_holds_nothing_never_replaces_the_plan() {
        let of_no_window = r#"{"ScheduledWindowExecutions": [{"WindowId": "mw-0ab12cd34e0000001",
            "ExecutionTime": "2020-02-19T16:00Z"}]}"#;
        for text in ["{}", of_no_window] {
            let preview = Preview::of(&example(now()), &given(&[text]), Way::Replace, now());
            assert!(!preview.has_changes && preview.problems().count() == 1, "{text}");
        }
    }

    #[test]
    fn it_says_by_how_much_next_executions_differ() {
        let says = |next| {
            let preview = Preview::of(&Plan::default(), &given(&[&windows(1, next)]), Way::Add, now());
            preview.comparison(&preview.report.windows[0]).unwrap()
        };
        assert_eq!(says("2026-11-24T03:00+01:00"), ("agrees: Tue 24 Nov 2026, 03:00".to_owned(), false));
        let late =
            "differs: AWS's is 1 h 30 min later, Tue 24 Nov 2026, 04:30; ours is Tue 24 Nov 2026, 03:00";
        assert_eq!(says("2026-11-24T04:30+01:00"), (late.to_owned(), true));
    }

    #[test]
    fn more_windows_than_a_page_can_show_are_refused_with_a_word() {
        let text = windows(MOST_WINDOWS + 1, "2026-11-24T03:00+01:00");
        let preview = Preview::of(&Plan::default(), &given(&[&text]), Way::Add, now());
        assert!(
            preview.obstacle.unwrap().starts_with("The plan would have 10001 windows; it can have 10000.")
        );
        let calendar = |name: char| {
            let padding = "X-A:b\r\n".repeat(180_000);
            format!("BEGIN:VCALENDAR\r\nX-WR-CALNAME:{name}\r\n{padding}END:VCALENDAR\r\n")
        };
        let given = given(&[&calendar('a'), &calendar('b')]);
        assert_eq!(given.refused, [], "each of them could be kept");
        let preview = Preview::of(&Plan::default(), &given, Way::Add, now());
        assert!(preview.obstacle.unwrap().contains("more than the 2 MB"));
    }
}
