//! Whose wall's clock the calendar shows.

use crate::{
    store::{Store, ViewZone, Wall, use_store},
    ui::{Combobox, Dropdown},
    zone_choice::zone_choices,
};
use leptos::prelude::*;
use window_planner_core::zone::Zone;

/// The panel's element id.
pub(crate) const ZONE_MENU_ID: &str = "zone-menu";

/// The element id of the box for any zone.
const ANY: &str = "view-zone";

/// The zone of the view, and the panel to choose another.
#[component]
pub(crate) fn ZoneMenu() -> impl IntoView {
    let store = use_store();
    let words = Signal::derive(move || wall_words(store, store.wall.get()));
    let label = Signal::derive(move || format!("Time zone of the calendar: {}", words.get()));
    let choices =
        move || offered(store).into_iter().map(|choice| view! { <ZoneLine choice /> }).collect_view();
    let typed = RwSignal::new(String::new());
    let take = move |text: String| {
        if let Some(zone) = Zone::named(&text) {
            set_zone(store, ViewZone::Named(zone));
            typed.set(String::new());
        } else {
            typed.set(text);
        }
    };
    view! {
        <Dropdown id=ZONE_MENU_ID label class="zone-menu" text=words>
            <fieldset class="choices">
                <legend>"Time zone of the calendar"</legend>
                {choices}
            </fieldset>
            <label class="field-label" for=ANY>
                "Any other"
            </label>
            <Combobox
                id=ANY
                described_by=String::new()
                value=typed
                search=move |typed: String| zone_choices(store, &typed)
                invalid=Signal::stored(false)
                placeholder="A city or country"
                on_change=take
            />
        </Dropdown>
    }
}

/// A zone to choose.
#[component]
fn ZoneLine(
    /// The zone.
    choice: ViewZone,
) -> impl IntoView {
    let store = use_store();
    let words = move || match choice {
        ViewZone::Fitting => match store.wall_of(choice) {
            Wall::Of(zone) if zone == store.clock.viewer_zone => "Automatic: yours".to_owned(),
            wall => format!("Automatic: the windows', {}", wall_words(store, wall)),
        },
        choice => wall_words(store, store.wall_of(choice)),
    };
    let is_taken = move || store.preferences.with(|preferences| preferences.view_zone == choice);
    view! {
        <label class="choice">
            <input type="radio" name="view-zone" prop:checked=is_taken on:change=move |_| set_zone(store, choice) />
            {move || words()}
        </label>
    }
}

fn set_zone(store: Store, zone: ViewZone) {
    store.opened.set(None);
    store.preferences.update(|preferences| preferences.view_zone = zone);
}

/// What is offered: the usual ones, and the one that was chosen by name.
fn offered(store: Store) -> Vec<ViewZone> {
    let mut choices = vec![ViewZone::Fitting, ViewZone::Own, ViewZone::Viewer];
    if store.clock.viewer_zone != Zone::UTC {
        choices.push(ViewZone::Utc);
    }
    let chosen = store.preferences.with(|preferences| preferences.view_zone);
    if matches!(chosen, ViewZone::Named(_)) {
        choices.push(chosen);
    }
    choices
}

/// `Los Angeles`, `Berlin (you)`, `Each window's own`.
pub(crate) fn wall_words(store: Store, wall: Wall) -> String {
    match wall {
        Wall::Own => "Each window's own".to_owned(),
        Wall::Of(zone) if zone == store.clock.viewer_zone => format!("{} (you)", zone.city()),
        Wall::Of(zone) => zone.city(),
    }
}
