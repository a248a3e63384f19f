//! Runs a law over random cases, the same ones every time.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use std::fmt::Debug;

/// The seed of all laws, unless `PROPTEST_RNG_SEED` says otherwise.
const SEED: u64 = 20_261_123;

/// Tries `law` on `cases` random cases, or on `PROPTEST_CASES` of them, and panics with the smallest
/// case that breaks it.
#[track_caller]
pub(crate) fn hold<S>(cases: u32, strategy: &S, law: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    let more = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let mut config = Config { cases: more.unwrap_or(cases), failure_persistence: None, ..Config::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    println!("{} cases, {:?}", config.cases, config.rng_seed);
    if let Err(broken) = TestRunner::new(config).run(strategy, law) {
        panic!("{broken}");
    }
}
