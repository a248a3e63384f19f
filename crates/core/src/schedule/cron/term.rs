//! One field of a cron expression: terms between commas, each a value, a range or a step.
//!
//! What is refused although Quartz takes it (a step after a name, `5,,7`) is refused because Quartz
//! ignores part of it, so that taking it would mislead; see docs/decisions.md.

use super::field::{FieldKind, StepBase, Term, Terms};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::schedule::source::{Source, Token, is_number, quoted};

/// A field without `L`, `W` and `#`: terms between commas.
pub(super) fn plain(source: &mut Source<'_>, kind: FieldKind, token: Token<'_>) -> Option<Terms> {
    let terms: Vec<Option<Term>> = token.split(',').map(|part| term(source, kind, part, token)).collect();
    note_lower_case(source, token);
    terms.into_iter().collect::<Option<Vec<_>>>().map(|terms| Terms::new(kind, terms))
}

pub(super) fn note_lower_case(source: &mut Source<'_>, token: Token<'_>) {
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
    if first.text.is_empty() || last.text.is_empty() || last.text.as_bytes().contains(&b'-') {
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
pub(super) fn value(source: &mut Source<'_>, kind: FieldKind, token: Token<'_>) -> Option<u16> {
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
    let names_weekday = FieldKind::DayOfWeek.names().iter().any(|name| upper.starts_with(name));
    if kind == FieldKind::DayOfMonth && names_weekday {
        return finding(Code::CronSyntax, format!("{} is no day of the month.", quoted(token.text)))
            .help("Weekdays stand in the fifth field, the day of week; ? stands here then.");
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
