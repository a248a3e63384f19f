//! Seconds, minutes and hours in words.

use super::{hour_cycle::HourCycle, phrase::list};
use crate::schedule::cron::{Cron, FieldKind, StepBase, Term, Terms};

/// More times of day than this are not listed one by one.
const LISTED: usize = 4;

/// `At 23:30`, `Every 5 minutes from 08:00 to 17:59`.
pub(super) fn of_day(cron: &Cron, cycle: HourCycle) -> String {
    match cron.seconds.single() {
        Some(second) => of_minutes(cron, second, cycle),
        None if cron.seconds.is_every() && cron.minutes.is_every() && cron.hours.is_every() => {
            "Every second".to_owned()
        }
        None => format!("{}, {},", of_minutes(cron, 0, cycle), unit(&cron.seconds)),
    }
}

fn of_minutes(cron: &Cron, second: u16, cycle: HourCycle) -> String {
    if let Some(times) = listed(cron, second, cycle) {
        return format!("At {}", list(&times));
    }
    let text = match (cron.minutes.single(), step(&cron.minutes)) {
        (Some(minute), _) => return at_minute_of_hours(&cron.hours, minute, second, cycle),
        (None, Some((0, step))) => every(step, "minute"),
        (None, Some((from, step))) => {
            format!("{} from minute {from} of every hour", every(step, "minute"))
        }
        (None, None) => {
            let minutes = unit(&cron.minutes);
            format!("At {}", minutes.strip_prefix("at ").unwrap_or(&minutes))
        }
    };
    let seconds = if second == 0 { String::new() } else { format!(" at second {second}") };
    format!("{text}{seconds}{}", during(&cron.hours, cycle))
}

/// The times of day, when they are few.
fn listed(cron: &Cron, second: u16, cycle: HourCycle) -> Option<Vec<String>> {
    let (hours, minutes) = (bits(&cron.hours), bits(&cron.minutes));
    if hours.len().saturating_mul(minutes.len()) > LISTED {
        return None;
    }
    let of_hour = |hour: &u16| {
        let hour = *hour;
        minutes.iter().map(move |minute| cycle.time(hour, *minute, second))
    };
    Some(hours.iter().flat_map(of_hour).collect())
}

/// One minute of many hours.
fn at_minute_of_hours(hours: &Terms, minute: u16, second: u16, cycle: HourCycle) -> String {
    let time = |hour| cycle.time(hour, minute, second);
    match step(hours) {
        Some((0, 1)) if minute == 0 && second == 0 => "Every hour".to_owned(),
        Some((0, 1)) if second == 0 => format!("Every hour at minute {minute}"),
        Some((from, step)) => format!("{} from {}", every(step, "hour"), time(from)),
        None => match consecutive(hours) {
            Some((first, last)) => format!("Every hour from {} to {}", time(first), time(last)),
            None => format!("At {}", list(&bits(hours).into_iter().map(time).collect::<Vec<_>>())),
        },
    }
}

/// In which hours, when not in all.
fn during(hours: &Terms, cycle: HourCycle) -> String {
    if step(hours) == Some((0, 1)) {
        return String::new();
    }
    if let Some((first, last)) = consecutive(hours) {
        format!(" from {} to {}", cycle.time(first, 0, 0), cycle.time(last, 59, 0))
    } else {
        let hours: Vec<String> = bits(hours).into_iter().map(|hour| cycle.hour(hour)).collect();
        format!(" in the hours {}", list(&hours))
    }
}

/// A field of seconds, minutes or hours by itself: `at minute 30`, `every 5 minutes`.
pub(in crate::schedule) fn unit(terms: &Terms) -> String {
    let noun = match terms.kind() {
        FieldKind::Seconds => "second",
        FieldKind::Minutes => "minute",
        _ => "hour",
    };
    let larger = match terms.kind() {
        FieldKind::Seconds => "minute",
        FieldKind::Minutes => "hour",
        _ => "day",
    };
    if let Some(value) = terms.single() {
        return format!("at {noun} {value}");
    }
    match step(terms) {
        Some((_, 1)) => format!("every {noun}"),
        Some((0, step)) => every(step, noun).to_ascii_lowercase(),
        Some((from, step)) => {
            format!("{} from {noun} {from} of every {larger}", every(step, noun).to_ascii_lowercase())
        }
        None => {
            if let Some((first, last)) = consecutive(terms) {
                format!("at {noun}s {first} to {last}")
            } else {
                let values: Vec<String> = bits(terms).iter().map(ToString::to_string).collect();
                format!("at {noun}s {}", list(&values))
            }
        }
    }
}

fn every(step: u16, noun: &str) -> String {
    if step == 1 { format!("Every {noun}") } else { format!("Every {step} {noun}s") }
}

/// First value and step of a field that goes on in equal steps to its end; `*` steps by 1.
fn step(terms: &Terms) -> Option<(u16, u16)> {
    match terms.terms() {
        [Term::All] => Some((0, 1)),
        [Term::Step(StepBase::All, step)] => Some((0, *step)),
        [Term::Step(StepBase::From(first), step)] => Some((*first, *step)),
        _ => None,
    }
}

/// First and last value of a field that is one range.
fn consecutive(terms: &Terms) -> Option<(u16, u16)> {
    match terms.terms() {
        [Term::Between(first, last)] => Some((*first, *last)),
        [Term::One(value)] => Some((*value, *value)),
        _ => None,
    }
}

/// The values in ascending order, each once.
fn bits(terms: &Terms) -> Vec<u16> {
    let bits = terms.bits();
    (0..60).filter(|bit| bits.checked_shr((*bit).into()).unwrap_or(0) & 1 == 1).collect()
}
