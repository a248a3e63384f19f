//! Following the size of an element.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

/// Calls `action` when the element gets a size, and whenever that changes: a pane that is not shown
/// has none. It ends with the component that asks for it.
pub(crate) fn on_resize(element: &web_sys::Element, action: impl FnMut() + 'static) {
    let action = Closure::<dyn FnMut()>::new(action);
    // Every browser that runs the app has resize observers.
    let Ok(observer) = web_sys::ResizeObserver::new(action.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, action));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
