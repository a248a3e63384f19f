//! The request as text: JSON, a boto3 program, a command; its window for CloudFormation and Terraform.

use crate::{
    store::{Memo, use_store},
    ui::{CopyButton, Findings, Icon, IconView, Segmented, download},
    words,
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    export::{Exported, Format, export, export_plan},
    plan::{Plan, Window},
};

/// The request in the format chosen, to copy or to save.
#[component]
pub(crate) fn RequestSection() -> impl IntoView {
    let store = use_store();
    let format = RwSignal::new(Format::Json);
    let formats = Signal::stored(Format::ALL.map(|format| (format, name(format).to_owned())).to_vec());
    let exported = Memo::new(move |_| store.with_current(|window| write(window, format.get())));
    let text = Signal::derive(move || {
        exported.with(|exported| exported.as_ref().map(|exported| exported.text.clone())).unwrap_or_default()
    });
    let notes = Signal::derive(move || {
        exported.with(|exported| exported.as_ref().map(|exported| exported.notes.clone())).unwrap_or_default()
    });
    let is_update =
        Memo::new(move |_| store.with_current(|window| window.in_account.is_some()) == Some(true));
    let errors = move || store.findings.with(|all| all.iter().filter(|found| found.is_error()).count());
    let whole = Signal::derive(move || {
        store
            .findings
            .with(|all| all.iter().filter(|found| found.field.is_empty()).cloned().collect::<Vec<_>>())
    });
    let save = move |_| {
        let (file, media_type) = file(format.get_untracked(), is_update.get_untracked());
        // A browser that refuses leaves the text to be copied.
        let _ = download(&file, &text.get_untracked(), media_type);
    };
    view! {
        <section class="section" aria-labelledby="request-heading">
            <h3 class="operation" id="request-heading">{move || operation(is_update.get())}</h3>
            <div class="row wrap">
                <Segmented label="Format" choices=formats value=format on_change=move |to| format.set(to) />
            </div>
            {move || (errors() > 0).then(|| view! { <Refused count=errors() /> })}
            <Findings id="request-findings".to_owned() findings=whole on_fix=move |finding: Diagnostic| store.fix(&finding) />
            <Findings id="request-notes".to_owned() findings=notes on_fix=move |finding: Diagnostic| store.fix(&finding) />
            {move || store.with_current(|window| remark(window, format.get())).flatten().map(|words| view! { <p class="field-hint">{words}</p> })}
            <pre class="request-text" tabindex="0" aria-label="Request">{text}</pre>
            <div class="row wrap">
                <CopyButton text />
                <button type="button" class="button" on:click=save>
                    <IconView icon=Icon::Download />
                    "Download"
                </button>
                <span class="field-hint">{move || hint(format.get())}</span>
            </div>
        </section>
    }
}

/// Says that AWS will refuse the request, and where to look.
#[component]
fn Refused(
    /// How many errors there are.
    count: usize,
) -> impl IntoView {
    let store = use_store();
    let words = format!("AWS will refuse this request: {} in the definition.", words::count(count, "error"));
    view! {
        <div class="finding error">
            <IconView icon=Icon::Error />
            <div class="finding-text">{words}</div>
            <button
                type="button"
                class="button small"
                on:click=move |_| store.tab.set(crate::store::InspectorTab::Definition)
            >
                "Show"
            </button>
        </div>
    }
}

/// The request that makes the window, or makes it as it is here; with its targets and tasks, where it is
/// made. CloudFormation and Terraform describe the whole window in any case.
fn write(window: &Window, format: Format) -> Exported {
    match (window.update(), format) {
        (Some(update), Format::Json | Format::Boto3 | Format::AwsCli) => export(&update.request, format),
        (_, Format::Json) => export(&window.definition, format),
        _ if window.targets.is_empty() && window.tasks.is_empty() => export(&window.definition, format),
        _ => {
            let mut alone = Plan::default();
            alone.insert(window.clone());
            export_plan(&alone, format)
        }
    }
}

/// What the request does beyond its members, or does not.
fn remark(window: &Window, format: Format) -> Option<String> {
    let is_registered = !(window.targets.is_empty() && window.tasks.is_empty());
    let is_request = matches!(format, Format::Json | Format::Boto3 | Format::AwsCli);
    let mut words = Vec::new();
    if let Some(update) = window.update() {
        if is_registered && is_request {
            words.push(
                "An update changes the window alone: its targets and tasks have requests of their own."
                    .to_owned(),
            );
        }
        if !update.cleared.is_empty() {
            let cleared = update.cleared.join(", ");
            words.push(format!("Only Replace can clear {cleared}, so the whole definition is sent."));
        }
        if update.tags_differ() {
            words.push(
                "Tags are changed by AddTagsToResource and RemoveTagsFromResource, not by this request."
                    .to_owned(),
            );
        }
    } else {
        if !window.enabled && (format == Format::Json || !is_registered) {
            words.push(
                "AWS creates every window enabled. Mark it as created, and an update disables it.".to_owned(),
            );
        }
        if is_registered && format == Format::Json {
            words.push(
                "JSON is the request for the window alone; the other formats register its targets and tasks, too."
                    .to_owned(),
            );
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

const fn operation(is_update: bool) -> &'static str {
    if is_update { "UpdateMaintenanceWindow" } else { "CreateMaintenanceWindow" }
}

const fn name(format: Format) -> &'static str {
    match format {
        Format::Json => "JSON",
        Format::Boto3 => "boto3",
        Format::AwsCli => "AWS CLI",
        Format::CloudFormation => "CloudFormation",
        Format::Terraform => "Terraform",
    }
}

const fn hint(format: Format) -> &'static str {
    match format {
        Format::Json => "For boto3 as **json and for --cli-input-json",
        Format::Boto3 => "Runs as it is with your credentials",
        Format::AwsCli => "For bash and other POSIX shells",
        Format::CloudFormation => "A template for a stack of its own",
        Format::Terraform => "For the provider hashicorp/aws",
    }
}

/// The file's name and media type.
fn file(format: Format, is_update: bool) -> (String, &'static str) {
    let verb = if is_update { "update" } else { "create" };
    let (ending, media_type) = match format {
        Format::CloudFormation => return ("maintenance-window.template.yaml".to_owned(), "application/yaml"),
        Format::Terraform => return ("maintenance-window.tf".to_owned(), "text/plain"),
        Format::Json => ("json", "application/json"),
        Format::Boto3 => ("py", "text/x-python"),
        Format::AwsCli => ("sh", "application/x-sh"),
    };
    (format!("{verb}-maintenance-window.{ending}"), media_type)
}
