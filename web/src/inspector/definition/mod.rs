//! The tab with the form: every field of the request.

mod date_field;
mod hours_field;
mod offset_field;
mod options;
mod tags;
mod text_field;
mod zone_field;

use crate::{
    expression::{Builder, ExpressionField},
    store::{FieldName, Memo, use_store},
    ui::{Later, Turn},
};
use date_field::DateField;
use hours_field::{CutoffField, DurationField};
use leptos::prelude::*;
use offset_field::OffsetField;
use options::Options;
use tags::Tags;
use text_field::TextField;
use zone_field::ZoneField;

/// The form.
#[component]
pub(crate) fn DefinitionTab() -> impl IntoView {
    let store = use_store();
    let is_new = Memo::new(move |_| store.with_current(|window| window.in_account.is_none()) == Some(true));
    let only_in_create = move || {
        is_new.get().then(|| {
            view! {
                <section class="section" aria-label="Tags and token">
                    <Tags />
                    <TextField
                        field=FieldName::ClientToken
                        label="Client token"
                        hint="Makes a repeated call harmless. The AWS CLI and SDKs fill it in when it is empty."
                        mono=true
                    />
                </section>
            }
        })
    };
    view! {
        <section class="section" aria-label="Name">
            <TextField field=FieldName::Name label="Name" />
            <TextField field=FieldName::Description label="Description" placeholder="What it is for" />
        </section>
        <section class="section" aria-labelledby="schedule-heading">
            <h3 id="schedule-heading">"Schedule"</h3>
            <Builder />
            <ExpressionField />
            <Description />
            <ZoneField />
            <OffsetField />
        </section>
        <Later turn=Turn::Form>
        <section class="section" aria-labelledby="length-heading">
            <h3 id="length-heading">"Length"</h3>
            <DurationField />
            <CutoffField />
        </section>
        <section class="section" aria-labelledby="bounds-heading">
            <h3 id="bounds-heading">"Active period"</h3>
            <DateField field=FieldName::StartDate label="Not before" />
            <DateField field=FieldName::EndDate label="Not after" />
        </section>
        <section class="section" aria-labelledby="options-heading">
            <h3 id="options-heading">"Options"</h3>
            <Options />
        </section>
        {move || only_in_create()}
        </Later>
    }
}

/// The schedule in plain English.
#[component]
fn Description() -> impl IntoView {
    let store = use_store();
    let stale =
        move || store.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.obstacle.is_some()));
    let words = move || {
        store.shown.with(|shown| {
            let shown = shown.as_ref()?;
            match shown.obstacle.as_deref() {
                Some("Schedule") => Some("The expression cannot be read yet.".to_owned()),
                Some(field) => Some(format!("When it runs is open until {field} is put right.")),
                None => shown.description.clone(),
            }
        })
    };
    view! {
        <p class="description" class:stale=stale>
            {move || words()}
        </p>
    }
}
