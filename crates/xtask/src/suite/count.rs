//! How many tests ran: read from what a test runner prints.

use std::ops::AddAssign;

/// The tests of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// A test runner whose closing lines we can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    /// `test result: ok. 5 passed; 0 failed; 1 ignored; …`, once for each crate; also what
    /// wasm-bindgen's runner prints, in Node and in a browser.
    Cargo,
    /// `ℹ pass 5`, `ℹ fail 0`, `ℹ skipped 0`: `node --test --test-reporter=spec`.
    Node,
    /// `== 5 passed, 1 skipped in 0.12s ==`: pytest, also with `-q`.
    Pytest,
}

impl Counter {
    /// The sum of all closing lines in the output; nothing if there is none.
    pub(crate) fn read(self, output: &str) -> Count {
        let mut count = Count::default();
        for line in output.lines() {
            match self {
                Self::Cargo => {
                    if let Some(numbers) = line.trim_start().strip_prefix("test result: ") {
                        count += Count {
                            passed: number_before(numbers, "passed"),
                            failed: number_before(numbers, "failed"),
                            skipped: number_before(numbers, "ignored"),
                        };
                    }
                }
                Self::Node => {
                    if let Some(line) = line.strip_prefix("ℹ ") {
                        count += Count {
                            passed: number_after(line, "pass"),
                            failed: number_after(line, "fail") + number_after(line, "cancelled"),
                            skipped: number_after(line, "skipped") + number_after(line, "todo"),
                        };
                    }
                }
                Self::Pytest => {
                    let line = line.trim_matches(['=', ' ']);
                    if line.starts_with(|first: char| first.is_ascii_digit()) && line.contains(" in ") {
                        count += Count {
                            passed: number_before(line, "passed"),
                            failed: number_before(line, "failed")
                                + number_before(line, "error")
                                + number_before(line, "errors"),
                            skipped: number_before(line, "skipped"),
                        };
                    }
                }
            }
        }
        count
    }
}

/// The 5 of `5 passed`; 0 when the word is not there.
fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split([' ', ';', ',', '.']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// The 5 of `pass 5`; 0 when the line begins with another word.
fn number_after(line: &str, word: &str) -> usize {
    line.strip_prefix(word)
        .and_then(|rest| rest.strip_prefix(' '))
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_count(counter: Counter, output: &str, passed: usize, failed: usize, skipped: usize) {
        assert_eq!(counter.read(output), Count { passed, failed, skipped }, "{output}");
    }

    #[test]
    fn cargo_counts_are_summed_over_crates() {
        let output = "running 5 tests\n\
            test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s\n";
        assert_count(Counter::Cargo, output, 7, 3, 1);
    }

    #[test]
    fn node_counts_come_line_by_line() {
        let output =
            "✔ one (1ms)\nℹ tests 6\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n";
        assert_count(Counter::Node, output, 3, 2, 1);
    }

    #[test]
    fn pytest_counts_stand_in_its_last_line() {
        assert_count(Counter::Pytest, "..F\n=== 1 failed, 2 passed, 4 skipped in 0.12s ===\n", 2, 1, 4);
        assert_count(Counter::Pytest, "3 passed in 0.12s\n", 3, 0, 0);
        assert_count(Counter::Pytest, "=== 1 passed, 2 errors in 1.0s (0:00:01) ===\n", 1, 2, 0);
    }

    #[test]
    fn other_output_counts_nothing() {
        for counter in [Counter::Cargo, Counter::Node, Counter::Pytest] {
            assert_count(counter, "no tests to run!\n5 passed\nℹ duration_ms 12\n", 0, 0, 0);
        }
    }
}
