//! The shapes of requests, as AWS's service model has them, and what a request violates of them.
//!
//! The table is generated (`cargo xtask model`), so nothing here is kept by hand but the matchers of the
//! model's few patterns ([`pattern`]).

mod data;
mod findings;
mod pattern;
mod read;
mod types;
mod violations;

pub(super) use findings::findings;
pub(super) use read::read;
pub(super) use types::type_findings;
pub(super) use violations::violations;

/// What a value must be.
#[derive(Debug)]
struct Shape {
    kind: Kind,
    /// The fewest characters or items, or the least number.
    least: Option<u32>,
    /// The most characters, bytes or items, or the greatest number.
    greatest: Option<u32>,
    /// The regular expression that a text matches as a whole.
    pattern: Option<&'static str>,
    /// Whether AWS keeps the value out of its messages.
    sensitive: bool,
}

impl Shape {
    /// Any text.
    const ANY: Self =
        Self { kind: Kind::Text(&[]), least: None, greatest: None, pattern: None, sensitive: false };
}

#[derive(Debug)]
enum Kind {
    /// By its name, with its members.
    Structure(&'static str, &'static [Member]),
    /// Of items.
    List(&'static Shape),
    /// Of keys and values.
    Map(&'static Shape, &'static Shape),
    /// One of these, or any where there are none.
    Text(&'static [&'static str]),
    Integer,
    Boolean,
    /// Bytes, in base64.
    Blob,
}

/// A member of a structure.
#[derive(Debug)]
struct Member {
    name: &'static str,
    shape: &'static Shape,
    required: bool,
}

/// The shape of an operation's request.
#[derive(Clone, Copy, Debug)]
pub(super) struct RequestShape(&'static Shape);

/// The shape of the request of the operation of this name.
pub(super) fn request_shape(operation: &str) -> Option<RequestShape> {
    let (_, shape) = data::OPERATIONS.iter().find(|(name, _)| *name == operation)?;
    Some(RequestShape(shape))
}

impl RequestShape {
    /// The shape of a member that is a structure.
    pub(super) fn member(self, name: &str) -> Option<Self> {
        let Kind::Structure(_, members) = self.0.kind else { return None };
        members.iter().find(|member| member.name == name).map(|member| Self(member.shape))
    }
}
