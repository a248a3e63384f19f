//! What the browser says of the viewer's locale.
//!
//! The Gregorian calendar and Latin digits are asked for, whatever the locale has: what AWS runs is
//! counted so, and the numbers of a date must be those of the expression.

use super::{
    DateForm, Locale, Times, Week,
    date::{Dates, WrittenDate},
    pattern::{Part, Pattern, Piece},
};
use chrono::{Datelike, NaiveDate};
use js_sys::{
    Array, Date, Function,
    Intl::{self, DateTimeFormat, DateTimeFormatPart, DateTimeFormatPartType},
    Object, Reflect,
};
use wasm_bindgen::{JsCast, JsValue};

/// Asks the browser.
pub(super) fn locale() -> Locale {
    let options = DateTimeFormat::default().resolved_options();
    let language = property(&options, "locale").and_then(|name| name.as_string()).unwrap_or_default();
    let week = week(&language);
    Locale { language, dates: Dates::new(date), times: times(), week }
}

fn date(form: DateForm) -> WrittenDate {
    const WEEKDAY: (&str, &str) = ("weekday", "short");
    const DAY: (&str, &str) = ("day", "numeric");
    const MONTH: (&str, &str) = ("month", "short");
    const LONG_MONTH: (&str, &str) = ("month", "long");
    const YEAR: (&str, &str) = ("year", "numeric");
    let format = format(match form {
        DateForm::Day => &[WEEKDAY, DAY, MONTH, YEAR],
        DateForm::ShortDay => &[WEEKDAY, DAY, MONTH],
        DateForm::LongDay => &[("weekday", "long"), DAY, LONG_MONTH, YEAR],
        DateForm::Date => &[DAY, MONTH, YEAR],
        DateForm::ShortDate => &[DAY, MONTH],
        DateForm::Month => &[LONG_MONTH, YEAR],
        DateForm::MonthName => &[LONG_MONTH],
        DateForm::Weekday => &[WEEKDAY],
        DateForm::LongWeekday => &[("weekday", "long")],
        DateForm::NarrowWeekday => &[("weekday", "narrow")],
    });
    let mut written = WrittenDate {
        pattern: pattern(&parts(&format, 0, 0)),
        weekdays: Default::default(),
        months: Default::default(),
    };
    // Among the first days of the months of 2026 are all days of the week.
    for (month, name) in (0..).zip(&mut written.months) {
        let weekday = NaiveDate::from_ymd_opt(2026, month + 1, 1).map(|date| date.weekday());
        for (part, text) in parts(&format, month, 0) {
            match (part, weekday) {
                (Some(Part::Month), _) => *name = text,
                (Some(Part::Weekday), Some(day)) => {
                    written.weekdays[day.num_days_from_monday() as usize] = text;
                }
                _ => {}
            }
        }
    }
    written
}

fn times() -> Times {
    // The language's own style: by parts, 03:30 would be 3:30 where nobody writes it so.
    let to_minutes = format(&[("timeStyle", "short")]);
    let first = |format: &DateTimeFormat| pattern(&parts(format, 0, 0));
    let mut times = Times {
        to_minutes: first(&to_minutes),
        to_seconds: first(&format(&[("timeStyle", "medium")])),
        to_hours: first(&format(&[("hour", "numeric")])),
        hours: Default::default(),
        periods: Default::default(),
    };
    for (hour, (name, period)) in (0..).zip(times.hours.iter_mut().zip(&mut times.periods)) {
        for (part, text) in parts(&to_minutes, 0, hour) {
            match part {
                Some(Part::Hour) => *name = text,
                Some(Part::Period) => *period = text,
                _ => {}
            }
        }
    }
    times
}

/// The week, as browsers tell it, or by the region that the language is most spoken in.
fn week(language: &str) -> Week {
    let Ok(locale) = Intl::Locale::new(language) else { return Week::of_region("") };
    told_week(&locale).unwrap_or_else(|| {
        let likely = call(&locale, "maximize").map_or(locale, JsCast::unchecked_into::<Intl::Locale>);
        Week::of_region(&likely.region().map(String::from).unwrap_or_default())
    })
}

fn told_week(locale: &Intl::Locale) -> Option<Week> {
    let told = call(locale, "getWeekInfo").or_else(|| property(locale, "weekInfo"))?;
    let weekend = Array::from(&property(&told, "weekend")?);
    let weekend: Vec<u8> = weekend.iter().filter_map(|day| number(&day)).collect();
    Week::of_numbers(number(&property(&told, "firstDay")?)?, &weekend)
}

fn number(value: &JsValue) -> Option<u8> {
    (1_u8..=7).find(|number| value.as_f64() == Some(f64::from(*number)))
}

fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}

fn call(object: &JsValue, name: &str) -> Option<JsValue> {
    property(object, name)?.dyn_into::<Function>().ok()?.call0(object).ok()
}

fn format(options: &[(&str, &str)]) -> DateTimeFormat {
    let all = Object::new();
    for (name, value) in
        [("timeZone", "UTC"), ("calendar", "gregory"), ("numberingSystem", "latn")].iter().chain(options)
    {
        // A plain object takes every property.
        let _ = Reflect::set(&all, &(*name).into(), &(*value).into());
    }
    DateTimeFormat::new(&Array::new(), &all)
}

/// The parts of an instant of 2026, by the first day of its month and its hour, and what each says; `None`
/// for what stands between.
fn parts(format: &DateTimeFormat, month: u32, hour: u32) -> Vec<(Option<Part>, String)> {
    let millis = Date::utc(2026.0, f64::from(month)) + f64::from(hour) * 3_600_000.0;
    let parts = format.format_to_parts(&Date::new(&millis.into()));
    let parts = parts.iter().map(JsCast::unchecked_into::<DateTimeFormatPart>);
    parts.map(|part| (kind(part.type_()), String::from(part.value()))).collect()
}

const fn kind(part: DateTimeFormatPartType) -> Option<Part> {
    Some(match part {
        DateTimeFormatPartType::Weekday => Part::Weekday,
        DateTimeFormatPartType::Day => Part::Day,
        DateTimeFormatPartType::Month => Part::Month,
        DateTimeFormatPartType::Year => Part::Year,
        DateTimeFormatPartType::Hour => Part::Hour,
        DateTimeFormatPartType::Minute => Part::Minute,
        DateTimeFormatPartType::Second => Part::Second,
        DateTimeFormatPartType::DayPeriod => Part::Period,
        _ => return None,
    })
}

fn pattern(parts: &[(Option<Part>, String)]) -> Pattern {
    let piece = |(part, text): &(Option<Part>, String)| {
        part.map_or_else(|| Piece::Literal(text.clone()), Piece::Part)
    };
    Pattern::new(parts.iter().map(piece).collect())
}
