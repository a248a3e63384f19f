//! The smallest update that makes one definition of another.

use super::request::{CreateMaintenanceWindowRequest, Tag, UpdateMaintenanceWindowRequest};
use serde_json::{Map, Value};

/// How to get from one definition to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The update. Without `WindowId`, which definitions do not have.
    pub request: UpdateMaintenanceWindowRequest,
    /// The members that only `Replace` can clear; when there are any, `request` is the full one.
    pub cleared: Vec<&'static str>,
    /// The members that a full request requires and neither definition tells.
    pub missing: Vec<&'static str>,
    /// The tags that are new, or have another value. No update changes tags: that takes
    /// `AddTagsToResource`.
    pub tags_added: Vec<Tag>,
    /// The keys of tags that are no more, for `RemoveTagsFromResource`.
    pub tags_removed: Vec<String>,
}

impl Difference {
    /// Whether the update changes anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.request == UpdateMaintenanceWindowRequest::default()
    }

    /// Whether the tags differ, which no update changes.
    #[must_use]
    pub fn tags_differ(&self) -> bool {
        !self.tags_added.is_empty() || !self.tags_removed.is_empty()
    }

    /// The same for windows that are enabled or not; `None` where that is not told. A full request says
    /// it in any case: what `Replace` makes of a window that is disabled, AWS does not say.
    #[must_use]
    pub fn with_enabled(mut self, current: Option<bool>, desired: Option<bool>) -> Self {
        let is_full = self.request.replace == Some(true);
        self.request.enabled = desired.filter(|_| is_full || desired != current);
        self
    }
}

/// The smallest update that makes `desired` of `current`. Applied to `current` it gives `desired`, but
/// for tags. A member that every window has (`Name`, `Schedule`, `Duration`, `Cutoff`,
/// `AllowUnassociatedTargets`) and `desired` does not tell stays as it is.
///
/// A member cannot be cleared by leaving it out; then the update is the full one, with `Replace`.
///
/// ```
/// use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, diff};
///
/// let read = |text| CreateMaintenanceWindowRequest::from_json(text).0;
/// let current = read(r#"{"Name": "Patching", "Description": "old", "Duration": 4}"#);
/// let longer = diff(&current, &read(r#"{"Name": "Patching", "Description": "old", "Duration": 5}"#));
/// assert_eq!(serde_json::to_string(&longer.request).unwrap(), r#"{"Duration":5}"#);
///
/// let cleared = diff(&current, &read(r#"{"Name": "Patching", "Duration": 4}"#));
/// assert_eq!(cleared.cleared, ["Description"]);
/// assert_eq!(
///     serde_json::to_string(&cleared.request).unwrap(),
///     r#"{"Name":"Patching","Duration":4,"Replace":true}"#
/// );
/// assert_eq!(cleared.missing, ["Schedule", "Cutoff", "AllowUnassociatedTargets"]);
/// ```
#[must_use]
pub fn diff(
    current: &CreateMaintenanceWindowRequest,
    desired: &CreateMaintenanceWindowRequest,
) -> Difference {
    let desired = &with_required_of(desired, current);
    let cleared = names([
        ("Description", current.description.is_some() && desired.description.is_none()),
        ("StartDate", current.start_date.is_some() && desired.start_date.is_none()),
        ("EndDate", current.end_date.is_some() && desired.end_date.is_none()),
        ("ScheduleTimezone", current.schedule_timezone.is_some() && desired.schedule_timezone.is_none()),
        ("ScheduleOffset", current.schedule_offset.is_some() && desired.schedule_offset.is_none()),
    ]);
    let is_full = !cleared.is_empty();
    let request = if is_full { all_members(desired) } else { changed_members(current, desired) };
    let missing = names([
        ("Name", is_full && desired.name.is_none()),
        ("Schedule", is_full && desired.schedule.is_none()),
        ("Duration", is_full && desired.duration.is_none()),
        ("Cutoff", is_full && desired.cutoff.is_none()),
        ("AllowUnassociatedTargets", is_full && desired.allow_unassociated_targets.is_none()),
    ]);
    let (tags_added, tags_removed) = changed_tags(current, desired);
    Difference { request, cleared, missing, tags_added, tags_removed }
}

/// The names of the members for which it is so.
fn names(members: [(&'static str, bool); 5]) -> Vec<&'static str> {
    members.into_iter().filter_map(|(name, is_so)| is_so.then_some(name)).collect()
}

/// A definition, with what every window has as another one has it where it does not tell.
fn with_required_of(
    definition: &CreateMaintenanceWindowRequest,
    other: &CreateMaintenanceWindowRequest,
) -> CreateMaintenanceWindowRequest {
    let definition = definition.clone();
    CreateMaintenanceWindowRequest {
        name: definition.name.or_else(|| other.name.clone()),
        schedule: definition.schedule.or_else(|| other.schedule.clone()),
        duration: definition.duration.or(other.duration),
        cutoff: definition.cutoff.or(other.cutoff),
        allow_unassociated_targets: definition
            .allow_unassociated_targets
            .or(other.allow_unassociated_targets),
        ..definition
    }
}

/// The tags of `desired` that `current` does not have so, and the keys that `desired` has no more.
fn changed_tags(
    current: &CreateMaintenanceWindowRequest,
    desired: &CreateMaintenanceWindowRequest,
) -> (Vec<Tag>, Vec<String>) {
    /// A JSON object, because the code for it is there.
    fn tags(request: &CreateMaintenanceWindowRequest) -> Map<String, Value> {
        let mut by_key = Map::new();
        for tag in request.tags.as_deref().unwrap_or_default() {
            by_key.insert(tag.key.clone(), tag.value.as_str().into());
        }
        by_key
    }
    let (current, desired) = (tags(current), tags(desired));
    let added = desired.iter().filter(|(key, value)| current.get(*key) != Some(value));
    let removed = current.keys().filter(|key| !desired.contains_key(*key));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (
        added.map(|(key, value)| Tag { key: key.clone(), value: text(value) }).collect(),
        removed.cloned().collect(),
    )
}

fn changed_members(
    current: &CreateMaintenanceWindowRequest,
    desired: &CreateMaintenanceWindowRequest,
) -> UpdateMaintenanceWindowRequest {
    fn changed<T: Clone + PartialEq>(current: Option<&T>, desired: Option<&T>) -> Option<T> {
        desired.filter(|_| current != desired).cloned()
    }
    UpdateMaintenanceWindowRequest {
        name: changed(current.name.as_ref(), desired.name.as_ref()),
        description: changed(current.description.as_ref(), desired.description.as_ref()),
        start_date: changed(current.start_date.as_ref(), desired.start_date.as_ref()),
        end_date: changed(current.end_date.as_ref(), desired.end_date.as_ref()),
        schedule: changed(current.schedule.as_ref(), desired.schedule.as_ref()),
        schedule_timezone: changed(current.schedule_timezone.as_ref(), desired.schedule_timezone.as_ref()),
        schedule_offset: changed(current.schedule_offset.as_ref(), desired.schedule_offset.as_ref()),
        duration: changed(current.duration.as_ref(), desired.duration.as_ref()),
        cutoff: changed(current.cutoff.as_ref(), desired.cutoff.as_ref()),
        allow_unassociated_targets: changed(
            current.allow_unassociated_targets.as_ref(),
            desired.allow_unassociated_targets.as_ref(),
        ),
        ..Default::default()
    }
}

fn all_members(desired: &CreateMaintenanceWindowRequest) -> UpdateMaintenanceWindowRequest {
    UpdateMaintenanceWindowRequest {
        replace: Some(true),
        ..changed_members(&CreateMaintenanceWindowRequest::default(), desired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn definition() -> impl Strategy<Value = CreateMaintenanceWindowRequest> {
        let text = || option::of("[ab]");
        let number = || option::of(1..3_i64);
        let tag = ("[ab]", "[ab]").prop_map(|(key, value)| Tag { key, value });
        let tags = option::of(prop::collection::vec(tag, 0..3));
        let texts = (text(), text(), text(), text(), text(), text());
        let rest = (number(), number(), number(), option::of(any::<bool>()), tags);
        (texts, rest).prop_map(|(texts, rest)| {
            let (name, description, start_date, end_date, schedule, schedule_timezone) = texts;
            let (schedule_offset, duration, cutoff, allow_unassociated_targets, tags) = rest;
            CreateMaintenanceWindowRequest {
                name,
                description,
                start_date,
                end_date,
                schedule,
                schedule_timezone,
                schedule_offset,
                duration,
                cutoff,
                allow_unassociated_targets,
                client_token: None,
                tags,
            }
        })
    }

    /// What an update makes of a window, without its tags.
    fn applied(
        update: &UpdateMaintenanceWindowRequest,
        current: &CreateMaintenanceWindowRequest,
        enabled: bool,
    ) -> (CreateMaintenanceWindowRequest, bool) {
        (untagged(&update.applied_to(current)), update.enabled.unwrap_or(enabled))
    }

    fn untagged(definition: &CreateMaintenanceWindowRequest) -> CreateMaintenanceWindowRequest {
        CreateMaintenanceWindowRequest { tags: None, ..definition.clone() }
    }

    proptest! {
        #[test]
        fn the_difference_applied_to_current_gives_desired(
            (current, enabled) in (definition(), any::<bool>()),
            (desired, enables) in (definition(), any::<bool>()),
        ) {
            let difference = diff(&current, &desired).with_enabled(Some(enabled), Some(enables));
            let desired = untagged(&with_required_of(&desired, &current));
            prop_assert_eq!(applied(&difference.request, &current, enabled), (desired.clone(), enables));
            prop_assert_eq!(difference.is_empty(), untagged(&current) == desired && enabled == enables);
        }

        #[test]
        fn no_member_of_the_difference_can_be_left_out(
            (current, desired) in (definition(), definition()),
            (enabled, enables) in (any::<bool>(), any::<bool>()),
        ) {
            let difference = diff(&current, &desired).with_enabled(Some(enabled), Some(enables));
            let whole = applied(&difference.request, &current, enabled);
            prop_assert_eq!(difference.request.replace == Some(true), !difference.cleared.is_empty());
            let members = serde_json::to_value(&difference.request).unwrap();
            for name in members.as_object().unwrap().keys().filter(|name| *name != "Enabled") {
                let mut fewer = members.clone();
                fewer.as_object_mut().unwrap().remove(name);
                let fewer: UpdateMaintenanceWindowRequest = serde_json::from_value(fewer).unwrap();
                prop_assert_ne!(&applied(&fewer, &current, enabled), &whole, "without {}", name);
            }
        }

        #[test]
        fn the_tags_added_and_removed_make_the_desired_ones(current in definition(), desired in definition()) {
            let by_key = |tags: &Option<Vec<Tag>>| -> BTreeMap<String, String> {
                tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone())).collect()
            };
            let difference = diff(&current, &desired);
            let mut tags = by_key(&current.tags);
            tags.retain(|key, _| !difference.tags_removed.contains(key));
            tags.extend(difference.tags_added.iter().map(|tag| (tag.key.clone(), tag.value.clone())));
            prop_assert_eq!(&tags, &by_key(&desired.tags));
            prop_assert_eq!(difference.tags_differ(), by_key(&current.tags) != tags);
        }
    }

    #[test]
    fn a_full_request_says_whether_the_window_is_enabled() {
        let current =
            CreateMaintenanceWindowRequest { description: Some("old".into()), ..Default::default() };
        let difference = diff(&current, &CreateMaintenanceWindowRequest::default());
        assert_eq!(difference.clone().with_enabled(Some(false), Some(false)).request.enabled, Some(false));
        assert_eq!(difference.with_enabled(None, None).request.enabled, None);
    }
}
