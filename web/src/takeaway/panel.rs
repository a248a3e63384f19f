//! The panel that leads to every file and to the printed pages.

use super::{
    file::{File, Form, Told, write},
    period::Period,
    print::keep_printable,
};
use crate::{
    date_value::date_of,
    store::{LastingRwSignal, Memo, Store, use_store},
    ui::{CopyButton, DropdownPanel, Icon, IconView, Place, Segmented, download},
    words,
};
use leptos::prelude::*;
use window_planner_core::plan::Plan;

/// The panel's element id.
pub(crate) const PANEL_ID: &str = "export-panel";

/// Which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    ThisQuarter,
    NextQuarter,
    Other,
}

/// The button in the header with its panel.
#[component]
pub(crate) fn ExportButton() -> impl IntoView {
    let store = use_store();
    let place = RwSignal::new(Place::default());
    let is_all = LastingRwSignal::new(true);
    let form = RwSignal::new(Form::ALL[0]);
    let span = RwSignal::new(Span::NextQuarter);
    let today = Memo::new(move |_| store.clock.today(store.view_zone()));
    let other = RwSignal::new(Period::quarter(today.get_untracked(), 1));
    let period = Signal::derive(move || match span.get() {
        Span::ThisQuarter => Period::quarter(today.get(), 0),
        Span::NextQuarter => Period::quarter(today.get(), 1),
        Span::Other => other.get(),
    });
    keep_printable(store, period);
    let file = move || file(store, is_all.get_untracked(), form.get_untracked(), period.get_untracked());
    let text = Signal::derive(move || untrack(|| file().text));
    let save = move |_| {
        let File { name, text, media_type } = file();
        // A browser that refuses says so itself.
        let _ = download(&name, &text, media_type);
    };
    let scopes = Signal::derive(move || {
        let count = words::count(store.windows.with(Vec::len), "window");
        let title = store.shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()));
        let all = std::iter::once((true, format!("All: {count}")));
        all.chain(title.map(|title| (false, title))).collect::<Vec<_>>()
    });
    let hint = move || {
        if form.get().is_of_period() {
            format!("Runs of {}, 20,000 at most. Disabled windows have none.", period.get().words())
        } else {
            String::new()
        }
    };
    view! {
        <button
            type="button"
            class="button quiet header-action"
            aria-label="Export"
            title="Export and print"
            popovertarget=PANEL_ID
            on:click=move |event| place.set(Place::beside(&event))
        >
            <IconView icon=Icon::Export />
            <span class="header-word">"Export"</span>
        </button>
        <DropdownPanel id=PANEL_ID label=Signal::stored("Export".to_owned()) place>
            <div class="export-panel">
                <h2>"Export"</h2>
                <Segmented label="Which windows" choices=scopes value=move || is_all.get() on_change=move |to| is_all.set(to) />
                <Forms form />
                <h2>"Days of runs and of pages"</h2>
                <Days span other period />
                <p class="field-hint" hidden=move || hint().is_empty()>
                    {move || hint()}
                </p>
                <div class="row wrap">
                    <button type="button" class="button primary" on:click=save>
                        <IconView icon=Icon::Download />
                        "Download"
                    </button>
                    <CopyButton text />
                    <button
                        type="button"
                        class="button"
                        popovertarget=PANEL_ID
                        popovertargetaction="hide"
                        title="The months as pages: also Ctrl+P"
                        on:click=move |_| print()
                    >
                        "Print the months"
                    </button>
                </div>
            </div>
        </DropdownPanel>
    }
}

/// The kinds of file.
#[component]
fn Forms(
    /// The one that is chosen.
    form: RwSignal<Form>,
) -> impl IntoView {
    let rows = Form::ALL
        .into_iter()
        .map(|choice| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="export-form"
                        prop:checked=move || form.get() == choice
                        on:change=move |_| form.set(choice)
                    />
                    {choice.words()}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices">
            <legend class="unseen">"Kind of file"</legend>
            {rows}
        </fieldset>
    }
}

/// Which days: a quarter, or any.
#[component]
fn Days(
    /// The choice.
    span: RwSignal<Span>,
    /// The days that are chosen by date.
    other: RwSignal<Period>,
    /// The days that are taken.
    period: Signal<Period>,
) -> impl IntoView {
    let choices = [
        (Span::ThisQuarter, "This quarter"),
        (Span::NextQuarter, "Next quarter"),
        (Span::Other, "Other days"),
    ];
    let choices = Signal::stored(choices.map(|(span, words)| (span, words.to_owned())).to_vec());
    let change = move |to| {
        // Other days begin with those that were there.
        other.set(period.get_untracked());
        span.set(to);
    };
    let date_box = move |label: &'static str,
                         read: fn(&Period) -> chrono::NaiveDate,
                         set: fn(&mut Period, chrono::NaiveDate)| {
        view! {
            <input
                class="input"
                type="date"
                aria-label=label
                min="2000-01-01"
                max="2099-12-31"
                prop:value=move || read(&period.get()).to_string()
                on:change=move |event| {
                    if let Some(date) = date_of(&event_target_value(&event)) {
                        other.update(|period| {
                            set(period, date);
                            *period = Period::between(period.first, period.last);
                        });
                    }
                }
            />
        }
    };
    view! {
        <Segmented label="Days" choices value=span on_change=change />
        <div class="fields-2" hidden=move || span.get() != Span::Other>
            {date_box("First day", |period| period.first, |period, date| period.first = date)}
            {date_box("Last day", |period| period.last, |period, date| period.last = date)}
        </div>
    }
}

/// The file of the windows that are chosen.
fn file(store: Store, is_all: bool, form: Form, period: Period) -> File {
    let told = Told { period, zone: store.view_zone(), now: store.clock.now.get(), created: store.opened_at };
    store.plan.with(|plan| {
        let only = if is_all { None } else { store.with_current(Clone::clone) };
        match only {
            None => write(plan, plan.name.as_deref().unwrap_or("My plan"), form, told),
            Some(window) => {
                let title = window.title().to_owned();
                let mut alone = Plan::default();
                alone.insert(window);
                write(&alone, &title, form, told)
            }
        }
    })
}

/// Prints once the panel has closed: the browser waits for nothing while it prints.
pub(crate) fn print() {
    request_animation_frame(|| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    });
}
