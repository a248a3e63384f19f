//! What a window is doing, by icon and words.

use crate::{
    store::{Planned, Store},
    ui::Icon,
    words,
};
use leptos::prelude::*;
use window_planner_core::plan::WindowState;

/// The icon of a state.
pub(crate) fn icon(state: &WindowState) -> Icon {
    match state {
        WindowState::Invalid => Icon::Error,
        WindowState::Disabled => Icon::Paused,
        WindowState::Active(_) => Icon::Active,
        WindowState::Waiting(_) => Icon::Clock,
        WindowState::Ended(_) => Icon::Ended,
        WindowState::Never(_) => Icon::Never,
    }
}

/// The state in words: `Thu 17 Dec, 23:30`, and what is left out where there is no room: `, in 24 d 7 h`.
pub(crate) fn state_words(store: Store, planned: &Planned) -> (String, String) {
    let now = store.clock.now.get();
    let mut aside = String::new();
    let words = match planned.state.get() {
        WindowState::Invalid => "No valid schedule".to_owned(),
        WindowState::Disabled => "Disabled".to_owned(),
        WindowState::Active(run) => {
            let end = words::span(run.end.millis_since(now));
            if run.cutoff <= now {
                format!("Active, past cutoff; ends in {end}")
            } else {
                aside = format!(", end in {end}");
                format!("Active; cutoff in {}", words::span(run.cutoff.millis_since(now)))
            }
        }
        WindowState::Waiting(run) => {
            let start = store.wall.get().zone(planned.own_zone()).local(run.start);
            let far = run.start.millis_since(now) > 300 * 24 * 3_600_000;
            let day = if far { words::day(start.date()) } else { words::short_day(start.date()) };
            aside = format!(", {}", words::about(run.start.millis_since(now)));
            format!("{day}, {}", words::time(start))
        }
        WindowState::Ended(reason) => format!("Ended. {reason}"),
        WindowState::Never(reason) => format!("Never runs. {reason}"),
    };
    (words, aside)
}
