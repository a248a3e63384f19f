//! What a request violates of its shape, in our words, at its fields and with what to write instead.

use super::violations::{Constraint, Demanded, Violation, constraints, size, violations};
use super::{Kind, RequestShape};
use crate::diagnostic::{Code, Diagnostic};
use crate::operations::OperationError;
use serde_json::Value;

/// All that the request violates, whose values have the right types. What is said of a form says all: the
/// length of the same text is no finding of its own.
pub(in crate::operations) fn findings(shape: RequestShape, request: &Value) -> Vec<Diagnostic> {
    let found: Vec<Diagnostic> = violations(shape, request).into_iter().map(finding).collect();
    let has_form = |field: &str| {
        found.iter().any(|finding| finding.code == Code::RegisteredForm && finding.field == field)
    };
    let is_said = |finding: &&Diagnostic| finding.code == Code::RegisteredSize && has_form(&finding.field);
    found.iter().filter(|finding| !is_said(finding)).cloned().collect()
}

fn finding(violation: Violation<'_>) -> Diagnostic {
    let Violation { field, sentence, demanded } = violation;
    let aws = OperationError::violations(&[sentence]).message;
    let Some(demanded) = demanded else {
        return Diagnostic::new(Code::Missing, field.clone(), format!("{} is missing.", last(&field)))
            .aws(aws);
    };
    let code = match demanded.constraint {
        Constraint::Most(..) | Constraint::Least(..) => Code::RegisteredSize,
        Constraint::Pattern(_) | Constraint::OneOf(_) => Code::RegisteredForm,
    };
    let message = message(last(&field), &demanded);
    Diagnostic::new(code, field, message).help(help(&demanded)).aws(aws)
}

/// `Key` of `Targets[0].Key`.
fn last(field: &str) -> &str {
    field.rsplit('.').next().unwrap_or(field)
}

fn message(name: &str, Demanded { shape, constraint, value }: &Demanded<'_>) -> String {
    let Some(value) = value else { return format!("One of {name} is not of the form that AWS takes.") };
    let found = size(shape, value);
    match constraint {
        Constraint::Pattern(_) => format!("{name} is not of the form that AWS takes."),
        Constraint::OneOf(_) => format!("{name} is none of the values that AWS has."),
        Constraint::Most(..) | Constraint::Least(..) if matches!(shape.kind, Kind::Integer) => {
            format!("{name} is {found}.")
        }
        Constraint::Most(_, greatest) => {
            let more = found.saturating_sub(i64::from(*greatest));
            format!("{name} has {found} {}, {more} too many.", unit(&shape.kind))
        }
        Constraint::Least(..) if found == 0 => format!("{name} is empty."),
        Constraint::Least(_, least) => {
            format!("{name} has {found} of at least {least} {}.", unit(&shape.kind))
        }
    }
}

fn help(Demanded { shape, constraint, .. }: &Demanded<'_>) -> String {
    match constraint {
        Constraint::Pattern(pattern) => form(pattern).to_owned(),
        Constraint::OneOf(values) => format!("Write one of {}.", values.join(", ")),
        Constraint::Most(..) | Constraint::Least(..) => {
            let (mut least, mut greatest) = (None, None);
            for constraint in constraints(shape) {
                match constraint {
                    Constraint::Least(_, bound) => least = Some(bound).filter(|bound| *bound > 0),
                    Constraint::Most(_, bound) => greatest = Some(bound),
                    Constraint::Pattern(_) | Constraint::OneOf(_) => {}
                }
            }
            let unit = unit(&shape.kind);
            match (least, greatest) {
                (Some(least), Some(greatest)) if least == greatest => format!("AWS takes {least} {unit}."),
                (Some(least), Some(greatest)) => format!("AWS takes {least} to {greatest} {unit}."),
                (None, Some(greatest)) => format!("AWS takes at most {greatest} {unit}."),
                (least, None) => format!("AWS takes {} {unit} or more.", least.unwrap_or_default()),
            }
        }
    }
}

/// What a bound counts.
const fn unit(kind: &Kind) -> &'static str {
    match kind {
        Kind::Integer => "as a number",
        Kind::Blob => "bytes",
        Kind::Text(_) => "characters",
        Kind::List(_) | Kind::Map(..) | Kind::Structure(..) | Kind::Boolean => "entries",
    }
}

/// What a pattern of the service model asks for.
fn form(pattern: &str) -> &'static str {
    match pattern {
        r"^[a-zA-Z0-9_\-.]{3,128}$" => "AWS takes 3 to 128 letters, digits, _, - and . only.",
        "^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$" => {
            "Write a whole number from 1, such as 10, or a percentage, such as 10%."
        }
        "^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$" => {
            "Write a whole number, such as 0 or 10, or a percentage, such as 10%."
        }
        "([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)" => "Write $LATEST, $DEFAULT or the number of a version.",
        r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name" => {
            "AWS takes letters, digits, blanks and _ . : / = - @."
        }
        _ => "See AWS's reference for its form.",
    }
}
