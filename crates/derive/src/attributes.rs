//! serde's attributes, as far as records have them.

use crate::case::Case;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, ExprPath, LitStr, Result};

/// What is said about a whole type.
#[derive(Default)]
pub(crate) struct OfType {
    case: Option<Case>,
    /// Whether members that are not there are those of `Default`.
    pub(crate) default: bool,
    /// Whether members that the type does not have are refused.
    pub(crate) refuses_others: bool,
}

impl OfType {
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut of_type = Self::default();
        each(attributes, |meta| {
            if meta.path.is_ident("rename_all") {
                let name: LitStr = meta.value()?.parse()?;
                let case = Case::from_name(&name.value());
                of_type.case =
                    Some(case.ok_or_else(|| Error::new_spanned(&name, "records have no such case"))?);
            } else if meta.path.is_ident("default") {
                of_type.default = true;
            } else if meta.path.is_ident("deny_unknown_fields") {
                of_type.refuses_others = true;
            } else {
                return Err(unknown(meta));
            }
            Ok(())
        })?;
        Ok(of_type)
    }

    /// The name in JSON of what Rust calls `name`.
    pub(crate) fn spell(&self, name: &str) -> String {
        self.case.map_or_else(|| name.to_owned(), |case| case.spell(name))
    }
}

/// What is said about a field or a variant.
pub(crate) struct OfPart {
    pub(crate) name: Option<String>,
    /// What a member is that is not there.
    pub(crate) default: Option<TokenStream>,
    /// When it is left out of JSON: a variant of `LeftOut`.
    pub(crate) left_out: Ident,
}

impl OfPart {
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Self> {
        let left_out = |when| Ident::new(when, Span::call_site());
        let mut of_part = Self { name: None, default: None, left_out: left_out("Never") };
        each(attributes, |meta| {
            if meta.path.is_ident("rename") {
                let name: LitStr = meta.value()?.parse()?;
                of_part.name = Some(name.value());
            } else if meta.path.is_ident("default") {
                of_part.default = Some(if meta.input.peek(syn::Token![=]) {
                    let path: ExprPath = meta.value()?.parse::<LitStr>()?.parse()?;
                    quote!(#path())
                } else {
                    quote!(::core::default::Default::default())
                });
            } else if meta.path.is_ident("skip_serializing_if") {
                let function: LitStr = meta.value()?.parse()?;
                of_part.left_out = match function.value().rsplit("::").next() {
                    Some("is_none") => left_out("WhenNone"),
                    Some("is_empty") => left_out("WhenEmpty"),
                    _ => {
                        return Err(Error::new_spanned(
                            &function,
                            "records have `is_none` and `is_empty` only",
                        ));
                    }
                };
            } else {
                return Err(unknown(meta));
            }
            Ok(())
        })?;
        Ok(of_part)
    }
}

fn each(attributes: &[Attribute], mut take: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>) -> Result<()> {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| take(&meta))?;
    }
    Ok(())
}

fn unknown(meta: &ParseNestedMeta<'_>) -> Error {
    meta.error(format!("records have no attribute `{}`", meta.path.to_token_stream()))
}
