//! What a window's tasks run on.

use super::WindowTargetId;
use crate::record::Record;

/// One way to name resources: by instance id, by tag, by resource group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Target {
    /// `InstanceIds`, `tag:<key>`, `tag-key`, `resource-groups:Name`, `WindowTargetIds`, ….
    pub key: String,
    /// Up to 50.
    pub values: Vec<String>,
}

/// What a target names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum ResourceType {
    /// Managed nodes.
    Instance,
    /// A resource group.
    ResourceGroup,
}

/// A target that is registered with a window.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct WindowTarget {
    /// Its id.
    pub window_target_id: WindowTargetId,
    /// What it names.
    pub resource_type: ResourceType,
    /// The resources: those that every entry names.
    pub targets: Vec<Target>,
    /// 1 to 128 characters that AWS puts into the events of its tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_information: Option<String>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// The values of all entries that have a key: `InstanceIds`, `WindowTargetIds`.
pub fn values_of<'t>(targets: &'t [Target], key: &'static str) -> impl Iterator<Item = &'t str> {
    let of_key = targets.iter().filter(move |target| target.key == key);
    of_key.flat_map(|target| &target.values).map(String::as_str)
}

/// Whether a resource that `asked` describes is among those that `registered` names: each registered
/// entry is met by one that is asked for.
///
/// Nothing but the texts is known: whether an instance has a tag, only AWS can tell. A tag that is asked
/// for by key and value meets a registration by its key alone.
///
/// ```
/// use window_planner_core::plan::{Target, touches};
///
/// let target = |key: &str, value: &str| Target { key: key.into(), values: vec![value.into()] };
/// let web = [target("tag:Role", "web")];
/// assert!(touches(&web, &[target("tag:Role", "web"), target("tag:Stage", "prod")]));
/// assert!(!touches(&web, &[target("tag:Stage", "prod")]));
/// ```
#[must_use]
pub fn touches(registered: &[Target], asked: &[Target]) -> bool {
    !registered.is_empty() && registered.iter().all(|entry| asked.iter().any(|asked| meets(entry, asked)))
}

pub(super) fn meets(registered: &Target, asked: &Target) -> bool {
    if registered.key == asked.key {
        return registered.values.iter().any(|value| asked.values.contains(value));
    }
    let tag = asked.key.strip_prefix("tag:");
    registered.key == "tag-key" && tag.is_some_and(|key| registered.values.iter().any(|value| value == key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(key: &str, values: &[&str]) -> Target {
        Target { key: key.to_owned(), values: values.iter().map(|&value| value.to_owned()).collect() }
    }

    #[test]
    fn a_registration_touches_what_meets_all_of_its_entries() {
        let both = [target("tag:Role", &["web", "db"]), target("tag-key", &["Patch"])];
        assert!(!touches(&both, &[target("tag:Role", &["web"])]));
        assert!(touches(&both, &[target("tag:Role", &["db"]), target("tag:Patch", &["no"])]));
        assert!(touches(&both, &[target("tag:Role", &["db"]), target("tag-key", &["Patch"])]));
        assert!(touches(&[target("InstanceIds", &["i-1", "i-2"])], &[target("InstanceIds", &["i-2"])]));
        assert!(!touches(&[target("InstanceIds", &["i-1"])], &[target("InstanceIds", &["i-2"])]));
        assert!(!touches(&[], &[target("InstanceIds", &["i-2"])]));
    }
}
