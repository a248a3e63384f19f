//! The text between the parentheses of `cron(...)` → [`Cron`].
//!
//! What is refused although Quartz takes it (a step after a name, `5,,7`, `1-5W`) is refused because
//! Quartz ignores part of it, so that taking it would mislead; see docs/decisions.md.

use super::day::{DaysOfMonth, DaysOfWeek, Weekday};
use super::field::{FieldKind, StepBase, Term, Terms};
use super::{Cron, Days};
use crate::diagnostic::{Code, Diagnostic, Span};
use std::ops::Range;

/// The text of a `Schedule` field, and what has been found in it.
pub(in crate::schedule) struct Source<'t> {
    text: &'t str,
    pub(in crate::schedule) found: Vec<Diagnostic>,
}

impl<'t> Source<'t> {
    pub(in crate::schedule) fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// A finding about the bytes `range`.
    pub(in crate::schedule) fn finding(
        &self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, "Schedule", message).at(Span::of_bytes(self.text, range))
    }

    /// The whole text with the bytes `range` replaced.
    pub(in crate::schedule) fn replaced(&self, range: Range<usize>, with: &str) -> String {
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        format!("{before}{with}{after}")
    }

    pub(in crate::schedule) fn report(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    /// Says once for each field that something works, but not by AWS's word.
    fn undocumented(&mut self, token: &Token<'_>, what: &str) {
        let finding = self
            .finding(Code::CronUndocumented, token.range(), format!("{what} is not documented by AWS."))
            .help("It works in the Quartz dialect, which AWS's cron follows.");
        self.report(finding);
    }
}

/// A piece of the text and the byte at which it begins.
#[derive(Clone, Copy)]
pub(in crate::schedule) struct Token<'t> {
    pub(in crate::schedule) text: &'t str,
    pub(in crate::schedule) at: usize,
}

impl Token<'_> {
    pub(in crate::schedule) fn range(&self) -> Range<usize> {
        self.at..self.at.saturating_add(self.text.len())
    }

    /// The parts between the separators, each with its place.
    fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        self.text.split(separator).map(move |text| {
            let part = Self { text, at };
            at = at.saturating_add(text.len()).saturating_add(separator.len_utf8());
            part
        })
    }

    pub(in crate::schedule) fn split_once(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_once(separator)?;
        let at = self.at.saturating_add(before.len()).saturating_add(separator.len_utf8());
        Some((Self { text: before, at: self.at }, Self { text: after, at }))
    }
}

/// The fields of the text between the parentheses: runs of blanks part them.
pub(in crate::schedule) fn split_fields(inner: Token<'_>) -> Vec<Token<'_>> {
    inner.split(' ').filter(|field| !field.text.is_empty()).collect()
}

/// Reads the fields. `None` when something is wrong; what is wrong is then in `source`.
pub(in crate::schedule) fn parse(source: &mut Source<'_>, fields: &[Token<'_>]) -> Option<Cron> {
    let (seconds, [minutes, hours, of_month, months, of_week, years]) = match fields {
        [minutes, hours, of_month, months, of_week, years] => {
            (None, [minutes, hours, of_month, months, of_week, years])
        }
        [seconds, minutes, hours, of_month, months, of_week, years] => {
            (Some(seconds), [minutes, hours, of_month, months, of_week, years])
        }
        _ => return None,
    };
    let seconds = match seconds {
        Some(token) => plain(source, FieldKind::Seconds, *token),
        None => Some(Terms::new(FieldKind::Seconds, vec![Term::One(0)])),
    };
    let minutes = plain(source, FieldKind::Minutes, *minutes);
    let hours = plain(source, FieldKind::Hours, *hours);
    let days = days(source, *of_month, *of_week);
    let months = plain(source, FieldKind::Month, *months);
    let years = plain(source, FieldKind::Year, *years);
    Some(Cron {
        seconds: seconds?,
        minutes: minutes?,
        hours: hours?,
        days: days?,
        months: months?,
        years: years?,
    })
}

/// What stands in one field.
pub(in crate::schedule) enum FieldValue {
    /// `?`
    Unset,
    Plain(Terms),
    DaysOfMonth(DaysOfMonth),
    DaysOfWeek(DaysOfWeek),
}

/// Reads one field by itself, whatever the others hold. `None` when something is wrong with it.
pub(in crate::schedule) fn read_field(kind: FieldKind, text: &str) -> Option<FieldValue> {
    let mut source = Source::new(text);
    let token = Token { text, at: 0 };
    match kind {
        FieldKind::DayOfMonth | FieldKind::DayOfWeek if text == "?" => Some(FieldValue::Unset),
        FieldKind::DayOfMonth => day_of_month(&mut source, token).map(FieldValue::DaysOfMonth),
        FieldKind::DayOfWeek => day_of_week(&mut source, token).map(FieldValue::DaysOfWeek),
        _ => plain(&mut source, kind, token).map(FieldValue::Plain),
    }
}

/// Both day fields are read, so that all their mistakes are found; exactly one may be other than `?`.
///
/// Source: the guide's "you can't specify a value in both"; that `*` counts as a value is the
/// EventBridge guide's word and Quartz's behaviour.
fn days(source: &mut Source<'_>, of_month: Token<'_>, of_week: Token<'_>) -> Option<Days> {
    let unset = |token: Token<'_>| token.text == "?";
    match (unset(of_month), unset(of_week)) {
        (false, true) => day_of_month(source, of_month).map(Days::OfMonth),
        (true, false) => day_of_week(source, of_week).map(Days::OfWeek),
        (true, true) => {
            let finding = source
                .finding(Code::CronNoDayField, of_month.range(), "Both day fields are ?.")
                .help("Write * for every day in one of them.")
                .fix("Run every day", source.replaced(of_month.range(), "*"));
            source.report(finding);
            None
        }
        (false, false) => {
            let known = source.found.len();
            day_of_month(source, of_month);
            day_of_week(source, of_week);
            // The field that says less gives way.
            let (give_way, field, kept) = if of_month.text == "*" {
                (of_month, "day of month", of_week)
            } else {
                (of_week, "day of week", of_month)
            };
            let whole = of_month.at..of_week.range().end;
            let finding = source
                .finding(Code::CronBothDayFields, whole, "Both day fields are set.")
                .help("AWS wants ? in one of them: a cron expression names days by date or by weekday, never both.")
                .fix(
                    format!("Keep {}, write ? for {field}", kept.text),
                    source.replaced(give_way.range(), "?"),
                );
            source.found.insert(known, finding);
            None
        }
    }
}

fn day_of_month(source: &mut Source<'_>, token: Token<'_>) -> Option<DaysOfMonth> {
    let upper = token.text.to_ascii_uppercase();
    if !upper.contains(['L', 'W']) {
        return plain(source, FieldKind::DayOfMonth, token).map(DaysOfMonth::On);
    }
    if !stands_alone(source, token) {
        return None;
    }
    let number = |text: &str| text.parse::<u8>().ok();
    let days = match upper.as_str() {
        "L" => Some(DaysOfMonth::Last),
        "LW" => Some(DaysOfMonth::LastWeekday),
        _ => match (upper.strip_prefix("L-"), upper.strip_suffix('W')) {
            (Some(days), None) if is_number(days) => {
                number(days).filter(|days| *days <= 30).map(DaysOfMonth::BeforeLast)
            }
            (None, Some(day)) if is_number(day) => {
                number(day).filter(|day| (1..=31).contains(day)).map(DaysOfMonth::NearestWeekday)
            }
            _ => None,
        },
    };
    match &days {
        None => {
            let message = format!("{} is no day of the month.", quoted(token.text));
            let finding = source.finding(Code::CronSyntax, token.range(), message).help(
                "With L and W there are: L (the last day), L-3 (three days before it), LW (the last weekday) and 15W (the weekday nearest to the 15th).",
            );
            source.report(finding);
        }
        Some(DaysOfMonth::LastWeekday | DaysOfMonth::BeforeLast(_)) => {
            source.undocumented(&token, &format!("{} in day of month", token.text));
        }
        Some(_) => note_lower_case(source, token),
    }
    days
}

fn day_of_week(source: &mut Source<'_>, token: Token<'_>) -> Option<DaysOfWeek> {
    let upper = token.text.to_ascii_uppercase();
    let is_last = upper.ends_with('L');
    if !upper.contains('#') && !is_last {
        return plain(source, FieldKind::DayOfWeek, token).map(DaysOfWeek::On);
    }
    if !stands_alone(source, token) {
        return None;
    }
    if upper == "L" {
        source.undocumented(&token, "A lone L in day of week (every Saturday)");
        return Some(DaysOfWeek::On(Terms::new(FieldKind::DayOfWeek, vec![Term::One(7)])));
    }
    if let Some((day, nth)) = token.split_once('#') {
        let weekday = weekday(source, day);
        if !matches!(nth.text, "1" | "2" | "3" | "4" | "5") {
            let finding = source
                .finding(
                    Code::CronValue,
                    nth.range(),
                    format!("{} is no place in the month.", quoted(nth.text)),
                )
                .help("After # stands 1 to 5: TUE#3 is the third Tuesday.");
            source.report(finding);
            return None;
        }
        let (weekday, nth) = (weekday?, nth.text.parse().ok()?);
        warn_weekday_number(source, day, weekday, &format!("{}#{nth}", weekday.short_name()));
        return Some(DaysOfWeek::Nth(weekday, nth));
    }
    let day = Token { text: token.text.get(..token.text.len().saturating_sub(1))?, at: token.at };
    let weekday = weekday(source, day)?;
    if is_number(day.text) {
        warn_weekday_number(source, day, weekday, &format!("{}L", weekday.short_name()));
    } else {
        source.undocumented(&token, &format!("{} (a name before L)", token.text));
    }
    Some(DaysOfWeek::Last(weekday))
}

/// The guide calls `5#3` a Friday; by its own table it is a Thursday.
fn warn_weekday_number(source: &mut Source<'_>, day: Token<'_>, weekday: Weekday, by_name: &str) {
    if !is_number(day.text) {
        note_lower_case(source, day);
        return;
    }
    let end = source
        .text
        .get(day.at..)
        .map_or(day.at, |rest| day.at.saturating_add(rest.find([' ', ')']).unwrap_or(rest.len())));
    let finding = source
        .finding(
            Code::CronWeekdayNumber,
            day.at..end,
            format!("{} means {weekday} here: AWS counts 1 = Sunday to 7 = Saturday.", day.text),
        )
        .help("AWS's guide contradicts itself on this; the weekday's name leaves no doubt.")
        .fix(format!("Write {by_name}"), source.replaced(day.at..end, by_name));
    source.report(finding);
}

fn weekday(source: &mut Source<'_>, token: Token<'_>) -> Option<Weekday> {
    value(source, FieldKind::DayOfWeek, token).and_then(Weekday::from_number)
}

/// `L`, `W` and `#` say all there is to say; Quartz and AWS take nothing beside them.
fn stands_alone(source: &mut Source<'_>, token: Token<'_>) -> bool {
    let alone = !token.text.contains(',');
    if !alone {
        let special = token.text.chars().find(|c| matches!(c.to_ascii_uppercase(), 'L' | 'W' | '#'));
        let finding = source
            .finding(
                Code::CronSpecialInList,
                token.range(),
                format!("{} must stand alone in its field.", special.unwrap_or('L')),
            )
            .help("Make a second window for the other days.");
        source.report(finding);
    }
    alone
}

/// A field without `L`, `W` and `#`: terms between commas.
fn plain(source: &mut Source<'_>, kind: FieldKind, token: Token<'_>) -> Option<Terms> {
    let terms: Vec<Option<Term>> = token.split(',').map(|part| term(source, kind, part, token)).collect();
    note_lower_case(source, token);
    terms.into_iter().collect::<Option<Vec<_>>>().map(|terms| Terms::new(kind, terms))
}

fn note_lower_case(source: &mut Source<'_>, token: Token<'_>) {
    if token.text.contains(|c: char| c.is_ascii_lowercase())
        && !source.found.iter().any(|found| {
            found.is_error()
                && found.span.is_some_and(|span| span == Span::of_bytes(source.text, token.range()))
        })
    {
        source.undocumented(&token, &format!("{} in lower case", token.text));
    }
}

fn term(source: &mut Source<'_>, kind: FieldKind, part: Token<'_>, field: Token<'_>) -> Option<Term> {
    if part.text.is_empty() {
        let fixed: Vec<&str> = field.text.split(',').filter(|term| !term.is_empty()).collect();
        let finding = source
            .finding(
                Code::CronEmptyTerm,
                field.range(),
                format!("A comma in {} has nothing beside it.", kind.name()),
            )
            .help("Commas stand between values, without blanks.");
        let finding = if fixed.is_empty() {
            finding
        } else {
            finding.fix("Drop the comma", source.replaced(field.range(), &fixed.join(",")))
        };
        // One finding for the field is enough, however many commas.
        if source.found.last() != Some(&finding) {
            source.report(finding);
        }
        return None;
    }
    let Some((base, step)) = part.split_once('/') else {
        return match range(source, kind, part)? {
            StepBase::All => Some(Term::All),
            StepBase::From(value) => Some(Term::One(value)),
            StepBase::Between(first, last) => Some(Term::Between(first, last)),
        };
    };
    let base = if base.text.is_empty() {
        source.undocumented(&part, &format!("{} for *{}", part.text, part.text));
        Some(StepBase::All)
    } else {
        range(source, kind, base)
    };
    let step = step_value(source, kind, step);
    let (base, step) = (base?, step?);
    if part.text.split('/').next().is_some_and(|base| base.contains(|c: char| c.is_ascii_alphabetic())) {
        let term = Terms::new(kind, vec![Term::Step(base, step)]).to_string();
        let finding = source
            .finding(Code::CronStepAfterName, part.range(), format!("{} has a step after a name.", part.text))
            .help(format!("The dialect would ignore the step. With numbers it counts: {term}."))
            .fix(format!("Write {term}"), source.replaced(part.range(), &term));
        source.report(finding);
        return None;
    }
    Some(Term::Step(base, step))
}

fn step_value(source: &mut Source<'_>, kind: FieldKind, step: Token<'_>) -> Option<u16> {
    let greatest = kind.greatest_step();
    let value = is_number(step.text).then(|| step.text.parse::<u16>().unwrap_or(u16::MAX));
    match value {
        Some(value) if (1..=greatest).contains(&value) => Some(value),
        _ => {
            let finding = source
                .finding(
                    Code::CronStep,
                    step.range(),
                    format!("{} is no step for {}.", quoted(step.text), kind.name()),
                )
                .help(format!("After / stands a number from 1 to {greatest}."));
            source.report(finding);
            None
        }
    }
}

/// What stands before a step, or alone: `*`, a value, or a range.
fn range(source: &mut Source<'_>, kind: FieldKind, token: Token<'_>) -> Option<StepBase> {
    if token.text == "*" {
        return Some(StepBase::All);
    }
    let Some((first, last)) = token.split_once('-') else {
        return value(source, kind, token).map(StepBase::From);
    };
    if first.text.is_empty() || last.text.is_empty() || last.text.contains('-') {
        let finding = source
            .finding(Code::CronRange, token.range(), format!("{} is no range.", quoted(token.text)))
            .help(format!(
                "A range has a value on each side of one hyphen, such as {}.",
                example_range(kind)
            ));
        source.report(finding);
        return None;
    }
    let (from, to) = (value(source, kind, first), value(source, kind, last));
    let (from, to) = (from?, to?);
    if is_number(first.text) != is_number(last.text) {
        let fixed = format!("{}-{}", kind.value_text(from), kind.value_text(to));
        let finding = source
            .finding(Code::CronRange, token.range(), format!("{} mixes a number and a name.", token.text))
            .help("Write both ends alike.")
            .fix(format!("Write {fixed}"), source.replaced(token.range(), &fixed));
        source.report(finding);
        return None;
    }
    if from > to && kind == FieldKind::Year {
        let finding = source
            .finding(Code::CronRange, token.range(), format!("{} runs backwards.", token.text))
            .help("Years do not wrap round.")
            .fix(format!("Write {to}-{from}"), source.replaced(token.range(), &format!("{to}-{from}")));
        source.report(finding);
        return None;
    }
    if from > to {
        source.undocumented(&token, &format!("{}, a range that wraps round,", token.text));
    }
    Some(StepBase::Between(from, to))
}

fn example_range(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Month => "JAN-MAR",
        FieldKind::DayOfWeek => "MON-FRI",
        FieldKind::Year => "2027-2029",
        _ => "1-5",
    }
}

/// A single value: a number in the field's range or one of its names.
fn value(source: &mut Source<'_>, kind: FieldKind, token: Token<'_>) -> Option<u16> {
    let (least, greatest) = kind.range();
    if is_number(token.text) {
        let number = token.text.parse::<u16>().unwrap_or(u16::MAX);
        if (least..=greatest).contains(&number) {
            return Some(number);
        }
        let message =
            format!("{} is outside {least}-{greatest}, the range of {}.", quoted(token.text), kind.name());
        let finding = source.finding(Code::CronValue, token.range(), message);
        let finding = match (kind, number) {
            (FieldKind::DayOfWeek, 0) => finding
                .help("AWS counts from 1 = Sunday.")
                .fix("Write SUN", source.replaced(token.range(), "SUN")),
            (FieldKind::Hours, 24) => finding
                .help("Midnight is hour 0 of the day that begins.")
                .fix("Write 0", source.replaced(token.range(), "0")),
            _ => finding.help(format!("Legal here: {}", kind.legal())),
        };
        source.report(finding);
        return None;
    }
    let upper = token.text.to_ascii_uppercase();
    if let Some(index) = kind.names().iter().position(|name| *name == upper) {
        return u16::try_from(index).ok().map(|index| index.saturating_add(least));
    }
    let finding = no_value(source, kind, token, &upper);
    source.report(finding);
    None
}

/// Says why a text that is neither a number nor a name has no place in the field.
fn no_value(source: &Source<'_>, kind: FieldKind, token: Token<'_>, upper: &str) -> Diagnostic {
    let finding = |code, message| source.finding(code, token.range(), message);
    let abbreviation = kind.names().iter().find(|name| upper.len() > 3 && upper.starts_with(**name));
    if let Some(name) = abbreviation {
        return finding(Code::CronName, format!("{} is not a name AWS knows.", quoted(token.text)))
            .help("Names have three letters.")
            .fix(format!("Write {name}"), source.replaced(token.range(), name));
    }
    let wildcard = token.text.chars().find(|c| matches!(c.to_ascii_uppercase(), '?' | 'L' | 'W' | '#' | '*'));
    match wildcard {
        Some('?') if kind.is_day() => {
            finding(Code::CronSpecialInList, "? must stand alone in its field.".to_owned())
                .help("? says that the other day field decides.")
        }
        Some('?') => finding(Code::CronWildcard, format!("? has no place in {}.", kind.name()))
            .help("? belongs in day of month or day of week; * means every value.")
            .fix("Write *", source.replaced(token.range(), "*")),
        Some(_)
            if token
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c.to_ascii_uppercase(), 'L' | 'W' | '#' | '*')) =>
        {
            finding(Code::CronWildcard, format!("{} has no place in {}.", quoted(token.text), kind.name()))
                .help(format!("Legal here: {}", kind.legal()))
        }
        _ => finding(Code::CronSyntax, format!("{} means nothing in {}.", quoted(token.text), kind.name()))
            .help(format!("Legal here: {}", kind.legal())),
    }
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text as a message quotes it: in quotes unless it is a number, and never long.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(20) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
        None if is_number(text) => text.to_owned(),
        None => format!("\"{text}\""),
    }
}
