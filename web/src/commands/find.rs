//! What the palette lists for what is typed.

use super::{
    rank::{RANKS, rank},
    run::{is_mac, is_possible, run},
    table::{Command, Group},
};
use crate::{
    calendar::cell_id,
    date_value::date_of,
    store::{Pane, Store},
    ui::{focus, focus_after_drawing},
    words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use window_planner_core::plan::WindowId;

/// How many lines are listed at the most.
const MOST: usize = 60;

/// How many are kept as recent.
const RECENT: usize = 5;

/// What a line leads to.
#[derive(Clone, PartialEq)]
pub(super) enum Goal {
    /// A command.
    Command(Command),
    /// A window of the plan.
    Window(WindowId),
    /// A day of the calendar.
    Day(NaiveDate),
}

/// A line of the palette.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    /// What it leads to.
    pub(super) goal: Goal,
    /// What it says.
    pub(super) name: String,
    /// What stands beside it.
    pub(super) aside: String,
    /// The stroke that does the same.
    pub(super) stroke: String,
    /// The colour of a window.
    pub(super) color: Option<u8>,
}

/// The lines for `query`, the best first; those used last come before others that are as good.
pub(super) fn find(store: Store, query: &str) -> Vec<Line> {
    let recent = store.preferences.with_untracked(|preferences| preferences.recent.clone());
    let mut lines = Vec::new();
    if let Some(date) = date_of(query.trim()) {
        let (name, aside) = (words::long_day(date), Group::Calendar.words().to_owned());
        lines.push(Line { goal: Goal::Day(date), name, aside, stroke: String::new(), color: None });
    }
    let mut ranked: [Vec<Line>; RANKS] = Default::default();
    let mut take = |id: &str, line: Line, also: &str| {
        let Some(found) = rank(query, &line.name, also).and_then(|rank| ranked.get_mut(rank)) else { return };
        let is_known = found.iter().any(|known| known.goal == line.goal);
        if !is_known && (found.len() < MOST || recent.iter().any(|it| it == id)) {
            found.push(line);
        }
    };
    for id in &recent {
        match Command::named(id) {
            Some(command) => take_command(store, command, &mut take),
            None => store.plan.with_untracked(|plan| {
                if let Some(window) = plan.window(id) {
                    take(id, window_line(&window.id, window.title(), window.color), "");
                }
            }),
        }
    }
    for command in Command::ALL {
        take_command(store, *command, &mut take);
    }
    store.plan.with_untracked(|plan| {
        for window in &plan.windows {
            take(window.id.as_str(), window_line(&window.id, window.title(), window.color), "");
        }
    });
    lines.extend(ranked.into_iter().flatten().take(MOST));
    lines
}

fn take_command(store: Store, command: Command, take: &mut impl FnMut(&str, Line, &str)) {
    if !is_possible(store, command) {
        return;
    }
    // What is done to a window names it.
    let aside = match command.group() {
        Group::Window => store.shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.title.clone())),
        group => Some(group.words().to_owned()),
    };
    let has_plain = store.preferences.with_untracked(|preferences| !preferences.only_with_control);
    let stroke = command.strokes().first().filter(|stroke| stroke.control || has_plain);
    let line = Line {
        goal: Goal::Command(command),
        name: command.words().to_owned(),
        aside: aside.unwrap_or_default(),
        stroke: stroke.map(|stroke| stroke.words(is_mac())).unwrap_or_default(),
        color: None,
    };
    take(command.id(), line, command.also());
}

fn window_line(id: &WindowId, title: &str, color: Option<u8>) -> Line {
    Line {
        goal: Goal::Window(id.clone()),
        name: title.to_owned(),
        aside: id.to_string(),
        stroke: String::new(),
        color: Some(color.unwrap_or_default()),
    }
}

/// Goes where a line leads, and keeps it as used last.
pub(super) fn follow(store: Store, goal: &Goal) {
    match goal {
        Goal::Command(command) => {
            remember(store, command.id());
            run(store, *command);
        }
        Goal::Window(id) => {
            remember(store, id.as_str());
            store.opened.set(None);
            store.select(id);
            store.go_to_next_run();
            store.drawer.set(false);
            store.pane.set(Pane::Edit);
            request_animation_frame(|| focus("inspector"));
        }
        Goal::Day(date) => {
            store.opened.set(None);
            store.drawer.set(false);
            store.pane.set(Pane::Calendar);
            store.day.set(*date);
            focus_after_drawing(cell_id(*date));
        }
    }
}

fn remember(store: Store, id: &str) {
    store.preferences.update(|preferences| {
        preferences.recent.retain(|known| known != id);
        preferences.recent.insert(0, id.to_owned());
        preferences.recent.truncate(RECENT);
    });
}
