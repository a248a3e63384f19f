//! When a calendar is closed next.

use crate::words;
use chrono::NaiveDate;
use window_planner_core::{Timestamp, freeze::Calendar, zone::Zone};

/// How far ahead is looked.
const HOURS: i64 = 366 * 24;

/// When a calendar is closed in the year that begins with a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// From when until when, in their order.
    closed: Vec<(Timestamp, Timestamp)>,
    /// The end of what was looked at.
    until: Timestamp,
}

impl Coming {
    /// Asks a calendar. It costs as much as the year has events: ask once a day.
    #[must_use]
    pub fn of(calendar: &Calendar, today: NaiveDate, zone: Zone) -> Self {
        let from = zone.instant(today.and_time(chrono::NaiveTime::MIN));
        let until = from.plus_hours(HOURS);
        let closed = calendar.closed(from, until).into_iter().map(|freeze| (freeze.start, freeze.end));
        Self { closed: closed.collect(), until }
    }

    /// What is to be said of it at `now`: `Closed until Mon 4 Jan 2027, 00:00`.
    #[must_use]
    pub fn words(&self, now: Timestamp, zone: Zone) -> String {
        let moment = |instant| words::moment(zone.local(instant));
        match self.closed.iter().find(|(_, end)| *end > now) {
            Some((start, end)) if *start <= now && *end >= self.until => {
                "Closed now, and for a year at least".to_owned()
            }
            Some((start, end)) if *start <= now => format!("Closed now, until {}", moment(*end)),
            Some((start, end)) => {
                format!("Next {}, for {}", moment(*start), words::span(end.millis_since(*start)))
            }
            None => "Not closed within a year".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(kind: &str, events: &[(&str, &str)], now: &str, expected: &str) {
        let events = events
            .iter()
            .map(|(start, end)| format!("BEGIN:VEVENT\r\nDTSTART:{start}\r\nDTEND:{end}\r\nEND:VEVENT\r\n"));
        let text = format!(
            "BEGIN:VCALENDAR\r\nX-CALENDAR-TYPE:{kind}\r\n{}END:VCALENDAR\r\n",
            events.collect::<String>()
        );
        let calendar = Calendar::read(&text, Zone::UTC).into_parts().0.unwrap();
        let now = Timestamp::parse_rfc3339(now).unwrap();
        let coming = Coming::of(&calendar, Zone::UTC.local(now).date(), Zone::UTC);
        assert_eq!(coming.words(now, Zone::UTC), expected);
    }

    #[test]
    fn it_says_whether_it_is_closed_and_until_when() {
        let freeze = [("20261218T180000Z", "20270104T000000Z")];
        let open = "DEFAULT_OPEN";
        says(open, &freeze, "2026-12-18T17:59:59Z", "Next Fri 18 Dec 2026, 18:00, for 16 d 6 h");
        says(open, &freeze, "2026-12-18T18:00:00Z", "Closed now, until Mon 4 Jan 2027, 00:00");
        says(open, &freeze, "2027-01-04T00:00:00Z", "Not closed within a year");
        says("DEFAULT_CLOSED", &[], "2026-12-18T17:59:59Z", "Closed now, and for a year at least");
        says("DEFAULT_CLOSED", &freeze, "2026-12-18T17:59:59Z", "Closed now, until Fri 18 Dec 2026, 18:00");
    }
}
