//! The plan as a whole: its name, its file, and beginning anew.

use crate::{
    share,
    store::{Memo, Notice, Store, example, use_store},
    takeaway::file::slug,
    ui::{Dropdown, FileButton, GivenFile, Icon, IconView, download},
    words::isolated,
};
use leptos::prelude::*;
use window_planner_core::plan::Plan;

/// The panel's element id.
pub(crate) const ID: &str = "plan-menu";

/// The element id of the box for the plan's name.
pub(crate) const NAME_ID: &str = "plan-name";

/// The element id of what asks for a plan's file.
pub(crate) const FILE_ID: &str = "plan-file";

/// What a plan without a name is called.
const UNNAMED: &str = "My plan";

/// The plan's name, and what can be done with the plan.
#[component]
pub(crate) fn PlanMenu() -> impl IntoView {
    let store = use_store();
    let name = Memo::new(move |_| store.plan.with(|plan| plan.name.clone()).unwrap_or_default());
    let shown = Signal::derive(move || {
        name.with(|name| if name.is_empty() { UNNAMED.to_owned() } else { isolated(name) })
    });
    let label = Signal::derive(move || format!("Plan: {}", shown.get()));
    let rename = move |text: String| {
        let name = Some(text.trim().to_owned()).filter(|name| !name.is_empty());
        store.change("renaming of the plan", |plan| {
            plan.name = name;
            #[cfg(feature = "panic-on-purpose")]
            super::panic_page::panic_on_purpose(plan.name.as_deref().unwrap_or_default());
        });
    };
    view! {
        <Dropdown id=ID label class="quiet plan-name" text=shown>
            <label class="field-label" for=NAME_ID>
                "Name of the plan"
            </label>
            <input
                class="input"
                type="text"
                id=NAME_ID
                maxlength="100"
                dir="auto"
                autocomplete="off"
                placeholder=UNNAMED
                prop:value=move || name.get()
                on:change:target=move |event| rename(event.target().value())
            />
            <div class="menu">
                <MenuButton icon=Icon::Download text="Save plan file" on_press=move || save(store) />
                <MenuButton icon=Icon::Link text="Share as a link" on_press=move || share::share(store) />
                <FileButton id=FILE_ID accept=".json,application/json" on_file=move |file| open(store, file)>
                    <IconView icon=Icon::Open />
                    "Open plan file…"
                </FileButton>
                <MenuButton icon=Icon::Plus text="New plan" on_press=move || begin(store) />
                <MenuButton icon=Icon::Calendar text="Open the examples" on_press=move || open_examples(store) />
            </div>
        </Dropdown>
    }
}

/// A line of the menu; the menu closes with it.
#[component]
fn MenuButton(
    /// The icon.
    icon: Icon,
    /// What it says.
    text: &'static str,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            popovertarget=ID
            popovertargetaction="hide"
            on:click=move |_| on_press.run(())
        >
            <IconView icon />
            {text}
        </button>
    }
}

/// Hands the plan out as a file that [`open`] reads.
pub(crate) fn save(store: Store) {
    let (text, name) = store.plan.with_untracked(|plan| (plan.to_json(), plan.name.clone()));
    let slug = slug(name.as_deref().unwrap_or(UNNAMED));
    // A browser that refuses says so itself.
    let _ = download(&format!("{slug}.plan.json"), &text, "application/json");
}

fn open(store: Store, file: GivenFile) {
    let GivenFile { name, text } = file;
    let read = text.ok_or("it is not text".to_owned());
    match read.and_then(|text| Plan::from_json(&text).map_err(|error| error.to_string())) {
        Ok(opened) => replace(
            store,
            "opening of a plan",
            format!("{name} was opened in the place of the plan."),
            opened,
        ),
        Err(reason) => {
            let words = format!("{name} cannot be opened: {reason}. The plan stays as it is.");
            store.notices.update(|notices| notices.push(Notice::Refused(words)));
        }
    }
}

/// Begins an empty plan.
pub(crate) fn begin(store: Store) {
    replace(store, "new plan", "A new plan was begun.".to_owned(), Plan::default());
}

/// Opens the examples of a first visit.
pub(crate) fn open_examples(store: Store) {
    replace(
        store,
        "opening of the examples",
        "The examples were opened.".to_owned(),
        example(store.opened_at),
    );
}

fn replace(store: Store, words: &str, done: String, by: Plan) {
    store.opened.set(None);
    store.change_and_say(words, done, |plan| *plan = by);
    store.go_to_next_run();
}
