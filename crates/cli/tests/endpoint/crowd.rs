//! Many clients at once, each of which remembers what the server owes it.

use crate::client::{Answer, Client};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

/// Windows that an account may have.
const WINDOWS: usize = 50;

/// Targets that a client keeps at most: four clients share a window, which may have 100.
const TARGETS: usize = 20;

/// A client that registers, changes, reads and deregisters targets of a window, as fast as it is answered.
pub(crate) struct Member {
    number: usize,
    window: String,
    /// The descriptions of its targets, by id, as the server acknowledged them.
    pub(crate) targets: BTreeMap<String, String>,
    /// What it was about to change when it lost the server: the id and its description afterwards, if there is one.
    pub(crate) unanswered: Option<(Option<String>, Option<String>)>,
    /// How long each answer took.
    pub(crate) waits: Vec<Duration>,
    /// What was answered otherwise than it must be.
    pub(crate) wrong: Vec<String>,
    /// How many changes were acknowledged.
    pub(crate) changes: usize,
    random: u64,
}

/// Makes an account of as many windows as may be, and members of it.
pub(crate) fn gather(address: SocketAddr, members: usize) -> Vec<Member> {
    let mut client = Client::connect(address);
    let windows: Vec<String> = (0..WINDOWS.min(members))
        .map(|number| {
            let request = json!({
                "Name": format!("window-{number}"), "Schedule": "rate(7 days)", "Duration": 2, "Cutoff": 1,
                "AllowUnassociatedTargets": false, "ClientToken": format!("window-{number}"),
            });
            let created = client.call("CreateMaintenanceWindow", &request);
            created.json()["WindowId"].as_str().unwrap_or_else(|| panic!("{created:?}")).to_owned()
        })
        .collect();
    let window = |number: usize| windows[number % windows.len()].clone();
    (0..members)
        .map(|number| Member {
            number,
            window: window(number),
            targets: BTreeMap::new(),
            unanswered: None,
            waits: Vec::new(),
            wrong: Vec::new(),
            changes: 0,
            random: number as u64 + 1,
        })
        .collect()
}

/// Sets all members to work at once, until the time is over or the server is gone. `meanwhile` runs beside them.
pub(crate) fn work(
    members: &mut [Member],
    address: SocketAddr,
    time: Duration,
    meanwhile: impl FnOnce() + Send,
) {
    let ready = Barrier::new(members.len() + 1);
    thread::scope(|scope| {
        for member in members {
            scope.spawn(|| {
                let mut client = Client::connect(address);
                ready.wait();
                let end = Instant::now() + time;
                while Instant::now() < end && member.step(&mut client).is_ok() {}
            });
        }
        ready.wait();
        meanwhile();
    });
}

impl Member {
    /// One call. The error is that the server is gone.
    fn step(&mut self, client: &mut Client) -> std::io::Result<()> {
        let choice = self.random(10);
        let known = self.random(self.targets.len().max(1) as u64);
        let known = self.targets.keys().zip(0..).find(|(_, index)| *index == known);
        let known = known.map(|(target, _)| target.clone());
        match known {
            Some(target) if choice < 3 => self.change(client, target),
            Some(target) if choice < 6 || self.targets.len() == TARGETS => self.deregister(client, &target),
            _ if choice == 9 => self.read(client),
            _ => self.register(client),
        }
    }

    fn register(&mut self, client: &mut Client) -> std::io::Result<()> {
        let description = self.words();
        self.unanswered = Some((None, Some(description.clone())));
        let request = json!({
            "WindowId": self.window, "ResourceType": "INSTANCE", "Name": self.name(), "Description": description,
            "Targets": [{"Key": "tag:Member", "Values": [self.number.to_string()]}],
            "ClientToken": format!("{:016x}-{:016x}", self.random(u64::MAX), self.random(u64::MAX)),
        });
        let answer = self.ask(client, "RegisterTargetWithMaintenanceWindow", &request)?;
        if let Some(target) = answer["WindowTargetId"].as_str() {
            self.targets.insert(target.to_owned(), description);
            self.changes += 1;
        }
        Ok(())
    }

    fn change(&mut self, client: &mut Client, target: String) -> std::io::Result<()> {
        let description = self.words();
        self.unanswered = Some((Some(target.clone()), Some(description.clone())));
        let request =
            json!({ "WindowId": self.window, "WindowTargetId": target, "Description": description });
        let answer = self.ask(client, "UpdateMaintenanceWindowTarget", &request)?;
        if answer["Description"] == description.as_str() {
            self.targets.insert(target, description);
            self.changes += 1;
        }
        Ok(())
    }

    fn deregister(&mut self, client: &mut Client, target: &str) -> std::io::Result<()> {
        self.unanswered = Some((Some(target.to_owned()), None));
        let request = json!({ "WindowId": self.window, "WindowTargetId": target });
        let answer = self.ask(client, "DeregisterTargetFromMaintenanceWindow", &request)?;
        if answer["WindowTargetId"] == target {
            self.targets.remove(target);
            self.changes += 1;
        }
        Ok(())
    }

    /// Reads its targets: all that was acknowledged is there, and nothing else.
    fn read(&mut self, client: &mut Client) -> std::io::Result<()> {
        let request = json!({ "WindowId": self.window, "MaxResults": 100 });
        let answer = self.ask(client, "DescribeMaintenanceWindowTargets", &request)?;
        let found = self.own(&answer["Targets"]);
        if found != self.targets {
            self.wrong.push(format!("{}: reads {found:?}, was told {:?}", self.name(), self.targets));
        }
        Ok(())
    }

    /// Its targets among those of a window, as an answer or a plan's file lists them.
    pub(crate) fn own(&self, targets: &Value) -> BTreeMap<String, String> {
        let text = |target: &Value, member: &str| target[member].as_str().unwrap_or_default().to_owned();
        let name = self.name();
        let own = targets.as_array().into_iter().flatten().filter(|target| target["Name"] == name.as_str());
        own.map(|target| (text(target, "WindowTargetId"), text(target, "Description"))).collect()
    }

    /// Its targets in a plan's file.
    pub(crate) fn own_in(&self, plan: &Value) -> BTreeMap<String, String> {
        let windows = plan["Windows"].as_array().into_iter().flatten();
        let window = windows.into_iter().find(|window| window["WindowId"] == self.window.as_str());
        window.map(|window| self.own(&window["Targets"])).unwrap_or_default()
    }

    fn ask(&mut self, client: &mut Client, operation: &str, request: &Value) -> std::io::Result<Value> {
        let started = Instant::now();
        let answer: Answer = client.try_call(operation, request)?;
        self.waits.push(started.elapsed());
        self.unanswered = None;
        if answer.status != 200 {
            self.wrong.push(format!("{operation} {request}: {answer:?}"));
        }
        Ok(answer.json())
    }

    fn name(&self) -> String {
        format!("member-{}", self.number)
    }

    fn words(&mut self) -> String {
        format!("{} {:x}", "as it is now ".repeat(4), self.random(u64::MAX))
    }

    /// A number below `limit`: always the same ones, so that a failure comes again.
    fn random(&mut self, limit: u64) -> u64 {
        // SplitMix64.
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.random;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }
}
