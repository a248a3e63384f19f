//! The parts of the page that one chooses between, and what is opened over them.

use chrono::NaiveDate;
use window_planner_core::{occurrence::Occurrence, plan::WindowId};

/// The tabs of the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InspectorTab {
    /// The form.
    Definition,
    /// The table of the runs to come.
    Runs,
    /// The targets and tasks.
    Registered,
    /// The request.
    Export,
}

impl InspectorTab {
    /// The prefix of its element ids.
    #[must_use]
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Runs => "runs",
            Self::Registered => "registered",
            Self::Export => "export",
        }
    }
}

/// The panes, of which a narrow screen shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// The list of windows.
    Windows,
    /// The calendar.
    Calendar,
    /// The inspector.
    Edit,
}

/// What is opened over the calendar. Each names the element that it was opened from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opened {
    /// An execution.
    Execution {
        /// Its window.
        window: WindowId,
        /// The execution.
        run: Occurrence,
        /// The id of what it was opened from.
        anchor: String,
    },
    /// All executions of a day.
    Day {
        /// The day, as the view has it.
        date: NaiveDate,
        /// The window whose executions they are; those of all windows without it.
        window: Option<WindowId>,
        /// The id of what it was opened from.
        anchor: String,
    },
}
