//! Client tokens: a call that is repeated makes nothing anew.

use super::{Call, ErrorCode, OperationError};
use crate::distinct::Texts;
use crate::plan::{Plan, UsedToken, Window};

/// The id of what an earlier call with this token made, when that is still there.
///
/// A token belongs to an operation. It is free again when what it made is gone (decision 21).
///
/// # Errors
///
/// When the earlier call had another request.
pub(super) fn made_before(
    plan: &Plan,
    token: Option<&str>,
    call: &Call,
) -> Result<Option<String>, OperationError> {
    let operation = |text: &str| text.split(' ').next().map(str::to_owned);
    let used = plan.tokens.iter().find(|used| {
        Some(used.token.as_str()) == token
            && operation(&used.request) == operation(&call.text)
            && exists(plan, &used.id)
    });
    match used {
        Some(used) if used.request == call.text => Ok(Some(used.id.clone())),
        Some(_) => Err(OperationError::in_our_words(
            ErrorCode::IdempotentParameterMismatch,
            "The client token was used before, with other parameters.",
        )),
        None => Ok(None),
    }
}

/// Keeps the token of a call that made something, and forgets those whose thing is gone.
pub(super) fn remember(plan: &mut Plan, token: Option<String>, call: &Call, id: &str) {
    let Some(token) = token else { return };
    // An account may hold thousands of things, each with its token.
    let mut there = Texts::default();
    for id in ids(&plan.windows) {
        there.insert(id);
    }
    plan.tokens.retain(|used| there.contains(used.id.as_str()));
    plan.tokens.push(UsedToken { token, request: call.text.clone(), id: id.to_owned() });
}

/// Whether a window, target or task has this id.
fn exists(plan: &Plan, id: &str) -> bool {
    ids(&plan.windows).any(|other| other == id)
}

/// The ids of all windows, targets and tasks.
fn ids(windows: &[Window]) -> impl Iterator<Item = &str> {
    windows.iter().flat_map(|window| {
        let targets = window.targets.iter().map(|target| target.window_target_id.as_str());
        let tasks = window.tasks.iter().map(|task| task.window_task_id.as_str());
        [window.id.as_str()].into_iter().chain(targets).chain(tasks)
    })
}
