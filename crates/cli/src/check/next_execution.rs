//! The next execution as AWS tells it, beside ours.

use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::schedule::Schedule;

/// The field of AWS's answers.
const FIELD: &str = "NextExecutionTime";

/// Says whether an execution of ours starts when AWS says that its next one does.
///
/// The answer may be old, so AWS's next execution may have passed: it has to be one of ours, not the
/// first after now. A rate counts from an instant that AWS does not tell; then there is nothing to say.
pub(super) fn compare(timing: &Timing, text: &str, now: Timestamp) -> Option<Diagnostic> {
    if matches!(timing.schedule(), Schedule::Rate(_)) {
        return None;
    }
    let told = Timestamp::parse_rfc3339(text)?;
    let mut ours = timing.starts(&Query::after(told.plus_millis(-1)).created(Timestamp::EPOCH));
    let nearest = ours.next();
    if nearest == Some(told) {
        let message = format!("AWS's next execution is one of ours: {}.", timing.aws_text(told));
        return Some(Diagnostic::new(Code::NextExecutionAgrees, FIELD, message));
    }
    let after = now.min(told).plus_millis(-1);
    let first = timing.starts(&Query::after(after).created(Timestamp::EPOCH)).next();
    let expected =
        first.map_or("we know of none".to_owned(), |first| format!("ours is {}", timing.aws_text(first)));
    Some(
        Diagnostic::new(
            Code::NextExecutionDiffers,
            FIELD,
            format!("AWS's next execution is {text}; {expected}."),
        )
        .help("Please report the difference, with the schedule and its time zone: one of us is wrong."),
    )
}
