//! What can be done with a window of the list.

use super::entry::ACTIONS_ID;
use crate::{
    store::{Memo, Planned, Store, color::COLORS, use_store},
    ui::{DropdownPanel, Icon, IconView, Place},
};
use leptos::prelude::*;

/// The names of the colours, for those who cannot see them.
const COLOR_NAMES: [&str; COLORS as usize] =
    ["Blue", "Orange", "Green", "Pink", "Olive", "Violet", "Red", "Cyan"];

/// The panel of actions of the window that `acting` names.
#[component]
pub(crate) fn ActionsPanel(
    /// The window.
    acting: RwSignal<Option<Planned>>,
    /// Where the panel is.
    at: RwSignal<Place>,
) -> impl IntoView {
    let store = use_store();
    let title = Signal::derive(move || {
        acting
            .with(|acting| acting.as_ref().map(|it| it.shown.with(|shown| shown.title.clone())))
            .unwrap_or_default()
    });
    let is_enabled = Memo::new(move |_| {
        acting.with(|acting| acting.as_ref().is_some_and(|it| it.shown.with(|shown| shown.enabled)))
    });
    let act = move |act: fn(Store, &Planned)| {
        move |_| {
            if let Some(planned) = acting.get_untracked() {
                act(store, &planned);
            }
        }
    };
    let toggle = act(|store, planned| {
        let enabled = planned.shown.with_untracked(|shown| shown.enabled);
        store.set_enabled(&planned.id, !enabled);
    });
    let enable_icon = move || if is_enabled.get() { Icon::Paused } else { Icon::Active };
    view! {
        <DropdownPanel id=ACTIONS_ID label=title place=at>
            <div class="menu">
                <button type="button" class="button" popovertarget=ACTIONS_ID popovertargetaction="hide" on:click=toggle>
                    {move || view! { <IconView icon=enable_icon() /> }}
                    {move || if is_enabled.get() { "Disable" } else { "Enable" }}
                </button>
                <button
                    type="button"
                    class="button"
                    popovertarget=ACTIONS_ID
                    popovertargetaction="hide"
                    on:click=act(|store, planned| store.duplicate(&planned.id))
                >
                    <IconView icon=Icon::Copy />
                    "Duplicate"
                </button>
                <button
                    type="button"
                    class="button"
                    popovertarget=ACTIONS_ID
                    popovertargetaction="hide"
                    on:click=act(|store, planned| store.delete(&planned.id))
                >
                    <IconView icon=Icon::Delete />
                    "Delete"
                </button>
            </div>
            <Colors acting />
        </DropdownPanel>
    }
}

/// The colours to choose from.
#[component]
fn Colors(
    /// The window.
    acting: RwSignal<Option<Planned>>,
) -> impl IntoView {
    let store = use_store();
    let taken = Memo::new(move |_| {
        acting.with(|acting| acting.as_ref().map(|it| it.shown.with(|shown| shown.color % COLORS)))
    });
    let swatches = (0..COLORS)
        .zip(COLOR_NAMES)
        .map(|(color, name)| {
            let take = move |_| {
                if let Some(planned) = acting.get_untracked() {
                    store.set_color(&planned.id, color);
                }
            };
            view! {
                <input
                    type="radio"
                    name="window-color"
                    class="color-choice"
                    data-color=color.to_string()
                    aria-label=name
                    data-tip="label"
                    prop:checked=move || taken.get() == Some(color)
                    on:change=take
                />
            }
        })
        .collect_view();
    view! {
        <fieldset class="colors">
            <legend>"Colour"</legend>
            {swatches}
        </fieldset>
    }
}
