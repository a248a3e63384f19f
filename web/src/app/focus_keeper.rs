//! The focus is never lost: where what has it vanishes, is hidden or disabled, it goes to what is nearest.

use super::is_text;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// What can have the focus by Tab, if it is there to be seen.
const STOPS: &str =
    "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex='0']";

/// What has its own focus: from one of these the focus goes back to where it came from, not to a neighbour.
const REGIONS: &str = "dialog, [popover], .popover, .notices, nav, section, header";

/// How many elements that had the focus are remembered.
const REMEMBERED: usize = 12;

/// An element that had the focus, and what it was in, from the inside out: once it is gone, nobody else knows.
struct Stop {
    element: HtmlElement,
    within: Vec<Element>,
}

/// Watches for as long as the page lives.
pub(super) fn keep() {
    let stops = StoredValue::new_local(Vec::<Stop>::new());
    let note = window_event_listener(ev::focusin, move |event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        stops.update_value(|stops| {
            stops.retain(|stop| stop.element != element && stop.element.is_connected());
            let excess = stops.len().saturating_sub(REMEMBERED - 1);
            stops.drain(..excess);
            stops.push(Stop { within: around(&element), element });
        });
    });
    // Once what was done has been drawn. A panel may take its time to vanish.
    let look = move || request_animation_frame(move || stops.with_value(|stops| give_back(stops)));
    // A letter that is typed takes nothing away from where it is typed, and must not wait for this.
    let keys = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_letter = event.key().chars().count() == 1 && !event.ctrl_key() && !event.meta_key();
        if !is_letter || !target.is_some_and(|target| is_text(&target)) {
            look();
        }
    });
    let handles = [
        window_event_listener_untyped("click", move |_| look()),
        window_event_listener_untyped("change", move |_| look()),
        window_event_listener_untyped("transitionend", move |_| look()),
    ];
    on_cleanup(move || {
        note.remove();
        keys.remove();
        handles.into_iter().for_each(WindowListenerHandle::remove);
    });
}

/// What an element is in, from the inside out to its region.
fn around(element: &HtmlElement) -> Vec<Element> {
    let mut within = Vec::new();
    let mut next = element.parent_element();
    while let Some(parent) = next {
        let is_region = parent.matches(REGIONS).unwrap_or(true);
        next = parent.parent_element().filter(|_| !is_region);
        within.push(parent);
    }
    within
}

/// Puts the focus where it is nearest to where it was, if it was lost.
fn give_back(stops: &[Stop]) {
    let Some((last, earlier)) = stops.split_last() else { return };
    let active = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let is_lost = active.is_none_or(|active| active.tag_name() == "BODY" || !is_there(&active));
    // Who presses a place that takes no focus wants it away from where it was.
    if !is_lost || is_there(&last.element) {
        return;
    }
    let beside = last.within.iter().find_map(|within| stop_in(within, &last.element));
    let before = || earlier.iter().rev().map(|stop| stop.element.clone()).find(is_there);
    let any = || stop_in(document().body()?.unchecked_ref(), &last.element);
    if let Some(element) = beside.or_else(before).or_else(any) {
        // What is there takes it.
        let _ = element.focus();
    }
}

/// What takes the place of `gone` within an element: what is current there, what comes after, what comes first.
fn stop_in(within: &Element, gone: &HtmlElement) -> Option<HtmlElement> {
    if !within.is_connected() {
        return None;
    }
    let all = within.query_selector_all(STOPS).ok()?;
    let all = (0..all.length()).filter_map(|place| all.item(place)?.dyn_into::<HtmlElement>().ok());
    let stops: Vec<HtmlElement> = all.filter(|stop| stop.tab_index() >= 0 && is_there(stop)).collect();
    let is_current = |stop: &&HtmlElement| stop.get_attribute("aria-current").as_deref() == Some("true");
    let is_after = |stop: &&HtmlElement| {
        gone.compare_document_position(stop) & Node::DOCUMENT_POSITION_FOLLOWING != 0 && gone.is_connected()
    };
    let found = stops.iter().find(is_current).or_else(|| stops.iter().find(is_after)).or(stops.first());
    found.cloned()
}

/// Whether an element can have the focus: it is in the page, to be seen, and enabled.
fn is_there(element: &HtmlElement) -> bool {
    let style = |name| {
        let style = window().get_computed_style(element).ok().flatten();
        style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
    };
    element.is_connected()
        && !element.matches(":disabled").unwrap_or(false)
        && element.get_client_rects().length() > 0
        && style("visibility") == "visible"
}
