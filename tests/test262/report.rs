//! What the runner prints. Owns the tables; changes nothing.

use std::collections::BTreeMap;

use crate::areas::Areas;
use crate::known::Known;
use crate::verdict::Verdict;

/// The most causes that are worth reading.
const CAUSES_MAX: usize = 60;

/// A test's path, its area, and how it fared.
type Row = (String, usize, Verdict);

#[derive(Clone, Copy, Default)]
struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Tally {
    fn add(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Passed => self.passed += 1,
            Verdict::Failed(_) | Verdict::Crashed(_) => self.failed += 1,
            Verdict::Skipped(_) => self.skipped += 1,
        }
    }

    fn print(self, name: &str) {
        let run = self.passed + self.failed;
        // Rounded down: 99.96 % is not all of them.
        let percent = f64::from(self.passed * 1000 / run.max(1)) / 10.0;
        let Tally {
            passed,
            failed,
            skipped,
        } = self;
        println!("{name:<44} {passed:>6} passed {failed:>6} failed {skipped:>6} skipped {percent:>6.1} %");
    }
}

/// One line for each area and one for all.
pub(crate) fn by_area(areas: &Areas, results: &[Row]) {
    let mut tallies = vec![Tally::default(); areas.areas.len()];
    let mut total = Tally::default();
    for (_, area, verdict) in results {
        tallies[*area].add(verdict);
        total.add(verdict);
    }
    for (area, tally) in areas.areas.iter().zip(tallies) {
        if tally.passed + tally.failed + tally.skipped > 0 {
            tally.print(&area.name);
        }
    }
    total.print("all");
}

/// One line for each folder.
pub(crate) fn by_folder(results: &[Row]) {
    let mut folders: BTreeMap<String, Tally> = BTreeMap::new();
    for (path, _, verdict) in results {
        let parts: Vec<&str> = path
            .split('/')
            .skip(1)
            .take(3)
            .filter(|part| !part.ends_with(".js"))
            .collect();
        folders.entry(parts.join("/")).or_default().add(verdict);
    }
    for (folder, tally) in folders {
        tally.print(&folder);
    }
    println!();
}

/// One line for each failure.
pub(crate) fn failures(results: &[Row]) {
    for (path, _, verdict) in results {
        if let Some(message) = verdict.problem() {
            println!("{path}: {message}");
        }
    }
}

/// The failures grouped by what they say, the most frequent first, each with an example.
pub(crate) fn causes(results: &[Row]) {
    let mut causes: BTreeMap<String, (u32, &str)> = BTreeMap::new();
    for (path, _, verdict) in results {
        if let Some(message) = verdict.problem() {
            causes.entry(cause_of(message)).or_insert((0, path)).0 += 1;
        }
    }
    let mut causes: Vec<(String, (u32, &str))> = causes.into_iter().collect();
    causes.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for (cause, (count, example)) in causes.iter().take(CAUSES_MAX) {
        println!("{count:>6} {cause}   e.g. {example}");
    }
    println!();
}

/// A message without its places, numbers and quoted names.
fn cause_of(message: &str) -> String {
    // What is no function differs from test to test.
    let message = match message.split_once(" is not a function") {
        Some((called, _)) => &format!("{} is not a function", called.rsplit('.').next().unwrap_or(called)),
        None => message,
    };
    let mut cause = String::new();
    for character in message.chars() {
        let shown = if character.is_ascii_digit() { '0' } else { character };
        if !(shown == '0' && cause.ends_with('0')) {
            cause.push(shown);
        }
    }
    cause.chars().take(110).collect()
}

/// Panics, overflows and hangs, wherever they are listed.
pub(crate) fn alarms(results: &[Row]) {
    for (path, _, verdict) in results {
        if let Verdict::Crashed(message) = verdict {
            println!("CRASH {path}: {message}");
        }
    }
}

/// Prints the tests that fare otherwise than the list says; whether there are none.
pub(crate) fn surprises(known: &Known, results: &[Row]) -> bool {
    let mut broken = 0;
    let mut mended = 0;
    for (path, _, verdict) in results {
        match (verdict.problem(), known.has(path)) {
            (Some(message), false) => {
                broken += 1;
                if broken <= CAUSES_MAX {
                    println!("not a known failure: {path}: {message}");
                }
            }
            (None, true) => {
                mended += 1;
                if mended <= CAUSES_MAX {
                    println!("passes, though known_failures.txt has it: {path}");
                }
            }
            (Some(_), true) | (None, false) => {}
        }
    }
    if broken + mended > 0 {
        println!("{broken} new failures, {mended} known failures that pass");
    }
    broken + mended == 0
}
