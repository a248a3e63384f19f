//! The text of a date (`2027-01-31T22:00:00-08:00`) and the parts it is picked from.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat};
use window_planner_core::{window::Date, zone::Zone};

/// A moment by the wall's clock of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its date.
    pub date: NaiveDate,
    /// Its time of day.
    pub time: NaiveTime,
}

/// The parts of a date's text as the wall's clock of `zone` shows them; `None` for a text that is
/// no date.
#[must_use]
pub fn picked(text: &str, zone: Zone) -> Option<Picked> {
    let date = Date::read("StartDate", text).into_parts().0?;
    let local = zone.local(date.instant().into());
    Some(Picked { date: local.date(), time: local.time() })
}

/// The text for what was picked, with the offset that `zone` has then.
#[must_use]
pub fn text(picked: Picked, zone: Zone) -> String {
    let instant = zone.instant(NaiveDateTime::new(picked.date, picked.time));
    let offset = zone.offset_at(instant);
    instant
        .to_utc()
        .map(|utc| utc.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, true))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_picked_is_written_with_the_zones_offset_and_read_back() {
        let zone = Zone::named("America/Los_Angeles").unwrap();
        for (date, time, expected) in [
            ("2027-01-31", "22:00:00", "2027-01-31T22:00:00-08:00"),
            ("2027-07-01", "00:00:00", "2027-07-01T00:00:00-07:00"),
        ] {
            let picked_parts = Picked { date: date.parse().unwrap(), time: time.parse().unwrap() };
            let written = text(picked_parts, zone);
            assert_eq!(written, expected);
            assert_eq!(picked(&written, zone), Some(picked_parts));
        }
    }

    #[test]
    fn utc_is_written_with_a_z() {
        let picked = Picked { date: "2027-01-31".parse().unwrap(), time: NaiveTime::MIN };
        assert_eq!(text(picked, Zone::UTC), "2027-01-31T00:00:00Z");
    }

    #[test]
    fn a_text_that_is_no_date_has_no_parts() {
        assert_eq!(picked("2027-01-31", Zone::UTC), None);
        assert_eq!(picked("", Zone::UTC), None);
    }
}
