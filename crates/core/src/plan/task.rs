//! What a window does: its tasks, in AWS's shapes.

use super::{Target, WindowTaskId};
use crate::record::{ByName, Record};

/// A task that is registered with a window.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct WindowTask {
    /// Its id.
    pub window_task_id: WindowTaskId,
    /// The document, function or state machine that runs: its name or ARN.
    pub task_arn: String,
    /// What kind of thing that is.
    pub task_type: TaskType,
    /// `InstanceIds` or `WindowTargetIds`; none for a task that needs no target.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// The role that runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// Parameters in the older form; `task_invocation_parameters` is the newer.
    #[serde(default, skip_serializing_if = "ByName::is_empty")]
    pub task_parameters: ByName<TaskParameterValues>,
    /// What it is run with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_invocation_parameters: Option<TaskInvocationParameters>,
    /// Lower numbers run first; equal ones side by side.
    #[serde(default)]
    pub priority: u64,
    /// On how many targets at once: a number or a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<String>,
    /// After how many errors it stops: a number or a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_errors: Option<String>,
    /// Where its output goes, in the older form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logging_info: Option<LoggingInfo>,
    /// 3 to 128 letters, digits, `_`, `-` and `.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 1 to 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What becomes of it at the cutoff; AWS goes on where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff_behavior: Option<CutoffBehavior>,
    /// The alarm that stops it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration: Option<AlarmConfiguration>,
}

impl WindowTask {
    /// A task with nothing but what every task has.
    #[must_use]
    pub fn new(window_task_id: WindowTaskId, task_type: TaskType, task_arn: String) -> Self {
        Self {
            window_task_id,
            task_arn,
            task_type,
            targets: Vec::new(),
            service_role_arn: None,
            task_parameters: ByName::default(),
            task_invocation_parameters: None,
            priority: 0,
            max_concurrency: None,
            max_errors: None,
            logging_info: None,
            name: None,
            description: None,
            cutoff_behavior: None,
            alarm_configuration: None,
        }
    }
}

/// The kinds of task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum TaskType {
    /// A command document, on managed nodes.
    RunCommand,
    /// An automation runbook.
    Automation,
    /// A state machine.
    StepFunctions,
    /// A function.
    Lambda,
}

/// What becomes of a running task at the cutoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum CutoffBehavior {
    /// It goes on.
    ContinueTask,
    /// It is cancelled.
    CancelTask,
}

/// The values of one parameter in the older form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct TaskParameterValues {
    /// Each of 1 to 255 characters.
    pub values: Vec<String>,
}

/// What a task is run with: the member of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct TaskInvocationParameters {
    /// For `RUN_COMMAND`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_command: Option<RunCommandParameters>,
    /// For `AUTOMATION`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automation: Option<AutomationParameters>,
    /// For `STEP_FUNCTIONS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_functions: Option<StepFunctionsParameters>,
    /// For `LAMBDA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lambda: Option<LambdaParameters>,
}

/// Parameters of a `RUN_COMMAND` task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RunCommandParameters {
    /// Up to 100 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Where the output goes in CloudWatch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_watch_output_config: Option<CloudWatchOutputConfig>,
    /// The hash of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_hash: Option<String>,
    /// `Sha256` or `Sha1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_hash_type: Option<String>,
    /// `$LATEST`, `$DEFAULT` or a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_version: Option<String>,
    /// Who is told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification_config: Option<NotificationConfig>,
    /// The bucket that takes the output.
    #[serde(rename = "OutputS3BucketName", skip_serializing_if = "Option::is_none")]
    pub output_s3_bucket_name: Option<String>,
    /// The folder in it.
    #[serde(rename = "OutputS3KeyPrefix", skip_serializing_if = "Option::is_none")]
    pub output_s3_key_prefix: Option<String>,
    /// The parameters of the document.
    #[serde(skip_serializing_if = "ByName::is_empty")]
    pub parameters: ByName<Vec<String>>,
    /// The role that sends notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_role_arn: Option<String>,
    /// Seconds after which it does not start any more, 30 to 2,592,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout_seconds: Option<i64>,
}

/// Where a command's output goes in CloudWatch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CloudWatchOutputConfig {
    /// 1 to 512 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_watch_log_group_name: Option<String>,
    /// Whether any goes there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_watch_output_enabled: Option<bool>,
}

/// Who is told of a command's progress.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct NotificationConfig {
    /// The topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification_arn: Option<String>,
    /// `All`, `InProgress`, `Success`, `TimedOut`, `Cancelled`, `Failed`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notification_events: Vec<String>,
    /// `Command` or `Invocation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification_type: Option<String>,
}

/// Parameters of an `AUTOMATION` task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct AutomationParameters {
    /// `$LATEST`, `$DEFAULT` or a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_version: Option<String>,
    /// The parameters of the runbook.
    #[serde(skip_serializing_if = "ByName::is_empty")]
    pub parameters: ByName<Vec<String>>,
}

/// Parameters of a `STEP_FUNCTIONS` task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct StepFunctionsParameters {
    /// Up to 4,096 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// 1 to 80 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Parameters of a `LAMBDA` task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct LambdaParameters {
    /// 1 to 8,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_context: Option<String>,
    /// 1 to 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// Up to 4,096 bytes, in base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
}

/// Where a task's output goes, in the older form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct LoggingInfo {
    /// 3 to 63 characters.
    #[serde(rename = "S3BucketName")]
    pub s3_bucket_name: String,
    /// Up to 500 characters.
    #[serde(rename = "S3KeyPrefix", default, skip_serializing_if = "Option::is_none")]
    pub s3_key_prefix: Option<String>,
    /// 3 to 20 characters.
    #[serde(rename = "S3Region")]
    pub s3_region: String,
}

/// The alarm that stops a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct AlarmConfiguration {
    /// Whether the task goes on while the alarm's state cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignore_poll_alarm_failure: Option<bool>,
    /// Exactly one.
    pub alarms: Vec<Alarm>,
}

/// An alarm in CloudWatch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Alarm {
    /// 1 to 255 characters.
    pub name: String,
}
