//! The fields of a request as texts, as a form and a remedy see them.

use super::Draft;
use window_planner_core::window::Tag;

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
    /// `WindowId`; in an update request only.
    WindowId,
    /// The key of the tag at this place.
    TagKey(usize),
    /// The value of the tag at this place.
    TagValue(usize),
}

impl FieldName {
    const SIMPLE: [Self; 11] = [
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
        Self::WindowId,
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
            Self::WindowId => "WindowId",
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

impl Draft {
    /// The text of a field; empty when the request leaves it out.
    #[must_use]
    pub fn text(&self, field: FieldName) -> String {
        let request = &self.request;
        let number = |value: Option<i64>| value.map(|value| value.to_string());
        let tag = |place: usize| request.tags.as_ref().and_then(|tags| tags.get(place));
        match field {
            FieldName::Name => request.name.clone(),
            FieldName::Description => request.description.clone(),
            FieldName::StartDate => request.start_date.clone(),
            FieldName::EndDate => request.end_date.clone(),
            FieldName::Schedule => request.schedule.clone(),
            FieldName::ScheduleTimezone => request.schedule_timezone.clone(),
            FieldName::ScheduleOffset => number(request.schedule_offset),
            FieldName::Duration => number(request.duration),
            FieldName::Cutoff => number(request.cutoff),
            FieldName::ClientToken => request.client_token.clone(),
            FieldName::WindowId => Some(self.window_id.clone()),
            FieldName::TagKey(place) => tag(place).map(|tag| tag.key.clone()),
            FieldName::TagValue(place) => tag(place).map(|tag| tag.value.clone()),
        }
        .unwrap_or_default()
    }

    /// Sets a field. Empty text leaves it out of the request, as does text that is no whole number
    /// where AWS takes only those.
    pub fn set_text(&mut self, field: FieldName, text: &str) {
        let request = &mut self.request;
        let words = (!text.is_empty()).then(|| text.to_owned());
        let number = text.trim().parse().ok();
        match field {
            FieldName::Name => request.name = words,
            FieldName::Description => request.description = words,
            FieldName::StartDate => request.start_date = words,
            FieldName::EndDate => request.end_date = words,
            FieldName::Schedule => request.schedule = words,
            FieldName::ScheduleTimezone => request.schedule_timezone = words,
            FieldName::ScheduleOffset => request.schedule_offset = number,
            FieldName::Duration => request.duration = number,
            FieldName::Cutoff => request.cutoff = number,
            FieldName::ClientToken => request.client_token = words,
            FieldName::WindowId => text.clone_into(&mut self.window_id),
            FieldName::TagKey(place) => self.set_tag(place, |tag| text.clone_into(&mut tag.key)),
            FieldName::TagValue(place) => self.set_tag(place, |tag| text.clone_into(&mut tag.value)),
        }
    }

    fn set_tag(&mut self, place: usize, change: impl FnOnce(&mut Tag)) {
        if let Some(tag) = self.request.tags.as_mut().and_then(|tags| tags.get_mut(place)) {
            change(tag);
        }
    }

    /// Adds an empty tag.
    pub fn add_tag(&mut self) {
        self.request.tags.get_or_insert_default().push(Tag { key: String::new(), value: String::new() });
    }

    /// Removes a tag; the last one takes `Tags` out of the request.
    pub fn remove_tag(&mut self, place: usize) {
        if let Some(tags) = self.request.tags.as_mut().filter(|tags| place < tags.len()) {
            tags.remove(place);
        }
        if self.request.tags.as_ref().is_some_and(Vec::is_empty) {
            self.request.tags = None;
        }
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
        let mut draft = Draft::example();
        draft.add_tag();
        for (field, text) in [
            (FieldName::Name, "Web-Tier"),
            (FieldName::Duration, "12"),
            (FieldName::TagKey(0), "team"),
            (FieldName::WindowId, "mw-0123456789abcdef0"),
        ] {
            draft.set_text(field, text);
            assert_eq!(draft.text(field), text);
        }
        draft.set_text(FieldName::ScheduleOffset, "");
        assert_eq!(draft.request.schedule_offset, None);
    }

    #[test]
    fn removing_the_last_tag_leaves_tags_out() {
        let mut draft = Draft::example();
        draft.request.tags = None;
        draft.add_tag();
        draft.remove_tag(0);
        assert_eq!(draft.request.tags, None);
    }
}
