//! What people type for a time zone → the zone.

use super::{Zone, names};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::window::limits;
use strsim::levenshtein;

/// How many names are offered for one that is unknown.
const SUGGESTIONS: usize = 3;

impl Zone {
    /// Reads the text of a `ScheduleTimezone`: an IANA name, aliases included. A name in another
    /// letter case is taken with a warning; abbreviations that IANA does not have, and offsets, are
    /// refused.
    ///
    /// ```
    /// use window_planner_core::zone::Zone;
    ///
    /// let zone = Zone::read("etc/utc");
    /// assert_eq!(zone.value().unwrap().name(), "Etc/UTC");
    /// assert_eq!(zone.diagnostics()[0].code.as_str(), "zone.letter-case");
    /// assert!(Zone::read("PST").value().is_none());
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Checked<Self> {
        const FIELD: &str = "ScheduleTimezone";
        if let Some(finding) = limits::SCHEDULE_TIMEZONE.length_finding(FIELD, text) {
            return Checked::new(None, vec![finding]);
        }
        if let Some(zone) = Self::named(text) {
            return Checked::new(Some(zone), old_name(FIELD, zone.name()).into_iter().collect());
        }
        match names().find(|name| name.eq_ignore_ascii_case(text)) {
            Some(name) => {
                let finding = Diagnostic::new(Code::ZoneLetterCase, FIELD, format!("IANA writes {name}."))
                    .help("AWS is not known to refuse other letter case, but IANA's is safe.")
                    .fix(format!("Write {name}"), name);
                Checked::new(Self::named(name), vec![finding])
            }
            None => Checked::new(None, vec![refused(FIELD, text)]),
        }
    }
}

/// A warning about the few IANA names that are abbreviations, kept there for old programs.
fn old_name(field: &'static str, name: &str) -> Option<Diagnostic> {
    let is_abbreviation = matches!(
        name,
        "EST" | "MST" | "HST" | "CET" | "MET" | "EET" | "WET" | "EST5EDT" | "CST6CDT" | "MST7MDT" | "PST8PDT"
    );
    let place = place_of_abbreviation(name).filter(|_| is_abbreviation)?;
    Some(
        Diagnostic::new(
            Code::ZoneOldName,
            field,
            format!("{name} is kept in IANA's data for old programs only."),
        )
        .help(format!("Whether AWS takes it is not known. A place is safe: {place}."))
        .fix(format!("Write {place}"), place),
    )
}

fn refused(field: &'static str, text: &str) -> Diagnostic {
    if let Some(name) = place_of_abbreviation(text) {
        return Diagnostic::new(
            Code::ZoneAbbreviation,
            field,
            format!("{text} is an abbreviation, not an IANA time zone."),
        )
        .help(format!("Name a place, whose clocks change when its people's do: {name}."))
        .fix(format!("Write {name}"), name);
    }
    let is_offset = text.starts_with(['+', '-'])
        || ["UTC", "GMT"].iter().any(|prefix| {
            text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) && text.len() > 3
        });
    if is_offset {
        return Diagnostic::new(
            Code::ZoneAbbreviation,
            field,
            format!("{text} is an offset, not an IANA time zone."),
        )
        .help("Name a place such as Asia/Kolkata. Etc/GMT+5 exists and means five hours behind UTC.");
    }
    let nearest = nearest(text);
    let finding = Diagnostic::new(Code::ZoneUnknown, field, format!("No IANA time zone is called {text}."));
    match nearest.first() {
        Some(first) => {
            finding.help(format!("Nearest: {}.", nearest.join(", "))).fix(format!("Write {first}"), *first)
        }
        None => finding.help("Write a name such as America/Los_Angeles or Europe/Berlin."),
    }
}

/// The place that most people mean by an abbreviation.
fn place_of_abbreviation(text: &str) -> Option<&'static str> {
    let place = match text.to_ascii_uppercase().as_str() {
        "PST" | "PDT" | "PT" | "PST8PDT" => "America/Los_Angeles",
        "MST" | "MDT" | "MT" | "MST7MDT" => "America/Denver",
        "CST" | "CDT" | "CT" | "CST6CDT" => "America/Chicago",
        "EST" | "EDT" | "ET" | "EST5EDT" => "America/New_York",
        "AKST" | "AKDT" => "America/Anchorage",
        "HST" => "Pacific/Honolulu",
        "BST" => "Europe/London",
        "WET" | "WEST" => "Europe/Lisbon",
        "CET" | "CEST" | "MET" | "MEST" => "Europe/Berlin",
        "EET" | "EEST" => "Europe/Athens",
        "MSK" => "Europe/Moscow",
        "IST" => "Asia/Kolkata",
        "SGT" => "Asia/Singapore",
        "JST" => "Asia/Tokyo",
        "KST" => "Asia/Seoul",
        "AEST" | "AEDT" => "Australia/Sydney",
        "ACST" | "ACDT" => "Australia/Adelaide",
        "AWST" => "Australia/Perth",
        "NZST" | "NZDT" => "Pacific/Auckland",
        "Z" => "UTC",
        _ => return None,
    };
    Some(place)
}

/// The names with the fewest letters to change, the whole name's or its last part's; none when all are
/// far off.
///
/// Two texts differ by at least as many letters as their lengths do, so most names are passed over
/// without being compared: an unknown name, however long, is refused in less than a millisecond.
fn nearest(text: &str) -> Vec<&'static str> {
    let wanted = text.to_ascii_lowercase().replace([' ', '-'], "_");
    let length = wanted.chars().count();
    let limit = (length / 3).max(1);
    let distance = |candidate: &str| {
        let may_be_near = candidate.len().abs_diff(length) <= limit;
        may_be_near.then(|| levenshtein(&wanted, candidate)).filter(|distance| *distance <= limit)
    };
    let mut near: Vec<(usize, &'static str)> = names()
        .filter_map(|name| {
            let lower = name.to_ascii_lowercase();
            let city = lower.rsplit('/').next().unwrap_or_default();
            let nearest = distance(&lower).into_iter().chain(distance(city)).min()?;
            Some((nearest, name))
        })
        .collect();
    let mut nearest = Vec::new();
    while nearest.len() < SUGGESTIONS
        && let Some((at, (_, name))) =
            near.iter().copied().enumerate().min_by_key(|(_, (distance, name))| (*distance, name.len()))
    {
        near.remove(at);
        nearest.push(name);
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names_are_found_by_the_whole_name_or_the_city() {
        assert_eq!(nearest("America/Los Angles"), ["America/Los_Angeles"]);
        assert_eq!(nearest("Berln").first(), Some(&"Europe/Berlin"));
        assert_eq!(nearest("Nowhere/At_All_On_Earth"), Vec::<&str>::new());
    }

    #[test]
    fn places_pass_and_abbreviations_do_not() {
        for name in ["UTC", "GMT", "Etc/GMT+5", "US/Eastern", "NZ", "Brazil/East", "Asia/Kathmandu"] {
            assert_eq!(Zone::read(name).value().map(|zone| zone.name()), Some(name));
        }
        let old = Zone::read("EST5EDT");
        assert_eq!(old.diagnostics().first().map(|found| found.code), Some(Code::ZoneOldName));
        assert!(old.value().is_some());
        for text in ["PST", "JST", "+02:00", "UTC+2", "GMT-7", "utc2"] {
            let read = Zone::read(text);
            assert_eq!(
                read.diagnostics().first().map(|found| found.code),
                Some(Code::ZoneAbbreviation),
                "{text}"
            );
        }
    }
}
