//! One account, as each of AWS's clients prints it.

use crate::{at, merge, plan_of};
use serde_json::{Value, json};
use window_planner_core::plan::{CutoffBehavior, Plan, TaskType};

const ID: &str = "mw-03eb9db42890fb82d";

/// How a client prints dates, and what it adds to an answer.
struct Client {
    name: &'static str,
    created: Value,
    modified: Value,
    ended: Value,
    added: Value,
}

fn clients() -> [Client; 4] {
    let metadata = json!({ "RequestId": "a", "HTTPStatusCode": 200, "RetryAttempts": 0 });
    [
        Client {
            name: "the AWS CLI 1",
            created: json!(1_515_006_112.957),
            modified: json!(1_577_873_044.099),
            ended: json!(1_577_880_000.45),
            added: json!({}),
        },
        Client {
            name: "the AWS CLI 2",
            created: json!("2018-01-03T11:01:52.957000-08:00"),
            modified: json!("2020-01-01T02:04:04.099000-08:00"),
            ended: json!("2020-01-01T04:00:00.450000-08:00"),
            added: json!({}),
        },
        Client {
            name: "boto3, by json.dumps(answer, default=str)",
            created: json!("2018-01-03 19:01:52.957000+00:00"),
            modified: json!("2020-01-01 10:04:04.099000+00:00"),
            ended: json!("2020-01-01 12:00:00.450000+00:00"),
            added: json!({ "ResponseMetadata": metadata }),
        },
        Client {
            name: "the AWS SDK for JavaScript",
            created: json!("2018-01-03T19:01:52.957Z"),
            modified: json!("2020-01-01T10:04:04.099Z"),
            ended: json!("2020-01-01T12:00:00.450Z"),
            added: json!({ "$metadata": { "httpStatusCode": 200, "attempts": 1, "totalRetryDelay": 0 } }),
        },
    ]
}

impl Client {
    /// An answer, with what this client adds to it.
    fn answer(&self, mut members: Value) -> Value {
        let added = self.added.as_object().unwrap().clone();
        members.as_object_mut().unwrap().extend(added);
        members
    }

    fn window(&self) -> Value {
        self.answer(json!({
            "WindowId": ID, "Name": "My-Maintenance-Window", "Schedule": "rate(3 days)", "Enabled": true,
            "NextExecutionTime": "2020-02-25T00:08:15.099Z", "Duration": 6, "Cutoff": 1,
            "AllowUnassociatedTargets": true, "CreatedDate": self.created, "ModifiedDate": self.modified,
        }))
    }

    fn list(&self) -> Value {
        self.answer(json!({ "WindowIdentities": [{
            "WindowId": ID, "Name": "My-Maintenance-Window", "Schedule": "rate(3 days)", "Enabled": true,
            "NextExecutionTime": "2020-02-25T00:08:15.099Z", "Duration": 6, "Cutoff": 1,
        }]}))
    }

    fn targets(&self) -> Value {
        self.answer(json!({ "Targets": [{
            "WindowId": ID, "WindowTargetId": "350d44e6-28cc-44e2-951f-4b2c90000001",
            "ResourceType": "INSTANCE", "OwnerInformation": "Single instance",
            "Targets": [{ "Key": "InstanceIds", "Values": ["i-0000293ffd0000001"] }],
        }]}))
    }

    fn tasks(&self) -> Value {
        self.answer(json!({ "Tasks": [{
            "WindowId": ID, "WindowTaskId": "018b31c3-2d77-4b9e-bd48-c91ed0000001",
            "TaskArn": "AWS-RestartEC2Instance", "TaskParameters": {}, "Type": "AUTOMATION",
            "Priority": 1, "MaxConcurrency": "1", "MaxErrors": "1", "CutoffBehavior": "CANCEL_TASK",
            "Targets": [{ "Key": "WindowTargetIds", "Values": ["350d44e6-28cc-44e2-951f-4b2c90000001"] }],
        }]}))
    }

    fn task(&self) -> Value {
        self.answer(json!({
            "WindowId": ID, "WindowTaskId": "018b31c3-2d77-4b9e-bd48-c91ed0000001",
            "TaskArn": "AWS-RestartEC2Instance", "TaskParameters": {}, "TaskType": "AUTOMATION",
            "Priority": 1, "MaxConcurrency": "1", "MaxErrors": "1", "CutoffBehavior": "CANCEL_TASK",
            "Targets": [{ "Key": "WindowTargetIds", "Values": ["350d44e6-28cc-44e2-951f-4b2c90000001"] }],
            "TaskInvocationParameters": { "Automation": { "DocumentVersion": "$LATEST", "Parameters": {} } },
        }))
    }

    fn executions(&self) -> Value {
        self.answer(json!({ "WindowExecutions": [{
            "WindowId": ID, "WindowExecutionId": "6027b513-64fe-4cf0-be7d-1191a0000001",
            "Status": "CANCELLED", "StartTime": "2020-02-25T00:08:45.121Z", "EndTime": self.ended,
        }]}))
    }

    fn texts(&self) -> Vec<String> {
        let answers =
            [self.window(), self.list(), self.targets(), self.tasks(), self.task(), self.executions()];
        answers.iter().map(ToString::to_string).collect()
    }

    fn plan(&self) -> Plan {
        plan_of(&self.texts())
    }
}

#[test]
fn every_client_tells_the_same_plan() {
    let [first, others @ ..] = clients();
    let plan = first.plan();
    for client in others {
        assert_eq!(client.plan(), plan, "{}", client.name);
    }
    let window = &plan.windows[0];
    assert_eq!(window.created, at("2018-01-03T19:01:52.957Z"));
    assert_eq!(window.modified, at("2020-01-01T10:04:04.099Z"));
    assert_eq!(window.next_execution(at("2020-02-24T00:00:00Z")), Some(at("2020-02-25T00:08:15.099Z")));
    assert_eq!(window.in_account.as_ref().unwrap().definition, window.definition);
    assert_eq!(window.targets.len(), 1);
    let task = &window.tasks[0];
    assert_eq!(
        (task.task_type, task.cutoff_behavior),
        (TaskType::Automation, Some(CutoffBehavior::CancelTask))
    );
    assert!(task.task_invocation_parameters.is_some());
    assert_eq!(window.cancellations[0].start, at("2020-02-25T00:08:15.099Z"));
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let texts = clients()[1].texts();
    let plan = plan_of(&texts);
    for first in 0..texts.len() {
        let mut turned = texts.clone();
        turned.rotate_left(first);
        assert_eq!(plan_of(&turned), plan);
        turned.reverse();
        assert_eq!(plan_of(&turned), plan);
    }
}

#[test]
fn several_answers_come_in_one_file_however_they_are_put_together() {
    let texts = clients()[2].texts();
    let plan = plan_of(&texts);
    let values: Vec<Value> = texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let pretty: Vec<String> =
        values.iter().map(|value| serde_json::to_string_pretty(value).unwrap()).collect();
    let (mut lists, mut window) = (values[1].clone(), values[0].clone());
    for list in [&values[2], &values[3], &values[5]] {
        let members = list.as_object().unwrap().iter().filter(|(name, _)| list[*name].is_array());
        lists.as_object_mut().unwrap().extend(members.map(|(name, list)| (name.clone(), list.clone())));
    }
    window["NextExecutionTime"] = Value::Null;
    for (text, what) in [
        (pretty.join("\n"), "one after the other"),
        (texts.concat(), "with nothing between them"),
        (texts.join("\n") + "\n", "one a line"),
        (format!("\u{feff}{}", texts.join("\r\n")), "behind a mark of their byte order"),
        (format!("[{}]", texts.join(",")), "in a list"),
        (format!("[[{}]]", texts.join("],[")), "in lists of pages"),
        (format!("[{},{},{lists}]", texts[0], texts[4]), "all lists in one object"),
        (format!("{window} {}", texts.concat()), "a member that is null"),
    ] {
        assert_eq!(plan_of(&[text]), plan, "{what}");
    }
}

#[test]
fn a_window_that_is_picked_out_of_a_list_is_still_one() {
    let listed = json!({
        "WindowId": ID, "Name": "old-batch", "Schedule": "cron(0 3 ? * * *)", "Enabled": false,
        "Duration": 6, "Cutoff": 1,
    });
    let in_list = plan_of(&[json!({ "WindowIdentities": [listed] }).to_string()]);
    assert_eq!(plan_of(&[json!([listed]).to_string()]), in_list);
    assert_eq!(plan_of(&[listed.to_string()]), in_list);
}

#[test]
fn what_is_imported_again_changes_nothing() {
    let texts = clients()[0].texts();
    let mut plan = plan_of(&texts);
    let before = plan.clone();
    let report = merge(&mut plan, &texts);
    assert_eq!(plan, before);
    assert_eq!(report.summary()[0], "1 window came in: 1 unchanged.");
}
