//! The model → Rust.

use std::{collections::BTreeSet, fmt::Write as _};

use anyhow::{Context as _, Result, bail};

use crate::service::{Reference, Service, Shape};

/// Bounds that the service has and its model lacks: `(shape, least, greatest)`.
///
/// Source: the schema of `AWS::SSM::MaintenanceWindow` in CloudFormation. An empty `StartDate` is refused
/// in the words of a violated bound, as a comment in Terraform's provider quotes them.
const BEYOND_THE_MODEL: [(&str, u32, u32); 2] =
    [("MaintenanceWindowStringDateTime", 1, 256), ("MaintenanceWindowTimezone", 1, 128)];

/// The text of the table: a static for each shape that a request can reach, then the operations.
///
/// # Errors
///
/// When the model names a shape that it lacks, or has a type that no request had so far.
pub(crate) fn generated(service: &Service) -> Result<String> {
    let mut reached = BTreeSet::new();
    for operation in service.operations.values() {
        reach(service, &operation.input.shape, &mut reached)?;
    }
    let mut text =
        "//! Written by `cargo xtask model`: the shapes of all requests, from the service model of SSM.\n\n\
         use super::{Kind, Member, Shape};\n\n\
         /// The operations of maintenance windows, by name, with the shapes of their requests.\n\
         #[rustfmt::skip]\n\
         pub(super) static OPERATIONS: &[(&str, &Shape)] = &[\n"
            .to_owned();
    for (name, operation) in &service.operations {
        writeln!(text, "    ({name:?}, &{}),", constant(&operation.input.shape))?;
    }
    text.push_str("];\n");
    for name in &reached {
        write!(text, "\n#[rustfmt::skip]\nstatic {}: Shape = {};\n", constant(name), shape(service, name)?)?;
    }
    Ok(text)
}

/// Adds a shape and all that it holds.
fn reach(service: &Service, name: &str, reached: &mut BTreeSet<String>) -> Result<()> {
    if !reached.insert(name.to_owned()) {
        return Ok(());
    }
    let shape = named(service, name)?;
    let members = shape.members.0.iter().map(|(_, member)| member);
    for reference in members.chain(&shape.member).chain(&shape.key).chain(&shape.value) {
        reach(service, &reference.shape, reached)?;
    }
    Ok(())
}

fn named<'s>(service: &'s Service, name: &str) -> Result<&'s Shape> {
    service.shapes.get(name).with_context(|| format!("the model has no shape {name}"))
}

/// A shape as an expression.
fn shape(service: &Service, name: &str) -> Result<String> {
    let shape = named(service, name)?;
    let mut text = format!("Shape {{ kind: {}", kind(name, shape)?);
    let beyond = BEYOND_THE_MODEL.iter().find(|(beyond, _, _)| *beyond == name);
    let least = shape.min.or(beyond.map(|(_, least, _)| *least));
    let greatest = shape.max.or(beyond.map(|(_, _, greatest)| *greatest));
    if let Some(least) = least {
        write!(text, ", least: Some({least})")?;
    }
    if let Some(greatest) = greatest {
        write!(text, ", greatest: Some({})", grouped(greatest))?;
    }
    if let Some(pattern) = &shape.pattern {
        write!(text, ", pattern: Some(r\"{pattern}\")")?;
    }
    if shape.sensitive {
        text.push_str(", sensitive: true");
    }
    text.push_str(", ..Shape::ANY }");
    Ok(text)
}

fn kind(name: &str, shape: &Shape) -> Result<String> {
    let part = |reference: &Option<Reference>| {
        let reference = reference.as_ref().with_context(|| format!("{name} does not say of what it is"))?;
        Ok::<_, anyhow::Error>(format!("&{}", constant(&reference.shape)))
    };
    Ok(match shape.kind.as_str() {
        "structure" => {
            let mut text = format!("Kind::Structure({name:?}, &[\n");
            for (member, Reference { shape: of }) in &shape.members.0 {
                let required = shape.required.contains(member);
                writeln!(
                    text,
                    "    Member {{ name: {member:?}, shape: &{}, required: {required} }},",
                    constant(of)
                )?;
            }
            text + "])"
        }
        "list" => format!("Kind::List({})", part(&shape.member)?),
        "map" => format!("Kind::Map({}, {})", part(&shape.key)?, part(&shape.value)?),
        "string" => format!("Kind::Text(&{:?})", shape.values),
        "integer" => "Kind::Integer".to_owned(),
        "boolean" => "Kind::Boolean".to_owned(),
        "blob" => "Kind::Blob".to_owned(),
        other => bail!("{name} is a {other}, which no request had so far"),
    })
}

/// A number as clippy wants it: `2_592_000`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let underscore = |left: usize| left > 0 && left.is_multiple_of(3) && digits.len() > 4;
    let digit = |(index, digit)| [Some(digit), underscore(digits.len() - index - 1).then_some('_')];
    digits.chars().enumerate().flat_map(digit).flatten().collect()
}

/// `MaintenanceWindowName` → `MAINTENANCE_WINDOW_NAME`.
fn constant(shape: &str) -> String {
    let mut text = String::new();
    let mut before = 'A';
    for letter in shape.chars() {
        if letter.is_ascii_uppercase() && !before.is_ascii_uppercase() {
            text.push('_');
        }
        text.push(letter.to_ascii_uppercase());
        before = letter;
    }
    text
}
