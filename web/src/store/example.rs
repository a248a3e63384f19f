//! The plan that a first visit opens with, and the definition that a new window begins with.

use super::color::give_colors;
use window_planner_core::{
    Timestamp,
    plan::{Plan, Window},
    window::CreateMaintenanceWindowRequest,
};

/// Three windows of one team, as if created at `now`: Patch Tuesday plus two days over midnight; a
/// weekly one whose nights include those on which the clocks change; and a daily one that both meet.
#[must_use]
pub fn example(now: Timestamp) -> Plan {
    let mut plan = Plan::default();
    let windows = [
        (
            "Production-Patching",
            "Monthly patches, two days after Patch Tuesday",
            "cron(30 23 ? * TUE#2 *)",
            Some(2),
            4,
            1,
        ),
        ("Web-Tier-Restart", "Rolling restarts while traffic is lowest", "cron(30 2 ? * SUN *)", None, 3, 1),
        ("Database-Backup", "Snapshots before the day begins", "cron(0 2 ? * * *)", None, 2, 0),
    ];
    for (name, description, schedule, offset, duration, cutoff) in windows {
        let definition = CreateMaintenanceWindowRequest {
            description: Some(description.to_owned()),
            schedule_offset: offset,
            ..definition(name, schedule, "America/Los_Angeles", duration, cutoff)
        };
        plan.add(definition, now);
    }
    give_colors(&mut plan);
    plan
}

/// Whether a plan is the examples and nothing else.
#[must_use]
pub fn is_example(plan: &Plan) -> bool {
    let example = example(Timestamp::EPOCH);
    let is_same = |one: &Window, other: &Window| {
        one.definition == other.definition
            && one.enabled == other.enabled
            && one.targets.is_empty()
            && one.tasks.is_empty()
    };
    plan.name.is_none()
        && plan.calendars.is_empty()
        && plan.windows.len() == example.windows.len()
        && plan.windows.iter().zip(&example.windows).all(|(one, other)| is_same(one, other))
}

/// A beginning for a window of one's own: Sundays at 02:00 in `zone`, three hours.
#[must_use]
pub fn blank(name: &str, zone: &str) -> CreateMaintenanceWindowRequest {
    definition(name, "cron(0 2 ? * SUN *)", zone, 3, 1)
}

fn definition(
    name: &str,
    schedule: &str,
    zone: &str,
    duration: i64,
    cutoff: i64,
) -> CreateMaintenanceWindowRequest {
    CreateMaintenanceWindowRequest {
        name: Some(name.to_owned()),
        schedule: Some(schedule.to_owned()),
        schedule_timezone: Some(zone.to_owned()),
        duration: Some(duration),
        cutoff: Some(cutoff),
        allow_unassociated_targets: Some(false),
        ..CreateMaintenanceWindowRequest::default()
    }
}

/// A name that no window of the plan has yet: `name`, or `name-2`, `name-3`, ….
#[must_use]
pub fn unused_name(plan: &Plan, name: &str) -> String {
    let is_used =
        |name: &str| plan.windows.iter().any(|window| window.definition.name.as_deref() == Some(name));
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_used(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wrong_with_the_examples() {
        let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
        for window in &example(now).windows {
            let errors: Vec<_> =
                window.findings(now).into_iter().filter(window_planner_core::Diagnostic::is_error).collect();
            assert_eq!(errors, [], "{}", window.title());
            assert!(window.next_execution(now).is_some());
        }
    }

    #[test]
    fn an_example_that_was_touched_is_none() {
        let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
        let mut plan = example(now);
        assert!(is_example(&plan) && !is_example(&Plan::default()));
        plan.windows[2].enabled = false;
        assert!(!is_example(&plan));
    }

    #[test]
    fn a_new_name_is_used_by_no_other_window() {
        let mut plan = Plan::default();
        for expected in ["New-Window", "New-Window-2", "New-Window-3"] {
            let name = unused_name(&plan, "New-Window");
            assert_eq!(name, expected);
            plan.add(blank(&name, "UTC"), Timestamp::EPOCH);
        }
    }
}
