//! The fields of a request as texts, as a form and a remedy see them.

use window_planner_core::window::{CreateMaintenanceWindowRequest, Tag};

/// One field of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// `Name`.
    Name,
    /// `Description`.
    Description,
    /// `StartDate`.
    StartDate,
    /// `EndDate`.
    EndDate,
    /// `Schedule`.
    Schedule,
    /// `ScheduleTimezone`.
    ScheduleTimezone,
    /// `ScheduleOffset`.
    ScheduleOffset,
    /// `Duration`.
    Duration,
    /// `Cutoff`.
    Cutoff,
    /// `ClientToken`; in a create request only.
    ClientToken,
    /// The key of the tag at this place.
    TagKey(usize),
    /// The value of the tag at this place.
    TagValue(usize),
}

impl FieldName {
    const SIMPLE: [Self; 10] = [
        Self::Name,
        Self::Description,
        Self::StartDate,
        Self::EndDate,
        Self::Schedule,
        Self::ScheduleTimezone,
        Self::ScheduleOffset,
        Self::Duration,
        Self::Cutoff,
        Self::ClientToken,
    ];

    /// The name in AWS's spelling, without a place in a list.
    #[must_use]
    pub const fn aws_name(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Description => "Description",
            Self::StartDate => "StartDate",
            Self::EndDate => "EndDate",
            Self::Schedule => "Schedule",
            Self::ScheduleTimezone => "ScheduleTimezone",
            Self::ScheduleOffset => "ScheduleOffset",
            Self::Duration => "Duration",
            Self::Cutoff => "Cutoff",
            Self::ClientToken => "ClientToken",
            Self::TagKey(_) => "Key",
            Self::TagValue(_) => "Value",
        }
    }

    /// The name that diagnostics use: `Schedule`, `Tags[0].Key`.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::TagKey(place) | Self::TagValue(place) => format!("Tags[{place}].{}", self.aws_name()),
            _ => self.aws_name().to_owned(),
        }
    }

    /// The field that a diagnostic is about.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        if let Some((place, key)) = path.strip_prefix("Tags[").and_then(|rest| rest.split_once("].")) {
            let place = place.parse().ok()?;
            return match key {
                "Key" => Some(Self::TagKey(place)),
                "Value" => Some(Self::TagValue(place)),
                _ => None,
            };
        }
        Self::SIMPLE.into_iter().find(|field| field.aws_name() == path)
    }
}

impl FieldName {
    /// The text of the field; empty when the request leaves it out.
    #[must_use]
    pub fn text(self, request: &CreateMaintenanceWindowRequest) -> String {
        let number = |value: Option<i64>| value.map(|value| value.to_string());
        let tag = |place: usize| request.tags.as_ref().and_then(|tags| tags.get(place));
        match self {
            Self::Name => request.name.clone(),
            Self::Description => request.description.clone(),
            Self::StartDate => request.start_date.clone(),
            Self::EndDate => request.end_date.clone(),
            Self::Schedule => request.schedule.clone(),
            Self::ScheduleTimezone => request.schedule_timezone.clone(),
            Self::ScheduleOffset => number(request.schedule_offset),
            Self::Duration => number(request.duration),
            Self::Cutoff => number(request.cutoff),
            Self::ClientToken => request.client_token.clone(),
            Self::TagKey(place) => tag(place).map(|tag| tag.key.clone()),
            Self::TagValue(place) => tag(place).map(|tag| tag.value.clone()),
        }
        .unwrap_or_default()
    }

    /// Sets the field. Empty text leaves it out of the request, as does text that is no whole number
    /// where AWS takes only those.
    pub fn set(self, request: &mut CreateMaintenanceWindowRequest, text: &str) {
        let words = (!text.is_empty()).then(|| text.to_owned());
        let number = text.trim().parse().ok();
        match self {
            Self::Name => request.name = words,
            Self::Description => request.description = words,
            Self::StartDate => request.start_date = words,
            Self::EndDate => request.end_date = words,
            Self::Schedule => request.schedule = words,
            Self::ScheduleTimezone => request.schedule_timezone = words,
            Self::ScheduleOffset => request.schedule_offset = number,
            Self::Duration => request.duration = number,
            Self::Cutoff => request.cutoff = number,
            Self::ClientToken => request.client_token = words,
            Self::TagKey(place) => set_tag(request, place, |tag| text.clone_into(&mut tag.key)),
            Self::TagValue(place) => set_tag(request, place, |tag| text.clone_into(&mut tag.value)),
        }
    }
}

fn set_tag(request: &mut CreateMaintenanceWindowRequest, place: usize, change: impl FnOnce(&mut Tag)) {
    if let Some(tag) = request.tags.as_mut().and_then(|tags| tags.get_mut(place)) {
        change(tag);
    }
}

/// Adds an empty tag.
pub fn add_tag(request: &mut CreateMaintenanceWindowRequest) {
    request.tags.get_or_insert_default().push(Tag::default());
}

/// Removes a tag; the last one takes `Tags` out of the request.
pub fn remove_tag(request: &mut CreateMaintenanceWindowRequest, place: usize) {
    if let Some(tags) = request.tags.as_mut().filter(|tags| place < tags.len()) {
        tags.remove(place);
    }
    if request.tags.as_ref().is_some_and(Vec::is_empty) {
        request.tags = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_the_name_that_diagnostics_use() {
        for field in FieldName::SIMPLE.into_iter().chain([FieldName::TagKey(0), FieldName::TagValue(12)]) {
            assert_eq!(FieldName::from_path(&field.path()), Some(field));
        }
        assert_eq!(FieldName::from_path("Tags"), None);
        assert_eq!(FieldName::from_path("Tags[x].Key"), None);
    }

    #[test]
    fn what_is_set_is_read_and_empty_leaves_the_field_out() {
        let mut request = CreateMaintenanceWindowRequest::default();
        add_tag(&mut request);
        for (field, text) in
            [(FieldName::Name, "Web-Tier"), (FieldName::Duration, "12"), (FieldName::TagKey(0), "team")]
        {
            field.set(&mut request, text);
            assert_eq!(field.text(&request), text);
        }
        FieldName::Duration.set(&mut request, "");
        assert_eq!(request.duration, None);
    }

    #[test]
    fn removing_the_last_tag_leaves_tags_out() {
        let mut request = CreateMaintenanceWindowRequest::default();
        add_tag(&mut request);
        remove_tag(&mut request, 0);
        assert_eq!(request.tags, None);
    }
}
