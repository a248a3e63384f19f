//! Moving the focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Puts the focus on the element with this id, if it is there and can take it.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Presses the element with this id, wherever it is.
pub(crate) fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Presses the button that opens and closes the panel with this id. When the panel closes, the focus is where it
/// was; at that button, where it was nowhere.
pub(crate) fn press_button_of(panel: &str) {
    let button = document().query_selector(&format!("[popovertarget={panel}]")).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
            // A button that is hidden opens its panel all the same.
            let _ = button.focus();
        }
        button.click();
    }
}

/// Puts the focus on the element with this id once what has changed has been drawn. A text in it is
/// selected, so that typing replaces it.
pub(crate) fn focus_after_drawing(id: String) {
    request_animation_frame(move || {
        focus(&id);
        if let Some(input) = element(&id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
            input.select();
        }
    });
}

/// The same, with the caret behind the text, so that typing goes on with it.
pub(crate) fn go_on_after_drawing(id: String) {
    request_animation_frame(move || {
        focus(&id);
        if let Some(input) = element(&id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
            let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
            // A control without a caret has none to move.
            let _ = input.set_selection_range(end, end);
        }
    });
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
