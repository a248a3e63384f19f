//! Files and texts that are dropped on the page, pasted into it or chosen.

use super::{
    given::{Gathered, Given, Importing},
    preview::{Preview, Way},
};
use crate::{
    app::is_text,
    slices::{after_rest, let_go},
    store::{Pane, Store},
};
use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DragEvent, FileList};
use window_planner_core::import::Fate;

/// What a text is called that came from the clipboard.
const CLIPBOARD: &str = "the pasted text";

/// What a plan is called that came with a link.
const LINK: &str = "the link";

/// Listens for drops and pastes for as long as the page lives. `is_dragging` tells whether files are
/// being dragged over the page.
pub(super) fn listen(store: Store, is_dragging: RwSignal<bool>) {
    let over = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            // What is not prevented, the browser opens in the place of the page.
            event.prevent_default();
            if !is_dragging.get_untracked() {
                is_dragging.set(true);
            }
        }
    });
    let leaving = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            is_dragging.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        is_dragging.set(false);
        let Some(files) = event.data_transfer().filter(|_| has_files(&event)).and_then(|it| it.files())
        else {
            return;
        };
        event.prevent_default();
        take_files(store, &files);
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let is_in_text =
            event.target().and_then(|target| target.dyn_into().ok()).is_some_and(|it| is_text(&it));
        let Some(copied) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        let files = copied.files().filter(|files| files.length() > 0);
        if let Some(files) = files {
            event.prevent_default();
            take_files(store, &files);
        } else if let (false, Ok(text)) = (is_in_text, copied.get_data("text/plain"))
            && !text.trim().is_empty()
        {
            event.prevent_default();
            take_text(store, &text);
        }
    });
    on_cleanup(move || {
        over.remove();
        leaving.remove();
        drop.remove();
        paste.remove();
    });
}

/// Opens the dialog that asks what to import.
pub(crate) fn ask(store: Store) {
    store.importing.set(Some(Importing::Asking));
}

/// Looks at files, together with those that are looked at already.
pub(super) fn take_files(store: Store, files: &FileList) {
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|place| files.get(place)).collect();
    let mut gathered = looked_at(store).unwrap_or_default();
    let so_far = (gathered.files.len(), gathered.refused.len());
    if looked_at(store).is_none() {
        store.importing.set(Some(Importing::Reading));
    }
    spawn_local(async move {
        for file in files {
            let name = file.name();
            match gathered.refusal(file.size()) {
                Some(reason) => gathered.refuse(name, reason),
                None => match read(&file).await {
                    Ok(bytes) => gathered.add(name, bytes),
                    Err(_) => gathered.refuse(name, "The browser cannot read it. Is it a folder?"),
                },
            }
        }
        // Others may have come in the meantime, or the dialog was closed.
        let mut all = match store.importing.get_untracked() {
            Some(Importing::Looking(gathered)) => gathered,
            Some(Importing::Reading) => Gathered::default(),
            Some(Importing::Asking | Importing::Opening(_)) | None => return,
        };
        all.files.extend(gathered.files.drain(so_far.0..));
        all.refused.extend(gathered.refused.drain(so_far.1..));
        look(store, all);
    });
}

/// Looks at a text, together with what is looked at already.
pub(super) fn take_text(store: Store, text: &str) {
    let mut gathered = looked_at(store).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a text that is in memory")]
    match gathered.refusal(text.len() as f64) {
        Some(reason) => gathered.refuse(CLIPBOARD.to_owned(), reason),
        None => gathered.add(CLIPBOARD.to_owned(), text.as_bytes().to_vec()),
    }
    look(store, gathered);
}

/// Looks at what was given.
pub(super) fn look(store: Store, gathered: Gathered) {
    store.opened.set(None);
    store.importing.set(Some(Importing::Looking(gathered)));
}

/// Looks at the plan of a link. Where nothing is lost by it, it takes the place of the plan `at_once`.
pub(crate) fn look_at_link(store: Store, text: String, at_once: bool) {
    let file = Given { name: LINK.to_owned(), text: text.into() };
    let given = Gathered { files: vec![file], ..Gathered::default() };
    if at_once {
        let now = store.clock.now.get_untracked();
        let preview = store.plan.with_untracked(|plan| Preview::of(plan, &given, Way::Replace, now));
        if preview.has_changes && preview.obstacle.is_none() {
            confirm(store, preview);
            return;
        }
    }
    store.opened.set(None);
    store.importing.set(Some(Importing::Opening(given)));
}

/// Ends the import without a change.
pub(super) fn close(store: Store) {
    store.importing.set(None);
}

/// Takes the import over into the plan, as one step.
pub(super) fn confirm(store: Store, preview: Preview) {
    close(store);
    let first = preview.report.windows.iter().find(|window| window.fate != Fate::Same);
    let first = first.map(|window| window.id.clone());
    let done = preview.report.summary().into_iter().next().unwrap_or_default();
    store.replace_and_say("import", done, preview.plan);
    if let Some(first) = first {
        store.select(&first);
    }
    store.pane.set(Pane::Calendar);
    if untrack(|| store.has_many()) {
        // Another month is drawn in a task of its own: there is enough to draw as it is.
        after_rest(move || store.go_to_next_run());
    } else {
        store.go_to_next_run();
    }
    let_go(preview.report.windows);
}

/// What is looked at.
fn looked_at(store: Store) -> Option<Gathered> {
    store.importing.with_untracked(|importing| match importing {
        Some(Importing::Looking(gathered)) => Some(gathered.clone()),
        _ => None,
    })
}

fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

async fn read(file: &web_sys::File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
