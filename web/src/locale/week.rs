//! Where a week begins, and which of its days are the weekend.

use crate::calendar::month::add_days;
use chrono::{Datelike, NaiveDate, Weekday};

/// Regions whose weeks begin on Sunday, for browsers that do not tell (Firefox), as CLDR 48 has them.
const SUNDAY: &str = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH \
                      MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";

/// Those whose weeks begin on Saturday.
const SATURDAY: &str = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/// The days of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    first: Weekday,
    weekend: Vec<Weekday>,
}

impl Week {
    /// A week by the numbers that browsers have for its first day and its weekend, 1 for Monday to 7.
    /// `None` where the first is no such number.
    #[must_use]
    pub fn of_numbers(first: u8, weekend: &[u8]) -> Option<Self> {
        let day = |number: u8| Weekday::try_from(number.checked_sub(1)?).ok();
        Some(Self { first: day(first)?, weekend: weekend.iter().filter_map(|number| day(*number)).collect() })
    }

    /// The week of a region, by its two letters.
    #[must_use]
    pub fn of_region(region: &str) -> Self {
        let is_in = |regions: &str| regions.split(' ').any(|it| it == region);
        let first = match () {
            () if is_in(SUNDAY) => Weekday::Sun,
            () if is_in(SATURDAY) => Weekday::Sat,
            () if region == "MV" => Weekday::Fri,
            () => Weekday::Mon,
        };
        Self { first, weekend: vec![Weekday::Sat, Weekday::Sun] }
    }

    /// The first day of the week that `date` is in.
    #[must_use]
    pub fn start(&self, date: NaiveDate) -> NaiveDate {
        add_days(date, -i64::from(date.weekday().days_since(self.first)))
    }

    /// Its days, in their order.
    #[must_use]
    pub fn days(&self) -> [Weekday; 7] {
        let mut day = self.first;
        std::array::from_fn(|_| {
            let next = day.succ();
            std::mem::replace(&mut day, next)
        })
    }

    /// Whether `date` is of the weekend.
    #[must_use]
    pub fn is_weekend(&self, date: NaiveDate) -> bool {
        self.weekend.contains(&date.weekday())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Week {
    /// From Monday to Sunday.
    #[must_use]
    pub fn iso() -> Self {
        Self { first: Weekday::Mon, weekend: vec![Weekday::Sat, Weekday::Sun] }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    use std::collections::BTreeMap;

    #[test]
    fn every_region_has_the_first_day_that_cldr_gives_it() {
        let known: BTreeMap<String, String> =
            serde_json::from_str(include_str!("../../../tests/cases/week-starts.json")).unwrap();
        for (one, two) in ('A'..='Z').flat_map(|one| ('A'..='Z').map(move |two| (one, two))) {
            let region = format!("{one}{two}");
            let first = known.iter().find(|(_, regions)| regions.split(' ').any(|it| it == region));
            let first = first.map_or(Weekday::Mon, |(day, _)| day.parse().unwrap());
            assert_eq!(Week::of_region(&region).days()[0], first, "{region}");
        }
        assert_eq!(Week::of_region("").days()[0], Weekday::Mon);
    }

    #[test]
    fn a_week_begins_on_its_first_day_and_holds_the_date() {
        for (region, start) in
            [("DE", "2026-12-14"), ("US", "2026-12-13"), ("EG", "2026-12-12"), ("MV", "2026-12-11")]
        {
            assert_eq!(
                Week::of_region(region).start("2026-12-17".parse().unwrap()).to_string(),
                start,
                "{region}"
            );
        }
        for day in ["2026-12-14", "2026-12-20"] {
            assert_eq!(Week::iso().start(day.parse().unwrap()).to_string(), "2026-12-14");
        }
    }

    #[test]
    fn browsers_count_from_monday() {
        let egypt = Week::of_numbers(6, &[5, 6]).unwrap();
        assert_eq!(egypt.days(), [Sat, Sun, Mon, Tue, Wed, Thu, Fri]);
        assert!(egypt.is_weekend("2026-12-18".parse().unwrap()));
        assert!(!egypt.is_weekend("2026-12-20".parse().unwrap()));
        assert_eq!(Week::of_numbers(0, &[]), None);
        assert_eq!(Week::of_numbers(8, &[]), None);
    }
}
