//! What is said once, above everything.

use super::Refusal;

/// Something worth saying.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The stored plan could not be read and was put aside.
    PlanPutAside {
        /// What was stored, to the letter.
        text: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// An earlier version of the app has stored a plan beside the one that is shown. It was put aside.
    SecondPlan {
        /// What it has stored.
        text: String,
    },
    /// Nothing is stored, and why: what is made is lost when the page closes.
    NotKept(Refusal),
    /// Another tab has changed the plan, and so has this one.
    Conflict,
    /// Something was done that can be undone while it is the last step.
    Done {
        /// What was done: `Web-Tier was deleted.`
        words: String,
        /// The number of the step.
        step: u64,
    },
    /// Something could not be done.
    Refused(String),
    /// Something is so.
    Said(String),
    /// A newer build of the app is here and waits.
    NewVersion,
    /// A link to the plan was made.
    Link {
        /// The link.
        link: String,
        /// Whether it is on the clipboard.
        is_copied: bool,
    },
    /// No link to the plan could be made, and why.
    NoLink(String),
}
