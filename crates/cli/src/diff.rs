//! `diff`: the update that makes one window of another.

use crate::document::{Document, Item, Items};
use crate::instant;
use crate::outcome::Outcome;
use crate::report::report;
use anyhow::bail;
use clap::{Args, ValueEnum};
use std::collections::HashMap;
use std::io::{self, Write};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::export::{self, export};
use window_planner_core::import::Kind;
use window_planner_core::window::{
    CreateMaintenanceWindowRequest, Difference, Request, Tag, UpdateMaintenanceWindowRequest, check_update,
    diff,
};

/// Write the smallest update that makes the window of one file that of another.
#[derive(Debug, Args)]
#[command(after_help = "\
A file holds a window as AWS tells it, a request, several of them, or a plan. Of several windows, those belong
together that have the same WindowId. A field that is to be cleared makes the update a full one, with Replace:
nothing else clears it. Tags are compared too, but no update changes them.

Example:
  aws ssm get-maintenance-window --window-id mw-0ab12cd34e0000001 > is.json
  window-planner diff is.json wanted.json --format aws-cli

Exit codes: 0 fine, 1 an update that AWS would refuse, 2 a file that cannot be read.")]
pub(crate) struct DiffArguments {
    /// What the window is; `-` for standard input.
    current: String,

    /// What it is to be.
    desired: String,

    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Write it out though AWS would refuse it.
    #[arg(long)]
    force: bool,

    /// The instant at which the update would be sent; without it, now.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For boto3's `**request` and the AWS CLI's --cli-input-json alike.
    Json,
    /// A Python program.
    Boto3,
    /// A command for a POSIX shell.
    AwsCli,
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Boto3 => Self::Boto3,
            Format::AwsCli => Self::AwsCli,
        }
    }
}

/// A window of a file.
#[derive(Clone, Debug, Default)]
struct State {
    id: Option<String>,
    definition: CreateMaintenanceWindowRequest,
    enabled: Option<bool>,
    /// Of an update request: what the window becomes depends on what it is.
    update: Option<UpdateMaintenanceWindowRequest>,
}

pub(crate) fn run(arguments: &DiffArguments) -> anyhow::Result<Outcome> {
    let now = arguments.now.unwrap_or_else(instant::now);
    let mut log = anstream::stderr().lock();
    let (Some(current), Some(desired)) =
        (states(&arguments.current, &mut log)?, states(&arguments.desired, &mut log)?)
    else {
        return Ok(Outcome::FoundErrors);
    };
    let mut texts = Vec::new();
    let mut is_wrong = false;
    for (current, desired) in pairs(current, desired)? {
        let difference = difference(&current, &desired);
        let shown = difference.request.window_id.clone().unwrap_or_else(|| "The window".to_owned());
        let found = findings(&current, &desired, &difference, now);
        is_wrong |= found.iter().any(Diagnostic::is_error);
        for finding in found {
            writeln!(log, "{}", report(&finding, None))?;
        }
        let bare = UpdateMaintenanceWindowRequest {
            window_id: difference.request.window_id.clone(),
            ..Default::default()
        };
        if difference.request == bare {
            writeln!(log, "{shown} needs no update.")?;
        } else {
            texts.push(export(&difference.request, arguments.format.into()).text);
        }
    }
    if is_wrong && !arguments.force {
        writeln!(log, "Nothing was written. With --force it is, as it stands.")?;
        return Ok(Outcome::FoundErrors);
    }
    io::stdout().lock().write_all(texts.join("\n").as_bytes())?;
    Ok(Outcome::Fine)
}

/// The windows of a file; `None` when something is wrong with it, which is told.
fn states(path: &str, log: &mut impl Write) -> anyhow::Result<Option<Vec<State>>> {
    let document = Document::read(path)?;
    let Items { items, remarks } = document.items();
    let mut is_wrong = false;
    for remark in &remarks {
        is_wrong |= remark.finding.is_error();
        writeln!(log, "{}", report(&remark.finding, Some(&remark.place)))?;
    }
    let mut states = Vec::new();
    for item in &items {
        let found = read(item, &mut states);
        for finding in found.iter().filter(|finding| finding.is_error()) {
            is_wrong = true;
            writeln!(log, "{}", report(finding, Some(&item.place(finding))))?;
        }
    }
    if states.is_empty() && !is_wrong {
        bail!("{} holds no window", document.name);
    }
    Ok((!is_wrong).then_some(states))
}

/// Adds the windows of an object; what belongs to windows is none. Returns what cannot be read.
fn read(item: &Item<'_>, states: &mut Vec<State>) -> Vec<Diagnostic> {
    if item.kind() == Kind::Plan {
        return match item.object.plan() {
            Ok(plan) => {
                states.extend(plan.windows.into_iter().map(|window| State {
                    id: Some(window.id.to_string()),
                    definition: window.definition,
                    enabled: Some(window.enabled),
                    update: None,
                }));
                Vec::new()
            }
            Err(finding) => vec![*finding],
        };
    }
    if !item.is_definition() {
        return Vec::new();
    }
    let (definition, mut found) = item.definition();
    // A definition that somebody wants may say whether it is enabled, though no create request does.
    found.retain(|finding| !matches!(finding.field.as_ref(), "WindowId" | "Enabled"));
    let update = (item.kind() == Kind::Update)
        .then(|| UpdateMaintenanceWindowRequest::from_value(item.object.value().0.into()).0);
    let enabled = item.object.member("Enabled").and_then(|enabled| enabled.as_bool());
    states.push(State { id: item.object.text("WindowId"), definition, enabled, update });
    found
}

/// The windows that belong together: the only ones of both files, or those of the same id.
fn pairs(current: Vec<State>, desired: Vec<State>) -> anyhow::Result<Vec<(State, State)>> {
    if let ([is], [wanted]) = (current.as_slice(), desired.as_slice()) {
        if let (Some(one), Some(other)) = (&is.id, &wanted.id)
            && one != other
        {
            bail!("{one} and {other} are two windows");
        }
        return Ok(vec![(is.clone(), wanted.clone())]);
    }
    let by_id: HashMap<Option<String>, State> = current
        .into_iter()
        .filter(|state| state.id.is_some())
        .map(|state| (state.id.clone(), state))
        .collect();
    let pair = |wanted: State| match by_id.get(&wanted.id) {
        Some(is) => Ok((is.clone(), wanted)),
        None => match wanted.id {
            Some(id) => bail!("the first file has no window {id}"),
            None => bail!("of several windows, each needs its WindowId"),
        },
    };
    desired.into_iter().map(pair).collect()
}

fn difference(current: &State, desired: &State) -> Difference {
    let (definition, enabled) = match &desired.update {
        Some(update) => (&update.applied_to(&current.definition), update.enabled.or(current.enabled)),
        None => (&desired.definition, desired.enabled),
    };
    let difference = diff(&current.definition, definition).with_enabled(current.enabled, enabled);
    let window_id = current.id.clone().or_else(|| desired.id.clone());
    Difference { request: UpdateMaintenanceWindowRequest { window_id, ..difference.request }, ..difference }
}

fn findings(current: &State, desired: &State, difference: &Difference, now: Timestamp) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !difference.cleared.is_empty() {
        let message = format!("Only Replace can clear {}.", difference.cleared.join(", "));
        found.push(
            Diagnostic::new(Code::UpdateReplaces, "", message)
                .help("So the update has all that stays, too: with Replace, what it leaves out is cleared."),
        );
    }
    // AWS's answers about windows have no tags.
    if difference.tags_differ() && current.definition.tags.is_some() && desired.update.is_none() {
        found.push(tags(difference));
    }
    let unchecked = &difference.missing;
    let checked = check_update(&current.definition, &difference.request, now).into_parts().1;
    found.extend(checked.into_iter().filter(|finding| finding.code != Code::UpdateNothing).map(|finding| {
        if finding.code == Code::Missing && unchecked.contains(&finding.field.as_ref()) {
            finding.help("Replace requires it, and neither file tells it: get-maintenance-window does.")
        } else {
            finding
        }
    }));
    found
}

fn tags(difference: &Difference) -> Diagnostic {
    let added: Vec<String> =
        difference.tags_added.iter().map(|Tag { key, value }| format!("{key}={value}")).collect();
    let parts: Vec<String> = [
        (!added.is_empty()).then(|| format!("add-tags-to-resource adds {}", added.join(", "))),
        (!difference.tags_removed.is_empty())
            .then(|| format!("remove-tags-from-resource removes {}", difference.tags_removed.join(", "))),
    ]
    .into_iter()
    .flatten()
    .collect();
    Diagnostic::new(Code::UpdateTags, "", "The tags differ, and no update changes tags.")
        .help(format!("{}.", parts.join("; ")))
}
