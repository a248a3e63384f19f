//! The page is drawn in turns: each part in a task of its own, between which the browser paints and listens.

use crate::store::{Lasting, LastingSignal, Memo};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Which part of the page is drawn, in this order. A part that comes later, when another view is chosen,
/// waits for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// The frame: the app's name, and the panes without what is in them.
    #[default]
    Frame,
    /// The rest of the header.
    Header,
    /// The calendar's bar and words.
    Bar,
    /// Its days.
    Days,
    /// The windows of the plan.
    Windows,
    /// What is told of them, and the freezes.
    Insights,
    /// The form's name and schedule.
    Schedule,
    /// The rest of the form.
    Form,
    /// What opens above the page.
    Dialogs,
    /// Nothing: all is drawn.
    Done,
}

impl Turn {
    const fn next(self) -> Option<Self> {
        Some(match self {
            Self::Frame => Self::Header,
            Self::Header => Self::Bar,
            Self::Bar => Self::Days,
            Self::Days => Self::Windows,
            Self::Windows => Self::Insights,
            Self::Insights => Self::Schedule,
            Self::Schedule => Self::Form,
            Self::Form => Self::Dialogs,
            Self::Dialogs => Self::Done,
            Self::Done => return None,
        })
    }
}

/// Begins with the first turn; each that follows has a task of its own.
pub(crate) fn take_turns() -> LastingSignal<Turn> {
    let turn = RwSignal::new(Turn::default());
    let now = Lasting::of(turn.read_only());
    provide_context(now);
    go_on(turn);
    now
}

fn go_on(turn: RwSignal<Turn>) {
    if let Some(next) = turn.get_untracked().next() {
        let take = move || {
            turn.set(next);
            go_on(turn);
        };
        Timeout::new(0, take).forget();
    }
}

/// Draws its children when it is their turn.
#[component]
pub(crate) fn Later(
    /// When.
    turn: Turn,
    /// What is drawn then.
    children: ChildrenFn,
) -> impl IntoView {
    let now = expect_context::<LastingSignal<Turn>>();
    let is_time = Memo::new(move |_| now.get() >= turn);
    move || is_time.get().then(|| children())
}
