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
    /// An example to look at.
    Example,
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
            Self::Example => {
                "M8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M12.2 3.8l-1.4 1.4M5.2 10.8l-1.4 1.4"
            }
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
