//! What a zone's clocks do from 1970 to 2099.

use anyhow::{Result, ensure};
use jiff_core::tz::posix;

use crate::rule::YearlyChange;

/// The first and the last year.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2099;

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// In seconds since the epoch.
    pub(crate) at: i64,
    /// The offset from then on, in seconds.
    pub(crate) offset: i32,
}

/// The changes one by one, as long as no rule holds for all years that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct History {
    /// The offset on 1 January 1970, in seconds.
    pub(crate) first: i32,
    pub(crate) changes: Vec<Change>,
    pub(crate) yearly: Option<Yearly>,
}

/// The changes of each year from one on, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Yearly {
    pub(crate) from_year: i16,
    pub(crate) changes: [YearlyChange; 2],
}

impl History {
    /// Keeps of `changes` those that `rule` does not tell.
    ///
    /// # Errors
    ///
    /// When the rule is of another form than all those of today, or does not hold in 2099.
    pub(crate) fn new(first: i32, mut changes: Vec<Change>, rule: Option<&posix::TimeZone>) -> Result<Self> {
        let Some((zone, dst)) = rule.and_then(|zone| Some((zone, zone.dst.as_ref()?))) else {
            return Ok(Self { first, changes, yearly: None });
        };
        let (standard, summer) = (zone.std_offset.seconds(), dst.offset.seconds());
        let mut of_year = [
            YearlyChange::new(dst.rule.start, standard, summer)?,
            YearlyChange::new(dst.rule.end, summer, standard)?,
        ];
        of_year.sort_by_key(|change| change.earliest_day);

        let mut from_year = None;
        for year in YEARS.rev() {
            let new_year = first_second(year)?;
            let before = changes.partition_point(|change| change.at < new_year);
            if changes.get(before..) != Some(&changes_in(&of_year, year)?) {
                break;
            }
            changes.truncate(before);
            from_year = Some(year);
        }
        ensure!(from_year.is_some(), "the last rule does not hold in 2099");
        Ok(Self { first, changes, yearly: from_year.map(|from_year| Yearly { from_year, changes: of_year }) })
    }

    /// All changes to the end of 2099.
    pub(crate) fn all(&self) -> impl Iterator<Item = Change> {
        let by_rule = self.yearly.iter().flat_map(|yearly| {
            (yearly.from_year..=*YEARS.end())
                .flat_map(|year| changes_in(&yearly.changes, year).unwrap_or_default())
        });
        self.changes.iter().cloned().chain(by_rule)
    }
}

fn first_second(year: i16) -> Result<i64> {
    let new_year = jiff::civil::date(year, 1, 1).at(0, 0, 0, 0);
    Ok(jiff::tz::TimeZone::UTC.to_timestamp(new_year)?.as_second())
}

fn changes_in(of_year: &[YearlyChange; 2], year: i16) -> Result<Vec<Change>> {
    of_year.iter().map(|change| Ok(Change { at: change.at(year)?, offset: change.offset })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_york() -> posix::TimeZone {
        posix::TimeZone::parse("EST5EDT,M3.2.0,M11.1.0").unwrap()
    }

    /// The changes of 2027, and some before them.
    fn changes(irregular: &[Change]) -> Vec<Change> {
        let regular = History::new(-18_000, by_rule(2000), Some(&new_york())).unwrap();
        assert_eq!((regular.changes.len(), regular.yearly.as_ref().unwrap().from_year), (0, 2000));
        irregular.iter().cloned().chain(by_rule(2027)).collect()
    }

    /// What the rule says from a year on, read off a calendar for the first.
    fn by_rule(year: i16) -> Vec<Change> {
        let dst = new_york().dst.unwrap();
        let of_year = [
            YearlyChange::new(dst.rule.start, -18_000, -14_400).unwrap(),
            YearlyChange::new(dst.rule.end, -14_400, -18_000).unwrap(),
        ];
        (year..=2099).flat_map(|year| changes_in(&of_year, year).unwrap()).collect()
    }

    #[test]
    fn the_second_sunday_of_march_and_the_first_of_november() {
        let first: Vec<i64> = by_rule(2027).iter().take(4).map(|change| change.at).collect();
        // 14 March and 7 November 2027, 12 March and 5 November 2028.
        assert_eq!(first, [1_805_007_600, 1_825_567_200, 1_836_457_200, 1_857_016_800]);
    }

    #[test]
    fn a_change_that_the_rule_does_not_tell_is_listed() {
        let odd = Change { at: 1_750_000_000, offset: -10_800 };
        let history = History::new(-18_000, changes(std::slice::from_ref(&odd)), Some(&new_york())).unwrap();
        assert_eq!(history.changes, [odd]);
        assert_eq!(history.yearly.as_ref().unwrap().from_year, 2027);
        assert_eq!(history.all().count(), 1 + 2 * 73);
    }

    /// As in Metlakatla, which joined Alaska's rule in January 2019.
    #[test]
    fn a_year_with_another_change_is_listed_whole() {
        let january = Change { at: 1_801_000_000, offset: -10_800 };
        let history =
            History::new(-18_000, changes(std::slice::from_ref(&january)), Some(&new_york())).unwrap();
        assert_eq!((history.changes.len(), history.yearly.unwrap().from_year), (3, 2028));
    }

    #[test]
    fn a_rule_that_does_not_hold_is_an_error() {
        assert!(History::new(-18_000, Vec::new(), Some(&new_york())).is_err());
    }
}
