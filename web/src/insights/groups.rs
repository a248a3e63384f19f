//! Insights by what they are about, each group with a line that sums it up.

use crate::words;
use window_planner_core::{
    diagnostic::Severity,
    insight::{Insight, Kind},
    order::sort_by_key,
    window::limits::CONCURRENT_WINDOWS,
};

/// Insights of one kind and weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which insights these are.
    pub key: GroupKey,
    /// What they say together: `2 overlaps`.
    pub words: String,
    /// They themselves; the last may only tell how many more there are.
    pub insights: Vec<Insight>,
}

/// What the insights of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// What is to be looked at.
    Finding(Severity, Kind),
    /// When most windows are open, and when none is: nothing to be done about it.
    Load,
}

impl GroupKey {
    fn of(insight: &Insight) -> Self {
        match insight.kind {
            Kind::Busiest | Kind::LongestGap => Self::Load,
            kind => Self::Finding(insight.severity, kind),
        }
    }
}

/// The groups of insights, in the order in which the core tells them; what is no finding comes last.
#[must_use]
pub fn groups(insights: &[Insight]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for insight in insights {
        let key = GroupKey::of(insight);
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.insights.push(insight.clone()),
            None => groups.push(Group { key, words: String::new(), insights: vec![insight.clone()] }),
        }
    }
    sort_by_key(&mut groups, |group| group.key == GroupKey::Load);
    for group in &mut groups {
        group.words = summary(group.key, &group.insights);
    }
    groups
}

/// How many findings there are.
#[must_use]
pub fn findings(groups: &[Group]) -> usize {
    let of = |group: &Group| match group.key {
        GroupKey::Load => 0,
        GroupKey::Finding(..) => count(&group.insights),
    };
    groups.iter().map(of).sum()
}

/// How many insights there are, with those that the last one only counts.
fn count(insights: &[Insight]) -> usize {
    insights.iter().map(|insight| if insight.is_rest() { insight.count } else { 1 }).sum()
}

fn summary(key: GroupKey, insights: &[Insight]) -> String {
    let GroupKey::Finding(severity, kind) = key else { return "Load over the year".to_owned() };
    let many = count(insights);
    let runs = || {
        let counted = insights.iter().filter(|insight| !insight.is_rest()).map(|insight| insight.count).sum();
        let over = if insights.iter().any(Insight::is_rest) { "over " } else { "" };
        format!("{over}{}", words::count(counted, "run"))
    };
    let windows = |one: &str, several: &str| {
        format!("{} {}", words::count(many, "window"), if many == 1 { one } else { several })
    };
    match kind {
        Kind::Overlap if severity == Severity::Warning => {
            format!("{} on shared targets", words::count(many, "overlap"))
        }
        Kind::Overlap => words::count(many, "overlap"),
        Kind::OverlapsItself => windows("overlaps itself", "overlap themselves"),
        Kind::ClockSkips => format!("{} skipped by the clocks", runs()),
        Kind::ClockMoves => format!("{} moved by the clocks", runs()),
        Kind::ClockRepeats => format!("{} at a time that comes twice", runs()),
        Kind::ClockChanges => format!("{} while the clocks change", runs()),
        Kind::InFreeze => format!("{} in a freeze", runs()),
        Kind::NeverRuns => windows("never runs", "never run"),
        Kind::EndsSoon => windows("soon ends", "soon end"),
        Kind::OverQuota => format!("Over {CONCURRENT_WINDOWS} windows at once"),
        Kind::Incomplete => "Too much to look at all of it".to_owned(),
        Kind::Busiest | Kind::LongestGap => "Load over the year".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{
        Timestamp,
        insight::{MOST_OF_A_KIND, Question, insights},
        plan::Plan,
        window::CreateMaintenanceWindowRequest,
        zone::Zone,
    };

    fn told(windows: &[(&str, i64)]) -> Vec<Group> {
        let now = Timestamp::parse_rfc3339("2027-03-10T00:00:00Z").unwrap();
        let mut plan = Plan::default();
        for (schedule, duration) in windows {
            let definition = CreateMaintenanceWindowRequest {
                name: Some("Nightly".to_owned()),
                schedule: Some((*schedule).to_owned()),
                schedule_timezone: Some("America/New_York".to_owned()),
                duration: Some(*duration),
                cutoff: Some(0),
                ..CreateMaintenanceWindowRequest::default()
            };
            plan.add(definition, now);
        }
        groups(&insights(&plan, &Question::year_from(now, Zone::UTC)))
    }

    fn words(groups: &[Group]) -> Vec<&str> {
        groups.iter().map(|group| group.words.as_str()).collect()
    }

    #[test]
    fn a_group_says_in_a_line_what_its_insights_have_in_common() {
        let groups =
            told(&[("cron(30 2 ? * SUN *)", 2), ("cron(0 4 ? * SUN *)", 2), ("cron(0 2 31 2 ? *)", 1)]);
        assert_eq!(
            words(&groups),
            ["1 window never runs", "1 run skipped by the clocks", "1 overlap", "Load over the year"]
        );
        assert_eq!(findings(&groups), 3);
    }

    #[test]
    fn what_is_not_named_is_counted() {
        let windows = vec![("cron(0 4 ? * SUN *)", 2); 20];
        let groups = told(&windows);
        let overlaps = groups.iter().find(|group| group.insights[0].kind == Kind::Overlap).unwrap();
        assert_eq!((overlaps.insights.len(), overlaps.words.as_str()), (MOST_OF_A_KIND + 1, "190 overlaps"));
    }

    #[test]
    fn nothing_is_told_of_nothing() {
        assert_eq!((groups(&[]).len(), findings(&[])), (0, 0));
    }
}
