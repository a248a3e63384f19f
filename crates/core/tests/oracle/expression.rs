//! A naive reading of schedule expressions: is this local time one that the text names?
//!
//! Only for expressions that are known to be right; anything else makes it panic.

use jiff::civil::{Date, DateTime, Weekday};

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// One of the three forms.
pub(crate) enum Expression {
    Cron(Cron),
    /// The period in milliseconds.
    Rate(i64),
    At(DateTime),
}

impl Expression {
    pub(crate) fn read(text: &str) -> Self {
        let (keyword, rest) = text.split_once('(').unwrap();
        let inner = rest.strip_suffix(')').unwrap();
        match keyword {
            "cron" => Self::Cron(Cron::read(inner)),
            "rate" => {
                let (value, unit) = inner.split_once(' ').unwrap();
                let minutes = match unit.trim_end_matches('s') {
                    "minute" => 1,
                    "hour" => 60,
                    _ => 24 * 60,
                };
                Self::Rate(value.parse::<i64>().unwrap() * minutes * 60_000)
            }
            _ => Self::At(inner.parse().unwrap()),
        }
    }
}

/// The texts of the seven fields.
pub(crate) struct Cron {
    seconds: String,
    minutes: String,
    hours: String,
    day_of_month: String,
    month: String,
    day_of_week: String,
    year: String,
}

impl Cron {
    fn read(inner: &str) -> Self {
        let mut fields: Vec<String> = inner.split_whitespace().map(str::to_ascii_uppercase).collect();
        if fields.len() == 6 {
            fields.insert(0, "0".to_owned());
        }
        let [seconds, minutes, hours, day_of_month, month, day_of_week, year] = fields.try_into().unwrap();
        Self { seconds, minutes, hours, day_of_month, month, day_of_week, year }
    }

    /// The times of a day, in their order.
    pub(crate) fn times(&self) -> Vec<jiff::civil::Time> {
        let mut times = Vec::new();
        for hour in (0..24).filter(|hour| holds(&self.hours, *hour, 0, 23, &[])) {
            for minute in (0..60).filter(|minute| holds(&self.minutes, *minute, 0, 59, &[])) {
                for second in (0..60).filter(|second| holds(&self.seconds, *second, 0, 59, &[])) {
                    let part = |value: i16| i8::try_from(value).unwrap();
                    times.push(jiff::civil::time(part(hour), part(minute), part(second), 0));
                }
            }
        }
        times
    }

    /// Whether the expression names this day.
    pub(crate) fn names_date(&self, date: Date) -> bool {
        holds(&self.year, date.year(), 1970, 2199, &[])
            && holds(&self.month, date.month().into(), 1, 12, &MONTHS)
            && self.names_day_of_month(date)
            && self.names_day_of_week(date)
    }

    /// Whether the expression names this local time.
    pub(crate) fn names(&self, local: DateTime) -> bool {
        holds(&self.seconds, local.second().into(), 0, 59, &[])
            && holds(&self.minutes, local.minute().into(), 0, 59, &[])
            && holds(&self.hours, local.hour().into(), 0, 23, &[])
            && local.subsec_nanosecond() == 0
            && self.names_date(local.date())
    }

    fn names_day_of_month(&self, date: Date) -> bool {
        let last = date.last_of_month();
        let field = self.day_of_month.as_str();
        match (field.strip_prefix("L-"), field.strip_suffix('W')) {
            _ if field == "?" => true,
            _ if field == "L" => date == last,
            (_, Some("L")) => Some(date) == weekdays_of_month(date).last(),
            (Some(before), _) => date.day() == last.day() - before.parse::<i8>().unwrap(),
            (_, Some(day)) => {
                let day: i8 = day.parse().unwrap();
                let nearest = weekdays_of_month(date).min_by_key(|weekday| (weekday.day() - day).abs());
                day <= last.day() && Some(date) == nearest
            }
            _ => holds(field, date.day().into(), 1, 31, &[]),
        }
    }

    fn names_day_of_week(&self, date: Date) -> bool {
        let field = self.day_of_week.as_str();
        let is = |text: &str| holds(text, i16::from(date.weekday().to_sunday_one_offset()), 1, 7, &WEEKDAYS);
        match (field.split_once('#'), field.strip_suffix('L')) {
            _ if field == "?" => true,
            _ if field == "L" => date.weekday() == Weekday::Saturday,
            (Some((weekday, nth)), _) => {
                is(weekday) && (date.day() - 1) / 7 + 1 == nth.parse::<i8>().unwrap()
            }
            (_, Some(weekday)) => is(weekday) && date.day() + 7 > date.days_in_month(),
            _ => is(field),
        }
    }
}

/// The days from Monday to Friday of the month that `date` is in.
fn weekdays_of_month(date: Date) -> impl Iterator<Item = Date> {
    (1..=date.days_in_month())
        .map(move |day| date.with().day(day).build().unwrap())
        .filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
}

/// Whether a field without `L`, `W` and `#` allows `value`.
fn holds(field: &str, value: i16, least: i16, greatest: i16, names: &[&str]) -> bool {
    let number = |text: &str| match (least..).zip(names).find(|(_, name)| **name == text) {
        Some((number, _)) => number,
        None => text.parse().unwrap(),
    };
    let size = greatest - least + 1;
    field.split(',').any(|term| {
        let (base, step) = term.split_once('/').unwrap_or((term, "1"));
        let (from, to) = match base.split_once('-') {
            _ if matches!(base, "" | "*") => (least, greatest),
            Some((from, to)) => (number(from), number(to)),
            None if term.contains('/') => (number(base), greatest),
            None => (number(base), number(base)),
        };
        let step = step.parse().unwrap();
        if from <= to {
            (from..=to).step_by(step).any(|walked| walked == value)
        } else {
            (from..=to + size).step_by(step).any(|walked| walked == value || walked == value + size)
        }
    })
}
