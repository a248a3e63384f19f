//! `#[derive(Record)]`: a type that is read from JSON and written as JSON, in less code than serde's
//! derive makes.
//!
//! The type says the same as for serde, with the same attributes, and is a serde type afterwards:
//! `serde_json::from_value`, `to_value` and all other serializers take it. What differs is that the code
//! which reads and writes is there once for all types, and each type adds a table of its members. See
//! `window_planner_core::record`.

mod attributes;
mod case;
mod names;
mod structure;

use proc_macro::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, parse_macro_input};

/// Implements `ReadRecord`, `WriteRecord`, `ReadMember`, `WriteMember`, `Serialize` and `Deserialize` for a
/// structure with named fields; for an enum without fields `Names`, and the last four.
///
/// Of serde's attributes it takes `rename_all`, `rename`, `default`, `deny_unknown_fields`, and
/// `skip_serializing_if` with `is_none` or `is_empty`. It refuses all others.
#[proc_macro_derive(Record, attributes(serde))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let made = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => structure::implementations(&input, fields),
            _ => Err(Error::new_spanned(&input.ident, "a record has named fields")),
        },
        Data::Enum(data) => names::implementations(&input, data),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "a record is a structure or an enum")),
    };
    let made = made.unwrap_or_else(|error| error.to_compile_error());
    quote!(#[doc(hidden)] #[allow(clippy::pedantic, reason = "what a derive writes is nobody's to read")] const _: () = { #made };).into()
}
