//! The request as text: JSON, a boto3 program, a command; its window for CloudFormation and Terraform.

use crate::{
    store::{Draft, Purpose, use_store},
    ui::{CopyButton, Findings, Icon, IconView, Segmented, download},
    words,
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    export::{Exported, Format, export},
    window::CreateMaintenanceWindowRequest,
};

/// The request in the format chosen, to copy or to save.
#[component]
pub(crate) fn RequestSection() -> impl IntoView {
    let store = use_store();
    let format = RwSignal::new(Format::Json);
    let formats = Signal::stored(Format::ALL.map(|format| (format, name(format).to_owned())).to_vec());
    let exported = Memo::new(move |_| store.draft.with(|draft| write(draft, format.get())));
    let text = Signal::derive(move || exported.with(|exported| exported.text.clone()));
    let notes = Signal::derive(move || exported.with(|exported| exported.notes.clone()));
    let errors = move || store.findings.with(|all| all.iter().filter(|found| found.is_error()).count());
    let whole = Signal::derive(move || {
        store
            .findings
            .with(|all| all.iter().filter(|found| found.field.is_empty()).cloned().collect::<Vec<_>>())
    });
    let save = move |_| {
        let (file, media_type) =
            file(format.get_untracked(), store.draft.with_untracked(|draft| draft.purpose));
        // A browser that refuses leaves the text to be copied.
        let _ = download(&file, &text.get_untracked(), media_type);
    };
    view! {
        <section class="section" aria-labelledby="request-heading">
            <h3 class="operation" id="request-heading">{move || operation(store.draft.with(|draft| draft.purpose))}</h3>
            <div class="row wrap">
                <Segmented label="Format" choices=formats value=format on_change=move |to| format.set(to) />
            </div>
            {move || (errors() > 0).then(|| view! { <Refused count=errors() /> })}
            <Findings id="request-findings".to_owned() findings=whole on_fix=move |finding: Diagnostic| store.fix(&finding) />
            <Findings id="request-notes".to_owned() findings=notes on_fix=move |finding: Diagnostic| store.fix(&finding) />
            {move || store.draft.with(remark).map(|words| view! { <p class="field-hint">{words}</p> })}
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

/// The request of a draft as text.
fn write(draft: &Draft, format: Format) -> Exported {
    match (draft.purpose, draft.update()) {
        (Purpose::Update, Some(update)) => export(&update.request, format),
        (Purpose::Create, _) => export(&draft.request, format),
        (Purpose::Update, None) => export(&CreateMaintenanceWindowRequest::default(), format),
    }
}

/// What the update does beyond its members.
fn remark(draft: &Draft) -> Option<String> {
    let update = draft.update()?;
    let mut words = Vec::new();
    if !update.cleared.is_empty() {
        words.push(format!(
            "Only Replace can clear {}, so the whole definition is sent.",
            update.cleared.join(", ")
        ));
    }
    if update.tags_differ {
        words.push(
            "Tags are changed by AddTagsToResource and RemoveTagsFromResource, not by this request."
                .to_owned(),
        );
    }
    (!words.is_empty()).then(|| words.join(" "))
}

const fn operation(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Create => "CreateMaintenanceWindow",
        Purpose::Update => "UpdateMaintenanceWindow",
    }
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
fn file(format: Format, purpose: Purpose) -> (String, &'static str) {
    let verb = match purpose {
        Purpose::Create => "create",
        Purpose::Update => "update",
    };
    let (ending, media_type) = match format {
        Format::CloudFormation => return ("maintenance-window.template.yaml".to_owned(), "application/yaml"),
        Format::Terraform => return ("maintenance-window.tf".to_owned(), "text/plain"),
        Format::Json => ("json", "application/json"),
        Format::Boto3 => ("py", "text/x-python"),
        Format::AwsCli => ("sh", "application/x-sh"),
    };
    (format!("{verb}-maintenance-window.{ending}"), media_type)
}
