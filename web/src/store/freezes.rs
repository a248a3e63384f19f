//! The plan's calendars of freezes, as they were read.

use std::sync::Arc;
use window_planner_core::{diagnostic::Diagnostic, freeze::Calendar, plan::CalendarFile, zone::Zone};

/// All calendars of the plan. Clones are handles to the same reading, and only these are equal, so that
/// comparing costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Freezes(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    /// Those that can be read, by name: what the core is asked with.
    calendars: Vec<(String, Calendar)>,
    readings: Vec<Reading>,
}

/// A calendar of the plan and what became of it.
#[derive(Debug)]
struct Reading {
    file: CalendarFile,
    /// Its place among those that can be read.
    place: Option<usize>,
    findings: Vec<Diagnostic>,
}

impl Freezes {
    /// Reads the calendars of a plan; times that name no zone in `floating`. What `before` has read of the
    /// same text is not read again.
    #[must_use]
    pub fn of(files: &[CalendarFile], floating: Zone, before: Option<&Self>) -> Self {
        let known = before.map_or(&[][..], |before| &before.0.readings);
        if before.is_some() && known.iter().map(|reading| &reading.file).eq(files) {
            return before.cloned().unwrap_or_default();
        }
        let mut parts = Parts::default();
        for file in files {
            let before = before.zip(known.iter().find(|reading| reading.file.text == file.text));
            let (calendar, findings) = match before {
                Some((before, reading)) => (before.calendar(reading).cloned(), reading.findings.clone()),
                None => file.read(floating).into_parts(),
            };
            let place = calendar.is_some().then_some(parts.calendars.len());
            parts.calendars.extend(calendar.map(|calendar| (file.name.clone(), calendar)));
            parts.readings.push(Reading { file: file.clone(), place, findings });
        }
        Self(Arc::new(parts))
    }

    /// Those that can be read, each with its name, in the plan's order.
    #[must_use]
    pub fn calendars(&self) -> &[(String, Calendar)] {
        &self.0.calendars
    }

    /// The names of all, in the plan's order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.readings.iter().map(|reading| reading.file.name.clone()).collect()
    }

    /// The calendar at a place of the plan's list, if it can be read.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Calendar> {
        self.calendar(self.0.readings.get(place)?)
    }

    /// What was found in the calendar at a place of the plan's list.
    #[must_use]
    pub fn findings(&self, place: usize) -> &[Diagnostic] {
        self.0.readings.get(place).map_or(&[], |reading| &reading.findings)
    }

    /// Whether the plan has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.readings.is_empty()
    }

    fn calendar(&self, reading: &Reading) -> Option<&Calendar> {
        reading.place.and_then(|place| self.0.calendars.get(place)).map(|(_, calendar)| calendar)
    }
}

impl PartialEq for Freezes {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> CalendarFile {
        CalendarFile { name: name.to_owned(), text: text.into() }
    }

    const BOOKS: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261218T180000\r\nDURATION:P3D\r\n\
                         END:VEVENT\r\nEND:VCALENDAR\r\n";

    #[test]
    fn what_has_not_changed_is_the_same_reading() {
        let files = [file("books", BOOKS)];
        let first = Freezes::of(&files, Zone::UTC, None);
        assert!(Freezes::of(&files, Zone::UTC, Some(&first)) == first);
        let renamed = Freezes::of(&[file("Finance", BOOKS)], Zone::UTC, Some(&first));
        assert!(renamed != first);
        assert_eq!(
            (renamed.names(), renamed.calendars()[0].0.as_str()),
            (vec!["Finance".to_owned()], "Finance")
        );
        assert_eq!(renamed.findings(0), first.findings(0));
    }

    #[test]
    fn what_is_no_calendar_keeps_its_place_and_says_why() {
        let freezes = Freezes::of(&[file("none", "{}"), file("books", BOOKS)], Zone::UTC, None);
        assert_eq!((freezes.names().len(), freezes.calendars().len()), (2, 1));
        assert!(freezes.at(0).is_none() && freezes.at(1).is_some());
        assert_eq!(freezes.findings(0)[0].code.as_str(), "calendar.form");
        assert_eq!(freezes.findings(1)[0].code.as_str(), "calendar.floating");
    }
}
