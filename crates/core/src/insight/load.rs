//! What can be told of all windows together: when most are open, when none is.

use super::subject::Subject;
use super::sweep::{Busy, Swept};
use super::{Insight, Kind, MOST_RUNS, MOST_WINDOWS, Question, Run, Span};
use crate::Timestamp;
use crate::diagnostic::Severity;
use crate::window::limits::CONCURRENT_WINDOWS;

pub(super) fn tell(
    subjects: &[Subject<'_>],
    swept: &Swept,
    question: &Question<'_>,
    found: &mut Vec<Insight>,
) {
    let general = |kind, severity, message| Insight { severity, message, ..Insight::of_kind(kind) };
    if subjects.len() == MOST_WINDOWS || swept.given_up.is_some() {
        let until = swept.given_up.unwrap_or(question.until);
        let message = format!(
            "There is more than can be looked at: overlaps are those of {MOST_WINDOWS} windows at the most, up to {}.",
            question.moment(until)
        );
        found.push(general(Kind::Incomplete, Severity::Warning, message));
    }
    if let Some(busiest) = &swept.busiest {
        found.push(Insight {
            count: swept.busiest_count,
            ..busy(subjects, busiest, question, general(Kind::Busiest, Severity::Note, String::new()))
        });
        if let Some(first) = swept.over_quota.first {
            let message = format!(
                "More than {CONCURRENT_WINDOWS} windows are open together {}; at most {}.",
                question.when(swept.over_quota.count, first.from),
                busiest.windows.len()
            );
            let help = format!(
                "AWS has {CONCURRENT_WINDOWS} windows of an account and Region in execution at one time; the quota can be raised."
            );
            let open = subjects.iter().filter_map(|subject| subject.open_at(first.from));
            let runs: Vec<Run> = open.take(MOST_RUNS).collect();
            found.push(Insight {
                help: Some(help),
                windows: runs.iter().map(|run| run.window.clone()).collect(),
                runs,
                count: swept.over_quota.count,
                stretch: Some(first),
                ..general(Kind::OverQuota, Severity::Warning, message)
            });
        }
    }
    if let Some(gap) = swept.longest_gap.filter(|_| !subjects.is_empty()) {
        let message = format!(
            "The longest time without a window: {}, from {} until {} ({}).",
            length(gap),
            question.moment(gap.from),
            question.moment(gap.until),
            question.zone_words()
        );
        let after: Vec<Run> = subjects
            .iter()
            .filter_map(|subject| subject.runs_from(gap.until).next())
            .filter(|run| run.occurrence.start == gap.until)
            .take(MOST_RUNS)
            .collect();
        found.push(Insight {
            windows: after.iter().map(|run| run.window.clone()).collect(),
            runs: after,
            stretch: Some(gap),
            ..general(Kind::LongestGap, Severity::Note, message)
        });
    }
}

fn busy(subjects: &[Subject<'_>], busiest: &Busy, question: &Question<'_>, insight: Insight) -> Insight {
    let message = format!(
        "Most windows are open together on {} ({}): {}.",
        question.moment(busiest.from),
        question.zone_words(),
        busiest.windows.len()
    );
    let open = busiest.windows.iter().filter_map(|place| subjects.get(*place));
    Insight {
        message,
        windows: open.clone().map(|subject| subject.window.id.clone()).collect(),
        runs: open.filter_map(|subject| subject.open_at(busiest.from)).take(MOST_RUNS).collect(),
        stretch: Some(Span { from: busiest.from, until: busiest.until }),
        ..insight
    }
}

/// `13 days 4 h`, `4 h 30 min`.
fn length(span: Span) -> String {
    let minutes = Timestamp::millis_since(span.until, span.from) / 60_000;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let days = match days {
        0 => None,
        1 => Some("1 day".to_owned()),
        days => Some(format!("{days} days")),
    };
    let hours = (hours > 0).then(|| format!("{hours} h"));
    let minutes = (minutes > 0 && days.is_none()).then(|| format!("{minutes} min"));
    let parts: Vec<String> = [days, hours, minutes].into_iter().flatten().collect();
    if parts.is_empty() { "less than a minute".to_owned() } else { parts.join(" ") }
}
