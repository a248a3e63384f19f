//! Many clients at once lose nothing that was acknowledged, even when the server is killed.

use crate::crowd::{self, Member};
use crate::durability::plan_in;
use crate::server::{Folder, Server};
use serde_json::Value;
use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

/// How long the crowd works: `WINDOW_PLANNER_LOAD_SECONDS`, or a few seconds.
fn load_time() -> Duration {
    let seconds = std::env::var("WINDOW_PLANNER_LOAD_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(3))
}

/// What the file has of a member, and whether that is what it was told: a change it got no answer to may have
/// happened or not.
fn is_kept(member: &Member, plan: &Value) -> bool {
    let kept = member.own_in(plan);
    let told = &member.targets;
    match &member.unanswered {
        None => kept == *told,
        Some((Some(target), description)) => {
            let mut changed = told.clone();
            match description {
                Some(description) => changed.insert(target.clone(), description.clone()),
                None => changed.remove(target),
            };
            kept == *told || kept == changed
        }
        Some((None, description)) => {
            let added: BTreeMap<_, _> =
                kept.iter().filter(|(target, _)| !told.contains_key(*target)).collect();
            kept.len() == told.len() + added.len()
                && told.iter().all(|(target, description)| kept.get(target) == Some(description))
                && added.len() <= 1
                && added.values().all(|added| Some(*added) == description.as_ref())
        }
    }
}

#[test]
fn two_hundred_clients_lose_nothing_and_the_file_agrees_with_the_answers() {
    let folder = Folder::new();
    let file = folder.path("plan.json");
    let server = Server::of(&file);
    let mut members = crowd::gather(server.address, 200);
    let started = Instant::now();
    crowd::work(&mut members, server.address, load_time(), || ());
    let time = started.elapsed();

    let plan = plan_in(&file);
    let lost = members.iter().filter(|member| member.own_in(&plan) != member.targets).count();
    let wrong: Vec<_> = members.iter().flat_map(|member| &member.wrong).collect();
    let mut waits: Vec<_> = members.iter().flat_map(|member| &member.waits).collect();
    waits.sort_unstable();
    let changes: usize = members.iter().map(|member| member.changes).sum();
    let ended = server.stop("TERM");
    println!(
        "{} clients, {:.1} s: {} requests, {} a second, p50 {:.1} ms, p99 {:.1} ms; {changes} changes; {} wrong, {lost} lost. {}",
        members.len(),
        time.as_secs_f64(),
        waits.len(),
        waits.len() as u128 * 1000 / time.as_millis(),
        waits[waits.len() / 2].as_secs_f64() * 1e3,
        waits[waits.len() * 99 / 100].as_secs_f64() * 1e3,
        wrong.len(),
        ended.output.trim_end(),
    );
    assert!(wrong.is_empty(), "{:#?}", &wrong[..wrong.len().min(5)]);
    assert_eq!(lost, 0);
    let saves: usize =
        ended.output.split("saved ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().parse().unwrap();
    assert!(saves * 5 < changes, "{saves} saves for {changes} changes: clients wait for each other's");
}

#[test]
fn what_was_acknowledged_outlasts_a_kill() {
    let folder = Folder::new();
    let file = folder.path("plan.json");
    let mut members = Vec::new();
    for round in 0..5 {
        let server = Server::of(&file);
        let address = server.address;
        if members.is_empty() {
            members = crowd::gather(address, 60);
        }
        crowd::work(&mut members, address, Duration::from_secs(60), move || {
            thread::sleep(Duration::from_millis(150 + 50 * round));
            server.kill();
        });
        let plan = plan_in(&file);
        for member in &mut members {
            assert!(is_kept(member, &plan), "round {round}: {:?}", member.unanswered);
            assert!(member.wrong.is_empty(), "{:?}", member.wrong);
            // From here on it goes by what it finds.
            member.targets = member.own_in(&plan);
            member.unanswered = None;
        }
    }
    let changes: usize = members.iter().map(|member| member.changes).sum();
    assert!(changes > 100, "only {changes} changes were acknowledged");
}
