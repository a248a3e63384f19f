//! The page that a failed program leaves behind. Leptos is gone by then, so it is built by hand.

use crate::{store::storage, ui::download};
use leptos::prelude::document;
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement};

/// Shows the page when the program panics. The stored plan stays as it is.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        // A page that cannot be built leaves the message in the console.
        let _ = show(panic);
    }));
}

fn show(panic: &PanicHookInfo<'_>) -> Result<(), JsValue> {
    let Some(body) = document().body() else { return Ok(()) };
    body.set_text_content(None);
    let page = append(&body, "main", "panic-page", "")?;
    append(&page, "h1", "", "Window Planner has stopped")?;
    append(
        &page,
        "p",
        "",
        "It met a mistake of its own. Your plan is still stored in this browser; a reload opens it again.",
    )?;
    append(&page, "pre", "", &panic.to_string())?;
    let row = append(&page, "div", "row", "")?;
    let reload = append(&row, "button", "button primary", "Reload")?;
    on_click(&reload, || {
        let _ = leptos::prelude::window().location().reload();
    });
    if let Some(plan) = storage::plan_text() {
        let save = append(&row, "button", "button", "Download the plan")?;
        on_click(&save, move || {
            let _ = download("window-planner-plan.json", &plan, "application/json");
        });
    }
    Ok(())
}

fn append(parent: &Element, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document().create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content((!text.is_empty()).then_some(text));
    parent.append_child(&element)?;
    Ok(element)
}

fn on_click(element: &Element, action: impl FnMut() + 'static) {
    let action = Closure::<dyn FnMut()>::new(action);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_onclick(Some(action.as_ref().unchecked_ref()));
    }
    action.forget();
}
