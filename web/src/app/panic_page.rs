//! The page that a failed program leaves behind. Leptos is gone by then, so it is built by hand.

use crate::{
    store::storage::{self, Remains},
    ui::download,
};
use leptos::prelude::document;
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement};

/// The page's element id.
const ID: &str = "panic-page";

/// Shows the page when the program panics. The stored plan stays as it is.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let remains = storage::seal();
        console_error_panic_hook::hook(panic);
        // A page that cannot be built leaves the message in the console.
        let _ = show(panic, remains);
    }));
}

/// Panics when the plan is called so, in a build for the test of this page.
#[cfg(feature = "panic-on-purpose")]
pub(crate) fn panic_on_purpose(name: &str) {
    assert!(name != "panic on purpose", "this build panics on purpose");
}

fn show(panic: &PanicHookInfo<'_>, remains: Remains) -> Result<(), JsValue> {
    // What is left of the program may fail again and again; the first failure is what happened.
    let Some(body) = document().body().filter(|_| document().get_element_by_id(ID).is_none()) else {
        return Ok(());
    };
    let Remains { text, is_stored } = remains;
    body.set_text_content(None);
    let page = append(&body, "main", "panic-page", "")?;
    page.set_id(ID);
    let heading = append(&page, "h1", "", "Window Planner has stopped")?;
    let plan = match (&text, is_stored) {
        (Some(_), true) => "Your plan is still stored in this browser; a reload opens it again.",
        (Some(_), false) => {
            "The browser has not stored your plan. Download it before you reload; the file opens it again."
        }
        (None, _) => "What is stored in this browser stays as it is.",
    };
    append(&page, "p", "", &format!("It met a mistake of its own. {plan}"))?;
    append(&page, "pre", "", &panic.to_string())?;
    let row = append(&page, "div", "row", "")?;
    let reload = append(&row, "button", "button primary", "Reload")?;
    on_click(&reload, || {
        let _ = leptos::prelude::window().location().reload();
    });
    if let Some(plan) = text {
        let save = append(&row, "button", "button", "Download the plan")?;
        on_click(&save, move || {
            let _ = download("window-planner-plan.json", &plan, "application/json");
        });
    }
    // What had the focus is gone; a screen reader begins here.
    heading.set_attribute("tabindex", "-1")?;
    heading.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus)
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
