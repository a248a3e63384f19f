//! Which of the three forms an expression has, and how many fields: what is looked at before any
//! field is read.

use super::cron::to_aws;
use super::source::{Source, Token, split_fields};
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;
use strsim::osa_distance;

/// The three forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Cron,
    Rate,
    At,
}

impl Form {
    pub(super) fn from_keyword(keyword: &str) -> Option<Self> {
        match keyword {
            "cron" => Some(Self::Cron),
            "rate" => Some(Self::Rate),
            "at" => Some(Self::At),
            _ => None,
        }
    }
}

/// Parts `keyword(inner)`.
///
/// Blanks are taken at the inner edges of the parentheses (people deploy `cron( 00 01 ? * * *  )`),
/// not before the keyword, before the parenthesis or after the end: our decision.
pub(super) fn split_keyword<'t>(source: &mut Source<'_>, text: &'t str) -> Option<(Form, Token<'t>)> {
    if let Some(finding) = wrong_blank(source, text) {
        source.report(finding);
        return None;
    }
    let keyword = text.split_once('(').map(|(keyword, _)| keyword);
    let form = keyword.and_then(|keyword| Form::from_keyword(&keyword.to_ascii_lowercase()));
    let (Some(keyword), Some(form)) = (keyword, form) else {
        no_form(source, text);
        return None;
    };
    let lower = keyword.to_ascii_lowercase();
    if keyword != lower {
        let finding = source
            .finding(Code::ScheduleKeywordCase, 0..keyword.len(), format!("{keyword} is not in lower case."))
            .help(format!("AWS writes {lower}."))
            .fix(format!("Write {lower}"), source.replaced(0..keyword.len(), &lower));
        source.report(finding);
        return None;
    }
    let at = keyword.len().saturating_add(1);
    let rest = text.get(at..).unwrap_or_default();
    let inner = rest.split(')').next().unwrap_or_default();
    let end = at.saturating_add(inner.len()).saturating_add(1);
    if end == text.len() {
        return Some((form, Token { text: inner, at }));
    }
    let finding = if end > text.len() {
        source
            .finding(Code::ScheduleParenthesis, text.len()..text.len(), "The closing parenthesis is missing.")
            .help("The expression ends with ).")
            .fix("Add )", format!("{text})"))
    } else {
        source
            .finding(Code::ScheduleParenthesis, end..text.len(), "Text after the closing parenthesis.")
            .help("The expression ends with its first ).")
            .fix("Remove it", source.replaced(end..text.len(), ""))
    };
    source.report(finding);
    None
}

/// Blanks that AWS does not have: around the expression, before its parenthesis, and tabs anywhere.
fn wrong_blank(source: &Source<'_>, text: &str) -> Option<Diagnostic> {
    let trimmed = text.trim();
    if trimmed.len() != text.len() {
        return Some(
            source
                .finding(Code::ScheduleSpacing, 0..text.len(), "Blanks before or after the expression.")
                .help("Begin with cron(, rate( or at( and end with ).")
                .fix("Remove them", trimmed),
        );
    }
    if let Some((start, blank)) = text.char_indices().find(|(_, c)| c.is_whitespace() && *c != ' ') {
        let place = start..start.saturating_add(blank.len_utf8());
        return Some(
            source
                .finding(Code::ScheduleSpacing, place, "A blank that is no space.")
                .help("Between fields stand spaces only, no tabs and no line ends.")
                .fix("Write spaces", text.replace(char::is_whitespace, " ")),
        );
    }
    let keyword = text.split_once('(').map_or("", |(keyword, _)| keyword);
    let word = keyword.trim_end();
    if word.len() != keyword.len() && Form::from_keyword(word).is_some() {
        let place = word.len()..keyword.len();
        return Some(
            source
                .finding(
                    Code::ScheduleSpacing,
                    place.clone(),
                    format!("A blank between {word} and its parenthesis."),
                )
                .help(format!("Write {word}( without a blank."))
                .fix("Remove it", source.replaced(place, "")),
        );
    }
    None
}

/// The text is none of the three forms: says what it looks like, and what AWS has for it.
fn no_form(source: &mut Source<'_>, text: &str) {
    let finding = source
        .finding(Code::ScheduleForm, 0..text.len(), "This is neither cron(...), rate(...) nor at(...).")
        .help("Write cron(0 2 ? * SUN *), rate(7 days) or at(2027-03-14T15:55:00).");
    let finding = match aws_form(text) {
        Some(aws) => finding.fix(format!("Write {aws}"), aws),
        None => finding,
    };
    source.report(finding);
}

/// What people write elsewhere, or almost → AWS's form.
fn aws_form(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let nickname = match lower.strip_prefix('@').unwrap_or(&lower) {
        "yearly" | "annually" => Some("cron(0 0 1 1 ? *)"),
        "monthly" => Some("cron(0 0 1 * ? *)"),
        "weekly" => Some("cron(0 0 ? * SUN *)"),
        "daily" | "midnight" => Some("cron(0 0 * * ? *)"),
        "hourly" => Some("cron(0 * * * ? *)"),
        _ => None,
    };
    if let Some(nickname) = nickname {
        return Some(nickname.to_owned());
    }
    if let Some(aws) = spoken_rate(&lower).or_else(|| with_keyword_mended(text)) {
        return Some(aws);
    }
    let fields = split_fields(Token { text, at: 0 });
    let looks_like_fields = fields.iter().all(|field| {
        field.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b",-*/?#".contains(&byte))
    }) && fields.iter().any(|field| field.text.contains(['*', '?']));
    match fields.len() {
        5 if looks_like_fields => to_aws(&fields),
        6 | 7 if looks_like_fields => Some(format!("cron({})", text.trim())),
        _ => None,
    }
}

/// `every 5 minutes`, `2 weeks` → a rate.
fn spoken_rate(lower: &str) -> Option<String> {
    let words: Vec<&str> = lower.strip_prefix("every ").unwrap_or(lower).split_whitespace().collect();
    let (number, unit) = match *words.as_slice() {
        [unit] if lower.starts_with("every ") => (1_u32, unit),
        [number, unit] => (number.parse().ok()?, unit),
        _ => return None,
    };
    let (number, unit) = match unit.trim_end_matches('s') {
        "week" => (number.checked_mul(7)?, "day"),
        unit @ ("minute" | "hour" | "day") => (number, unit),
        _ => return None,
    };
    let plural = if number == 1 { "" } else { "s" };
    (number > 0).then(|| format!("rate({number} {unit}{plural})"))
}

/// `crno(…)`, `rates(…)` → with the keyword that is meant.
fn with_keyword_mended(text: &str) -> Option<String> {
    let (keyword, rest) = text.split_once('(')?;
    let lower = keyword.to_ascii_lowercase();
    let meant = ["cron", "rate", "at"].into_iter().find(|known| osa_distance(known, &lower) == 1)?;
    Some(format!("{meant}({rest}"))
}

/// What is wrong when there are neither six fields nor seven, or six in the order of before 2018.
pub(super) fn wrong_fields(source: &Source<'_>, fields: &[Token<'_>]) -> Option<Diagnostic> {
    let (Some(first), Some(last)) = (fields.first(), fields.last()) else {
        let start = "cron(".len();
        return Some(
            source
                .finding(Code::CronFieldCount, start..start, "The expression has no fields.")
                .help("Write six: minutes, hours, day of month, month, day of week, year."),
        );
    };
    let whole = first.at..last.range().end;
    let texts: Vec<&str> = fields.iter().map(|field| field.text).collect();
    match texts.as_slice() {
        // The month can never be `?`; in the order of before 2018 that place is the day of month.
        [seconds, minutes, hours, "?", month, of_week] => {
            let seconds = if seconds.parse() == Ok(0_u8) { String::new() } else { format!("{seconds} ") };
            let aws = format!("cron({seconds}{minutes} {hours} ? {month} {of_week} *)");
            let help = format!(
                "Read as AWS reads it today, with minutes first, the month is ?. Read with seconds first and no year, as guides had it before 2018, it is {aws}."
            );
            Some(
                source
                    .finding(Code::CronOldOrder, whole, "Six fields in the order of before 2018.")
                    .help(help)
                    .fix(format!("Write {aws}"), aws),
            )
        }
        [_, _, _, _, _, _] | [_, _, _, _, _, _, _] => None,
        [_, _, _, _, _] => Some(five_fields(source, fields, whole)),
        _ => Some(wrong_count(source, &texts, whole)),
    }
}

/// Unix's five fields, or AWS's six with the year forgotten.
fn five_fields(source: &Source<'_>, fields: &[Token<'_>], whole: Range<usize>) -> Diagnostic {
    let finding = source.finding(Code::CronUnix, whole, "Five fields: AWS has six, the last is the year.");
    let year_forgotten = fields.iter().any(|field| field.text == "?");
    let help = if year_forgotten {
        "Add the year."
    } else {
        "AWS also wants ? in one of the two day fields, and counts 1 = Sunday."
    };
    match to_aws(fields) {
        Some(aws) => finding.help(help).fix(format!("Write {aws}"), aws),
        None => finding.help(
            "Unix runs on the date or on the weekday when both are set; AWS takes one of them. Make two windows, one for each.",
        ),
    }
}

fn wrong_count(source: &Source<'_>, texts: &[&str], whole: Range<usize>) -> Diagnostic {
    let noun = if texts.len() == 1 { "field" } else { "fields" };
    let message = format!("{} {noun}: AWS has six, or seven with seconds first.", texts.len());
    let finding = source.finding(Code::CronFieldCount, whole.clone(), message);
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() && !joined.ends_with(',') && !text.starts_with(',') {
            joined.push(' ');
        }
        joined.push_str(text);
    }
    if joined.split(' ').count() < texts.len() {
        finding.help("A list has no blanks: MON,FRI.").fix("Remove them", source.replaced(whole, &joined))
    } else {
        finding.help("Write minutes, hours, day of month, month, day of week, year: cron(0 2 ? * SUN *).")
    }
}
