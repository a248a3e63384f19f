//! The `TZID`s of a file → clocks.
//!
//! A name of the IANA data is read with the data at hand, which are newer than what most programs
//! write into their files. So the file's own definition counts only where the name says nothing.

use super::clock::{Clock, Observed, Shift};
use super::file::{Definition, File, Observance, ZoneName};
use super::findings::{Findings, quoted};
use super::moment::{DAY, Moment};
use super::rule::Rule;
use super::windows_names;
use crate::Timestamp;
use crate::diagnostic::Code;
use crate::zone::{self, Zone};

/// The most changes that a file may define for a zone: twice a year for centuries.
const MOST_SHIFTS: usize = 2000;

/// A zone's rule looks at each day of a year, once or twice.
const WORK_OF_YEARLY_RULE: u64 = 1000;

/// The zone of the times that name none: the calendar's own, or `floating`.
pub(super) fn of_calendar(file: &mut File, floating: Zone) -> Zone {
    let Some(name) = file.zone.take() else {
        return floating;
    };
    by_name(&name).unwrap_or_else(|| {
        let message = format!("The calendar's time zone {} is unknown.", quoted(&name));
        let help =
            format!("Dates, and times without a zone, are read in {}.{}", floating.name(), nearest(&name));
        file.findings.add_of_file(Code::CalendarZone, message, help);
        floating
    })
}

/// The clocks of a file's times: UTC, `floating`, then each `TZID`'s.
pub(super) fn clocks(file: &mut File, floating: Zone, work: &mut u64) -> Vec<Clock> {
    let mut clocks = vec![Clock::Zone(Zone::UTC), Clock::Zone(floating)];
    for name in &file.zone_names {
        clocks.push(clock(name, &file.definitions, floating, work, &mut file.findings));
    }
    clocks
}

fn clock(
    zone: &ZoneName,
    definitions: &[Definition],
    floating: Zone,
    work: &mut u64,
    findings: &mut Findings,
) -> Clock {
    let definition = definitions.iter().find(|definition| definition.name == zone.name);
    let named = by_name(&zone.name)
        .or_else(|| by_name(definition?.location.as_deref()?))
        .map(Clock::Zone)
        .or_else(|| observed(definition?, work).map(Clock::Observed));
    named.unwrap_or_else(|| {
        let message =
            format!("No time zone is called {}, and the file does not define it.", quoted(&zone.name));
        let help = format!("Its times are read in {}.{}", floating.name(), nearest(&zone.name));
        findings.add(Code::CalendarZone, zone.line, message, help);
        Clock::Zone(floating)
    })
}

/// The zone of a name as programs write them: IANA's, IANA's at the end of a path
/// (`/mozilla.org/20050126_1/Europe/Berlin`), or Windows'.
fn by_name(name: &str) -> Option<Zone> {
    let name = name.trim();
    let mut rest = name.trim_start_matches('/');
    loop {
        if let Some(zone) = Zone::named(rest) {
            return Some(zone);
        }
        match rest.split_once('/') {
            Some((_, after)) if name.len() < 200 => rest = after,
            _ => break,
        }
    }
    let any_case = || zone::names().find(|known| known.eq_ignore_ascii_case(name));
    windows_names::iana_name(name).or_else(any_case).and_then(Zone::named)
}

/// What was perhaps meant by an unknown name.
fn nearest(name: &str) -> String {
    let found = Zone::read(name).into_parts().1;
    let fix = found.into_iter().find_map(|finding| finding.fix);
    match fix {
        Some(fix) => format!(" Perhaps {} is meant.", fix.value),
        None => " Write a name such as America/Los_Angeles.".to_owned(),
    }
}

/// The clock that a definition describes, up to the end of all answers.
fn observed(definition: &Definition, work: &mut u64) -> Option<Observed> {
    let mut shifts = Vec::new();
    for observance in &definition.observances {
        let (before, after) = (observance.before?, observance.after?);
        for local in onsets(observance, work) {
            let shift = Shift { at: local.saturating_sub(before), before, after };
            shifts.insert(shifts.partition_point(|other| *other < shift), shift);
            if shifts.len() > MOST_SHIFTS {
                return None;
            }
        }
    }
    let first = shifts.first()?.before;
    Some(Observed { first, shifts })
}

/// The local times from which on an observance holds: its start, and what follows from 1969 on.
fn onsets(observance: &Observance, work: &mut u64) -> Vec<i64> {
    let Some(start) = observance.start else {
        return Vec::new();
    };
    let mut onsets = vec![start.local];
    onsets.extend(observance.further.iter().map(|further| further.local));
    for text in &observance.rules {
        // An UNTIL in UTC is less than a day from the clock's; no zone changes twice in a day.
        let Ok(rule) = Rule::read(text, Moment { is_date: false, ..start }, work) else { continue };
        if rule.work_a_year() <= WORK_OF_YEARLY_RULE && *work > 0 {
            let before = onsets.len();
            let horizon = Timestamp::HORIZON.floor_seconds();
            rule.visit(DAY.saturating_mul(-365), horizon, &mut |local| onsets.push(local));
            let found = onsets.len().saturating_sub(before) as u64;
            *work = work.saturating_sub(found.saturating_mul(rule.work_a_year()));
        }
    }
    onsets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_whatever_form_programs_write_it() {
        for (name, zone) in [
            ("America/New_York", "America/New_York"),
            ("america/new_york", "America/New_York"),
            ("Pacific Standard Time", "America/Los_Angeles"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("/mozilla.org/20050126_1/America/Argentina/Salta", "America/Argentina/Salta"),
            ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
            ("UTC", "UTC"),
        ] {
            assert_eq!(by_name(name).map(Zone::name), Some(zone), "{name}");
        }
        assert_eq!(by_name("Customized Time Zone"), None);
        assert_eq!(by_name(&"a/".repeat(30_000)), None);
    }
}
