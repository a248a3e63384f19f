//! Which windows are listed, and in which order.

use serde::{Deserialize, Serialize};
use window_planner_core::{
    Timestamp,
    diagnostic::{Diagnostic, Severity},
    order::sort_by_key,
    plan::{Touch, WindowState},
};

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// As the plan has them.
    #[default]
    Plan,
    /// By name.
    Name,
    /// What is open now, then by next run.
    NextRun,
    /// Those with errors first, then those with warnings.
    Problems,
}

impl Order {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Plan, Self::Name, Self::NextRun, Self::Problems];

    /// Its name.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Plan => "As added",
            Self::Name => "Name",
            Self::NextRun => "Next run",
            Self::Problems => "Problems",
        }
    }
}

/// Which windows are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those that are open now.
    Active,
    /// Those with a run to come.
    ToCome,
    /// Those that do not run: disabled, ended, never, invalid.
    Idle,
    /// Those with errors or warnings.
    Problems,
}

impl Filter {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [Self::All, Self::Active, Self::ToCome, Self::Idle, Self::Problems];

    /// Its name.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Active => "Active now",
            Self::ToCome => "To come",
            Self::Idle => "Not running",
            Self::Problems => "With problems",
        }
    }
}

/// How many errors and warnings a window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problems {
    /// What AWS refuses.
    pub errors: usize,
    /// What is probably not meant.
    pub warnings: usize,
}

impl Problems {
    /// How many there are among findings.
    #[must_use]
    pub fn of(findings: &[Diagnostic]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning) }
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, those: Self) -> Self {
        Self { errors: self.errors + those.errors, warnings: self.warnings + those.warnings }
    }
}

/// What the list asks a window. Each answer costs, so only those that matter are asked for.
pub trait Listed {
    /// Its name.
    fn title(&self) -> String;
    /// Whether it touches the node, tag or group that is asked for; none where none is.
    fn touch(&self) -> Option<Touch>;
    /// What it is doing.
    fn state(&self) -> WindowState;
    /// What is wrong with it.
    fn problems(&self) -> Problems;
}

/// The places of the windows to list, in `order`: that touch what is asked for, or whose names have
/// `search` in them where it asks for nothing of that kind; and that `filter` lets through.
#[must_use]
pub fn listed<W: Listed>(windows: &[W], search: &str, filter: Filter, order: Order) -> Vec<usize> {
    let search = search.trim().to_lowercase();
    let is_found = |window: &W| match window.touch() {
        Some(touch) => touch > Touch::No,
        None => search.is_empty() || window.title().to_lowercase().contains(&search),
    };
    let mut places: Vec<usize> = (0..windows.len())
        .filter(|place| windows.get(*place).is_some_and(|window| is_found(window) && passes(window, filter)))
        .collect();
    let window = |place: usize| windows.get(place);
    match order {
        Order::Plan => {}
        Order::Name => sort_by_key(&mut places, |place| window(*place).map(|it| it.title().to_lowercase())),
        Order::NextRun => sort_by_key(&mut places, |place| window(*place).map(|it| next_run(&it.state()))),
        Order::Problems => {
            sort_by_key(&mut places, |place| std::cmp::Reverse(window(*place).map(Listed::problems)));
        }
    }
    places
}

fn passes<W: Listed>(window: &W, filter: Filter) -> bool {
    match filter {
        Filter::All => true,
        Filter::Active => matches!(window.state(), WindowState::Active(_)),
        Filter::ToCome => matches!(window.state(), WindowState::Waiting(_)),
        Filter::Idle => window.state().occurrence().is_none(),
        Filter::Problems => window.problems() != Problems::default(),
    }
}

/// What is open, by its end; then what is to come, by its start; then the rest.
fn next_run(state: &WindowState) -> (u8, Timestamp) {
    match state {
        WindowState::Active(run) => (0, run.end),
        WindowState::Waiting(run) => (1, run.start),
        _ => (2, Timestamp::HORIZON),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::occurrence::Occurrence;

    struct Row(&'static str, WindowState, Problems);

    /// The same, as something is asked for that each touches so.
    struct AskedRow(Row, Touch);

    impl Listed for AskedRow {
        fn title(&self) -> String {
            self.0.title()
        }

        fn touch(&self) -> Option<Touch> {
            Some(self.1)
        }

        fn state(&self) -> WindowState {
            self.0.state()
        }

        fn problems(&self) -> Problems {
            self.0.problems()
        }
    }

    impl Listed for Row {
        fn title(&self) -> String {
            self.0.to_owned()
        }

        fn touch(&self) -> Option<Touch> {
            None
        }

        fn state(&self) -> WindowState {
            self.1
        }

        fn problems(&self) -> Problems {
            self.2
        }
    }

    fn run(start: i64) -> Occurrence {
        let at = Timestamp::from_seconds(start);
        Occurrence { start: at, cutoff: at, end: at.plus_hours(2), clock_change: None }
    }

    fn names(search: &str, filter: Filter, order: Order) -> Vec<&'static str> {
        let fine = Problems::default();
        let rows = [
            Row("web", WindowState::Waiting(run(900)), Problems { errors: 0, warnings: 2 }),
            Row("Backup", WindowState::Disabled, fine),
            Row("db", WindowState::Waiting(run(300)), Problems { errors: 1, warnings: 0 }),
            Row("Web-2", WindowState::Active(run(0)), fine),
        ];
        listed(&rows, search, filter, order).into_iter().map(|place| rows[place].0).collect()
    }

    #[test]
    fn each_order_puts_first_what_it_asks_for() {
        assert_eq!(names("", Filter::All, Order::Plan), ["web", "Backup", "db", "Web-2"]);
        assert_eq!(names("", Filter::All, Order::Name), ["Backup", "db", "web", "Web-2"]);
        assert_eq!(names("", Filter::All, Order::NextRun), ["Web-2", "db", "web", "Backup"]);
        assert_eq!(names("", Filter::All, Order::Problems), ["db", "web", "Backup", "Web-2"]);
    }

    #[test]
    fn what_is_asked_for_finds_those_that_touch_it_and_those_that_may() {
        let row = |touch| AskedRow(Row("web", WindowState::Disabled, Problems::default()), touch);
        let rows = [row(Touch::Yes), row(Touch::No), row(Touch::Perhaps)];
        assert_eq!(listed(&rows, "tag:Env", Filter::All, Order::Plan), [0, 2]);
        assert_eq!(listed(&rows, "tag:Env", Filter::Active, Order::Plan), [0; 0]);
    }

    #[test]
    fn search_and_filter_both_have_to_be_met() {
        assert_eq!(names(" WEB", Filter::All, Order::Plan), ["web", "Web-2"]);
        assert_eq!(names("web", Filter::Active, Order::Plan), ["Web-2"]);
        assert_eq!(names("", Filter::ToCome, Order::Plan), ["web", "db"]);
        assert_eq!(names("", Filter::Idle, Order::Plan), ["Backup"]);
        assert_eq!(names("", Filter::Problems, Order::Plan), ["web", "db"]);
        assert!(names("nothing", Filter::All, Order::Plan).is_empty());
    }
}
