//! A window as a template of CloudFormation.
//!
//! Source: the schemas of the resource types `AWS::SSM::MaintenanceWindow…` in CloudFormation's registry.

use super::names::{Names, Spelling};
use super::template::{Described, comments};
use super::yaml::{Yaml, document};
use super::{Exported, shown};
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;

const FORMAT: &str = "CloudFormation";

/// What the schema requires.
const REQUIRED: [&str; 5] = ["Name", "Schedule", "Duration", "Cutoff", "AllowUnassociatedTargets"];

/// A template with a resource for each window.
pub(super) fn template(windows: &[Described]) -> Exported {
    let mut names = Names::new(Spelling::Joined);
    let mut notes = Vec::new();
    let mut resources = Vec::new();
    for window in windows {
        notes.extend(window.notes(FORMAT, &REQUIRED));
        notes.extend(not_described(window));
        let mut properties = Vec::new();
        for (name, value) in window.definition() {
            if is_literal(value) {
                properties.push((name.to_owned(), Yaml::from(value.clone())));
            } else {
                notes.push(not_literal(name));
            }
        }
        let id = names.give(window.text("Name").unwrap_or_default(), "MaintenanceWindow");
        resources.push((id, resource("AWS::SSM::MaintenanceWindow", properties)));
    }
    let root = vec![
        ("AWSTemplateFormatVersion".to_owned(), Yaml::Text("2010-09-09".to_owned())),
        ("Resources".to_owned(), Yaml::Map(resources)),
    ];
    Exported { text: format!("{}{}", comments(&notes), document(root)), notes }
}

fn resource(kind: &str, properties: Vec<(String, Yaml)>) -> Yaml {
    Yaml::Map(vec![
        ("Type".to_owned(), Yaml::Plain(kind.to_owned())),
        ("Properties".to_owned(), Yaml::Map(properties)),
    ])
}

/// What the resource type has no property for.
fn not_described(window: &Described) -> impl Iterator<Item = Diagnostic> {
    let enabled = window.get("Enabled").map(|enabled| {
        let option = if enabled == &Value::Bool(false) { "--no-enabled" } else { "--enabled" };
        Diagnostic::new(
            Code::ExportLeftOut,
            "Enabled",
            "Enabled is left out: CloudFormation cannot enable or disable a window, and creates it enabled.",
        )
        .help(format!("Afterwards run: aws ssm update-maintenance-window --window-id … {option}"))
    });
    let adopted = window.changed().map(|id| {
        Diagnostic::new(
            Code::ExportWholeWindow,
            "WindowId",
            format!(
                "CloudFormation creates another window beside {}, unless that one is imported into the stack.",
                shown(id)
            ),
        )
    });
    enabled.into_iter().chain(adopted)
}

/// Whether CloudFormation takes a value as it is written. It replaces dynamic references,
/// `{{resolve:…}}`, in any text, whatever the text is joined of, and takes an object with a function's
/// name for its call; neither can be escaped.
fn is_literal(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.contains("{{resolve:"),
        Value::Array(items) => items.iter().all(is_literal),
        Value::Object(members) => members
            .iter()
            .all(|(name, value)| name != "Ref" && !name.starts_with("Fn::") && is_literal(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

fn not_literal(name: &'static str) -> Diagnostic {
    Diagnostic::new(
        Code::ExportLeftOut,
        name,
        format!(
            "{name} is left out: CloudFormation would replace the {{{{resolve:…}}}}, Ref or Fn:: in it, and has no way to write it literally."
        ),
    )
    .help("Set it by UpdateMaintenanceWindow, or write another text.")
}
