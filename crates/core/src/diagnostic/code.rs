//! The one table of what can be found.

use super::Severity;
use crate::record::Record;

/// Makes [`Code`] from a table of `Variant = "stable.name", Severity, "what it says";`.
macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident, $doc:literal;)+) => {
        /// What kind of finding a diagnostic is. Names never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
        pub enum Code {
            $(#[doc = $doc] #[serde(rename = $name)] $variant,)+
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable name, such as `schedule.cron.value`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much a finding of this kind weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    RequestNotJson = "request.not-json", Error, "The text is not JSON.";
    RequestNotObject = "request.not-object", Error, "The JSON is not an object.";
    RequestTooLarge = "request.too-large", Error, "The text is larger than any request AWS takes.";
    UnknownField = "request.unknown-field", Error, "AWS has no such field in this request.";
    WrongType = "request.type", Error, "A field's JSON type is not AWS's.";
    Missing = "request.missing", Error, "A required field is missing.";

    NameLength = "name.length", Error, "Name: 3 to 128 characters.";
    NamePattern = "name.pattern", Error, "Name: letters, digits, `_`, `-` and `.` only.";
    DescriptionLength = "description.length", Error, "Description: 1 to 128 characters.";
    ClientTokenLength = "client-token.length", Error, "ClientToken: 1 to 64 characters.";
    WindowIdPattern = "window-id.pattern", Error, "WindowId: `mw-` and 17 hexadecimal digits.";
    TagCount = "tags.count", Error, "Tags: at most 1000.";
    TagKeyLength = "tags.key.length", Error, "A tag's key: 1 to 128 characters.";
    TagKeyPattern = "tags.key.pattern", Error, "A tag's key: letters, digits, blanks and `_ . : / = + - @`.";
    TagKeyReserved = "tags.key.reserved", Error, "A tag's key must not begin with `aws:`.";
    TagKeyTwice = "tags.key.twice", Error, "A tag's key stands more than once.";
    TagValueLength = "tags.value.length", Error, "A tag's value: at most 256 characters.";
    TagValuePattern = "tags.value.pattern", Error, "A tag's value: letters, digits, blanks and `_ . : / = + - @`.";

    DurationRange = "duration.range", Error, "Duration: 1 to 24 hours.";
    CutoffRange = "cutoff.range", Error, "Cutoff: 0 to 23 hours.";
    CutoffNotBelowDuration = "cutoff.not-below-duration", Error, "Cutoff must be below Duration.";

    DateLength = "date.length", Error, "StartDate and EndDate: 1 to 256 characters.";
    DateForm = "date.form", Error, "A date is not in ISO-8601's extended form.";
    DateImpossible = "date.impossible", Error, "A date that the calendar does not have.";
    DateWithoutOffset = "date.without-offset", Warning, "A date without an offset is read as UTC.";
    DateOrder = "date.order", Error, "EndDate is not after StartDate.";
    EndDatePast = "date.end-past", Warning, "EndDate has passed.";
    StartDatePast = "date.start-past", Note, "StartDate has passed: a rate starts now instead.";

    ZoneLength = "zone.length", Error, "ScheduleTimezone: 1 to 128 characters.";
    ZoneUnknown = "zone.unknown", Error, "No IANA time zone has this name.";
    ZoneAbbreviation = "zone.abbreviation", Error, "An abbreviation or an offset is no IANA time zone.";
    ZoneOldName = "zone.old-name", Warning, "An abbreviation that IANA keeps for old programs.";
    ZoneLetterCase = "zone.letter-case", Warning, "The name's letter case is not IANA's.";

    OffsetRange = "offset.range", Error, "ScheduleOffset: 1 to 6 days.";
    OffsetNotCron = "offset.not-cron", Error, "ScheduleOffset goes with cron expressions only.";

    ScheduleLength = "schedule.length", Error, "Schedule: 1 to 256 characters.";
    ScheduleForm = "schedule.form", Error, "The expression is neither cron(...), rate(...) nor at(...).";
    ScheduleKeywordCase = "schedule.keyword-case", Error, "The keyword is not in lower case.";
    ScheduleSpacing = "schedule.spacing", Error, "Blanks where AWS has none.";
    ScheduleParenthesis = "schedule.parenthesis", Error, "A parenthesis is missing, or text follows it.";

    CronUnix = "schedule.cron.unix", Error, "Five fields, as Unix writes cron.";
    CronFieldCount = "schedule.cron.field-count", Error, "Neither six nor seven fields.";
    CronOldOrder = "schedule.cron.old-order", Error, "Six fields in the order of before 2018: seconds first, no year.";
    CronEmptyTerm = "schedule.cron.empty-term", Error, "A comma with nothing on one side.";
    CronSyntax = "schedule.cron.syntax", Error, "Text that no field can have.";
    CronValue = "schedule.cron.value", Error, "A number outside the field's range.";
    CronName = "schedule.cron.name", Error, "A name that the field does not have.";
    CronWildcard = "schedule.cron.wildcard", Error, "A wildcard that the field does not take.";
    CronRange = "schedule.cron.range", Error, "A range that cannot be read.";
    CronStep = "schedule.cron.step", Error, "A step that is zero, too large or missing.";
    CronStepAfterName = "schedule.cron.step-after-name", Error, "A step after a name.";
    CronSpecialInList = "schedule.cron.special-in-list", Error, "`L`, `W`, `#` or `?` beside other terms.";
    CronBothDayFields = "schedule.cron.both-day-fields", Error, "Both day fields are set.";
    CronNoDayField = "schedule.cron.no-day-field", Error, "Both day fields are `?`.";
    CronWeekdayNumber = "schedule.cron.weekday-number", Warning, "A weekday's number before `#` or `L` is easily misread: 1 is Sunday.";
    CronUndocumented = "schedule.cron.undocumented", Note, "Works in the Quartz dialect; AWS does not document it.";
    CronTooFast = "schedule.cron.too-fast", Warning, "More often than every five minutes.";

    RateForm = "schedule.rate.form", Error, "Not `rate(value unit)`.";
    RateValue = "schedule.rate.value", Error, "The value is not a positive whole number.";
    RateUnit = "schedule.rate.unit", Error, "The unit is not minute(s), hour(s) or day(s).";
    RateUnitNumber = "schedule.rate.unit-number", Error, "Singular after 1, plural after other numbers.";
    RateTooFast = "schedule.rate.too-fast", Warning, "More often than every five minutes.";

    AtForm = "schedule.at.form", Error, "Not `at(yyyy-MM-ddThh:mm:ss)`.";
    AtImpossible = "schedule.at.impossible", Error, "A date or time that the calendar does not have.";
    AtPast = "schedule.at.past", Error, "The moment has passed.";
    AtZone = "schedule.at.zone", Warning, "Read as local time in ScheduleTimezone; AWS does not say so.";
    AtInGap = "schedule.at.gap", Warning, "A local time that does not exist: the clocks go forward over it.";

    NeverRuns = "schedule.never-runs", Warning, "There is no execution to come.";
    OverlapsItself = "window.overlaps-itself", Warning, "The next execution begins before the one before has ended.";
    NextExecutionAgrees = "window.next-execution-agrees", Note, "The next execution that AWS tells is one of ours.";
    NextExecutionDiffers = "window.next-execution-differs", Note, "The next execution that AWS tells is none of ours.";

    NextExecutionFixesRate = "window.next-execution-fixes-rate", Note, "The next execution that AWS tells fixes from when a rate counts.";
    NextExecutionForm = "window.next-execution-form", Warning, "The next execution that AWS tells cannot be read.";

    ImportNothing = "import.nothing", Error, "The text holds nothing that a plan can have.";
    ImportPlan = "import.plan", Error, "A plan that cannot be read.";
    ImportMorePages = "import.more-pages", Warning, "An answer of AWS that has more pages.";
    ImportTwice = "import.twice", Warning, "Something is there twice, and not the same.";
    ImportNoWindow = "import.no-window", Warning, "It belongs to a window that is not here.";
    ImportIncomplete = "import.incomplete", Note, "What an answer of AWS does not tell.";
    ImportExampleId = "import.example-id", Note, "An id as AWS's guides write it.";
    ImportKept = "import.kept", Note, "A change that AWS does not have yet stays in the plan.";
    ImportReplaced = "import.replaced", Note, "A window of an imported plan took the place of another.";
    ImportConflict = "import.conflict", Warning, "AWS and the plan have changed the same.";
    ImportSameName = "import.same-name", Warning, "A planned window of the same name is there already.";
    ImportNotKept = "import.not-kept", Note, "Something that a plan does not hold.";

    CalendarTooLarge = "calendar.too-large", Error, "The calendar file is larger than is read.";
    CalendarForm = "calendar.form", Error, "The file is no iCalendar file.";
    CalendarLine = "calendar.line", Warning, "A line of the calendar file cannot be read.";
    CalendarCutOff = "calendar.cut-off", Warning, "The calendar file ends too early.";
    CalendarType = "calendar.type", Warning, "Change Calendar has no such type.";
    CalendarTime = "calendar.time", Warning, "A date, time or duration that iCalendar does not have.";
    CalendarZone = "calendar.zone", Warning, "A time zone that is neither known nor defined in the file.";
    CalendarFloating = "calendar.floating", Note, "A time in the calendar file names no zone.";
    CalendarRule = "calendar.rule", Warning, "A recurrence that is not read, or not in full.";
    CalendarNoLength = "calendar.no-length", Warning, "An event that ends as it begins.";
    CalendarTooMuch = "calendar.too-much", Warning, "The calendar file has more than can be followed.";
    CalendarEmpty = "calendar.empty", Note, "The calendar has no events.";
    CalendarMore = "calendar.more", Note, "There are more findings than are told.";

    RegisteredSize = "registered.size", Error, "Something of a target or a task is too short, too long, too few or too many.";
    RegisteredForm = "registered.form", Error, "Something of a target or a task is not of the form that AWS has for it.";
    RegisteredCount = "registered.count", Error, "A window has at most 100 targets and 20 tasks.";
    TargetForm = "target.form", Error, "Targets name nodes by id, by up to five tags, or by a resource group.";
    TargetNoValue = "target.no-value", Error, "A target names nothing.";
    TargetInstanceId = "target.instance-id", Warning, "No id of a managed node has this form.";
    TaskTargets = "task.targets", Error, "A task runs on up to 50 nodes or 10 targets of its window.";
    TaskUnknownTarget = "task.unknown-target", Error, "A task names a target that its window does not have.";
    TaskUnassociated = "task.unassociated", Error, "A task names a node that is no target, and the window allows no others.";
    TaskLimits = "task.limits", Error, "`MaxConcurrency` and `MaxErrors` go with targets, and only with them.";
    TaskParameters = "task.parameters", Warning, "Parameters of another kind than the task's.";
    TaskArn = "task.arn", Warning, "A state machine is named by its ARN.";

    UpdateNothing = "update.nothing", Warning, "The update changes nothing.";
    UpdateReplaces = "update.replaces", Note, "Only Replace can clear a field, so the update is a full one.";
    UpdateTags = "update.tags", Note, "The tags differ, which no update changes.";

    ExportLeftOut = "export.left-out", Warning, "The format has no place for a value: it is left out.";
    ExportWholeWindow = "export.whole-window", Warning, "The format describes a whole window, not a change of one.";
    ExportMissing = "export.missing", Warning, "A member of a window is missing that AWS requires.";
    ExportAnother = "export.another", Warning, "The window exists: what is carried out makes another.";
    ExportUnknownTarget = "export.unknown-target", Warning, "A task names a target that its window does not have.";
    ExportNotNeeded = "export.not-needed", Note, "The format makes a value of its own.";
    ExportComposed = "export.composed", Note, "The format composes combining marks.";
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_has_a_name_of_its_own_that_serde_writes() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
