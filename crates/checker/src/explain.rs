//! What a finding says to the learner.
//!
//! Owns the sentences, made from the events and the outcome of the run that shows it. Decides nothing: by now it is
//! certain what was found.

mod data;
mod end;
mod endless;
mod held;
pub(crate) mod names;
mod order;

use world::TaskId;

use crate::replay::Replayed;
use crate::search::Found;
use crate::{Finding, Verdict};

/// Puts a finding into words.
pub(crate) fn finding(found: &Found, replayed: Replayed, final_line: Option<&str>, is_shortest: bool) -> Finding {
    let verdict = found.verdict;
    let words = match verdict {
        Verdict::Assertion
        | Verdict::Always
        | Verdict::Eventually
        | Verdict::Breach
        | Verdict::Exception
        | Verdict::Deadlock => end::outcome(&replayed),
        Verdict::FinalOutput => end::final_output(&replayed, final_line),
        Verdict::LostUpdate => data::lost_update(&replayed),
        Verdict::Race => data::race(&replayed),
        Verdict::Livelock => endless::livelock(&replayed),
        Verdict::Starvation => endless::starvation(&replayed),
        Verdict::Stuck => endless::stuck(&replayed),
        Verdict::Leak => held::leak(&replayed),
        Verdict::OverRelease => held::over_release(&replayed),
        Verdict::Sometimes => held::sometimes(&replayed, &found.names),
        Verdict::Holds | Verdict::Bounded => Words::default(),
    };
    Finding {
        verdict,
        message: words.message,
        line: words.line,
        task: words.task,
        variable: words.variable,
        steps: replayed.step_count(),
        is_shortest,
        switches: replayed.switches,
        preemptions: replayed.preemptions,
        lap: replayed.lap,
        schedule: replayed.schedule,
        explanation: words.explanation,
    }
}

#[derive(Default)]
struct Words {
    message: String,
    line: u32,
    task: Option<TaskId>,
    variable: Option<String>,
    explanation: Vec<String>,
}
