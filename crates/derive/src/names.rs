//! Enums without fields: one of a few names.

use crate::attributes::{OfPart, OfType};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, DeriveInput, Error, Fields, Result};

pub(crate) fn implementations(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let of_type = OfType::read(&input.attrs)?;
    let mut names = Vec::new();
    let mut variants = Vec::new();
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(Error::new_spanned(variant, "the variants of names have no fields"));
        }
        let says = OfPart::read(&variant.attrs)?;
        names.push(says.name.unwrap_or_else(|| of_type.spell(&variant.ident.to_string())));
        variants.push(&variant.ident);
    }
    let indices = 0..variants.len();
    let first = variants.first().ok_or_else(|| Error::new_spanned(&input.ident, "there is no name"))?;
    let name = &input.ident;
    Ok(quote! {
        use ::window_planner_core::record::{self, Faults, Names, Piece, ReadMember, WriteMember};

        impl Names for #name {
            const NAMES: &'static [&'static str] = &[#(#names),*];

            fn index(&self) -> usize {
                *self as usize
            }

            fn from_index(index: usize) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match index {
                    #(#indices => Self::#variants,)*
                    _ => return ::core::option::Option::None,
                })
            }
        }

        impl ReadMember for #name {
            fn unset() -> Self {
                Self::#first
            }

            fn read(&mut self, value: record::serde_json::Value, faults: &mut Faults) {
                let read = record::read_name(Self::NAMES, &value, faults).and_then(Self::from_index);
                *self = read.unwrap_or(*self);
            }
        }

        impl WriteMember for #name {
            fn piece(&self) -> Piece<'_> {
                Piece::Text(record::name_of(self).into())
            }
        }

        impl record::serde::Serialize for #name {
            fn serialize<S: record::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(record::name_of(self))
            }
        }

        impl<'de> record::serde::Deserialize<'de> for #name {
            fn deserialize<D: record::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                record::deserialize(deserializer)
            }
        }
    })
}
