//! The plan that is served: what is read of it is saved, and what is answered of a change is saved too.
//!
//! Changes go to one thread. It takes all that wait, makes them one after the other in a copy of the plan, saves the
//! copy once, and only then answers and shows the copy to readers. So a hundred clients wait for one write to the
//! disk, not for a hundred; nobody ever reads what may yet be lost; and when the disk fails, what is in memory is
//! still what is in the file.

use super::clock::Clock;
use super::refusal::Refusal;
use crate::plan_file::{PlanFile, SaveError};
use serde_json::Value;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use tokio::sync::{mpsc, oneshot};
use window_planner_core::Timestamp;
use window_planner_core::plan::Plan;

/// How many changes may wait, and are saved at once at most.
const WAITING: usize = 1024;

/// A change of the plan at an instant, or the reason against it. One that is refused has changed nothing.
pub(crate) type Change = Box<dyn FnOnce(&mut Plan, Timestamp) -> Answer + Send>;

/// What an operation answers.
pub(crate) type Answer = Result<Value, Refusal>;

/// An account that many clients use at once.
#[derive(Debug)]
pub(crate) struct Account {
    saved: Arc<Saved>,
    changes: mpsc::Sender<Waiting>,
}

/// The plan as it was last saved.
#[derive(Debug)]
struct Saved {
    plan: Mutex<Plan>,
    saves: AtomicU64,
}

/// A change, and who waits for its answer.
struct Waiting {
    change: Change,
    client: oneshot::Sender<Answer>,
}

impl Account {
    /// Opens the account of a file; without one, an empty account that ends with the process. The thread ends when
    /// the account is dropped and all changes are saved.
    ///
    /// # Errors
    ///
    /// When the file cannot be used ([`PlanFile::open`]), or no thread can be started.
    pub(crate) fn open(path: Option<&Path>, clock: Clock) -> anyhow::Result<(Self, JoinHandle<()>)> {
        let (file, plan) = match path.map(PlanFile::open).transpose()? {
            Some((file, plan)) => (Some(file), plan),
            None => (None, Plan::default()),
        };
        let saved = Arc::new(Saved { plan: Mutex::new(plan), saves: AtomicU64::new(0) });
        let (changes, waiting) = mpsc::channel(WAITING);
        let committer = Committer { saved: Arc::clone(&saved), file, clock };
        let thread = thread::Builder::new().name("plan".to_owned()).spawn(move || committer.run(waiting))?;
        Ok((Self { saved, changes }, thread))
    }

    /// The plan as it was last saved, for who only reads. Changes go another way: [`Self::change`].
    pub(crate) fn plan(&self) -> MutexGuard<'_, Plan> {
        self.saved.plan()
    }

    /// Makes a change. When this returns, it is saved or has not happened.
    ///
    /// # Errors
    ///
    /// The change's own, and `InternalServerError` when it could not be saved.
    pub(crate) async fn change(&self, change: Change) -> Answer {
        let (client, answer) = oneshot::channel();
        let gone = || Refusal::internal("The plan is no longer saved.");
        self.changes.send(Waiting { change, client }).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }

    /// How many times the plan was saved.
    pub(crate) fn saves(&self) -> u64 {
        self.saved.saves.load(Ordering::Relaxed)
    }
}

impl Saved {
    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread that changes the plan.
struct Committer {
    saved: Arc<Saved>,
    file: Option<PlanFile>,
    clock: Clock,
}

impl Committer {
    fn run(mut self, mut waiting: mpsc::Receiver<Waiting>) {
        let mut group = Vec::with_capacity(WAITING);
        while waiting.blocking_recv_many(&mut group, WAITING) > 0 {
            self.commit(group.drain(..));
        }
    }

    /// Makes the changes of a group, saves the plan, and answers all of them.
    fn commit(&mut self, group: impl Iterator<Item = Waiting>) {
        let mut plan = self.saved.plan().clone();
        let answered: Vec<_> =
            group.map(|waiting| ((waiting.change)(&mut plan, self.clock.now()), waiting.client)).collect();
        let is_changed = plan != *self.saved.plan();
        let outcome = if is_changed { self.save(plan) } else { Ok(()) };
        let refusal = outcome.err().map(|error| {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(io::stderr(), "window-planner: the plan cannot be saved: {error}");
            Refusal::internal(format_args!("The plan cannot be saved: {error}."))
        });
        for (answer, client) in answered {
            // A client that has gone has no use for its answer.
            let _ = client.send(refusal.clone().map_or(answer, Err));
        }
    }

    fn save(&mut self, plan: Plan) -> Result<(), SaveError> {
        let outcome = self.file.as_mut().map_or(Ok(()), |file| file.replace(&plan.to_json()));
        if !matches!(outcome, Err(SaveError::NotReplaced(_))) {
            *self.saved.plan() = plan;
            self.saved.saves.fetch_add(1, Ordering::Relaxed);
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;
    use hyper::StatusCode;
    use std::fs;
    use std::sync::Barrier;
    use tokio::runtime::Runtime;
    use window_planner_core::window::CreateMaintenanceWindowRequest;

    fn open(path: Option<&Path>) -> (Account, JoinHandle<()>) {
        Account::open(path, Clock::new(Some(Timestamp::EPOCH), None)).unwrap()
    }

    /// Adds a window, and answers how many there are then.
    #[expect(clippy::unnecessary_wraps, reason = "it is a change")]
    fn add_window(plan: &mut Plan, now: Timestamp) -> Answer {
        plan.add(CreateMaintenanceWindowRequest::default(), now);
        Ok(plan.windows.len().into())
    }

    fn windows_in(file: &Path) -> usize {
        Plan::from_json(&fs::read_to_string(file).unwrap()).unwrap().windows.len()
    }

    #[test]
    fn changes_that_wait_together_are_saved_once() {
        const OTHERS: usize = 40;
        let scratch = Scratch::new();
        let file = scratch.path("plan.json");
        let (account, plan_thread) = open(Some(&file));
        let runtime = Runtime::new().unwrap();
        let change = |change| runtime.block_on(account.change(change)).unwrap().as_u64().unwrap();
        let (begun, all_wait) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
        let slow = {
            let (begun, all_wait) = (Arc::clone(&begun), Arc::clone(&all_wait));
            Box::new(move |plan: &mut Plan, now| {
                begun.wait();
                all_wait.wait();
                add_window(plan, now)
            })
        };
        let mut counts = thread::scope(|scope| {
            let mut clients = vec![scope.spawn(|| change(slow))];
            begun.wait();
            clients.extend((0..OTHERS).map(|_| scope.spawn(|| change(Box::new(add_window)))));
            while account.changes.capacity() > WAITING - OTHERS {
                thread::yield_now();
            }
            all_wait.wait();
            clients.into_iter().map(|client| client.join().unwrap()).collect::<Vec<_>>()
        });
        counts.sort_unstable();
        assert_eq!(counts, (1..=41).collect::<Vec<_>>());
        assert_eq!((account.saves(), windows_in(&file)), (2, 41));
        drop(account);
        plan_thread.join().unwrap();
    }

    #[test]
    fn a_change_that_cannot_be_saved_has_not_happened() {
        let scratch = Scratch::new();
        let file = scratch.path("plan.json");
        let (account, _) = open(Some(&file));
        let runtime = Runtime::new().unwrap();
        let add = || runtime.block_on(account.change(Box::new(add_window)));
        assert_eq!(add(), Ok(1.into()));

        // The place of the new file is taken, as a full disk takes it.
        let obstacle = scratch.path("plan.json.new");
        fs::create_dir(&obstacle).unwrap();
        assert_eq!(add().unwrap_err().code, "InternalServerError");
        assert_eq!((account.plan().windows.len(), windows_in(&file)), (1, 1));

        fs::remove_dir(&obstacle).unwrap();
        assert_eq!(add(), Ok(2.into()));
        assert_eq!((account.plan().windows.len(), windows_in(&file)), (2, 2));
    }

    #[test]
    fn what_changes_nothing_is_not_saved() {
        let (account, _) = open(None);
        let runtime = Runtime::new().unwrap();
        let refusal = Refusal::in_our_words(StatusCode::BAD_REQUEST, "ValidationException", "No.");
        let refuse = Box::new({
            let refusal = refusal.clone();
            move |_: &mut Plan, _| Err(refusal)
        });
        assert_eq!(runtime.block_on(account.change(refuse)), Err(refusal));
        assert_eq!(account.saves(), 0);
        assert_eq!(runtime.block_on(account.change(Box::new(add_window))), Ok(1.into()));
        assert_eq!((account.saves(), account.plan().windows.len()), (1, 1));
    }
}
