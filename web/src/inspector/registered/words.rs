//! What targets and tasks are called where they are listed.

use crate::words::isolated;
use window_planner_core::plan::{ResourceType, Target, TaskType, WindowTarget, WindowTask};

/// A target's name, or what it names.
#[must_use]
pub fn target_title(target: &WindowTarget) -> String {
    let name = target.name.as_deref().filter(|name| !name.is_empty());
    name.map_or_else(|| target_words(target), isolated)
}

/// What a target names: `tag:Env = prod, test`, `i-0123456789abcdef0 and 2 more`, `Group web`.
#[must_use]
pub fn target_words(target: &WindowTarget) -> String {
    let entries: Vec<String> = target.targets.iter().map(entry_words).collect();
    let words = isolated(&entries.join(" and "));
    match target.resource_type {
        _ if words.is_empty() => "Nothing yet".to_owned(),
        ResourceType::ResourceGroup => format!("Group {words}"),
        ResourceType::Instance => words,
    }
}

fn entry_words(Target { key, values }: &Target) -> String {
    match (key.as_str(), values.as_slice()) {
        ("InstanceIds", []) => "No nodes yet".to_owned(),
        ("InstanceIds", [first, rest @ ..]) if rest.len() > 1 => format!("{first} and {} more", rest.len()),
        ("resource-groups:Name", []) => "to be named".to_owned(),
        ("InstanceIds" | "resource-groups:Name", values) => values.join(", "),
        ("tag-key", values) => format!("tag {}", values.join(" or ")),
        ("resource-groups:ResourceTypeFilters", values) => format!("only {}", values.join(", ")),
        ("tag:" | "", _) => "A tag to be named".to_owned(),
        (key, values) => format!("{key} = {}", values.join(", ")),
    }
}

/// A task's name, or what it runs.
#[must_use]
pub fn task_title(task: &WindowTask) -> String {
    let name = task.name.as_deref().filter(|name| !name.is_empty());
    let runs = Some(last_part(&task.task_arn)).filter(|arn| !arn.is_empty());
    isolated(name.or(runs).unwrap_or("Unnamed task"))
}

/// The last part of an ARN, or the whole of a name.
fn last_part(arn: &str) -> &str {
    if arn.starts_with("arn:") { arn.rsplit([':', '/']).next().unwrap_or(arn) } else { arn }
}

/// What kind of thing a task runs, in words.
#[must_use]
pub const fn kind_words(kind: TaskType) -> &'static str {
    match kind {
        TaskType::RunCommand => "Run Command",
        TaskType::Automation => "Automation",
        TaskType::StepFunctions => "Step Functions",
        TaskType::Lambda => "Lambda",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{Timestamp, plan::Plan};

    fn target(resource_type: ResourceType, entries: &[(&str, &[&str])]) -> WindowTarget {
        let entry = |(key, values): &(&str, &[&str])| Target {
            key: (*key).to_owned(),
            values: values.iter().map(|&value| value.to_owned()).collect(),
        };
        WindowTarget {
            window_target_id: Plan::default().new_target_id(Timestamp::EPOCH),
            resource_type,
            targets: entries.iter().map(entry).collect(),
            owner_information: None,
            name: None,
            description: None,
        }
    }

    #[test]
    fn a_target_without_a_name_is_called_by_what_it_names() {
        use ResourceType::{Instance, ResourceGroup};
        let by_tag: &[(&str, &[&str])] = &[("tag:Env", &["prod", "test"]), ("tag-key", &["Patch"])];
        for (resource_type, entries, words) in [
            (Instance, by_tag, "tag:Env = prod, test and tag Patch"),
            (Instance, &[("InstanceIds", &["i-1", "i-2", "i-3"])], "i-1 and 2 more"),
            (Instance, &[("InstanceIds", &["i-1", "i-2"])], "i-1, i-2"),
            (Instance, &[("tag:", &[])], "A tag to be named"),
            (ResourceGroup, &[("resource-groups:Name", &["web"])], "Group web"),
            (Instance, &[], "Nothing yet"),
        ] {
            let mut target = target(resource_type, entries);
            assert_eq!(target_title(&target), words);
            target.name = Some("Web".to_owned());
            assert_eq!(target_title(&target), "Web");
        }
    }

    #[test]
    fn a_task_without_a_name_is_called_by_what_it_runs() {
        let id = Plan::default().new_task_id(Timestamp::EPOCH);
        for (arn, title) in [
            ("AWS-RunPatchBaseline", "AWS-RunPatchBaseline"),
            ("arn:aws:lambda:eu-west-1:111122223333:function:stop-it", "stop-it"),
            ("", "Unnamed task"),
        ] {
            assert_eq!(task_title(&WindowTask::new(id.clone(), TaskType::Lambda, arn.to_owned())), title);
        }
    }
}
