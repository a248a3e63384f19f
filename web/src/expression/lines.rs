//! The lines from each part of the expression down to its label.

use super::marks::units;
use crate::{
    numerals::decimal,
    store::{LastingMemo, Memo},
    ui::on_resize,
};
use leptos::{html, prelude::*};
use window_planner_core::schedule::Part;

/// The height of the strip that the lines cross, in pixels; `expression.css` has the same.
const HEIGHT: u32 = 16;

/// What is measured of the text: all of it in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Measures {
    /// Before the first character.
    padding: f64,
    /// Of one character.
    character: f64,
    /// Of the field.
    width: f64,
}

/// A line for each part. They cannot cross: text and labels are in the same order.
#[component]
pub(crate) fn Lines(
    /// The text.
    input: NodeRef<html::Input>,
    /// The parts.
    parts: Memo<Vec<Part>>,
    /// The part under the caret.
    active: LastingMemo<Option<usize>>,
    /// How far the text is scrolled, in pixels.
    scrolled: RwSignal<i32>,
) -> impl IntoView {
    let measures = RwSignal::new(Measures::default());
    let measure = move || {
        if let Some(input) = input.get_untracked() {
            measures.set(take_measures(&input));
        }
    };
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            on_resize(&input, measure);
        }
    });
    let lines = move || {
        let Measures { padding, character, width } = measures.get();
        let parts = parts.get();
        let label_width = (width - 8.0) / f64::from(u32::try_from(parts.len()).unwrap_or(1).max(1));
        let mut label = 4.0 - label_width / 2.0;
        parts
            .into_iter()
            .enumerate()
            .map(|(place, part)| {
                label += label_width;
                let at = |unit: u32| padding + f64::from(unit) * character - f64::from(scrolled.get());
                let (left, right) = (at(part.span.start), at(part.span.end));
                let middle = f64::midpoint(left, right);
                let [left, middle, right, label] = [left, middle, right, label].map(|at| decimal(at, 1));
                let bracket = format!("M{left} 0v3H{right}v-3M{middle} 3");
                let path = format!("{bracket}V5L{label} {}V{HEIGHT}", HEIGHT - 3);
                let active = active.clone();
                view! { <path class:active=move || active.get() == Some(place) d=path /> }
            })
            .collect_view()
    };
    view! {
        <svg class="expression-lines" aria-hidden="true">
            {move || lines()}
        </svg>
    }
}

/// Measures the text by what the browser makes of a known one.
fn take_measures(input: &web_sys::HtmlInputElement) -> Measures {
    const SAMPLE: &str = "0000000000";
    let width = f64::from(input.client_width());
    let style = window().get_computed_style(input).ok().flatten();
    let pixels = |name: &str| {
        let value = style.as_ref()?.get_property_value(name).ok()?;
        Some(js_sys::Number::parse_float(&value)).filter(|pixels| pixels.is_finite())
    };
    let character = sample_width(input, SAMPLE).map_or(0.0, |width| width / f64::from(units(SAMPLE)));
    Measures { padding: pixels("padding-left").unwrap_or_default(), character, width }
}

/// How wide `text` is in the font of the text.
fn sample_width(input: &web_sys::HtmlInputElement, text: &str) -> Option<f64> {
    let sample = document().create_element("span").ok()?;
    sample.set_class_name("expression-sample");
    sample.set_text_content(Some(text));
    input.parent_element()?.append_child(&sample).ok()?;
    let width = sample.get_bounding_client_rect().width();
    sample.remove();
    Some(width)
}
