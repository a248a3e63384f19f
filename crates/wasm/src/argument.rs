//! An argument of a call → what the core works with.

use crate::argument_error::ArgumentError;
use crate::json::{Json, Stranger};
use crate::options::Options;
use wasm_bindgen::JsValue;
use window_planner_core::diagnostic::{Code, Diagnostic};
use window_planner_core::record::{self, Member};
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
        let error = |place: &str, what: &str| {
            let dot = if place.is_empty() { "" } else { "." };
            let Self { name, .. } = self;
            ArgumentError::new(format!("{name}{dot}{place}: {what}. Write, for example, {}.", O::EXAMPLE))
        };
        if let Some(Stranger { place, what }) = self.json.strangers.first() {
            return Err(error(place, &format!("it is {what}")));
        }
        if !self.json.value.is_object() {
            return Err(error("", "it is not an object"));
        }
        record::from_value(self.json.value).map_err(|fault| {
            let known: Vec<&str> = O::unset().layout().members.iter().map(|member| member.name).collect();
            let there_are = format!("there is no such option, but `{}`", known.join("`, `"));
            error(&fault.place, if fault.is_unknown() { &there_are } else { &fault.message })
        })
    }

    /// Reads a plain value, such as one of a few names.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub(crate) fn plain<M: Member>(self) -> Result<M, ArgumentError> {
        let Self { name, json } = self;
        if let Some(Stranger { what, .. }) = json.strangers.first() {
            return Err(ArgumentError::new(format!("{name} is {what}.")));
        }
        record::from_value(json.value).map_err(|fault| ArgumentError::new(format!("{name}: {fault}.")))
    }

    /// Reads a request; everything that AWS would not take is reported.
    pub(crate) fn request<R: Request>(self) -> (R, Vec<Diagnostic>) {
        let Json { value, strangers } = self.json;
        if let Some(Stranger { what, .. }) = strangers.iter().find(|stranger| stranger.place.is_empty()) {
            let message = format!("The request is {what}.");
            let finding = Diagnostic::new(Code::RequestNotObject, "", message).help("Write {\"Name\": …}.");
            return (R::default(), vec![finding]);
        }
        let (request, mut found) = R::from_value(value);
        // It is there, only unreadable.
        found.retain(|finding| {
            finding.code != Code::Missing || strangers.iter().all(|stranger| stranger.place != finding.field)
        });
        found.extend(strangers.into_iter().map(|Stranger { place, what }| {
            Diagnostic::new(Code::WrongType, place.clone(), format!("{place} is {what}."))
                .help("Write a string, a whole number, true or false.")
        }));
        (request, found)
    }
}
