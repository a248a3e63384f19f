//! Files that the viewer gives.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

/// A file as text, or why it cannot be read.
pub(crate) struct GivenFile {
    /// Its name.
    pub(crate) name: String,
    /// Its text; none where the browser cannot read it.
    pub(crate) text: Option<String>,
}

/// A button that asks for a file.
#[component]
pub(crate) fn FileButton(
    /// The element id of the control within.
    id: &'static str,
    /// What it says.
    children: Children,
    /// Which files to offer, as `accept` has it.
    accept: &'static str,
    /// Called with the file.
    #[prop(into)]
    on_file: Callback<GivenFile>,
) -> impl IntoView {
    let read = move |input: web_sys::HtmlInputElement| {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // The same file may be given again.
            input.set_value("");
            on_file.run(GivenFile { name: file.name(), text });
        });
    };
    view! {
        <label class="button file-button">
            {children()}
            <input type="file" id=id class="unseen" accept=accept on:change:target=move |event| read(event.target()) />
        </label>
    }
}
