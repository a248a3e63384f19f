//! What each command does.

use super::table::Command;
use crate::{
    app::plan_menu,
    calendar, import, insights, share,
    store::{InspectorTab, Pane, Planned, Store, Theme, ViewKind},
    takeaway,
    ui::{focus_after_drawing, press},
    windows,
};
use leptos::prelude::*;
use window_planner_core::plan::WindowId;

/// Does it.
pub(crate) fn run(store: Store, command: Command) {
    match command {
        Command::NewWindow => windows::begin(store),
        Command::Import => import::ask(store),
        Command::Export => open_panel(takeaway::PANEL_ID),
        Command::Share => share::share(store),
        Command::Today => show_day(store, |store| store.day.set(store.clock.today(store.view_zone()))),
        Command::NextRun => show_day(store, Store::go_to_next_run),
        Command::Month => show_view(store, ViewKind::Month),
        Command::Week => show_view(store, ViewKind::Week),
        Command::Agenda => show_view(store, ViewKind::Agenda),
        Command::Year => show_view(store, ViewKind::Year),
        Command::Timeline => show_view(store, ViewKind::Timeline),
        Command::Back => show_day(store, |store| calendar::step(store, -1)),
        Command::Forward => show_day(store, |store| calendar::step(store, 1)),
        Command::Zone => {
            store.pane.set(Pane::Calendar);
            open_panel(calendar::ZONE_MENU_ID);
        }
        Command::Undo => store.undo(),
        Command::Redo => store.redo(),
        Command::Definition => show_tab(store, InspectorTab::Definition),
        Command::Runs => show_tab(store, InspectorTab::Runs),
        Command::Registered => show_tab(store, InspectorTab::Registered),
        Command::Request => show_tab(store, InspectorTab::Export),
        Command::Duplicate => with_current(store, |it| store.duplicate(&it.id)),
        Command::Enable => with_current(store, |it| store.set_enabled(&it.id, true)),
        Command::Disable => with_current(store, |it| store.set_enabled(&it.id, false)),
        Command::Show => with_current(store, |it| store.set_hidden(std::slice::from_ref(&it.id), false)),
        Command::Hide => with_current(store, |it| store.set_hidden(std::slice::from_ref(&it.id), true)),
        Command::ReturnToAws => store.return_to_aws(),
        Command::Delete => with_current(store, |it| store.delete(&it.id)),
        Command::FindWindow => show_windows(store, || focus_after_drawing(windows::SEARCH_ID.to_owned())),
        Command::GoToCalendar => show_day(store, |_| {}),
        Command::GoToWindows => show_windows(store, || windows::focus_list(store)),
        Command::GoToInsights => show_windows(store, insights::focus_insights),
        Command::ShowAll => store.set_hidden(&all(store), false),
        Command::HideAll => store.set_hidden(&all(store), true),
        Command::SavePlan => plan_menu::save(store),
        Command::OpenPlan => press(plan_menu::FILE_ID),
        Command::RenamePlan => {
            open_panel(plan_menu::ID);
            focus_after_drawing(plan_menu::NAME_ID.to_owned());
        }
        Command::NewPlan => plan_menu::begin(store),
        Command::OpenExamples => plan_menu::open_examples(store),
        Command::Print => takeaway::print(),
        Command::ThemeSystem => set_theme(store, Theme::System),
        Command::ThemeLight => set_theme(store, Theme::Light),
        Command::ThemeDark => set_theme(store, Theme::Dark),
        Command::Palette => store.palette.set(true),
        Command::Keys => open_panel(super::help::ID),
    }
}

/// Whether it would do anything now.
pub(super) fn is_possible(store: Store, command: Command) -> bool {
    let shown = |ask: fn(&crate::store::Shown) -> bool| {
        store.shown.with_untracked(|shown| shown.as_ref().is_some_and(ask))
    };
    match command {
        Command::Undo => store.history.with_untracked(|history| history.last_done().is_some()),
        Command::Redo => store.history.with_untracked(|history| history.last_undone().is_some()),
        Command::Enable => shown(|shown| !shown.enabled),
        Command::Disable => shown(|shown| shown.enabled),
        Command::Show => shown(|shown| shown.hidden),
        Command::Hide => shown(|shown| !shown.hidden),
        Command::ReturnToAws => {
            untrack(|| store.with_current(|it| it.in_account.is_some() && !it.is_applied())) == Some(true)
        }
        Command::NextRun | Command::Definition | Command::Runs | Command::Registered | Command::Request => {
            shown(|_| true)
        }
        Command::Duplicate | Command::Delete | Command::ShowAll | Command::HideAll | Command::FindWindow => {
            shown(|_| true)
        }
        Command::GoToWindows => shown(|_| true),
        // It is where one is.
        Command::Palette => false,
        _ => true,
    }
}

/// What a button says that does a command: its words and its stroke, `Undo (Ctrl + Z)`.
pub(crate) fn tooltip(words: &str, command: Command) -> String {
    match command.strokes().first() {
        Some(stroke) => format!("{words} ({})", stroke.words(is_mac())),
        None => words.to_owned(),
    }
}

/// Whether strokes have a Mac's names.
pub(super) fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

fn show_day(store: Store, go: impl FnOnce(Store)) {
    store.opened.set(None);
    store.drawer.set(false);
    store.pane.set(Pane::Calendar);
    go(store);
    focus_after_drawing(calendar::cell_id(store.day.get_untracked()));
}

fn show_view(store: Store, view: ViewKind) {
    show_day(store, |store| store.show_view(view));
}

fn show_tab(store: Store, tab: InspectorTab) {
    store.tab.set(tab);
    store.drawer.set(false);
    store.pane.set(Pane::Edit);
    focus_after_drawing(format!("{}-tab", tab.id()));
}

fn show_windows(store: Store, focus: impl FnOnce()) {
    store.pane.set(Pane::Windows);
    store.drawer.set(true);
    focus();
}

/// Opens a panel as its button does, and puts the focus into it; closes one that is open.
fn open_panel(id: &str) {
    request_animation_frame({
        let id = id.to_owned();
        move || {
            crate::ui::press_button_of(&id);
            crate::ui::focus(&id);
        }
    });
}

fn with_current(store: Store, act: impl FnOnce(&Planned)) {
    if let Some(current) = store.current.get_untracked() {
        act(&current);
    }
}

fn all(store: Store) -> Vec<WindowId> {
    store.windows.with_untracked(|windows| windows.iter().map(|window| window.id.clone()).collect())
}

fn set_theme(store: Store, theme: Theme) {
    store.preferences.update(|preferences| preferences.theme = theme);
}
