//! What is wrong with a target.

use crate::diagnostic::{Code, Diagnostic};
use crate::operations::targets::{FORMATS, GREATEST_TAGS, is_of_group, no_targets, null_values};
use crate::plan::{ResourceType, Target, WindowTarget};
use crate::quoted;

/// All that is wrong with a target of a window, at the members of `RegisterTargetWithMaintenanceWindow`:
/// `Name`, `Targets[0].Key`.
///
/// ```
/// use window_planner_core::operations::registered::target_findings;
/// use window_planner_core::plan::{ResourceType, Target, WindowTarget, WindowTargetId};
///
/// let target = WindowTarget {
///     window_target_id: WindowTargetId::parse("6027b513-64fe-4cf0-be7d-1191a0000001").unwrap(),
///     resource_type: ResourceType::Instance,
///     targets: vec![Target { key: "Env".into(), values: vec!["prod".into()] }],
///     owner_information: None,
///     name: Some("p".into()),
///     description: None,
/// };
/// let fields: Vec<_> = target_findings(&target).into_iter().map(|found| found.field).collect();
/// assert_eq!(fields, ["Name", "Targets[0].Key"]);
/// ```
#[must_use]
pub fn target_findings(target: &WindowTarget) -> Vec<Diagnostic> {
    let mut found = super::task::shape_findings("RegisterTargetWithMaintenanceWindow", target);
    let WindowTarget { resource_type, targets, .. } = target;
    if targets.is_empty() {
        let finding = Diagnostic::new(Code::TargetNoValue, "Targets", "The target names nothing.");
        found
            .push(finding.help("Name nodes by id or by tag, or a resource group.").aws(no_targets().message));
    }
    for (index, target) in targets.iter().enumerate() {
        found.extend(no_values(index, target));
        found.extend(match resource_type {
            ResourceType::ResourceGroup => group_form(index, target),
            ResourceType::Instance if target.key == "InstanceIds" => ids_form(index, target, targets.len()),
            ResourceType::Instance => tag_form(index, target),
        });
    }
    found
}

fn no_values(index: usize, target: &Target) -> Option<Diagnostic> {
    target.values.is_empty().then(|| {
        Diagnostic::new(Code::TargetNoValue, format!("Targets[{index}].Values"), "There is no value.")
            .help("Write one or more, each on a line.")
            .aws(null_values(&target.key))
    })
}

fn group_form(index: usize, target: &Target) -> Option<Diagnostic> {
    if is_of_group(target) {
        return None;
    }
    let finding = Diagnostic::new(Code::TargetForm, key(index), "This names no resource group.");
    Some(finding.help("Write resource-groups:Name or resource-groups:ResourceTypeFilters."))
}

fn ids_form(index: usize, target: &Target, count: usize) -> Option<Diagnostic> {
    if count > 1 {
        let message = "InstanceIds stand alone: no other key can be beside them.";
        let finding = Diagnostic::new(Code::TargetForm, key(index), message);
        return Some(finding.help("Register two targets.").aws(FORMATS));
    }
    let stranger = target.values.iter().find(|id| !is_node_id(id))?;
    let finding = Diagnostic::new(
        Code::TargetInstanceId,
        format!("Targets[{index}].Values"),
        format!("{} does not look like the id of a node.", quoted(stranger)),
    );
    Some(finding.help("Ids are i- and 8 or 17 letters and digits, or mi- and 17."))
}

/// The pattern of `InstanceId` in the service model of SSM: `(^i-(\w{8}|\w{17})$)|(^mi-\w{17}$)`.
fn is_node_id(text: &str) -> bool {
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let has = |prefix: &str, lengths: &[usize]| {
        text.strip_prefix(prefix).is_some_and(|rest| lengths.contains(&rest.len()) && is_word(rest))
    };
    has("i-", &[8, 17]) || has("mi-", &[17])
}

fn tag_form(index: usize, target: &Target) -> Option<Diagnostic> {
    let Target { key: text, values } = target;
    let tag = text.strip_prefix("tag:");
    if tag.is_none_or(str::is_empty) && text != "tag-key" {
        let finding = Diagnostic::new(Code::TargetForm, key(index), "This names no nodes.").aws(FORMATS);
        let is_bare = !text.is_empty() && tag.is_none() && !text.contains(':') && text.len() <= 128;
        return Some(if is_bare {
            finding
                .help("A tag is written tag: and its key.")
                .fix(format!("Write tag:{text}"), format!("tag:{text}"))
        } else {
            finding.help("Write tag: and the key of a tag, such as tag:Env, or tag-key.")
        });
    }
    if values.len() <= GREATEST_TAGS {
        return None;
    }
    let message = format!("{} values; AWS takes {GREATEST_TAGS} of a tag.", values.len());
    let finding = Diagnostic::new(Code::TargetForm, format!("Targets[{index}].Values"), message);
    Some(finding.help("Register the others as another target.").aws(FORMATS))
}

fn key(index: usize) -> String {
    format!("Targets[{index}].Key")
}
