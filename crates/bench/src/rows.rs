//! What is measured.

/// One schedule, for us and for the peers that can express it.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// AWS's expression.
    pub(crate) expression: &'static str,
    pub(crate) schedule_offset: Option<u8>,
    /// For croner, seconds first.
    pub(crate) croner: Option<&'static str>,
    /// For the crate cron, seconds first.
    pub(crate) cron: Option<&'static str>,
    pub(crate) zone: &'static str,
    /// How many executions make one turn; as many as ten years have, or a round number.
    pub(crate) executions: usize,
}

impl Row {
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.name.contains(name)
    }
}

pub(crate) fn rows() -> Vec<Row> {
    let new_york = |name, expression, croner, cron, executions| Row {
        name,
        expression,
        schedule_offset: None,
        croner,
        cron,
        zone: "America/New_York",
        executions,
    };
    vec![
        new_york(
            "every 5 minutes, ten years",
            "cron(0/5 * * * ? *)",
            Some("0 */5 * * * *"),
            Some("0 */5 * * * *"),
            1_051_776,
        ),
        new_york(
            "every day at 02:30, ten years",
            "cron(30 2 * * ? *)",
            Some("0 30 2 * * *"),
            Some("0 30 2 * * *"),
            3_650,
        ),
        new_york(
            "third Tuesday 02:00, ten years",
            "cron(0 2 ? * TUE#3 *)",
            Some("0 0 2 * * TUE#3"),
            None,
            120,
        ),
        Row {
            schedule_offset: Some(2),
            ..new_york("third Tuesday + 2 days 23:30, ten years", "cron(30 23 ? * TUE#3 *)", None, None, 120)
        },
        new_york(
            "weekdays 09:00, ten years",
            "cron(0 9 ? * MON-FRI *)",
            Some("0 0 9 * * MON-FRI"),
            Some("0 0 9 * * Mon-Fri"),
            2_600,
        ),
        new_york(
            "29 February 02:00, to 2096",
            "cron(0 2 29 2 ? *)",
            Some("0 0 2 29 2 *"),
            Some("0 0 2 29 2 *"),
            18,
        ),
        Row {
            zone: "UTC",
            ..new_york(
                "every 5 minutes in UTC, ten years",
                "cron(0/5 * * * ? *)",
                Some("0 */5 * * * *"),
                Some("0 */5 * * * *"),
                1_051_776,
            )
        },
    ]
}
