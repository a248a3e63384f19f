//! An argument of a call → what the core works with.

use crate::argument_error::ArgumentError;
use crate::json::{Json, Stranger};
use crate::options::Options;
use wasm_bindgen::JsValue;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::record::{self, Layout, ReadMember};
use window_planner_core::window::Request;

/// An argument, by the name it has in the documentation.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: &'static str,
    pub(crate) json: Json,
}

impl Argument {
    pub(crate) fn new(name: &'static str, value: impl Into<JsValue>) -> Self {
        Self { name, json: Json::from(&value.into()) }
    }

    /// Whether it is an object with one of these members.
    pub(crate) fn has_any(&self, members: &[&str]) -> bool {
        members.iter().any(|member| self.json.value.get(member).is_some_and(|value| !value.is_null()))
    }

    /// Reads options.
    ///
    /// # Errors
    ///
    /// When one is missing, unknown, or not what it should be.
    pub(crate) fn options<O: Options>(self) -> Result<O, ArgumentError> {
        let error = |place: &str, what: &str| option_error(self.name, place, what, O::EXAMPLE);
        if let Some(Stranger { place, what }) = self.json.strangers.first() {
            return Err(error(place, &format!("it is {what}")));
        }
        if !self.json.value.is_object() {
            return Err(error("", "it is not an object"));
        }
        record::from_value(self.json.value).map_err(|fault| {
            if fault.is_unknown() {
                error(&fault.place, &no_such_option(O::unset().layout()))
            } else {
                error(&fault.place, &fault.message)
            }
        })
    }

    /// Reads a plain value, such as one of a few names.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub(crate) fn plain<M: ReadMember>(self) -> Result<M, ArgumentError> {
        let Self { name, json } = self;
        if let Some(Stranger { what, .. }) = json.strangers.first() {
            return Err(ArgumentError::new(format!("{name} is {what}.")));
        }
        record::from_value(json.value).map_err(|fault| ArgumentError::new(format!("{name}: {fault}.")))
    }

    /// Reads a request; everything that AWS would not take is reported.
    pub(crate) fn request<R: Request>(self) -> (R, Vec<Diagnostic>) {
        let Json { value, strangers } = self.json;
        if let Some(finding) = no_object(&strangers) {
            return (R::default(), vec![finding]);
        }
        let (request, mut found) = R::from_value(value);
        add_strangers(strangers, &mut found);
        (request, found)
    }
}

fn option_error(argument: &str, place: &str, what: &str, example: &str) -> ArgumentError {
    let dot = if place.is_empty() { "" } else { "." };
    ArgumentError::new(format!("{argument}{dot}{place}: {what}. Write, for example, {example}."))
}

fn no_such_option(layout: &Layout) -> String {
    let known: Vec<&str> = layout.members.iter().map(|member| member.name).collect();
    format!("there is no such option, but `{}`", known.join("`, `"))
}

/// The finding about a request that is, as a whole, nothing that JSON has a form for.
fn no_object(strangers: &[Stranger]) -> Option<Diagnostic> {
    let Stranger { what, .. } = strangers.iter().find(|stranger| stranger.place.is_empty())?;
    let message = format!("The request is {what}.");
    Some(Diagnostic::new(Code::RequestNotObject, "", message).help("Write {\"Name\": …}."))
}

/// Adds what JSON has no form for, which is there, only unreadable.
fn add_strangers(strangers: Vec<Stranger>, found: &mut Vec<Diagnostic>) {
    found.retain(|finding| {
        finding.code != Code::Missing || strangers.iter().all(|stranger| stranger.place != finding.field)
    });
    found.extend(strangers.into_iter().map(|Stranger { place, what }| {
        Diagnostic::new(Code::WrongType, place.clone(), format!("{place} is {what}."))
            .help("Write a string, a whole number, true or false.")
    }));
}
