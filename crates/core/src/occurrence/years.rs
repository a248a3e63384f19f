//! The years that a cron expression can name, 1970 to 2199, as tables that the compiler works out.

/// The first year.
pub(super) const FIRST_YEAR: i32 = 1970;

/// How many there are.
const YEARS: usize = 230;

/// The days before each month of a common year, January first, and before the next year.
const DAYS_BEFORE: [u16; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/// A year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    /// Years since 1970.
    pub(super) index: u8,
    /// What it looks like: leap or not, and the weekday of its first day. There are 14 shapes.
    pub(super) shape: u8,
    /// 1 January in days since the epoch.
    pub(super) first_day: u32,
}

impl Year {
    pub(super) fn number(self) -> i32 {
        FIRST_YEAR.saturating_add(self.index.into())
    }
}

/// A month of a year of some shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Month {
    /// The days of the year before it.
    pub(super) day_of_year: u16,
    /// Its place in a [`MonthTable`](crate::schedule::cron::MonthTable).
    pub(super) kind: u8,
}

/// All years.
#[expect(clippy::cast_possible_truncation, reason = "there are 230 years and 14 shapes")]
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it: a wrong index would not build")]
pub(super) static ALL: [Year; YEARS] = {
    let mut years = [Year { index: 0, shape: 0, first_day: 0 }; YEARS];
    let mut index = 0;
    let mut first_day = 0;
    while index < YEARS {
        // 1970 began on a Thursday.
        let shape = (first_day as usize + 4) % 7 * 2 + is_leap(index) as usize;
        years[index] = Year { index: index as u8, shape: shape as u8, first_day };
        first_day += 365 + is_leap(index) as u32;
        index += 1;
    }
    years
};

/// For each shape the years that have it, bit y for year 1970 + y.
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it: a wrong index would not build")]
pub(super) static BY_SHAPE: [[u64; 4]; 14] = {
    let mut years = [[0; 4]; 14];
    let mut index = 0;
    while index < YEARS {
        years[ALL[index].shape as usize][index / 64] |= 1_u64 << (index % 64);
        index += 1;
    }
    years
};

/// For each shape its months, January first.
#[expect(clippy::cast_possible_truncation, reason = "there are 28 kinds of months")]
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it: a wrong index would not build")]
pub(super) static MONTHS: [[Month; 12]; 14] = {
    let mut shapes = [[Month { day_of_year: 0, kind: 0 }; 12]; 14];
    let mut shape = 0;
    while shape < shapes.len() {
        let (weekday, leap) = (shape / 2, (shape % 2) as u16);
        let mut month = 0;
        while month < 12 {
            let day_of_year = DAYS_BEFORE[month] + if month > 1 { leap } else { 0 };
            let next = DAYS_BEFORE[month + 1] + if month > 0 { leap } else { 0 };
            let (length, first) = (next - day_of_year, (weekday + day_of_year as usize) % 7);
            let kind = (length as usize - 28) * 7 + first;
            shapes[shape][month] = Month { day_of_year, kind: kind as u8 };
            month += 1;
        }
        shape += 1;
    }
    shapes
};

const fn is_leap(index: usize) -> bool {
    let year = 1970_usize.saturating_add(index);
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};

    #[test]
    fn every_month_is_as_chrono_has_it() {
        for (number, year) in (1970..=2199).zip(ALL) {
            assert_eq!(year.number(), number);
            let word = usize::from(year.index / 64);
            assert!(BY_SHAPE[usize::from(year.shape)][word] >> (year.index % 64) & 1 == 1);
            for (month, found) in (1..=12).zip(MONTHS[usize::from(year.shape)]) {
                let first = NaiveDate::from_ymd_opt(number, month, 1).unwrap();
                let day = i64::from(year.first_day) + i64::from(found.day_of_year);
                assert_eq!(day, i64::from(first.to_epoch_days()), "{first}");
                let kind =
                    (u32::from(first.num_days_in_month()) - 28) * 7 + first.weekday().num_days_from_sunday();
                assert_eq!(u32::from(found.kind), kind, "{first}");
            }
        }
        assert_eq!(BY_SHAPE.as_flattened().iter().map(|word| word.count_ones()).sum::<u32>(), 230);
    }
}
