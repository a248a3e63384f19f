//! The cases of `tests/cases/hostile.json`: at which fields a text is refused and with which code, what is said
//! of a file, and that a plan of all of them is read back from its own file. The tests of the app and of the
//! exports take the same cases.

use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use window_planner_core::Timestamp;
use window_planner_core::diagnostic::{Diagnostic, Severity};
use window_planner_core::import::{File, Import};
use window_planner_core::operations::registered::target_findings;
use window_planner_core::plan::{Plan, ResourceType, Target, WindowTarget, WindowTargetId};
use window_planner_core::window::{CreateMaintenanceWindowRequest, Tag, check_create};

#[derive(Deserialize)]
struct Table {
    texts: Vec<TextCase>,
    files: Vec<FileCase>,
}

#[derive(Deserialize)]
struct TextCase {
    id: String,
    text: Written,
    refused: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct FileCase {
    id: String,
    name: String,
    content: Written,
    /// None where the app refuses the file for its bytes, before the core sees it.
    codes: Option<BTreeSet<String>>,
}

/// A text, as it stands there or made of parts; what else a file may be made of is none of the core's.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Parts(Vec<Written>),
    Repeated {
        of: String,
        times: usize,
    },
    /// Half of a character, which no text of Rust's can have.
    Half {
        unit: String,
    },
    Bytes(serde_json::Value),
}

impl Written {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Parts(parts) => parts.iter().map(Self::text).collect(),
            Self::Repeated { of, times } => of.repeat(*times),
            Self::Half { unit } => {
                assert!(unit.starts_with('d'), "{unit} is half of a character");
                "\u{fffd}".to_owned()
            }
            Self::Bytes(bytes) => panic!("{bytes} is no text"),
        }
    }
}

fn table() -> Table {
    serde_json::from_str(include_str!("../../../tests/cases/hostile.json")).unwrap()
}

fn request(text: &str) -> CreateMaintenanceWindowRequest {
    let own = || Some(text.to_owned());
    CreateMaintenanceWindowRequest {
        name: own(),
        description: own(),
        schedule: own(),
        schedule_timezone: own(),
        duration: Some(2),
        cutoff: Some(1),
        allow_unassociated_targets: Some(false),
        client_token: own(),
        tags: Some(vec![Tag { key: text.to_owned(), value: text.to_owned() }]),
        ..CreateMaintenanceWindowRequest::default()
    }
}

fn target(text: &str) -> WindowTarget {
    WindowTarget {
        window_target_id: WindowTargetId::parse("00000000-0000-0000-0000-000000000001").unwrap(),
        resource_type: ResourceType::Instance,
        targets: vec![Target { key: format!("tag:{text}"), values: vec![text.to_owned()] }],
        owner_information: Some(text.to_owned()),
        name: None,
        description: None,
    }
}

/// The first error of each field that has one.
fn refused(text: &str) -> BTreeMap<String, String> {
    let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
    let (_, mut findings) = check_create(&request(text), now).into_parts();
    findings.extend(target_findings(&target(text)));
    let mut refused = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        refused.entry(finding.field.to_string()).or_insert_with(|| finding.code.as_str().to_owned());
    }
    refused
}

/// What is wrong with a file, as the codes of its findings.
fn codes(name: &str, text: &str) -> BTreeSet<String> {
    let now = Timestamp::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
    let report = Import::read([File { name, text }]).merge_into(&mut Plan::default(), now);
    let told =
        |finding: &Diagnostic| (finding.severity != Severity::Note).then(|| finding.code.as_str().to_owned());
    report.findings.iter().filter_map(|found| told(&found.finding)).collect()
}

/// Compares by whole tables: who adds a case finds what it leads to in the message.
#[track_caller]
fn assert_found<T: serde::Serialize + PartialEq>(
    expected: &BTreeMap<String, T>,
    found: &BTreeMap<String, T>,
) {
    let differing: BTreeMap<_, _> =
        found.iter().filter(|(id, found)| expected.get(*id) != Some(found)).collect();
    assert!(differing.is_empty(), "the table says otherwise; what is found: {}", json!(differing));
}

#[test]
fn each_text_is_refused_where_the_table_says_and_nowhere_else() {
    let texts = table().texts;
    assert!(texts.len() >= 60, "{} texts", texts.len());
    let found = texts.iter().map(|case| (case.id.clone(), refused(&case.text.text()))).collect();
    assert_found(&texts.into_iter().map(|case| (case.id, case.refused)).collect(), &found);
}

#[test]
fn each_file_is_answered_with_the_codes_of_the_table() {
    let files: Vec<_> = table().files.into_iter().filter(|case| case.codes.is_some()).collect();
    assert!(files.len() >= 30, "{} files", files.len());
    let found = files.iter().map(|case| (case.id.clone(), codes(&case.name, &case.content.text()))).collect();
    assert_found(&files.into_iter().filter_map(|case| Some((case.id, case.codes?))).collect(), &found);
}

#[test]
fn a_plan_of_all_texts_is_read_back_from_its_file() {
    let mut plan = Plan::default();
    for case in table().texts {
        let text = case.text.text();
        let window = plan.add(request(&text), Timestamp::from_seconds(1_795_000_000));
        window.targets.push(target(&text));
    }
    assert!(Plan::from_json(&plan.to_json()).as_ref() == Ok(&plan));
    assert!(Plan::from_json(&plan.to_value().to_string()).as_ref() == Ok(&plan));
}
