//! What people read, in snapshots.

use crate::program::run;

macro_rules! snapshot {
    ($name:ident, $arguments:expr) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(run(&$arguments).text());
        }
    };
}

const AFTER: [&str; 2] = ["--after", "2026-10-20T00:00:00Z"];

snapshot!(
    a_table_tells_local_time_utc_and_what_the_clocks_do,
    [
        "upcoming",
        "cron(30 1 ? * SUN *)",
        "--timezone",
        "America/Los_Angeles",
        "--duration",
        "4",
        "--cutoff",
        "1",
        "--name",
        "weekly-patching",
        "--limit",
        "3",
        AFTER[0],
        AFTER[1]
    ]
);
snapshot!(
    a_table_tells_which_runs_are_skipped,
    [
        "upcoming",
        "cron(0/15 2 ? * * *)",
        "--timezone",
        "Europe/Berlin",
        "--after",
        "2027-03-27T12:00:00Z",
        "--limit",
        "4"
    ]
);
snapshot!(a_schedule_that_never_runs_says_why, ["upcoming", "cron(0 2 31 2 ? *)", AFTER[0], AFTER[1]]);
snapshot!(
    what_is_wrong_with_arguments_is_underlined_in_them,
    ["upcoming", "cron(0 2 * * SUN *)", "--timezone", "PST", "--duration", "30", AFTER[0], AFTER[1]]
);
snapshot!(
    json_has_the_shape_of_a_batchs_answer,
    [
        "upcoming",
        "cron(30 0 ? * SUN *)",
        "--timezone",
        "Europe/London",
        "--duration",
        "3",
        "--format",
        "json",
        "--limit",
        "1",
        AFTER[0],
        AFTER[1]
    ]
);
snapshot!(
    comma_separated_values_tell_both_times,
    [
        "upcoming",
        "cron(30 0 ? * SUN *)",
        "--timezone",
        "Europe/London",
        "--duration",
        "3",
        "--format",
        "csv",
        "--limit",
        "2",
        AFTER[0],
        AFTER[1]
    ]
);
snapshot!(
    a_calendar_file_is_the_same_each_time,
    [
        "upcoming",
        "cron(30 0 ? * SUN *)",
        "--timezone",
        "Europe/London",
        "--duration",
        "3",
        "--cutoff",
        "1",
        "--name",
        "weekly-patching",
        "--format",
        "ics",
        "--limit",
        "1",
        AFTER[0],
        AFTER[1]
    ]
);
snapshot!(
    a_request_in_a_file_can_be_asked,
    ["upcoming", "--request", "create.json", "--limit", "2", AFTER[0], AFTER[1]]
);
snapshot!(
    the_runs_of_all_windows_of_a_file_are_merged,
    ["upcoming", "--request", "account.json", "--limit", "6", AFTER[0], AFTER[1]]
);
snapshot!(
    the_runs_of_several_windows_are_named_in_json,
    ["upcoming", "--request", "account.json", "--limit", "2", "--format", "json", AFTER[0], AFTER[1]]
);
snapshot!(
    the_runs_of_several_windows_are_named_in_comma_separated_values,
    ["upcoming", "--request", "account.json", "--limit", "2", "--format", "csv", AFTER[0], AFTER[1]]
);
snapshot!(
    answers_of_all_kinds_are_checked,
    ["check", "account.json", "registered.json", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(mistakes_are_underlined_in_the_file, ["check", "several.json", "--now", "2026-12-30T00:00:00Z"]);
snapshot!(what_is_no_json_is_shown_where_it_breaks_off, ["check", "broken.json"]);
snapshot!(
    an_expression_is_explained_field_by_field,
    [
        "explain",
        "cron(30 23 ? * TUE#3 *)",
        "--timezone",
        "America/Los_Angeles",
        "--schedule-offset",
        "2",
        AFTER[0],
        AFTER[1]
    ]
);
snapshot!(
    a_broken_expression_is_explained_as_far_as_it_goes,
    ["explain", "cron(61 2 ? * 5#3 *)", AFTER[0], AFTER[1]]
);
snapshot!(a_rate_is_explained, ["explain", "rate(12 hours)", AFTER[0], AFTER[1]]);
snapshot!(
    a_request_is_exported_for_boto3,
    ["export", "create.json", "--format", "boto3", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    a_request_is_exported_for_the_aws_cli,
    ["export", "create.json", "--format", "aws-cli", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    a_request_is_exported_for_terraform,
    ["export", "create.json", "--format", "terraform", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    what_cloudformation_cannot_say_is_said,
    ["export", "update.json", "--format", "cloudformation", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    windows_that_aws_tells_are_exported_with_what_is_registered,
    ["export", "windows.json", "targets.json", "--format", "terraform", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    one_window_of_many_is_exported,
    ["export", "windows.json", "--window", "web", "--format", "aws-cli", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(
    a_window_that_is_not_there_is_said,
    ["export", "windows.json", "--window", "Web", "--now", "2026-10-20T00:00:00Z"]
);
snapshot!(an_update_is_exported_as_one, ["export", "update.json", "--now", "2026-10-20T00:00:00Z"]);
snapshot!(help_teaches, ["--help"]);
#[cfg(feature = "serve")]
snapshot!(the_help_of_the_server_teaches, ["serve", "--help"]);
