//! Every limit of a maintenance window's definition, with AWS's way of refusing what exceeds it.
//!
//! Source, where nothing else is said: the service model of SSM, API version 2014-11-06, shapes
//! `MaintenanceWindow…`, `ClientToken`, `Tag…`.

use crate::diagnostic::{Checked, Code, Diagnostic};

/// `MaintenanceWindowName`.
pub const NAME: Length = Length { least: 3, greatest: 128, code: Code::NameLength };
/// `MaintenanceWindowDescription`.
pub const DESCRIPTION: Length = Length { least: 1, greatest: 128, code: Code::DescriptionLength };
/// `MaintenanceWindowSchedule`.
pub const SCHEDULE: Length = Length { least: 1, greatest: 256, code: Code::ScheduleLength };
/// Source: the CloudFormation schema; the service model has no limit for it.
pub const SCHEDULE_TIMEZONE: Length = Length { least: 1, greatest: 128, code: Code::ZoneLength };
/// `StartDate` and `EndDate`. Source: the CloudFormation schema; the service model has no limit.
pub const DATE: Length = Length { least: 1, greatest: 256, code: Code::DateLength };
/// `ClientToken`.
pub const CLIENT_TOKEN: Length = Length { least: 1, greatest: 64, code: Code::ClientTokenLength };
/// `TagKey`.
pub const TAG_KEY: Length = Length { least: 1, greatest: 128, code: Code::TagKeyLength };
/// `TagValue`.
pub const TAG_VALUE: Length = Length { least: 0, greatest: 256, code: Code::TagValueLength };
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
}

impl Length {
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
        Some(Diagnostic::new(self.code, field.to_owned(), message).help(help).aws(constraint_violation(
            field,
            text,
            &constraint,
        )))
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
            .aws(constraint_violation(field, &number.to_string(), &constraint));
        Checked::new(None, vec![finding])
    }
}

/// AWS's words for one violated constraint of the model. The template is seen in real answers; AWS
/// spells the member with a small first letter.
pub(crate) fn constraint_violation(field: &str, value: &str, constraint: &str) -> String {
    let mut letters = field.chars();
    let member: String =
        letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect();
    format!(
        "1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}"
    )
}
