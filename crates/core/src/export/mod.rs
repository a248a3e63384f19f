//! A request, or executions → the text that a person takes away.
//!
//! Nothing that a user types can break out of any of them: strings are quoted by each format's own
//! rules, and characters that do not show, or turn the reading direction, are written as escapes.

mod aws_cli;
mod boto3;
mod cancellation;
mod cloudformation;
mod described;
mod executions;
mod hcl;
mod json;
mod names;
mod node;
mod terraform;
mod yaml;

pub use cancellation::{cancellation, executions_since};
pub use executions::{Scheduled, calendar_file, comma_separated, merged};

use crate::characters::ALPHABET;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::record::{self, Record, WriteRecord};
use crate::window::Request;
use described::{Described, Members};
use node::Node;
use serde_json::Value;

/// How a request is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Format {
    /// For `client.create_maintenance_window(**json)` and `--cli-input-json file://…` alike.
    Json,
    /// A Python program that makes the request with boto3.
    Boto3,
    /// A command of the AWS CLI for a POSIX shell.
    AwsCli,
    /// A template of CloudFormation, in YAML.
    #[serde(rename = "cloudformation")]
    CloudFormation,
    /// A configuration of Terraform, in HCL.
    Terraform,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Json, Self::Boto3, Self::AwsCli, Self::CloudFormation, Self::Terraform];
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file's text.
    pub text: String,
    /// What the format cannot say, or says otherwise. The text has it too, as comments.
    pub notes: Vec<Diagnostic>,
}

/// Writes a request out. It need not be complete: what it has is written.
///
/// CloudFormation and Terraform describe windows, not requests: the members of an update are written as
/// a description in which the rest is missing, and the notes say so.
///
/// ```
/// use window_planner_core::export::{Format, export};
/// use window_planner_core::window::{CreateMaintenanceWindowRequest, Request};
///
/// let (request, _) = CreateMaintenanceWindowRequest::from_json(
///     r#"{"Name": "Patching", "Description": "It's $HOME", "Duration": 2}"#,
/// );
/// assert_eq!(
///     export(&request, Format::AwsCli).text,
///     "aws ssm create-maintenance-window \\\n  --name=Patching \\\n  --description=\"It's \"'$HOME' \\\n  --duration=2\n"
/// );
/// ```
#[must_use]
pub fn export<R: Request + WriteRecord>(request: &R, format: Format) -> Exported {
    let text = match format {
        Format::Json => json::pretty(&object(members(request))),
        Format::Boto3 => boto3::program(R::OPERATION, &members(request), "WindowId"),
        Format::AwsCli => aws_cli::request(R::OPERATION, &members(request)),
        Format::CloudFormation => return cloudformation::template(&[Described::of_request(request)]),
        Format::Terraform => return terraform::configuration(&[Described::of_request(request)]),
    };
    Exported { text, notes: Vec::new() }
}

/// Writes the windows of a plan out, with their targets and tasks: as the plan's file, as a program or a
/// script that makes them, as a template or a configuration that describes them.
///
/// What AWS has already, a program makes anew and Terraform adopts. To write some windows only, keep only
/// these in a copy of the plan.
#[must_use]
pub fn export_plan(plan: &Plan, format: Format) -> Exported {
    let windows: Vec<Described> = plan.windows.iter().map(Described::of_window).collect();
    match format {
        Format::Json => Exported { text: json::pretty(&plan.to_value().into()), notes: Vec::new() },
        Format::Boto3 => boto3::plan_program(&windows),
        Format::AwsCli => aws_cli::plan_script(&windows),
        Format::CloudFormation => cloudformation::template(&windows),
        Format::Terraform => terraform::configuration(&windows),
    }
}

/// The members that a request has, in AWS's order.
fn members<R: Request + WriteRecord>(request: &R) -> Members {
    let value = record::to_value(request);
    in_order(value, &mut R::MEMBERS.iter().map(|(name, _)| *name))
}

/// The members of an object that have these names, in their order.
fn in_order(mut object: Value, names: &mut dyn Iterator<Item = &'static str>) -> Members {
    names.filter_map(|name| Some((name, object.get_mut(name)?.take().into()))).collect()
}

fn object(members: Members) -> Node {
    Node::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// `CreateMaintenanceWindow` → `create_maintenance_window` or `create-maintenance-window`, as botocore
/// and the AWS CLI name their methods, commands and options.
fn words_joined(name: &str, separator: char) -> String {
    let mut joined = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !joined.is_empty() {
            joined.push(separator);
        }
        joined.push(letter.to_ascii_lowercase());
    }
    joined
}

/// What a note may tell of a text that others wrote.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| is_visible(*letter)).take(80).collect()
}

/// Whether a character shows what it is: others are written as escapes.
fn is_visible(letter: char) -> bool {
    matches!(letter, ' '..='~')
        || (!letter.is_ascii() && !letter.is_whitespace() && ALPHABET.contains(letter))
}
