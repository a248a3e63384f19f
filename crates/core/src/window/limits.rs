//! Every limit of a maintenance window's definition, with AWS's way of refusing what exceeds it.
//!
//! Source, where nothing else is said: the service model of SSM, API version 2014-11-06, shapes
//! `MaintenanceWindow…`, `ClientToken`, `Tag…`.

use crate::diagnostic::{Checked, Code, Diagnostic};

/// `MaintenanceWindowName`.
pub const NAME: Length = Length::new(3, 128, Code::NameLength);
/// `MaintenanceWindowDescription`.
pub const DESCRIPTION: Length = Length::new(1, 128, Code::DescriptionLength).sensitive();
/// `MaintenanceWindowSchedule`.
pub const SCHEDULE: Length = Length::new(1, 256, Code::ScheduleLength);
/// Source: the CloudFormation schema; the service model has no limit for it.
pub const SCHEDULE_TIMEZONE: Length = Length::new(1, 128, Code::ZoneLength);
/// `StartDate` and `EndDate`. Source: the CloudFormation schema; the service model has no limit.
pub const DATE: Length = Length::new(1, 256, Code::DateLength);
/// `ClientToken`.
pub const CLIENT_TOKEN: Length = Length::new(1, 64, Code::ClientTokenLength);
/// `TagKey`.
pub const TAG_KEY: Length = Length::new(1, 128, Code::TagKeyLength);
/// `TagValue`.
pub const TAG_VALUE: Length = Length::new(0, 256, Code::TagValueLength);
/// `TagList`.
pub const TAGS: usize = 1000;

/// How many windows of an account run at once (AWS General Reference, quotas of Systems Manager).
pub const CONCURRENT_WINDOWS: usize = 5;

/// `MaintenanceWindowDurationHours`.
pub const DURATION: Bounds = Bounds { least: 1, greatest: 24, unit: "hours", code: Code::DurationRange };
/// `MaintenanceWindowCutoff`.
pub const CUTOFF: Bounds = Bounds { least: 0, greatest: 23, unit: "hours", code: Code::CutoffRange };
/// `MaintenanceWindowOffset`.
pub const SCHEDULE_OFFSET: Bounds = Bounds { least: 1, greatest: 6, unit: "days", code: Code::OffsetRange };

/// The pattern of `MaintenanceWindowName`.
pub const NAME_PATTERN: &str = r"^[a-zA-Z0-9_\-.]{3,128}$";
/// The pattern of `MaintenanceWindowId`.
pub const WINDOW_ID_PATTERN: &str = "^mw-[0-9a-f]{17}$";
/// The pattern of `TagKey` and `TagValue`.
pub const TAG_PATTERN: &str = r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$";

/// How long a text may be, in characters.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// The fewest characters.
    pub least: usize,
    /// The most characters.
    pub greatest: usize,
    code: Code,
    /// Whether AWS keeps the text out of its messages.
    is_sensitive: bool,
}

impl Length {
    const fn new(least: usize, greatest: usize, code: Code) -> Self {
        Self { least, greatest, code, is_sensitive: false }
    }

    const fn sensitive(self) -> Self {
        Self { is_sensitive: true, ..self }
    }

    /// What is wrong with the length of the text in `field`.
    pub(crate) fn length_finding(&self, field: &str, text: &str) -> Option<Diagnostic> {
        let length = text.chars().count();
        let (message, constraint) = if length < self.least {
            let message = if length == 0 {
                format!("{field} is empty.")
            } else {
                format!("{field} has {length} of at least {} characters.", self.least)
            };
            (message, format!("Member must have length greater than or equal to {}", self.least))
        } else if length > self.greatest {
            (
                format!(
                    "{field} has {length} characters, {} too many.",
                    length.saturating_sub(self.greatest)
                ),
                format!("Member must have length less than or equal to {}", self.greatest),
            )
        } else {
            return None;
        };
        let help = match self.least {
            0 => format!("AWS takes at most {} characters.", self.greatest),
            least => format!("AWS takes {least} to {} characters.", self.greatest),
        };
        let shown = (!self.is_sensitive).then_some(text);
        let aws = constraint_violation(field, shown, &constraint);
        Some(Diagnostic::new(self.code, field.to_owned(), message).help(help).aws(aws))
    }
}

/// Between which values a number lies.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The least value.
    pub least: u8,
    /// The greatest value.
    pub greatest: u8,
    unit: &'static str,
    code: Code,
}

impl Bounds {
    /// The number, when it is neither below `least` nor above `greatest`.
    pub(crate) fn check(&self, field: &'static str, number: i64) -> Checked<u8> {
        let Self { least, greatest, unit, code } = *self;
        match u8::try_from(number) {
            Ok(number) if (least..=greatest).contains(&number) => {
                return Checked::new(Some(number), Vec::new());
            }
            _ => {}
        }
        let (nearest, relation) = if number < least.into() { (least, "greater") } else { (greatest, "less") };
        let constraint = format!("Member must have value {relation} than or equal to {nearest}");
        let message = format!("{field} is {number}; AWS takes {least} to {greatest} {unit}.");
        let finding = Diagnostic::new(code, field, message)
            .help(format!("Write a whole number from {least} to {greatest}."))
            .fix(format!("Write {nearest}"), nearest.to_string())
            .aws(constraint_violation(field, Some(&number.to_string()), &constraint));
        Checked::new(None, vec![finding])
    }
}

/// AWS's words for one violated constraint of the model. The template is seen in real answers.
pub(crate) fn constraint_violation(field: &str, value: Option<&str>, constraint: &str) -> String {
    format!("1 validation error detected: {}", violation(value, &place(field), constraint))
}

/// The sentence for a violated constraint, of a value that is shown so, or kept out of it (decision 20).
pub(crate) fn violation(shown: Option<&str>, place: &str, constraint: &str) -> String {
    let value = shown.map(|shown| format!(" '{shown}'")).unwrap_or_default();
    format!("Value{value} at '{place}' failed to satisfy constraint: {constraint}")
}

/// `Tags[0].Key` as AWS spells it in a message: `tags.1.member.key`.
fn place(field: &str) -> String {
    let part = |part: &str| match part.strip_suffix(']').and_then(|part| part.split_once('[')) {
        None => lower_camel(part),
        Some((list, index)) => {
            let number = index.parse::<usize>().unwrap_or_default().saturating_add(1);
            format!("{}.{number}.member", lower_camel(list))
        }
    };
    field.split('.').map(part).collect::<Vec<_>>().join(".")
}

/// A member's name as AWS spells it in a message: with a small first letter.
pub(crate) fn lower_camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aws_spells_a_place_with_small_letters_and_counts_from_one() {
        assert_eq!(place("Tags[0].Key"), "tags.1.member.key");
        assert_eq!(place("ScheduleTimezone"), "scheduleTimezone");
    }

    #[test]
    fn what_the_model_calls_sensitive_is_not_in_aws_message() {
        let finding = DESCRIPTION.length_finding("Description", "").unwrap();
        let message = "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length greater than or equal to 1";
        assert_eq!(finding.aws_message.as_deref(), Some(message));
    }
}
