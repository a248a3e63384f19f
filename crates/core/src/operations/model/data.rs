//! Written by `cargo xtask model`: the shapes of all requests, from the service model of SSM.

use super::{Kind, Member, Shape};

/// The operations of maintenance windows, by name, with the shapes of their requests.
#[rustfmt::skip]
pub(super) static OPERATIONS: &[(&str, &Shape)] = &[
    ("CancelMaintenanceWindowExecution", &CANCEL_MAINTENANCE_WINDOW_EXECUTION_REQUEST),
    ("CreateMaintenanceWindow", &CREATE_MAINTENANCE_WINDOW_REQUEST),
    ("DeleteMaintenanceWindow", &DELETE_MAINTENANCE_WINDOW_REQUEST),
    ("DeregisterTargetFromMaintenanceWindow", &DEREGISTER_TARGET_FROM_MAINTENANCE_WINDOW_REQUEST),
    ("DeregisterTaskFromMaintenanceWindow", &DEREGISTER_TASK_FROM_MAINTENANCE_WINDOW_REQUEST),
    ("DescribeMaintenanceWindowExecutionTaskInvocations", &DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATIONS_REQUEST),
    ("DescribeMaintenanceWindowExecutionTasks", &DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASKS_REQUEST),
    ("DescribeMaintenanceWindowExecutions", &DESCRIBE_MAINTENANCE_WINDOW_EXECUTIONS_REQUEST),
    ("DescribeMaintenanceWindowSchedule", &DESCRIBE_MAINTENANCE_WINDOW_SCHEDULE_REQUEST),
    ("DescribeMaintenanceWindowTargets", &DESCRIBE_MAINTENANCE_WINDOW_TARGETS_REQUEST),
    ("DescribeMaintenanceWindowTasks", &DESCRIBE_MAINTENANCE_WINDOW_TASKS_REQUEST),
    ("DescribeMaintenanceWindows", &DESCRIBE_MAINTENANCE_WINDOWS_REQUEST),
    ("DescribeMaintenanceWindowsForTarget", &DESCRIBE_MAINTENANCE_WINDOWS_FOR_TARGET_REQUEST),
    ("GetMaintenanceWindow", &GET_MAINTENANCE_WINDOW_REQUEST),
    ("GetMaintenanceWindowExecution", &GET_MAINTENANCE_WINDOW_EXECUTION_REQUEST),
    ("GetMaintenanceWindowExecutionTask", &GET_MAINTENANCE_WINDOW_EXECUTION_TASK_REQUEST),
    ("GetMaintenanceWindowExecutionTaskInvocation", &GET_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATION_REQUEST),
    ("GetMaintenanceWindowTask", &GET_MAINTENANCE_WINDOW_TASK_REQUEST),
    ("RegisterTargetWithMaintenanceWindow", &REGISTER_TARGET_WITH_MAINTENANCE_WINDOW_REQUEST),
    ("RegisterTaskWithMaintenanceWindow", &REGISTER_TASK_WITH_MAINTENANCE_WINDOW_REQUEST),
    ("UpdateMaintenanceWindow", &UPDATE_MAINTENANCE_WINDOW_REQUEST),
    ("UpdateMaintenanceWindowTarget", &UPDATE_MAINTENANCE_WINDOW_TARGET_REQUEST),
    ("UpdateMaintenanceWindowTask", &UPDATE_MAINTENANCE_WINDOW_TASK_REQUEST),
];

#[rustfmt::skip]
static ALARM: Shape = Shape { kind: Kind::Structure("Alarm", &[
    Member { name: "Name", shape: &ALARM_NAME, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static ALARM_CONFIGURATION: Shape = Shape { kind: Kind::Structure("AlarmConfiguration", &[
    Member { name: "IgnorePollAlarmFailure", shape: &BOOLEAN, required: false },
    Member { name: "Alarms", shape: &ALARM_LIST, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static ALARM_LIST: Shape = Shape { kind: Kind::List(&ALARM), least: Some(1), greatest: Some(1), ..Shape::ANY };

#[rustfmt::skip]
static ALARM_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(255), pattern: Some(r"^(?!\s*$).+"), ..Shape::ANY };

#[rustfmt::skip]
static AUTOMATION_PARAMETER_KEY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(50), ..Shape::ANY };

#[rustfmt::skip]
static AUTOMATION_PARAMETER_MAP: Shape = Shape { kind: Kind::Map(&AUTOMATION_PARAMETER_KEY, &AUTOMATION_PARAMETER_VALUE_LIST), least: Some(1), greatest: Some(200), ..Shape::ANY };

#[rustfmt::skip]
static AUTOMATION_PARAMETER_VALUE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(512), ..Shape::ANY };

#[rustfmt::skip]
static AUTOMATION_PARAMETER_VALUE_LIST: Shape = Shape { kind: Kind::List(&AUTOMATION_PARAMETER_VALUE), least: Some(0), greatest: Some(50), ..Shape::ANY };

#[rustfmt::skip]
static BOOLEAN: Shape = Shape { kind: Kind::Boolean, ..Shape::ANY };

#[rustfmt::skip]
static CANCEL_MAINTENANCE_WINDOW_EXECUTION_REQUEST: Shape = Shape { kind: Kind::Structure("CancelMaintenanceWindowExecutionRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static CLIENT_TOKEN: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(64), ..Shape::ANY };

#[rustfmt::skip]
static CLOUD_WATCH_LOG_GROUP_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(512), ..Shape::ANY };

#[rustfmt::skip]
static CLOUD_WATCH_OUTPUT_CONFIG: Shape = Shape { kind: Kind::Structure("CloudWatchOutputConfig", &[
    Member { name: "CloudWatchLogGroupName", shape: &CLOUD_WATCH_LOG_GROUP_NAME, required: false },
    Member { name: "CloudWatchOutputEnabled", shape: &CLOUD_WATCH_OUTPUT_ENABLED, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static CLOUD_WATCH_OUTPUT_ENABLED: Shape = Shape { kind: Kind::Boolean, ..Shape::ANY };

#[rustfmt::skip]
static COMMENT: Shape = Shape { kind: Kind::Text(&[]), greatest: Some(100), ..Shape::ANY };

#[rustfmt::skip]
static CREATE_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("CreateMaintenanceWindowRequest", &[
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: true },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "StartDate", shape: &MAINTENANCE_WINDOW_STRING_DATE_TIME, required: false },
    Member { name: "EndDate", shape: &MAINTENANCE_WINDOW_STRING_DATE_TIME, required: false },
    Member { name: "Schedule", shape: &MAINTENANCE_WINDOW_SCHEDULE, required: true },
    Member { name: "ScheduleTimezone", shape: &MAINTENANCE_WINDOW_TIMEZONE, required: false },
    Member { name: "ScheduleOffset", shape: &MAINTENANCE_WINDOW_OFFSET, required: false },
    Member { name: "Duration", shape: &MAINTENANCE_WINDOW_DURATION_HOURS, required: true },
    Member { name: "Cutoff", shape: &MAINTENANCE_WINDOW_CUTOFF, required: true },
    Member { name: "AllowUnassociatedTargets", shape: &MAINTENANCE_WINDOW_ALLOW_UNASSOCIATED_TARGETS, required: true },
    Member { name: "ClientToken", shape: &CLIENT_TOKEN, required: false },
    Member { name: "Tags", shape: &TAG_LIST, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DELETE_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("DeleteMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static DEREGISTER_TARGET_FROM_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("DeregisterTargetFromMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "WindowTargetId", shape: &MAINTENANCE_WINDOW_TARGET_ID, required: true },
    Member { name: "Safe", shape: &BOOLEAN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DEREGISTER_TASK_FROM_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("DeregisterTaskFromMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "WindowTaskId", shape: &MAINTENANCE_WINDOW_TASK_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATIONS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowExecutionTaskInvocationsRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
    Member { name: "TaskId", shape: &MAINTENANCE_WINDOW_EXECUTION_TASK_ID, required: true },
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASKS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowExecutionTasksRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_EXECUTIONS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowExecutionsRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_SCHEDULE_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowScheduleRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: false },
    Member { name: "Targets", shape: &TARGETS, required: false },
    Member { name: "ResourceType", shape: &MAINTENANCE_WINDOW_RESOURCE_TYPE, required: false },
    Member { name: "Filters", shape: &PATCH_ORCHESTRATOR_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_SEARCH_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_TARGETS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowTargetsRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOW_TASKS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowTasksRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOWS_FOR_TARGET_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowsForTargetRequest", &[
    Member { name: "Targets", shape: &TARGETS, required: true },
    Member { name: "ResourceType", shape: &MAINTENANCE_WINDOW_RESOURCE_TYPE, required: true },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_SEARCH_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DESCRIBE_MAINTENANCE_WINDOWS_REQUEST: Shape = Shape { kind: Kind::Structure("DescribeMaintenanceWindowsRequest", &[
    Member { name: "Filters", shape: &MAINTENANCE_WINDOW_FILTER_LIST, required: false },
    Member { name: "MaxResults", shape: &MAINTENANCE_WINDOW_MAX_RESULTS, required: false },
    Member { name: "NextToken", shape: &NEXT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static DOCUMENT_HASH: Shape = Shape { kind: Kind::Text(&[]), greatest: Some(256), ..Shape::ANY };

#[rustfmt::skip]
static DOCUMENT_HASH_TYPE: Shape = Shape { kind: Kind::Text(&["Sha256", "Sha1"]), ..Shape::ANY };

#[rustfmt::skip]
static DOCUMENT_VERSION: Shape = Shape { kind: Kind::Text(&[]), pattern: Some(r"([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)"), ..Shape::ANY };

#[rustfmt::skip]
static GET_MAINTENANCE_WINDOW_EXECUTION_REQUEST: Shape = Shape { kind: Kind::Structure("GetMaintenanceWindowExecutionRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static GET_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATION_REQUEST: Shape = Shape { kind: Kind::Structure("GetMaintenanceWindowExecutionTaskInvocationRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
    Member { name: "TaskId", shape: &MAINTENANCE_WINDOW_EXECUTION_TASK_ID, required: true },
    Member { name: "InvocationId", shape: &MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATION_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static GET_MAINTENANCE_WINDOW_EXECUTION_TASK_REQUEST: Shape = Shape { kind: Kind::Structure("GetMaintenanceWindowExecutionTaskRequest", &[
    Member { name: "WindowExecutionId", shape: &MAINTENANCE_WINDOW_EXECUTION_ID, required: true },
    Member { name: "TaskId", shape: &MAINTENANCE_WINDOW_EXECUTION_TASK_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static GET_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("GetMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static GET_MAINTENANCE_WINDOW_TASK_REQUEST: Shape = Shape { kind: Kind::Structure("GetMaintenanceWindowTaskRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "WindowTaskId", shape: &MAINTENANCE_WINDOW_TASK_ID, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static LOGGING_INFO: Shape = Shape { kind: Kind::Structure("LoggingInfo", &[
    Member { name: "S3BucketName", shape: &S3_BUCKET_NAME, required: true },
    Member { name: "S3KeyPrefix", shape: &S3_KEY_PREFIX, required: false },
    Member { name: "S3Region", shape: &S3_REGION, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_ALLOW_UNASSOCIATED_TARGETS: Shape = Shape { kind: Kind::Boolean, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_AUTOMATION_PARAMETERS: Shape = Shape { kind: Kind::Structure("MaintenanceWindowAutomationParameters", &[
    Member { name: "DocumentVersion", shape: &DOCUMENT_VERSION, required: false },
    Member { name: "Parameters", shape: &AUTOMATION_PARAMETER_MAP, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_CUTOFF: Shape = Shape { kind: Kind::Integer, least: Some(0), greatest: Some(23), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_DESCRIPTION: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_DURATION_HOURS: Shape = Shape { kind: Kind::Integer, least: Some(1), greatest: Some(24), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_ENABLED: Shape = Shape { kind: Kind::Boolean, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_EXECUTION_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(36), greatest: Some(36), pattern: Some(r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_EXECUTION_TASK_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(36), greatest: Some(36), pattern: Some(r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATION_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(36), greatest: Some(36), pattern: Some(r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_FILTER: Shape = Shape { kind: Kind::Structure("MaintenanceWindowFilter", &[
    Member { name: "Key", shape: &MAINTENANCE_WINDOW_FILTER_KEY, required: false },
    Member { name: "Values", shape: &MAINTENANCE_WINDOW_FILTER_VALUES, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_FILTER_KEY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_FILTER_LIST: Shape = Shape { kind: Kind::List(&MAINTENANCE_WINDOW_FILTER), least: Some(0), greatest: Some(5), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_FILTER_VALUE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(256), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_FILTER_VALUES: Shape = Shape { kind: Kind::List(&MAINTENANCE_WINDOW_FILTER_VALUE), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(20), greatest: Some(20), pattern: Some(r"^mw-[0-9a-f]{17}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_LAMBDA_CLIENT_CONTEXT: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(8000), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_LAMBDA_PARAMETERS: Shape = Shape { kind: Kind::Structure("MaintenanceWindowLambdaParameters", &[
    Member { name: "ClientContext", shape: &MAINTENANCE_WINDOW_LAMBDA_CLIENT_CONTEXT, required: false },
    Member { name: "Qualifier", shape: &MAINTENANCE_WINDOW_LAMBDA_QUALIFIER, required: false },
    Member { name: "Payload", shape: &MAINTENANCE_WINDOW_LAMBDA_PAYLOAD, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_LAMBDA_PAYLOAD: Shape = Shape { kind: Kind::Blob, greatest: Some(4096), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_LAMBDA_QUALIFIER: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_MAX_RESULTS: Shape = Shape { kind: Kind::Integer, least: Some(10), greatest: Some(100), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(3), greatest: Some(128), pattern: Some(r"^[a-zA-Z0-9_\-.]{3,128}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_OFFSET: Shape = Shape { kind: Kind::Integer, least: Some(1), greatest: Some(6), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_RESOURCE_TYPE: Shape = Shape { kind: Kind::Text(&["INSTANCE", "RESOURCE_GROUP"]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_RUN_COMMAND_PARAMETERS: Shape = Shape { kind: Kind::Structure("MaintenanceWindowRunCommandParameters", &[
    Member { name: "Comment", shape: &COMMENT, required: false },
    Member { name: "CloudWatchOutputConfig", shape: &CLOUD_WATCH_OUTPUT_CONFIG, required: false },
    Member { name: "DocumentHash", shape: &DOCUMENT_HASH, required: false },
    Member { name: "DocumentHashType", shape: &DOCUMENT_HASH_TYPE, required: false },
    Member { name: "DocumentVersion", shape: &DOCUMENT_VERSION, required: false },
    Member { name: "NotificationConfig", shape: &NOTIFICATION_CONFIG, required: false },
    Member { name: "OutputS3BucketName", shape: &S3_BUCKET_NAME, required: false },
    Member { name: "OutputS3KeyPrefix", shape: &S3_KEY_PREFIX, required: false },
    Member { name: "Parameters", shape: &PARAMETERS, required: false },
    Member { name: "ServiceRoleArn", shape: &SERVICE_ROLE, required: false },
    Member { name: "TimeoutSeconds", shape: &TIMEOUT_SECONDS, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_SCHEDULE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(256), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_SEARCH_MAX_RESULTS: Shape = Shape { kind: Kind::Integer, least: Some(1), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_STEP_FUNCTIONS_INPUT: Shape = Shape { kind: Kind::Text(&[]), greatest: Some(4096), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_STEP_FUNCTIONS_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(80), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_STEP_FUNCTIONS_PARAMETERS: Shape = Shape { kind: Kind::Structure("MaintenanceWindowStepFunctionsParameters", &[
    Member { name: "Input", shape: &MAINTENANCE_WINDOW_STEP_FUNCTIONS_INPUT, required: false },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_STEP_FUNCTIONS_NAME, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_STRING_DATE_TIME: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(256), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TARGET_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(36), greatest: Some(36), pattern: Some(r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_ARN: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(1600), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_CUTOFF_BEHAVIOR: Shape = Shape { kind: Kind::Text(&["CONTINUE_TASK", "CANCEL_TASK"]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_ID: Shape = Shape { kind: Kind::Text(&[]), least: Some(36), greatest: Some(36), pattern: Some(r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$"), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_INVOCATION_PARAMETERS: Shape = Shape { kind: Kind::Structure("MaintenanceWindowTaskInvocationParameters", &[
    Member { name: "RunCommand", shape: &MAINTENANCE_WINDOW_RUN_COMMAND_PARAMETERS, required: false },
    Member { name: "Automation", shape: &MAINTENANCE_WINDOW_AUTOMATION_PARAMETERS, required: false },
    Member { name: "StepFunctions", shape: &MAINTENANCE_WINDOW_STEP_FUNCTIONS_PARAMETERS, required: false },
    Member { name: "Lambda", shape: &MAINTENANCE_WINDOW_LAMBDA_PARAMETERS, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PARAMETER_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(255), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(255), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE_EXPRESSION: Shape = Shape { kind: Kind::Structure("MaintenanceWindowTaskParameterValueExpression", &[
    Member { name: "Values", shape: &MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE_LIST, required: false },
]), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE_LIST: Shape = Shape { kind: Kind::List(&MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PARAMETERS: Shape = Shape { kind: Kind::Map(&MAINTENANCE_WINDOW_TASK_PARAMETER_NAME, &MAINTENANCE_WINDOW_TASK_PARAMETER_VALUE_EXPRESSION), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_PRIORITY: Shape = Shape { kind: Kind::Integer, least: Some(0), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TASK_TYPE: Shape = Shape { kind: Kind::Text(&["RUN_COMMAND", "AUTOMATION", "STEP_FUNCTIONS", "LAMBDA"]), ..Shape::ANY };

#[rustfmt::skip]
static MAINTENANCE_WINDOW_TIMEZONE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), ..Shape::ANY };

#[rustfmt::skip]
static MAX_CONCURRENCY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(7), pattern: Some(r"^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$"), ..Shape::ANY };

#[rustfmt::skip]
static MAX_ERRORS: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(7), pattern: Some(r"^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$"), ..Shape::ANY };

#[rustfmt::skip]
static NEXT_TOKEN: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static NOTIFICATION_ARN: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static NOTIFICATION_CONFIG: Shape = Shape { kind: Kind::Structure("NotificationConfig", &[
    Member { name: "NotificationArn", shape: &NOTIFICATION_ARN, required: false },
    Member { name: "NotificationEvents", shape: &NOTIFICATION_EVENT_LIST, required: false },
    Member { name: "NotificationType", shape: &NOTIFICATION_TYPE, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static NOTIFICATION_EVENT: Shape = Shape { kind: Kind::Text(&["All", "InProgress", "Success", "TimedOut", "Cancelled", "Failed"]), ..Shape::ANY };

#[rustfmt::skip]
static NOTIFICATION_EVENT_LIST: Shape = Shape { kind: Kind::List(&NOTIFICATION_EVENT), ..Shape::ANY };

#[rustfmt::skip]
static NOTIFICATION_TYPE: Shape = Shape { kind: Kind::Text(&["Command", "Invocation"]), ..Shape::ANY };

#[rustfmt::skip]
static OWNER_INFORMATION: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static PARAMETER_NAME: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static PARAMETER_VALUE: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static PARAMETER_VALUE_LIST: Shape = Shape { kind: Kind::List(&PARAMETER_VALUE), ..Shape::ANY };

#[rustfmt::skip]
static PARAMETERS: Shape = Shape { kind: Kind::Map(&PARAMETER_NAME, &PARAMETER_VALUE_LIST), sensitive: true, ..Shape::ANY };

#[rustfmt::skip]
static PATCH_ORCHESTRATOR_FILTER: Shape = Shape { kind: Kind::Structure("PatchOrchestratorFilter", &[
    Member { name: "Key", shape: &PATCH_ORCHESTRATOR_FILTER_KEY, required: false },
    Member { name: "Values", shape: &PATCH_ORCHESTRATOR_FILTER_VALUES, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static PATCH_ORCHESTRATOR_FILTER_KEY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), ..Shape::ANY };

#[rustfmt::skip]
static PATCH_ORCHESTRATOR_FILTER_LIST: Shape = Shape { kind: Kind::List(&PATCH_ORCHESTRATOR_FILTER), least: Some(0), greatest: Some(5), ..Shape::ANY };

#[rustfmt::skip]
static PATCH_ORCHESTRATOR_FILTER_VALUE: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(256), ..Shape::ANY };

#[rustfmt::skip]
static PATCH_ORCHESTRATOR_FILTER_VALUES: Shape = Shape { kind: Kind::List(&PATCH_ORCHESTRATOR_FILTER_VALUE), ..Shape::ANY };

#[rustfmt::skip]
static REGISTER_TARGET_WITH_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("RegisterTargetWithMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "ResourceType", shape: &MAINTENANCE_WINDOW_RESOURCE_TYPE, required: true },
    Member { name: "Targets", shape: &TARGETS, required: true },
    Member { name: "OwnerInformation", shape: &OWNER_INFORMATION, required: false },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: false },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "ClientToken", shape: &CLIENT_TOKEN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static REGISTER_TASK_WITH_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("RegisterTaskWithMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "Targets", shape: &TARGETS, required: false },
    Member { name: "TaskArn", shape: &MAINTENANCE_WINDOW_TASK_ARN, required: true },
    Member { name: "ServiceRoleArn", shape: &SERVICE_ROLE, required: false },
    Member { name: "TaskType", shape: &MAINTENANCE_WINDOW_TASK_TYPE, required: true },
    Member { name: "TaskParameters", shape: &MAINTENANCE_WINDOW_TASK_PARAMETERS, required: false },
    Member { name: "TaskInvocationParameters", shape: &MAINTENANCE_WINDOW_TASK_INVOCATION_PARAMETERS, required: false },
    Member { name: "Priority", shape: &MAINTENANCE_WINDOW_TASK_PRIORITY, required: false },
    Member { name: "MaxConcurrency", shape: &MAX_CONCURRENCY, required: false },
    Member { name: "MaxErrors", shape: &MAX_ERRORS, required: false },
    Member { name: "LoggingInfo", shape: &LOGGING_INFO, required: false },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: false },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "ClientToken", shape: &CLIENT_TOKEN, required: false },
    Member { name: "CutoffBehavior", shape: &MAINTENANCE_WINDOW_TASK_CUTOFF_BEHAVIOR, required: false },
    Member { name: "AlarmConfiguration", shape: &ALARM_CONFIGURATION, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static S3_BUCKET_NAME: Shape = Shape { kind: Kind::Text(&[]), least: Some(3), greatest: Some(63), ..Shape::ANY };

#[rustfmt::skip]
static S3_KEY_PREFIX: Shape = Shape { kind: Kind::Text(&[]), greatest: Some(500), ..Shape::ANY };

#[rustfmt::skip]
static S3_REGION: Shape = Shape { kind: Kind::Text(&[]), least: Some(3), greatest: Some(20), ..Shape::ANY };

#[rustfmt::skip]
static SERVICE_ROLE: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static TAG: Shape = Shape { kind: Kind::Structure("Tag", &[
    Member { name: "Key", shape: &TAG_KEY, required: true },
    Member { name: "Value", shape: &TAG_VALUE, required: true },
]), ..Shape::ANY };

#[rustfmt::skip]
static TAG_KEY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(128), pattern: Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"), ..Shape::ANY };

#[rustfmt::skip]
static TAG_LIST: Shape = Shape { kind: Kind::List(&TAG), greatest: Some(1000), ..Shape::ANY };

#[rustfmt::skip]
static TAG_VALUE: Shape = Shape { kind: Kind::Text(&[]), least: Some(0), greatest: Some(256), pattern: Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"), ..Shape::ANY };

#[rustfmt::skip]
static TARGET: Shape = Shape { kind: Kind::Structure("Target", &[
    Member { name: "Key", shape: &TARGET_KEY, required: false },
    Member { name: "Values", shape: &TARGET_VALUES, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static TARGET_KEY: Shape = Shape { kind: Kind::Text(&[]), least: Some(1), greatest: Some(163), pattern: Some(r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name"), ..Shape::ANY };

#[rustfmt::skip]
static TARGET_VALUE: Shape = Shape { kind: Kind::Text(&[]), ..Shape::ANY };

#[rustfmt::skip]
static TARGET_VALUES: Shape = Shape { kind: Kind::List(&TARGET_VALUE), least: Some(0), greatest: Some(50), ..Shape::ANY };

#[rustfmt::skip]
static TARGETS: Shape = Shape { kind: Kind::List(&TARGET), least: Some(0), greatest: Some(5), ..Shape::ANY };

#[rustfmt::skip]
static TIMEOUT_SECONDS: Shape = Shape { kind: Kind::Integer, least: Some(30), greatest: Some(2_592_000), ..Shape::ANY };

#[rustfmt::skip]
static UPDATE_MAINTENANCE_WINDOW_REQUEST: Shape = Shape { kind: Kind::Structure("UpdateMaintenanceWindowRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: false },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "StartDate", shape: &MAINTENANCE_WINDOW_STRING_DATE_TIME, required: false },
    Member { name: "EndDate", shape: &MAINTENANCE_WINDOW_STRING_DATE_TIME, required: false },
    Member { name: "Schedule", shape: &MAINTENANCE_WINDOW_SCHEDULE, required: false },
    Member { name: "ScheduleTimezone", shape: &MAINTENANCE_WINDOW_TIMEZONE, required: false },
    Member { name: "ScheduleOffset", shape: &MAINTENANCE_WINDOW_OFFSET, required: false },
    Member { name: "Duration", shape: &MAINTENANCE_WINDOW_DURATION_HOURS, required: false },
    Member { name: "Cutoff", shape: &MAINTENANCE_WINDOW_CUTOFF, required: false },
    Member { name: "AllowUnassociatedTargets", shape: &MAINTENANCE_WINDOW_ALLOW_UNASSOCIATED_TARGETS, required: false },
    Member { name: "Enabled", shape: &MAINTENANCE_WINDOW_ENABLED, required: false },
    Member { name: "Replace", shape: &BOOLEAN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static UPDATE_MAINTENANCE_WINDOW_TARGET_REQUEST: Shape = Shape { kind: Kind::Structure("UpdateMaintenanceWindowTargetRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "WindowTargetId", shape: &MAINTENANCE_WINDOW_TARGET_ID, required: true },
    Member { name: "Targets", shape: &TARGETS, required: false },
    Member { name: "OwnerInformation", shape: &OWNER_INFORMATION, required: false },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: false },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "Replace", shape: &BOOLEAN, required: false },
]), ..Shape::ANY };

#[rustfmt::skip]
static UPDATE_MAINTENANCE_WINDOW_TASK_REQUEST: Shape = Shape { kind: Kind::Structure("UpdateMaintenanceWindowTaskRequest", &[
    Member { name: "WindowId", shape: &MAINTENANCE_WINDOW_ID, required: true },
    Member { name: "WindowTaskId", shape: &MAINTENANCE_WINDOW_TASK_ID, required: true },
    Member { name: "Targets", shape: &TARGETS, required: false },
    Member { name: "TaskArn", shape: &MAINTENANCE_WINDOW_TASK_ARN, required: false },
    Member { name: "ServiceRoleArn", shape: &SERVICE_ROLE, required: false },
    Member { name: "TaskParameters", shape: &MAINTENANCE_WINDOW_TASK_PARAMETERS, required: false },
    Member { name: "TaskInvocationParameters", shape: &MAINTENANCE_WINDOW_TASK_INVOCATION_PARAMETERS, required: false },
    Member { name: "Priority", shape: &MAINTENANCE_WINDOW_TASK_PRIORITY, required: false },
    Member { name: "MaxConcurrency", shape: &MAX_CONCURRENCY, required: false },
    Member { name: "MaxErrors", shape: &MAX_ERRORS, required: false },
    Member { name: "LoggingInfo", shape: &LOGGING_INFO, required: false },
    Member { name: "Name", shape: &MAINTENANCE_WINDOW_NAME, required: false },
    Member { name: "Description", shape: &MAINTENANCE_WINDOW_DESCRIPTION, required: false },
    Member { name: "Replace", shape: &BOOLEAN, required: false },
    Member { name: "CutoffBehavior", shape: &MAINTENANCE_WINDOW_TASK_CUTOFF_BEHAVIOR, required: false },
    Member { name: "AlarmConfiguration", shape: &ALARM_CONFIGURATION, required: false },
]), ..Shape::ANY };
