//! Which of the three forms an expression has, and how many fields: what is looked at before any
//! field is read.

use super::cron::{Source, Token, split_fields, to_aws};
use crate::diagnostic::Code;

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
    let trimmed = text.trim();
    if trimmed.len() != text.len() {
        let finding = source
            .finding(Code::ScheduleSpacing, 0..text.len(), "Blanks before or after the expression.")
            .help("Begin with cron(, rate( or at( and end with ).")
            .fix("Remove them", trimmed);
        source.report(finding);
        return None;
    }
    let Some((keyword, _)) = text.split_once('(') else {
        no_form(source, text);
        return None;
    };
    let word = keyword.trim_end();
    let lower = word.to_ascii_lowercase();
    let Some(form) = Form::from_keyword(&lower) else {
        no_form(source, text);
        return None;
    };
    if word != lower {
        let finding = source
            .finding(Code::ScheduleKeywordCase, 0..word.len(), format!("{word} is not in lower case."))
            .help(format!("AWS writes {lower}."))
            .fix(format!("Write {lower}"), source.replaced(0..word.len(), &lower));
        source.report(finding);
        return None;
    }
    if word.len() != keyword.len() {
        let finding = source
            .finding(
                Code::ScheduleSpacing,
                word.len()..keyword.len(),
                format!("A blank between {word} and its parenthesis."),
            )
            .help(format!("Write {word}( without a blank."))
            .fix("Remove it", source.replaced(word.len()..keyword.len(), ""));
        source.report(finding);
        return None;
    }
    let at = keyword.len().saturating_add(1);
    let rest = text.get(at..).unwrap_or_default();
    match rest.split_once(')') {
        Some((inner, "")) => Some((form, Token { text: inner, at })),
        Some((inner, _)) => {
            let end = at.saturating_add(inner.len()).saturating_add(1);
            let finding = source
                .finding(Code::ScheduleParenthesis, end..text.len(), "Text after the closing parenthesis.")
                .help("The expression ends with its first ).")
                .fix("Remove it", source.replaced(end..text.len(), ""));
            source.report(finding);
            None
        }
        None => {
            let finding = source
                .finding(
                    Code::ScheduleParenthesis,
                    text.len()..text.len(),
                    "The closing parenthesis is missing.",
                )
                .help("The expression ends with ).")
                .fix("Add )", format!("{text})"));
            source.report(finding);
            None
        }
    }
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

/// What people write elsewhere → AWS's form.
fn aws_form(text: &str) -> Option<String> {
    let nickname = match text {
        "@yearly" | "@annually" => Some("cron(0 0 1 1 ? *)"),
        "@monthly" => Some("cron(0 0 1 * ? *)"),
        "@weekly" => Some("cron(0 0 ? * SUN *)"),
        "@daily" | "@midnight" => Some("cron(0 0 * * ? *)"),
        "@hourly" => Some("cron(0 * * * ? *)"),
        _ => None,
    };
    if let Some(nickname) = nickname {
        return Some(nickname.to_owned());
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

/// Six fields, or seven; and not the six of before 2018.
pub(super) fn count_is_right(source: &mut Source<'_>, fields: &[Token<'_>]) -> bool {
    let (Some(first), Some(last)) = (fields.first(), fields.last()) else {
        let finding = source
            .finding(Code::CronFieldCount, 5..5, "The expression has no fields.")
            .help("Write six: minutes, hours, day of month, month, day of week, year.");
        source.report(finding);
        return false;
    };
    let whole = first.at..last.range().end;
    let texts: Vec<&str> = fields.iter().map(|field| field.text).collect();
    match texts.as_slice() {
        // The month can never be `?`; in the order of before 2018 that place is the day of month.
        [seconds, minutes, hours, "?", month, of_week] => {
            let aws = if is_zero(seconds) {
                format!("cron({minutes} {hours} ? {month} {of_week} *)")
            } else {
                format!("cron({seconds} {minutes} {hours} ? {month} {of_week} *)")
            };
            let finding = source
                .finding(Code::CronOldOrder, whole, "Six fields in the order of before 2018.")
                .help(format!(
                    "Read as AWS reads it today, with minutes first, the month is ?. Read with seconds first and no year, as guides had it before 2018, it is {aws}."
                ))
                .fix(format!("Write {aws}"), aws);
            source.report(finding);
            false
        }
        [_, _, _, _, _, _] | [_, _, _, _, _, _, _] => true,
        [_, _, _, _, _] => {
            let finding =
                source.finding(Code::CronUnix, whole, "Five fields: AWS has six, the last is the year.");
            let finding = match to_aws(fields) {
                Some(aws) => finding
                    .help("AWS also wants ? in one of the two day fields, and counts 1 = Sunday.")
                    .fix(format!("Write {aws}"), aws),
                None => finding.help(
                    "Unix runs on the date or on the weekday when both are set; AWS takes one of them. Make two windows, one for each.",
                ),
            };
            source.report(finding);
            false
        }
        _ => {
            let (number, noun) = (texts.len(), if texts.len() == 1 { "field" } else { "fields" });
            let finding = source.finding(
                Code::CronFieldCount,
                whole,
                format!("{number} {noun}: AWS has six, or seven with seconds first."),
            );
            let split_list = texts.iter().any(|text| text.starts_with(',') || text.ends_with(','));
            let finding = finding.help(if split_list {
                "A list has no blanks: MON,FRI."
            } else {
                "Write minutes, hours, day of month, month, day of week, year: cron(0 2 ? * SUN *)."
            });
            source.report(finding);
            false
        }
    }
}

fn is_zero(text: &str) -> bool {
    text.parse() == Ok(0_u8)
}
