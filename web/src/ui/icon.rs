//! The line icons of the app, drawn on a 16 px grid.

use leptos::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// To the month before.
    Back,
    /// To the month after.
    Forward,
    /// Opens downwards.
    Down,
    /// A new one.
    Plus,
    /// Closes or removes.
    Cross,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// The clocks change.
    Clock,
    /// Light and dark.
    Theme,
    /// Copies to the clipboard.
    Copy,
    /// Done.
    Check,
    /// Saves a file.
    Download,
    /// The list of windows.
    List,
    /// The calendar.
    Calendar,
    /// The form.
    Edit,
    /// Takes it back.
    Undo,
    /// Makes it again.
    Redo,
    /// Finds.
    Search,
    /// Chooses what is listed, and in which order.
    Filter,
    /// More to do.
    More,
    /// Help.
    Help,
    /// It is open now.
    Active,
    /// It does not run for now.
    Paused,
    /// It has ended.
    Ended,
    /// It never runs.
    Never,
    /// Hands out.
    Export,
    /// Removes for good.
    Delete,
    /// Opens a file.
    Open,
    /// Brings files in.
    Import,
    /// A freeze.
    Freeze,
    /// Gives a link.
    Link,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Back => "M10 3 5 8l5 5",
            Self::Forward => "m6 3 5 5-5 5",
            Self::Down => "m4 6 4 4 4-4",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Cross => "m4 4 8 8m0-8-8 8",
            Self::Error => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 5v3.5M8 11v.1",
            Self::Warning => "M8 2.2 14.4 13.4H1.6ZM8 6.4v3.2M8 11.5v.1",
            Self::Note => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.5V11M8 5v.1",
            Self::Clock => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.4 1.6",
            Self::Theme => "M8 1.8a6.2 6.2 0 1 0 0 12.4ZM8 1.8a6.2 6.2 0 0 1 0 12.4M8 5h5M8 8h6M8 11h5",
            Self::Copy => "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
            Self::Check => "m3 8.5 3.2 3.2L13 4.8",
            Self::Download => "M8 2.5v7.2M4.8 6.8 8 10l3.2-3.2M2.8 13.2h10.4",
            Self::List => "M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5",
            Self::Calendar => "M2.5 3.5h11v10h-11ZM2.5 6.8h11M5.2 1.8v3M10.8 1.8v3",
            Self::Edit => "m10.8 2.6 2.6 2.6-7.6 7.6-3.3.7.7-3.3ZM9.2 4.2l2.6 2.6",
            Self::Undo => "M5.8 3 2.6 6.2l3.2 3.2M2.8 6.2h6.4a3.6 3.6 0 0 1 0 7.2H6.4",
            Self::Redo => "m10.2 3 3.2 3.2-3.2 3.2M13.2 6.2H6.8a3.6 3.6 0 0 0 0 7.2h2.8",
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4l3.3 3.3",
            Self::Filter => "M2 4h12M4.5 8h7M6.5 12h3",
            Self::More => "M3.4 8v.1M8 8v.1M12.6 8v.1",
            Self::Help => {
                "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.3v.1"
            }
            Self::Active => "M4.5 2.8v10.4L12.8 8Z",
            Self::Paused => "M5.5 3.5v9M10.5 3.5v9",
            Self::Ended => "M4 4h8v8H4Z",
            Self::Never => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM3.7 3.7l8.6 8.6",
            Self::Export => "M8 10V2.6M4.8 5.6 8 2.4l3.2 3.2M2.8 13.2h10.4",
            Self::Delete => "M2.8 4.2h10.4M6 4V2.5h4V4M4 4.2l.6 9.3h6.8l.6-9.3M6.8 6.8v4M9.2 6.8v4",
            Self::Import => "M8 2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 10.5v3h11v-3",
            Self::Freeze => {
                "M8 1.6v12.8M2.5 4.8l11 6.4M13.5 4.8l-11 6.4M6.2 2.6 8 4.4l1.8-1.8M6.2 13.4 8 11.6l1.8 1.8"
            }
            Self::Link => {
                "M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.4-2.4A2.6 2.6 0 0 0 9 3.3L8 4.3M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1"
            }
            Self::Open => "M2 12.8V3.2h4.2l1.6 1.8H14v7.8Z",
        }
    }
}

/// An icon; decoration only, so its button or text must say what it means.
#[component]
pub(crate) fn IconView(
    /// Which drawing.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}
