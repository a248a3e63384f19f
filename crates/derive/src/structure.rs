//! Structures with named fields.

use crate::attributes::{OfPart, OfType};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Error, Field, FieldsNamed, Result, Type};

/// A field as it stands in the table.
struct Member<'a> {
    field: &'a Field,
    name: String,
    says: OfPart,
}

pub(crate) fn implementations(input: &DeriveInput, fields: &FieldsNamed) -> Result<TokenStream> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(&input.generics, "a record has no type parameters"));
    }
    let of_type = OfType::read(&input.attrs)?;
    let members =
        fields.named.iter().map(|field| Member::read(field, &of_type)).collect::<Result<Vec<_>>>()?;

    let table = members.iter().map(|member| member.entry(&of_type));
    let (shared, changeable) = (borrowed(&members, &quote!(&)), borrowed(&members, &quote!(&mut)));
    let unset = unset(&members, &of_type);
    let (name, refuses_others) = (&input.ident, of_type.refuses_others);
    Ok(quote! {
        use ::window_planner_core::record::{
            self, Faults, Layout, LeftOut, MemberLayout, Piece, ReadMember, ReadRecord, WriteMember, WriteRecord,
        };

        const LAYOUT: &Layout = &Layout { members: &[#(#table),*], refuses_others: #refuses_others };

        impl ReadRecord for #name {
            fn layout(&self) -> &'static Layout {
                LAYOUT
            }

            fn member_mut(&mut self, index: usize) -> ::core::option::Option<&mut dyn ReadMember> {
                ::core::option::Option::Some(match index { #changeable _ => return ::core::option::Option::None })
            }
        }

        impl WriteRecord for #name {
            fn layout(&self) -> &'static Layout {
                LAYOUT
            }

            fn member(&self, index: usize) -> ::core::option::Option<&dyn WriteMember> {
                ::core::option::Option::Some(match index { #shared _ => return ::core::option::Option::None })
            }
        }

        impl ReadMember for #name {
            fn unset() -> Self {
                #unset
            }

            fn read(&mut self, value: record::serde_json::Value, faults: &mut Faults) {
                record::read(self, value, faults);
            }
        }

        impl WriteMember for #name {
            fn piece(&self) -> Piece<'_> {
                Piece::Record(self)
            }
        }

        impl record::serde::Serialize for #name {
            fn serialize<S: record::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                record::serde::Serialize::serialize(&Piece::Record(self), serializer)
            }
        }

        impl<'de> record::serde::Deserialize<'de> for #name {
            fn deserialize<D: record::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                record::deserialize(deserializer)
            }
        }
    })
}

impl<'a> Member<'a> {
    fn read(field: &'a Field, of_type: &OfType) -> Result<Self> {
        let says = OfPart::read(&field.attrs)?;
        let rust_name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        let name = says.name.clone().unwrap_or_else(|| of_type.spell(&rust_name));
        Ok(Self { field, name, says })
    }

    /// Its entry in the table of members.
    fn entry(&self, of_type: &OfType) -> TokenStream {
        let Self { name, says, field } = self;
        let is_required = !of_type.default && says.default.is_none() && !is_option(&field.ty);
        let left_out = &says.left_out;
        quote! {
            MemberLayout { name: #name, is_required: #is_required, left_out: LeftOut::#left_out }
        }
    }
}

/// As serde does, by the type's name: an alias of `Option` is none.
fn is_option(of: &Type) -> bool {
    match of {
        // What a macro hands on.
        Type::Group(group) => is_option(&group.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "Option"),
        _ => false,
    }
}

/// Members by their index, each borrowed so.
fn borrowed(members: &[Member<'_>], borrow: &TokenStream) -> TokenStream {
    let arms = members.iter().enumerate().map(|(index, member)| {
        let ident = &member.field.ident;
        quote!(#index => #borrow self.#ident,)
    });
    quote!(#(#arms)*)
}

/// What the record is before it is read.
fn unset(members: &[Member<'_>], of_type: &OfType) -> TokenStream {
    if of_type.default {
        return quote!(::core::default::Default::default());
    }
    let fields = members.iter().map(|Member { field: Field { ident, .. }, says, .. }| {
        let value = says.default.clone().unwrap_or_else(|| quote!(ReadMember::unset()));
        quote!(#ident: #value)
    });
    quote!(Self { #(#fields),* })
}
