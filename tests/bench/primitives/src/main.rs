//! `lanes-primitives [NAME]`: nanoseconds of processor time per operation of our state machines, each beside the crate of its
//! kind that Rust programs use. A state machine alone does less than such a crate, which also guards against threads and
//! reads a clock; the figures say what a simulated operation costs before the world around it does anything.

mod caches;
mod limiters;
mod locks;
mod outside;

use std::hint::black_box;
use std::process::ExitCode;

/// Rounds of each measurement; the fastest counts, since whatever else the machine does only makes it slower.
const ROUNDS: u32 = 7;

/// Prints what is measured, if it is wanted.
pub(crate) struct Report {
    wanted: String,
}

impl Report {
    /// Measures `operations` calls of `operation` on what `prepare` makes, once a round.
    pub(crate) fn row<S, R>(
        &self,
        name: &str,
        operations: u32,
        prepare: impl Fn() -> S,
        mut operation: impl FnMut(&mut S, u32) -> R,
    ) {
        if !name.contains(&self.wanted) {
            return;
        }
        let mut best = f64::INFINITY;
        for _ in 0..ROUNDS {
            let mut state = prepare();
            let start = processor_seconds();
            for index in 0..operations {
                black_box(operation(&mut state, black_box(index)));
            }
            best = best.min((processor_seconds() - start) / f64::from(operations));
        }
        println!("{name:<52} {:>9.1} ns", best * 1e9);
    }
}

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let report = Report { wanted };
    locks::measure(&report);
    limiters::measure(&report);
    caches::measure(&report);
    outside::measure(&report);
    ExitCode::SUCCESS
}

/// The processor time of this process so far. Linux counts it in nanoseconds in the first field of `schedstat`; elsewhere the
/// clock on the wall has to do.
fn processor_seconds() -> f64 {
    let counted = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = counted.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    nanoseconds.unwrap_or_else(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0.0, |time| time.as_nanos() as f64)
    }) / 1e9
}
