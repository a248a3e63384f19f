//! The versioned payload of a link: a plan in the fragment of an address, which browsers do not send.
//!
//! `plan=1.<length>.<check>.<payload>`, where the payload is the plan's file as compact JSON, compressed
//! as zlib does (RFC 1950), in the URL's base64 (RFC 4648, section 5). The length counts the payload's
//! characters, the check is made of them: what was cut or changed on the way is known before anything
//! is inflated. The number in front is the version of all that follows; the plan has its own in its JSON.
//!
//! A link is written by [`text`], the caller's compressor, [`write`](write()); and read by [`read`], the
//! caller's decompressor, [`plan`]. Every browser has both, for which they would be a tenth of this crate's
//! weight.
//!
//! What it does *not* do: keep a secret. Whoever has the link has the plan.

mod base64;

use crate::json;
use crate::plan::{FileError, Plan, digest};

/// The version that is written.
pub const VERSION: u64 = 1;

/// The most characters of a payload, some hundred windows. Browsers take more; what people send links
/// with mostly does not.
pub const MOST_CHARACTERS: usize = 32_000;

/// The most bytes of a plan's JSON. A payload of [`MOST_CHARACTERS`] that was made to burst inflates to
/// twelve times as much.
pub const MOST_BYTES: usize = 2 << 20;

/// What the fragment of a link begins with.
const KEY: &str = "plan=";

/// Why a link cannot be made, or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The plan is too large for a link.
    PlanTooLarge,
    /// It does not say its version.
    NoVersion,
    /// It is of a version that this program does not know.
    UnknownVersion(u64),
    /// It ends before its time.
    Cut,
    /// It is not what was written.
    Changed,
    /// It is longer, or holds more, than any that was written.
    TooLarge,
    /// What it holds is no plan.
    NoPlan(FileError),
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::PlanTooLarge => write!(
                f,
                "the plan is too large for a link, which has at most {MOST_CHARACTERS} characters. Send its file instead"
            ),
            Self::NoVersion => {
                f.write_str("it does not say its version, as #plan=1.… does. Copy the whole link again")
            }
            Self::UnknownVersion(version) => write!(
                f,
                "it is of version {version}; this program reads version {VERSION}. Reload the page for a newer program, or ask for the plan's file"
            ),
            Self::Cut => {
                f.write_str("its end is missing. Copy the whole link again, or ask for the plan's file")
            }
            Self::Changed => f.write_str(
                "it was changed on the way. Copy the whole link again, or ask for the plan's file",
            ),
            Self::TooLarge => {
                f.write_str("it is larger than any link that holds a plan. Ask for the plan's file")
            }
            Self::NoPlan(reason) => write!(f, "what it holds is no plan: {reason}"),
        }
    }
}

impl std::error::Error for LinkError {}

/// What is compressed to be carried by a link: the plan's JSON, without the tokens of calls that were
/// made, which are nobody else's.
///
/// # Errors
///
/// [`LinkError::PlanTooLarge`] above [`MOST_BYTES`].
pub fn text(plan: &Plan) -> Result<String, LinkError> {
    let mut shared = plan.clone();
    shared.tokens.clear();
    let text = json::text(&shared.to_value());
    if text.len() > MOST_BYTES { Err(LinkError::PlanTooLarge) } else { Ok(text) }
}

/// The fragment of a link, without its `#`, for what [`text`] told, compressed.
///
/// # Errors
///
/// [`LinkError::PlanTooLarge`] when it has more than [`MOST_CHARACTERS`].
pub fn write(compressed: &[u8]) -> Result<String, LinkError> {
    let payload = base64::encode(compressed);
    if payload.len() > MOST_CHARACTERS {
        return Err(LinkError::PlanTooLarge);
    }
    Ok(format!("{KEY}{VERSION}.{}.{}.{payload}", payload.len(), check(&payload)))
}

/// What the fragment of an address carries, compressed; `None` when it is no link to a plan. Give it as
/// the browser tells it, with or without its `#`. What follows the payload is left alone: programs that
/// make links of text take the full stop after one for a part of it.
///
/// # Errors
///
/// When it is cut, changed, or of a version that is not known.
#[must_use]
pub fn read(fragment: &str) -> Option<Result<Vec<u8>, LinkError>> {
    let link = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(KEY)?;
    Some(read_version(link))
}

/// The plan that a link carried: what came of inflating it.
///
/// # Errors
///
/// When it is larger than any that was written, or no plan.
pub fn plan(inflated: &[u8]) -> Result<Plan, LinkError> {
    if inflated.len() > MOST_BYTES {
        return Err(LinkError::TooLarge);
    }
    let text = std::str::from_utf8(inflated).map_err(|_| LinkError::Changed)?;
    Plan::from_json(text).map_err(LinkError::NoPlan)
}

fn read_version(link: &str) -> Result<Vec<u8>, LinkError> {
    // Each version is read by a function of its own, for as long as there are links of it.
    let (version, rest) = link.split_once('.').unwrap_or((link, ""));
    match version.parse() {
        Ok(1) => read_1(rest),
        Ok(version) => Err(LinkError::UnknownVersion(version)),
        Err(_) => Err(LinkError::NoVersion),
    }
}

fn read_1(link: &str) -> Result<Vec<u8>, LinkError> {
    let mut parts = link.splitn(3, '.');
    let (Some(length), Some(sum), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(LinkError::Cut);
    };
    // Of the same size everywhere, so that a link is told the same in a browser and elsewhere.
    let length: u64 = length.parse().map_err(|_| LinkError::Changed)?;
    let length = usize::try_from(length).ok().filter(|length| *length <= MOST_CHARACTERS);
    let length = length.ok_or(LinkError::TooLarge)?;
    if rest.len() < length {
        return Err(LinkError::Cut);
    }
    let payload = rest.get(..length).filter(|payload| check(payload) == sum).ok_or(LinkError::Changed)?;
    base64::decode(payload).ok_or(LinkError::Changed)
}

/// Tells a payload from one that was changed by accident; whoever means to can make another.
fn check(payload: &str) -> String {
    format!("{:08x}", digest(payload).as_fields().0)
}
