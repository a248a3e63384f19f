//! The smallest update that makes one definition of another.

use super::request::{CreateMaintenanceWindowRequest, UpdateMaintenanceWindowRequest};

/// How to get from one definition to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The update. Without `WindowId`, which definitions do not have.
    pub request: UpdateMaintenanceWindowRequest,
    /// The members that only `Replace` can clear; when there are any, `request` is the full one.
    pub cleared: Vec<&'static str>,
    /// Whether the tags differ, which no update changes: that takes `AddTagsToResource` and
    /// `RemoveTagsFromResource`.
    pub tags_differ: bool,
}

impl Difference {
    /// Whether the update changes anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.request == UpdateMaintenanceWindowRequest::default()
    }
}

/// The smallest update that makes `desired` of `current`. Applied to `current` it gives `desired`, but
/// for tags.
///
/// A member cannot be cleared by leaving it out; then the update is the full one, with `Replace`.
#[must_use]
pub fn diff(
    current: &CreateMaintenanceWindowRequest,
    desired: &CreateMaintenanceWindowRequest,
) -> Difference {
    let cleared: Vec<&'static str> = [
        ("Description", current.description.is_some() && desired.description.is_none()),
        ("StartDate", current.start_date.is_some() && desired.start_date.is_none()),
        ("EndDate", current.end_date.is_some() && desired.end_date.is_none()),
        ("ScheduleTimezone", current.schedule_timezone.is_some() && desired.schedule_timezone.is_none()),
        ("ScheduleOffset", current.schedule_offset.is_some() && desired.schedule_offset.is_none()),
    ]
    .into_iter()
    .filter_map(|(field, is_cleared)| is_cleared.then_some(field))
    .collect();
    let request = if cleared.is_empty() { changed_members(current, desired) } else { all_members(desired) };
    let tags = |request: &CreateMaintenanceWindowRequest| request.tags.clone().unwrap_or_default();
    Difference { request, cleared, tags_differ: tags(current) != tags(desired) }
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

    fn definition() -> impl Strategy<Value = CreateMaintenanceWindowRequest> {
        let text = || option::of("[ab]");
        let number = || option::of(1..3_i64);
        (text(), text(), text(), text(), text(), number(), 1..3_i64, any::<bool>()).prop_map(
            |(
                description,
                start_date,
                end_date,
                schedule_timezone,
                name,
                schedule_offset,
                duration,
                flag,
            )| {
                CreateMaintenanceWindowRequest {
                    name: name.or(Some("n".into())),
                    description,
                    start_date,
                    end_date,
                    schedule: Some("s".into()),
                    schedule_timezone,
                    schedule_offset,
                    duration: Some(duration),
                    cutoff: Some(0),
                    allow_unassociated_targets: Some(flag),
                    ..Default::default()
                }
            },
        )
    }

    proptest! {
        #[test]
        fn the_difference_applied_to_current_gives_desired(current in definition(), desired in definition()) {
            let difference = diff(&current, &desired);
            prop_assert_eq!(difference.request.applied_to(&current), desired.clone());
            prop_assert_eq!(difference.is_empty(), current == desired);
        }
    }
}
