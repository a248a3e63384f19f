//! A button with a panel that opens below it: the browser's own popover, which Escape and a press
//! outside close.

use super::{Icon, IconView};
use crate::numerals::pixels;
use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;

/// The room between the button and the panel, in pixels.
const GAP: f64 = 4.0;

/// Where an open panel is: distances from the window's edges, in pixels. One of each pair is set.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Place {
    left: Option<f64>,
    right: Option<f64>,
    top: Option<f64>,
    bottom: Option<f64>,
}

impl Place {
    /// Beside the button that was pressed: towards the side of the window where there is more room.
    pub(crate) fn beside(event: &MouseEvent) -> Self {
        let button = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(rect) = button.map(|button| button.get_bounding_client_rect()) else {
            return Self::default();
        };
        let size =
            |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
        let (width, height) = (size(window().inner_width()), size(window().inner_height()));
        let to_the_right = rect.left() < width / 2.0;
        let below = rect.top() < height * 0.6;
        Self {
            left: to_the_right.then_some(rect.left()),
            right: (!to_the_right).then_some(width - rect.right()),
            top: below.then_some(rect.bottom() + GAP),
            bottom: (!below).then_some(height - rect.top() + GAP),
        }
    }
}

/// A panel that a button with `popovertarget={id}` opens. A button in it that is done with has
/// `popovertarget={id} popovertargetaction="hide"`.
#[component]
pub(crate) fn DropdownPanel(
    /// Its element id.
    id: &'static str,
    /// Its name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Where it is.
    #[prop(into)]
    place: Signal<Place>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let length = |value: Option<f64>| value.map_or("auto".to_owned(), pixels);
    view! {
        <div
            popover="auto"
            id=id
            class="dropdown"
            tabindex="-1"
            role="group"
            aria-label=label
            style:left=move || length(place.get().left)
            style:right=move || length(place.get().right)
            style:top=move || length(place.get().top)
            style:bottom=move || length(place.get().bottom)
        >
            {children()}
        </div>
    }
}

/// A button with a panel of its own.
#[component]
pub(crate) fn Dropdown(
    /// The panel's element id.
    id: &'static str,
    /// The button's name and tooltip.
    #[prop(into)]
    label: Signal<String>,
    /// The button's classes.
    #[prop(optional)]
    class: &'static str,
    /// The button's icon.
    #[prop(optional)]
    icon: Option<Icon>,
    /// The button's text, if it has one; then it also has an arrow.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    let place = RwSignal::new(Place::default());
    view! {
        <button
            type="button"
            class=format!("button {class}")
            popovertarget=id
            aria-label=label
            data-tip="label"
            on:click=move |event| place.set(Place::beside(&event))
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            {text
                .map(|text| {
                    view! {
                        <span class="dropdown-text">{text}</span>
                        <IconView icon=Icon::Down />
                    }
                })}
        </button>
        <DropdownPanel id label place>
            {children()}
        </DropdownPanel>
    }
}
