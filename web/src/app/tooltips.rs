//! Tooltips that say what the label says: there while the pointer is. A `title` that is always there would be a
//! description besides, and be read out after the same words.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Listens for as long as the page lives. What has a tooltip says so by `data-tip`.
pub(super) fn listen() {
    let labelled = |event: &ev::PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
        target.closest("[data-tip]").ok().flatten()
    };
    let over = window_event_listener(ev::pointerover, move |event| {
        if let Some((element, label)) =
            labelled(&event).and_then(|it| Some((it.clone(), it.get_attribute("aria-label")?)))
        {
            // A name of an attribute that is one is never refused.
            let _ = element.set_attribute("title", &label);
        }
    });
    let out = window_event_listener(ev::pointerout, move |event| {
        if let Some(element) = labelled(&event) {
            let _ = element.remove_attribute("title");
        }
    });
    on_cleanup(move || {
        over.remove();
        out.remove();
    });
}
