//! The one table of the commands.

use super::stroke::Stroke;

/// What a command is about; the palette says it beside the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The plan as a whole.
    Plan,
    /// The window that is selected.
    Window,
    /// What the calendar shows.
    Calendar,
    /// Where the focus goes.
    Go,
    /// How the app looks.
    Look,
    /// How it is used.
    Help,
}

impl Group {
    /// Its name.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Window => "Window",
            Self::Calendar => "Calendar",
            Self::Go => "Go to",
            Self::Look => "Look",
            Self::Help => "Help",
        }
    }
}

/// Makes [`Command`] from a table of `Variant = "stable-id", Group, "what it does", "other words for it",
/// [strokes];`.
macro_rules! commands {
    ($($variant:ident = $id:literal, $group:ident, $words:literal, $also:literal, [$($stroke:expr),*];)+) => {
        /// Something that can be done. Ids are stored and never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Command {
            $(#[doc = $words] $variant,)+
        }

        impl Command {
            /// All commands, in the order of the table: what is likely to be wanted comes first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// What it is about.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)+ }
            }

            /// What it does.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// Other words that one may look for it by.
            #[must_use]
            pub const fn also(self) -> &'static str {
                match self { $(Self::$variant => $also,)+ }
            }

            /// The strokes that do it, the usual one first.
            #[must_use]
            pub const fn strokes(self) -> &'static [Stroke] {
                match self { $(Self::$variant => const { &[$($stroke),*] },)+ }
            }
        }
    };
}

commands! {
    NewWindow = "new-window", Plan, "New window", "begin create add", [Stroke::plain("n")];
    Import = "import", Plan, "Import…", "file paste drop aws describe", [Stroke::plain("o")];
    Export = "export", Plan, "Export and print…", "download file csv ics cloudformation terraform", [];
    Share = "share", Plan, "Share as a link", "copy url", [];
    Today = "today", Calendar, "Today", "now", [Stroke::plain("t")];
    NextRun = "next-run", Calendar, "Next run of the window", "execution coming", [];
    Month = "month", Calendar, "Month", "view", [Stroke::plain("1")];
    Week = "week", Calendar, "Week", "view hours", [Stroke::plain("2")];
    Agenda = "agenda", Calendar, "Agenda", "view list", [Stroke::plain("3")];
    Year = "year", Calendar, "Year", "view load", [Stroke::plain("4")];
    Timeline = "timeline", Calendar, "Timeline", "view rows", [Stroke::plain("5")];
    Back = "back", Calendar, "Back by a month, week or year", "earlier previous before", [];
    Forward = "forward", Calendar, "Forward by a month, week or year", "later next after", [];
    Zone = "zone", Calendar, "Time zone of the calendar…", "utc local", [];
    Undo = "undo", Plan, "Undo", "back", [Stroke::control("z")];
    Redo = "redo", Plan, "Redo", "again", [Stroke::control_shift("z"), Stroke::control("y")];
    Definition = "definition", Window, "Definition", "edit form schedule name", [];
    Runs = "runs", Window, "Runs", "executions table", [];
    Registered = "registered", Window, "Targets & tasks", "register nodes tags", [];
    Request = "request", Window, "Request for AWS", "export json boto3 cli terraform cloudformation", [];
    Duplicate = "duplicate", Window, "Duplicate", "copy", [];
    Enable = "enable", Window, "Enable", "on", [];
    Disable = "disable", Window, "Disable", "off pause", [];
    Show = "show", Window, "Show in the calendar", "visible", [];
    Hide = "hide", Window, "Hide in the calendar", "leave out", [];
    ReturnToAws = "return-to-aws", Window, "Return to what AWS has", "revert discard changes", [];
    Delete = "delete", Window, "Delete", "remove", [];
    FindWindow = "find-window", Go, "Search of the windows", "find filter node tag", [Stroke::plain("/")];
    GoToCalendar = "go-calendar", Go, "Calendar", "grid", [Stroke::plain("c")];
    GoToWindows = "go-windows", Go, "List of windows", "left", [Stroke::plain("w")];
    GoToInsights = "go-insights", Go, "Insights", "overlaps clock changes", [Stroke::plain("i")];
    ShowAll = "show-all", Calendar, "Show all windows", "visible", [];
    HideAll = "hide-all", Calendar, "Hide all windows", "leave out", [];
    SavePlan = "save-plan", Plan, "Save plan file", "download json backup", [];
    OpenPlan = "open-plan", Plan, "Open plan file…", "load json", [];
    RenamePlan = "rename-plan", Plan, "Rename the plan", "name title", [];
    NewPlan = "new-plan", Plan, "New plan", "begin empty clear", [];
    OpenExamples = "open-examples", Plan, "Open the examples", "demo samples", [];
    Print = "print", Plan, "Print the months", "paper pdf", [];
    ThemeSystem = "theme-system", Look, "Theme: as the system", "auto colours", [];
    ThemeLight = "theme-light", Look, "Theme: light", "white day colours", [];
    ThemeDark = "theme-dark", Look, "Theme: dark", "black night colours", [];
    Palette = "palette", Help, "Search or command", "find run", [Stroke::control("k")];
    Keys = "keys", Help, "Keyboard shortcuts", "keys help list", [Stroke::plain("?")];
}

impl Command {
    /// The command of this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.id() == id)
    }

    /// The command that a stroke does.
    #[must_use]
    pub fn pressed(key: &str, control: bool, shift: bool) -> Option<Self> {
        let is_pressed = |command: &Self| command.strokes().iter().any(|it| it.is(key, control, shift));
        Self::ALL.iter().copied().find(is_pressed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_commands_have_an_id_or_their_words_in_common() {
        let ids: BTreeSet<_> = Command::ALL.iter().map(|it| it.id()).collect();
        let words: BTreeSet<_> = Command::ALL.iter().map(|it| (it.group().words(), it.words())).collect();
        assert_eq!((ids.len(), words.len()), (Command::ALL.len(), Command::ALL.len()));
    }

    #[test]
    fn each_stroke_does_the_command_that_lists_it() {
        for command in Command::ALL {
            for stroke in command.strokes() {
                assert_eq!(Command::pressed(stroke.key, stroke.control, stroke.shift), Some(*command));
            }
        }
    }

    #[test]
    fn a_stroke_that_nobody_lists_does_nothing() {
        assert_eq!(Command::pressed("n", true, false), None, "the browser's new window");
        assert_eq!(Command::pressed("k", false, false), None);
    }

    #[test]
    fn an_id_leads_back_to_its_command() {
        for command in Command::ALL {
            assert_eq!(Command::named(command.id()), Some(*command));
        }
        assert_eq!(Command::named("mw-00000000000000001"), None);
    }
}
