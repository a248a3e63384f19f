//! Times of day, by 12 hours or by 24.

use super::pattern::{Part, Pattern};
use chrono::{NaiveTime, Timelike};

/// How times of day are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// `23:30`, `11:30 PM`.
    pub to_minutes: Pattern,
    /// `23:30:15`, `11:30:15 PM`.
    pub to_seconds: Pattern,
    /// `23`, `11 PM`.
    pub to_hours: Pattern,
    /// What each hour is called.
    pub hours: [String; 24],
    /// The half of the day that each is in; some languages have more than two.
    pub periods: [String; 24],
}

/// Which half of the day is meant.
#[derive(Clone, Copy)]
enum Half {
    /// Nothing is said of it: the hours are those of the whole day.
    Unsaid,
    /// Before noon.
    First,
    /// From noon on.
    Second,
}

impl Times {
    /// `23:30` or `11:30 PM`; seconds only where there are some.
    #[must_use]
    pub fn write(&self, time: NaiveTime) -> String {
        self.fill(if time.second() == 0 { &self.to_minutes } else { &self.to_seconds }, time)
    }

    /// As short as a time of day can be told, to the minute: `23:30`, or `11:30p` and `2a` by 12 hours. Halves
    /// of the day that no letter stands for are left to the clock of 24 hours.
    #[must_use]
    pub fn write_brief(&self, time: NaiveTime) -> String {
        if !self.has_halves() {
            return self.fill(&self.to_minutes, time);
        }
        let Some(half) = self.period(time).and_then(letter_of_half) else {
            return format!("{:02}:{:02}", time.hour(), time.minute());
        };
        let pattern = if time.minute() == 0 { &self.to_hours } else { &self.to_minutes };
        let mut text = self.fill_with(pattern, time, &half.to_string());
        text.retain(|c| !c.is_whitespace());
        text
    }

    /// An hour beside a calendar: `11 PM`, or `23:00`, since a number alone is no time.
    #[must_use]
    pub fn write_hour(&self, hour: u32) -> String {
        let time = NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap_or(NaiveTime::MIN);
        self.fill(if self.has_halves() { &self.to_hours } else { &self.to_minutes }, time)
    }

    /// Whether the clock has 12 hours.
    #[must_use]
    pub fn has_halves(&self) -> bool {
        self.to_minutes.has(Part::Period)
    }

    /// Reads what was typed, by 12 hours or by 24 whatever the locale has: `23:30`, `2330`, `9:05:30`,
    /// `11 pm`.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<NaiveTime> {
        let numbers: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
        let numbers: Vec<u32> = match numbers[..] {
            [number] if number.len() == 4 => {
                let (hour, minute) = number.split_at(2);
                vec![hour.parse().ok()?, minute.parse().ok()?]
            }
            _ if numbers.iter().all(|number| number.len() <= 2) => {
                numbers.iter().filter_map(|number| number.parse().ok()).collect()
            }
            _ => return None,
        };
        let half = self.half(text)?;
        let (hour, minute, second) = match (&numbers[..], half) {
            (&[hour], Half::First | Half::Second) => (hour, 0, 0),
            (&[hour, minute], _) => (hour, minute, 0),
            (&[hour, minute, second], _) => (hour, minute, second),
            _ => return None,
        };
        let hour = match half {
            Half::Unsaid => hour,
            _ if hour > 12 => return None,
            Half::First => hour % 12,
            Half::Second => hour % 12 + 12,
        };
        NaiveTime::from_hms_opt(hour, minute, second)
    }

    /// The half of the day that a text names; `None` for words that name none.
    fn half(&self, text: &str) -> Option<Half> {
        let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        let named = |hours: &[String]| {
            hours.iter().any(|period| {
                let period: String = period.chars().filter(|c| c.is_alphabetic()).collect();
                !period.is_empty() && period.eq_ignore_ascii_case(&words)
            })
        };
        let (morning, afternoon) = self.periods.split_at(12);
        match words.to_ascii_lowercase().as_str() {
            "" => Some(Half::Unsaid),
            "am" | "a" => Some(Half::First),
            "pm" | "p" => Some(Half::Second),
            _ if named(morning) => Some(Half::First),
            _ if named(afternoon) => Some(Half::Second),
            _ => None,
        }
    }

    /// What the half of the day is called.
    fn period(&self, time: NaiveTime) -> Option<&str> {
        self.periods.get(time.hour() as usize).map(String::as_str)
    }

    fn fill(&self, pattern: &Pattern, time: NaiveTime) -> String {
        self.fill_with(pattern, time, self.period(time).unwrap_or_default())
    }

    /// The pattern for a time, with `period` for the half of its day.
    fn fill_with(&self, pattern: &Pattern, time: NaiveTime, period: &str) -> String {
        pattern.fill(|part| match part {
            Part::Hour => self.hours[time.hour() as usize].clone(),
            Part::Minute => format!("{:02}", time.minute()),
            Part::Second => format!("{:02}", time.second()),
            Part::Period => period.to_owned(),
            Part::Weekday | Part::Day | Part::Month | Part::Year => String::new(),
        })
    }
}

/// The letter that stands for a half of the day: `a` for `AM` and `a. m.`, as CLDR has it, and what is one letter.
fn letter_of_half(word: &str) -> Option<char> {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    match letters[..] {
        [letter] => Some(letter),
        [half @ ('a' | 'p' | 'A' | 'P'), 'm' | 'M'] => Some(half.to_ascii_lowercase()),
        _ => None,
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Times {
    /// As `en-GB` has them.
    #[must_use]
    pub fn british() -> Self {
        Self {
            to_minutes: Pattern::of_letters("h:m"),
            to_seconds: Pattern::of_letters("h:m:s"),
            to_hours: Pattern::of_letters("h"),
            hours: std::array::from_fn(|hour| format!("{hour:02}")),
            periods: std::array::from_fn(|_| String::new()),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Twelve hours with these words for the halves.
    fn halves(letters: &str, words: [&str; 2]) -> Times {
        Times {
            to_minutes: Pattern::of_letters(letters),
            to_seconds: Pattern::of_letters(&letters.replace('m', "m:s")),
            to_hours: Pattern::of_letters(&letters.replace(":m", "")),
            hours: std::array::from_fn(|hour| (((hour + 11) % 12) + 1).to_string()),
            periods: std::array::from_fn(|hour| words[hour / 12].to_owned()),
        }
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_is_written_by_the_clock_of_the_locale() {
        let american = halves("h:m a", ["AM", "PM"]);
        for (at, by_24, by_12) in [
            ("00:00:00", "00:00", "12:00 AM"),
            ("02:05:00", "02:05", "2:05 AM"),
            ("12:00:00", "12:00", "12:00 PM"),
            ("23:30:15", "23:30:15", "11:30:15 PM"),
        ] {
            assert_eq!(
                (Times::british().write(time(at)).as_str(), american.write(time(at)).as_str()),
                (by_24, by_12)
            );
        }
        assert_eq!(
            (Times::british().write_hour(14), american.write_hour(14)),
            ("14:00".to_owned(), "2 PM".to_owned())
        );
    }

    #[test]
    fn a_brief_time_leaves_nothing_open() {
        let rows = [
            (Times::british(), ["00:00", "02:05", "12:00", "23:30"]),
            (halves("h:m a", ["AM", "PM"]), ["12a", "2:05a", "12p", "11:30p"]),
            (halves("h:m a", ["a. m.", "p. m."]), ["12a", "2:05a", "12p", "11:30p"]),
            (halves("h:m a", ["ص", "م"]), ["12ص", "2:05ص", "12م", "11:30م"]),
            (halves("a h:m", ["오전", "오후"]), ["00:00", "02:05", "12:00", "23:30"]),
        ];
        for (times, expected) in rows {
            let written =
                ["00:00:00", "02:05:59", "12:00:00", "23:30:15"].map(|at| times.write_brief(time(at)));
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for times in [
            Times::british(),
            halves("h:m a", ["AM", "PM"]),
            halves("ah:m", ["上午", "下午"]),
            halves("h:m a", ["ص", "م"]),
        ] {
            for at in ["00:00:00", "00:30:00", "11:59:59", "12:00:00", "12:30:00", "23:59:00"] {
                assert_eq!(times.read(&times.write(time(at))), Some(time(at)));
            }
        }
    }

    #[test]
    fn both_clocks_are_read_whatever_the_locale_has() {
        let times = Times::british();
        for (text, read) in [
            ("2330", Some("23:30:00")),
            (" 9:05 ", Some("09:05:00")),
            ("23.30", Some("23:30:00")),
            ("9 pm", Some("21:00:00")),
            ("9:30P.M.", Some("21:30:00")),
            ("12am", Some("00:00:00")),
            ("13 pm", None),
            ("9", None),
            ("24:00", None),
            ("10:60", None),
            ("123:00", None),
            ("noon", None),
            ("9:30 Uhr", None),
            ("", None),
        ] {
            assert_eq!(times.read(text), read.map(time), "{text}");
        }
    }
}
