//! What the storage holds when the page is opened, of this version or an earlier one.

use super::{
    Refusal,
    database::Database,
    ledger::Sending,
    local,
    place::{Place, random_revision},
    records::Records,
    stored::Stored,
};
use crate::store::Notice;
use window_planner_core::{Timestamp, plan::Plan};

/// What the page opens with.
#[derive(Default)]
pub(crate) struct Opening {
    /// The stored plan, if there is one that can be read.
    pub(crate) plan: Option<Plan>,
    /// What is to be said of it.
    pub(crate) notices: Vec<Notice>,
    /// Where it is from.
    pub(crate) source: Source,
}

/// Where the plan is stored from now on, and what is stored there.
#[derive(Default)]
pub(crate) struct Source {
    pub(super) place: Place,
    pub(super) stored: Stored,
    /// Whether the plan is still where earlier versions kept it, and is to be moved from there.
    pub(super) is_moving: bool,
}

/// Finds the stored plan. What cannot be read is put aside, under a key that `now` is part of.
pub(crate) async fn open(now: Timestamp) -> Opening {
    match of_database(now).await {
        Ok(opening) => opening,
        Err(refusal) if local::is_available() => of_local_storage(&refusal, now),
        Err(_) => Opening::default(),
    }
}

async fn of_database(now: Timestamp) -> Result<Opening, Refusal> {
    let database = Database::open().await?;
    let mut opening = Opening::default();
    opening.source.stored = database.read().await?;
    if !opening.source.stored.records.is_empty() {
        let text = opening.source.stored.records.text();
        match Plan::from_json(&text) {
            Ok(plan) => opening.plan = Some(plan),
            Err(reason) => {
                if database.set_aside(&text, now).await.is_ok() {
                    opening.source.stored = emptied(&database, &opening.source.stored).await?;
                }
                opening.notices.push(Notice::PlanPutAside { text, reason: reason.to_string() });
            }
        }
    }
    if let Some(text) = local::text() {
        of_earlier_version(&mut opening, &database, text, now).await;
    }
    opening.source.place = Place::Database(database);
    Ok(opening)
}

/// Takes away all that is stored.
async fn emptied(database: &Database, stored: &Stored) -> Result<Stored, Refusal> {
    let sending = Sending { base: stored.revision.clone(), keys: stored.records.keys() };
    let (next, nothing) = (random_revision(), Records::default());
    database.write(&sending, &next, &nothing)?.await?;
    Ok(Stored { revision: Some(next), records: nothing })
}

/// Takes what an earlier version has left in the local storage. Where there is a plan in the database
/// as well, since both versions were open at a time, that is the one which is shown.
async fn of_earlier_version(opening: &mut Opening, database: &Database, text: String, now: Timestamp) {
    let read = Plan::from_json(&text);
    match (&opening.plan, read) {
        (None, Ok(plan)) => {
            opening.plan = Some(plan);
            opening.source.is_moving = true;
        }
        (Some(stored), Ok(plan)) if *stored == plan => local::remove(),
        (_, read) => {
            // Where there is no room for a copy, it stays where it is, and is met again.
            if database.set_aside(&text, now).await.is_ok() {
                local::remove();
            }
            opening.notices.push(match read {
                Ok(_) => Notice::SecondPlan { text },
                Err(reason) => Notice::PlanPutAside { text, reason: reason.to_string() },
            });
        }
    }
}

fn of_local_storage(refusal: &Refusal, now: Timestamp) -> Opening {
    let mut opening = Opening::default();
    opening.source.place = Place::Local;
    opening.notices.push(Notice::Said(format!(
        "{} The plan is kept in the local storage, which has room for some 5 MB.",
        refusal.words()
    )));
    if let Some(text) = local::text() {
        match Plan::from_json(&text) {
            Ok(plan) => {
                opening.source.stored = local::read();
                opening.plan = Some(plan);
            }
            Err(reason) => {
                local::set_aside(&text, now);
                opening.notices.push(Notice::PlanPutAside { text, reason: reason.to_string() });
            }
        }
    }
    opening
}
