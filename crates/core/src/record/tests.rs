use super::*;
use crate::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// The same type twice: as a record and by serde's derive, which every record must agree with.
macro_rules! twice {
    ($(#[$attribute:meta])* struct $record:ident and $serde:ident {
        $($(#[$of_field:meta])* $field:ident: $kind:ty, $serde_kind:ty;)+
    }) => {
        #[derive(Clone, Debug, PartialEq, Record)]
        $(#[$attribute])*
        struct $record { $($(#[$of_field])* $field: $kind,)+ }

        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        $(#[$attribute])*
        struct $serde { $($(#[$of_field])* $field: $serde_kind,)+ }
    };
}

twice! {
    #[serde(rename_all = "PascalCase", deny_unknown_fields)]
    struct Task and SerdeTask {
        arn: String, String;
        #[serde(rename = "Name")]
        id: Option<String>, Option<String>;
        #[serde(skip_serializing_if = "Option::is_none")]
        priority: Option<i64>, Option<i64>;
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        targets: Vec<Target>, Vec<SerdeTarget>;
        #[serde(default = "two")]
        retries: u8, u8;
        #[serde(default)]
        parameters: ByName<Vec<String>>, BTreeMap<String, Vec<String>>;
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>, Option<SerdeKind>;
    }
}

twice! {
    #[serde(rename_all = "camelCase")]
    struct Target and SerdeTarget {
        is_first: bool, bool;
        value_list: Option<Vec<u64>>, Option<Vec<u64>>;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Kind {
    RunCommand,
    #[serde(rename = "lambda")]
    Lambda,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum SerdeKind {
    RunCommand,
    #[serde(rename = "lambda")]
    Lambda,
}

fn two() -> u8 {
    2
}

fn texts() -> Vec<Value> {
    vec![
        json!({ "Arn": "a" }),
        json!({ "Arn": "a", "Name": null, "Priority": -4, "Kind": "RUN_COMMAND" }),
        json!({ "Arn": "a", "Name": "i", "Retries": 255, "Kind": "lambda", "Targets": [
            { "isFirst": true, "valueList": [1, u64::MAX] }, { "isFirst": false, "other": [] },
        ], "Parameters": { "x": ["1", "2"], "": [] } }),
        json!({}),
        json!({ "Arn": 1 }),
        json!({ "Arn": "a", "Priority": 1.5 }),
        json!({ "Arn": "a", "Retries": 256 }),
        json!({ "Arn": "a", "Retries": -1 }),
        json!({ "Arn": "a", "taskArn": "b" }),
        json!({ "Arn": "a", "Kind": "Lambda" }),
        json!({ "Arn": "a", "Targets": {} }),
        json!({ "Arn": "a", "Targets": [{}] }),
        json!({ "Arn": "a", "Parameters": { "x": [1] } }),
        json!([]),
        json!("a"),
    ]
}

#[test]
fn a_record_takes_and_writes_what_serde_does() {
    for value in texts() {
        let record = serde_json::from_value::<Task>(value.clone());
        let serde = serde_json::from_value::<SerdeTask>(value.clone());
        assert_eq!(record.is_ok(), serde.is_ok(), "{value}: {record:?} {serde:?}");
        if let (Ok(record), Ok(serde)) = (record, serde) {
            let text = serde_json::to_string(&record).unwrap();
            assert_eq!(text, serde_json::to_string(&serde).unwrap());
            assert_eq!(to_value(&record), serde_json::to_value(&serde).unwrap());
            assert_eq!(serde_json::from_str::<Task>(&text).unwrap(), record);
        }
    }
}

#[test]
fn all_faults_are_found_each_with_its_place() {
    let mut task = Task::unset();
    let mut faults = Faults::default();
    let value = json!({ "Priority": "1", "Targets": [{ "isFirst": 0 }, 7], "Kind": "X", "Parameters": { "p": [1] }, "Y": 1 });
    task.read(value, &mut faults);
    let found: Vec<String> = faults.found().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "Arn: it is missing",
            r#"Priority: invalid type: string "1", expected a whole number"#,
            "Targets[0].isFirst: invalid type: integer `0`, expected a boolean",
            "Targets[1]: invalid type: integer `7`, expected an object",
            "Parameters.p[0]: invalid type: integer `1`, expected a string",
            "Kind: unknown variant `X`, expected `RUN_COMMAND` or `lambda`",
            "Y: there is no such member",
        ]
    );
}

#[test]
fn an_instant_is_text() {
    let epoch: Timestamp = from_value(json!("1970-01-01T01:00:00+01:00")).unwrap();
    assert_eq!(epoch, Timestamp::EPOCH);
    assert!(from_value::<Timestamp>(json!(0)).is_err());
}
