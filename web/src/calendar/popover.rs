//! A small panel that opens beside what it belongs to.

use crate::numerals::pixels;
use crate::ui::{Icon, IconView, focus, on_resize};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// The room kept free around the panel, in pixels.
const MARGIN: f64 = 8.0;

/// A panel over the calendar, below or above the element with the id `anchor`. It takes the focus,
/// and gives it back when it closes: by Escape, its button, or a press outside.
#[component]
pub(crate) fn Popover(
    /// The id of the element that it belongs to.
    #[prop(into)]
    anchor: String,
    /// Its heading, and its name for screen readers.
    #[prop(into)]
    title: String,
    /// A quieter line below the heading.
    #[prop(into)]
    subtitle: Signal<String>,
    /// Called when it should close.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let place = RwSignal::new(None::<(f64, f64)>);

    Effect::new({
        let anchor = anchor.clone();
        move |_| {
            let Some(panel) = panel.get() else { return };
            place.set(Some(place_beside(&panel, &anchor)));
            let _ = panel.focus();
            // What is asked for within makes it higher.
            let (element, anchor) = (panel.clone(), anchor.clone());
            on_resize(&panel, move || place.set(Some(place_beside(&element, &anchor))));
        }
    });
    let close = move || {
        on_close.run(());
        give_back_focus(&anchor);
    };
    let close_on_press = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = panel.get_untracked().is_some_and(|panel| panel.contains(target.as_ref()));
        if !inside {
            on_close.run(());
        }
    });
    on_cleanup(move || close_on_press.remove());

    let close_by_key = {
        let close = close.clone();
        move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                close();
            }
        }
    };
    view! {
        <div
            class="popover"
            role="dialog"
            aria-labelledby="popover-title"
            tabindex="-1"
            node_ref=panel
            style:left=move || place.get().map(|(left, _)| pixels(left))
            style:top=move || place.get().map(|(_, top)| pixels(top))
            on:keydown=close_by_key
        >
            <div class="popover-head">
                <div>
                    <h3 id="popover-title">{title}</h3>
                    <p>{subtitle}</p>
                </div>
                <button type="button" class="button quiet small square" aria-label="Close" on:click=move |_| close()>
                    <IconView icon=Icon::Cross />
                </button>
            </div>
            {children()}
        </div>
    }
}

/// Left and top of the panel within the element it is positioned in, so that it stays inside.
fn place_beside(panel: &web_sys::HtmlElement, anchor: &str) -> (f64, f64) {
    let Some(frame) = panel.offset_parent().map(|frame| frame.get_bounding_client_rect()) else {
        return (MARGIN, MARGIN);
    };
    let own = panel.get_bounding_client_rect();
    let anchor = document()
        .get_element_by_id(anchor)
        .map_or_else(|| frame.clone(), |anchor| anchor.get_bounding_client_rect());
    let below = anchor.bottom() - frame.top() + 4.0;
    let above = anchor.top() - frame.top() - own.height() - 4.0;
    let lowest = frame.height() - own.height() - MARGIN;
    let top = if below <= lowest { below } else { above.min(lowest) };
    let rightmost = frame.width() - own.width() - MARGIN;
    let left = (anchor.left() - frame.left()).min(rightmost);
    (left.max(MARGIN), top.max(MARGIN))
}

/// Gives the focus back to the day that the element is in, which is in the tab order when it is not.
fn give_back_focus(anchor: &str) {
    let day =
        document().get_element_by_id(anchor).and_then(|element| element.closest("[role=gridcell]").ok()?);
    focus(&day.map_or_else(|| anchor.to_owned(), |day| day.id()));
}
