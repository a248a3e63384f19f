//! Whatever is asked of an account, in whatever order.

use crate::choice::Choices;
use crate::service;
use serde_json::{Map, Value, json};
use window_planner_core::Timestamp;
use window_planner_core::operations::{OperationError, call, names, writes};
use window_planner_core::plan::{Plan, Window, WindowTask};

/// A sequence of operations, drawn from bytes: the same request has the same answer; an answer is of its
/// shape in the service model, an error one that the model lists; what is refused or only reads leaves the
/// plan as it was; pages of a list are the list; and the plan is read back from its file.
///
/// # Panics
///
/// When that does not hold.
pub fn operations(bytes: &[u8]) {
    let plan = sequence(bytes, |plan, operation, request, now| step(plan, operation, &request, now));
    assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan));
}

/// Takes the steps of a sequence and gives back what the plan is then.
fn sequence(bytes: &[u8], mut step: impl FnMut(&mut Plan, &str, Value, Timestamp)) -> Plan {
    let mut choices = Choices::of(bytes);
    let operations: Vec<&str> = names().collect();
    assert!(operations.iter().copied().eq(service::operations()));
    // At first, what others need.
    let first = [
        "CreateMaintenanceWindow",
        "RegisterTargetWithMaintenanceWindow",
        "RegisterTaskWithMaintenanceWindow",
    ];
    let mut first = first.into_iter().cycle().take(6);
    let mut plan = Plan::default();
    let mut now = crate::NOW;
    while choices.are_left() {
        let operation = first.next().unwrap_or_else(|| choices.one_of(&operations));
        let request = Request::draw(operation, &plan, now, &mut choices);
        step(&mut plan, operation, request, now);
        now = now.plus_millis(choices.one_of(&[0, 1, 60_000, 3_600_000, 86_400_000]));
    }
    plan
}

fn step(plan: &mut Plan, operation: &str, request: &Value, now: Timestamp) {
    let before = plan.clone();
    let answer = call(plan, operation, request.clone(), now);
    let mut again = before.clone();
    assert_eq!(call(&mut again, operation, request.clone(), now), answer, "{operation} {request}");
    assert_eq!(again, *plan, "{operation} {request}");
    if answer.is_err() || !writes(operation) {
        assert_eq!(*plan, before, "{operation} {request}");
    }
    match answer {
        Ok(answer) => {
            service::fits(service::request_and_answer(operation).1, &answer, operation);
            if request.get("NextToken").is_none() && request.get("MaxResults").is_some() {
                pages_are_the_list(plan, operation, request, now);
            }
        }
        Err(OperationError { code, message, .. }) => {
            assert!(service::has_error(operation, code.as_str()), "{operation} {request}: {code}: {message}");
            assert!(!message.is_empty());
        }
    }
}

/// Three pages are as many items as one of three times the size, and end as it does.
fn pages_are_the_list(plan: &mut Plan, operation: &str, request: &Value, now: Timestamp) {
    let size = if request["MaxResults"].as_u64() < Some(10) { 3 } else { 10 };
    let mut ask = |size: u64, token: &Value| {
        let mut request = request.clone();
        request["MaxResults"] = size.into();
        request["NextToken"] = token.clone();
        let answer =
            call(plan, operation, request, now).unwrap_or_else(|error| panic!("{operation}: {error}"));
        let list =
            answer.as_object().into_iter().flatten().find_map(|(_, member)| member.as_array().cloned());
        (list.unwrap_or_default(), answer.get("NextToken").cloned().unwrap_or_default())
    };
    let (mut pages, mut token) = (Vec::new(), Value::Null);
    for _ in 0..3 {
        let (mut page, next) = ask(size, &token);
        pages.append(&mut page);
        token = next;
        if token.is_null() {
            break;
        }
    }
    assert_eq!(ask(3 * size, &Value::Null), (pages, token), "{operation} {request}");
}

/// Draws a request: mostly of its shape, and about one window that the plan has.
struct Request<'a, 'b> {
    operation: &'a str,
    window: Option<&'a Window>,
    now: Timestamp,
    /// The key of the target or filter whose values come next.
    key: String,
    choices: &'a mut Choices<'b>,
}

impl<'a, 'b> Request<'a, 'b> {
    fn draw(operation: &'a str, plan: &'a Plan, now: Timestamp, choices: &'a mut Choices<'b>) -> Value {
        let windows: Vec<&Window> = plan.windows.iter().collect();
        let window = if windows.is_empty() { None } else { Some(choices.one_of(&windows)) };
        let mut request = Self { operation, window, now, key: String::new(), choices };
        request.value("", service::request_and_answer(operation).0)
    }

    /// A value for a member; of any kind, once in a while.
    fn value(&mut self, member: &str, name: &str) -> Value {
        if self.choices.is_rare() {
            let odd =
                [json!(-1), json!(1.5), json!("\u{202e}"), json!([]), json!({ "Key": [null] }), json!(true)];
            return self.choices.one_of(&odd);
        }
        let shape = service::shape(name);
        match shape["type"].as_str() {
            Some("structure") => self.structure(shape),
            Some("list") => {
                let count = self.choices.mostly(&[1, 2, 0, 6]);
                (0..count).map(|_| self.value(member, service::named(&shape["member"]))).collect()
            }
            Some("map") => json!({ "commands": self.value(member, service::named(&shape["value"])) }),
            Some("integer") => {
                let least = shape["min"].as_i64().unwrap_or(0);
                let greatest = shape["max"].as_i64().unwrap_or(12);
                self.choices.mostly(&[least + 1, least, greatest, greatest + 1, least - 1]).into()
            }
            Some("boolean") => self.choices.one_of(&[true, false]).into(),
            Some("blob") => self.choices.mostly(&["e30=", "", "e"]).into(),
            _ => self.text(member, name, shape),
        }
    }

    fn structure(&mut self, shape: &'static Value) -> Value {
        let required = shape["required"].as_array();
        let members = shape["members"].as_object().into_iter().flatten();
        let mut given = Map::new();
        for (member, reference) in members {
            let is_required = required.is_some_and(|required| required.contains(&json!(member)));
            // Without them a filter or a target is no more than refused, and most tasks are.
            let is_wanted = is_required
                || matches!(member.as_str(), "Key" | "Values")
                || self.operation.starts_with("RegisterTask")
                    && matches!(member.as_str(), "Targets" | "MaxConcurrency" | "MaxErrors");
            if is_wanted && !self.choices.is_rare() || self.choices.is_quarter() {
                given.insert(member.clone(), self.value(member, service::named(reference)));
            }
        }
        given.into()
    }

    fn text(&mut self, member: &str, name: &str, shape: &'static Value) -> Value {
        if let Some(values) = shape["enum"].as_array() {
            return self.choices.mostly(values);
        }
        let ids = self.ids(name);
        if !ids.is_empty() && !self.choices.is_rare() {
            return self.choices.one_of(&ids).into();
        }
        let texts: &[&str] = match member {
            "Schedule" => &[
                "cron(0 0/2 ? * * *)",
                "rate(1 hour)",
                "cron(0 2 ? * SUN *)",
                "at(2030-01-01T00:00:00)",
                "cron(0 2 31 2 ? *)",
                "rate(1 hours)",
            ],
            "ScheduleTimezone" => &["America/New_York", "UTC", "Pacific/Apia", "Mars"],
            "StartDate" => {
                &["2026-11-01T00:00:00Z", "2026-12-01T00:00:00+09:00", "2032-11-01T00:00:00", "soon"]
            }
            "EndDate" => &["2031-01-01T00:00:00Z", "2026-11-01T00:00:00", "never"],
            "ClientToken" => &["a", "b"],
            "NextToken" => &["", "00"],
            "Name" => &["Patching", "P.1", "x"],
            "MaxConcurrency" | "MaxErrors" => &["1", "50%", "0%"],
            "DocumentVersion" => &["$LATEST", "0"],
            "Key" => self.keys(name),
            "Values" => match self.key.as_str() {
                "Name" => &["P", "x"],
                "Enabled" => &["true", "False"],
                "STATUS" => &["IN_PROGRESS", "SUCCESS", "PENDING"],
                "Type" => &["INSTANCE", "RESOURCE_GROUP"],
                "Priority" => &["1", "0", "x"],
                "TaskType" => &["AUTOMATION", "RUN_COMMAND"],
                key if key.ends_with("Before") => &["2026-12-24T00:00:00Z", "2026-11-24T00:00:00Z"],
                key if key.ends_with("After") => &["2026-11-24T00:00:00Z", "2027-01-01T00:00Z", "soon"],
                _ => &["i-1", "Role"],
            },
            _ => &["text", "", "\u{202e}"],
        };
        let text = self.choices.mostly(texts);
        if member == "Key" {
            text.clone_into(&mut self.key);
        }
        text.into()
    }

    /// Keys of targets and filters that the operation has, and one that it has not.
    fn keys(&self, name: &str) -> &'static [&'static str] {
        match (name, self.operation) {
            ("TargetKey", operation)
                if operation.ends_with("Task") || operation.starts_with("RegisterTask") =>
            {
                &["WindowTargetIds", "InstanceIds", "tag:Role"]
            }
            ("TargetKey", _) => &["InstanceIds", "tag:Role", "tag-key", "resource-groups:Name", "Role"],
            (_, "DescribeMaintenanceWindows") => &["Name", "Enabled", "STATUS"],
            (_, "DescribeMaintenanceWindowSchedule") => &["ScheduledBefore", "ScheduledAfter", "Name"],
            (_, "DescribeMaintenanceWindowExecutions") => &["ExecutedAfter", "ExecutedBefore", "STATUS"],
            (_, "DescribeMaintenanceWindowTargets") => &["Type", "OwnerInformation", "Name"],
            (_, "DescribeMaintenanceWindowTasks") => &["Priority", "TaskType", "Name"],
            _ => &["STATUS", "Name"],
        }
    }

    /// What the window has of the ids of a shape.
    fn ids(&self, name: &str) -> Vec<String> {
        let Some(window) = self.window else { return Vec::new() };
        let execution = window.execution_in_progress(self.now);
        // The parts of its tasks, each with its id.
        let parts = || {
            execution.iter().flat_map(|execution| {
                let part = |task: &WindowTask| execution.id().part(task.window_task_id.as_str());
                window.tasks.iter().map(move |task| (part(task), task))
            })
        };
        match name {
            "MaintenanceWindowId" => vec![window.id.to_string()],
            "TargetValue" if self.key != "WindowTargetIds" => Vec::new(),
            "MaintenanceWindowTargetId" | "TargetValue" => {
                window.targets.iter().map(|target| target.window_target_id.to_string()).collect()
            }
            "MaintenanceWindowTaskId" => {
                window.tasks.iter().map(|task| task.window_task_id.to_string()).collect()
            }
            "MaintenanceWindowExecutionId" => {
                execution.iter().map(|execution| execution.id().to_string()).collect()
            }
            "MaintenanceWindowExecutionTaskId" => parts().map(|(id, _)| id.to_string()).collect(),
            "MaintenanceWindowExecutionTaskInvocationId" => parts()
                .flat_map(|(id, task)| {
                    let on = task.targets.iter().flat_map(|target| &target.values);
                    on.map(move |on| id.part(on).to_string())
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use std::collections::BTreeMap;

    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(any::<u8>(), 0..2000)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn whatever_is_asked_of_an_account_is_answered_as_the_model_has_it(bytes in bytes()) {
            operations(&bytes);
        }
    }

    /// The law would hold of refusals alone.
    #[test]
    fn every_operation_succeeds_often_in_random_sequences() {
        let mut runner = TestRunner::deterministic();
        let mut counts = BTreeMap::new();
        for _ in 0..200 {
            let bytes = bytes().new_tree(&mut runner).unwrap().current();
            sequence(&bytes, |plan, operation, request, now| {
                if call(plan, operation, request, now).is_ok() {
                    *counts.entry(operation.to_owned()).or_insert(0) += 1;
                }
            });
        }
        for operation in names() {
            assert!(
                counts.get(operation).is_some_and(|count| *count >= 5),
                "{operation} is too rare: {counts:#?}"
            );
        }
    }
}
