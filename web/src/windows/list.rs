//! The list itself. Of a long one, only the entries in view are drawn.

use super::entry::WindowEntry;
use crate::{
    store::{LastingMemo, Memo, Planned, Store, use_store},
    ui::{Place, Rows, focus_after_drawing, on_resize},
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use std::ops::Range;
use window_planner_core::plan::WindowId;

/// The height of an entry in pixels; `windows.css` has the same.
const HEIGHT: u32 = 52;

/// A list of up to so many entries is drawn whole: it can be searched in the browser's own way.
const DRAWN_WHOLE: usize = 120;

/// How many entries are drawn beyond the edges of what is in view.
const BEYOND: usize = 8;

/// The element id of a window's main button.
pub(crate) fn entry_id(id: &WindowId) -> String {
    format!("window-{id}")
}

/// The entries of `rows`. One of them is in the tab order; the arrow keys move between them.
#[component]
pub(crate) fn List(
    /// The windows listed.
    rows: Memo<Vec<Planned>>,
    /// The window whose panel of actions is opened.
    acting: RwSignal<Option<Planned>>,
    /// Where that panel is.
    at: RwSignal<Place>,
) -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Ul>::new();
    let (scrolled, height) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            let measured = list.clone();
            on_resize(&list, move || height.set(u32::try_from(measured.client_height()).unwrap_or(0)));
        }
    });
    let follow = move |_| {
        if let Some(list) = list.get_untracked() {
            scrolled.set(u32::try_from(list.scroll_top()).unwrap_or(0));
        }
    };
    // Entries that are gone are forgotten by what tells all of them their places.
    let count = LastingMemo::new(move |_| rows.with(Vec::len));
    let drawn = LastingMemo::new({
        let count = count.clone();
        move |_| in_view(count.get(), scrolled.get(), height.get())
    });
    let stop = LastingMemo::new(move |_| {
        rows.with(|rows| {
            let current = store.current.get();
            let listed = rows.iter().find(|row| Some(*row) == current.as_ref());
            listed.or(rows.first()).map(|row| row.id.clone())
        })
    });
    let entries = {
        let drawn = drawn.clone();
        move || rows.with(|rows| rows.get(drawn.get()).map(<[Planned]>::to_vec)).unwrap_or_default()
    };
    let entry = {
        let (count, drawn) = (count.clone(), drawn.clone());
        move |place: ReadSignal<usize>, planned: Planned| {
            let (id, stop) = (planned.id.clone(), stop.clone());
            let (count, drawn) = (count.clone(), drawn.clone());
            let is_stop = Signal::derive(move || stop.with(|stop| stop.as_ref() == Some(&id)));
            let position = Signal::derive(move || drawn.with(|drawn| drawn.start) + place.get() + 1);
            let size = Signal::derive(move || count.get());
            view! { <WindowEntry planned position size is_stop acting at /> }
        }
    };
    let space = |entries: usize| format!("{}px", entries * HEIGHT as usize);
    let before = {
        let drawn = drawn.clone();
        move || space(drawn.with(|drawn| drawn.start))
    };
    let after = move || space(count.get().saturating_sub(drawn.with(|drawn| drawn.end)));
    view! {
        <ul
            class="window-list scroll"
            node_ref=list
            on:scroll=follow
            on:keydown=move |event| press(store, rows, &event)
            style:--before=before
            style:--after=after
        >
            <Rows each=entries key=|planned| planned.id.clone() children=entry />
        </ul>
    }
}

/// Which of `count` entries are drawn.
fn in_view(count: usize, scrolled: u32, height: u32) -> Range<usize> {
    if count <= DRAWN_WHOLE {
        return 0..count;
    }
    let first = (scrolled / HEIGHT) as usize;
    let shown = (height / HEIGHT) as usize + 2;
    // A list that has become shorter is not scrolled back yet.
    let start = first.saturating_sub(BEYOND).min(count.saturating_sub(shown));
    start..(first + shown + BEYOND).min(count)
}

/// Moves the selection and the focus.
fn press(store: Store, rows: Memo<Vec<Planned>>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let current = store.current.get_untracked();
    let to = rows.with_untracked(|rows| {
        let at = rows.iter().position(|row| Some(row) == current.as_ref());
        let last = rows.len().saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowDown" => at.map_or(0, |at| (at + 1).min(last)),
            "ArrowUp" => at.map_or(0, |at| at.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        rows.get(to).map(|row| (to, row.id.clone()))
    });
    let Some((place, id)) = to else {
        if event.key() == "Delete"
            && let Some(current) = current
        {
            store.delete(&current.id);
            super::focus_list(store);
            event.prevent_default();
        }
        return;
    };
    event.prevent_default();
    store.select(&id);
    scroll_to(event, place);
    focus_after_drawing(entry_id(&id));
}

/// Scrolls the list so that an entry which is not drawn yet will be.
fn scroll_to(event: &KeyboardEvent, place: usize) {
    use wasm_bindgen::JsCast;
    let Some(list) = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    let top = i32::try_from(place).unwrap_or(i32::MAX).saturating_mul(HEIGHT.cast_signed());
    let bottom = top.saturating_add(HEIGHT.cast_signed());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
