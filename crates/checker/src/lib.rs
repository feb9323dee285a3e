//! Proof and counterexample: every run of a program, or the shortest one that goes wrong.
//!
//! Owns the search over all states of a world, the judgement of what it sees, the choice of the counterexample, and
//! the report. Never moves a world but by [`world::World::step`], never guesses, and never says `holds` of what it has
//! not seen in full: see [`Report`].

// What is asked and answered.
mod limits;
mod report;
mod state_graph;
mod verdict;

// The search, which knows no world.
mod blocks;
mod claims;
mod expand;
mod graph;
mod guide;
mod liveness;
mod search;
mod shortest;
mod system;
mod visited;

// The world, searched.
mod bounded;
mod checker;
mod explain;
mod fallback;
mod hint;
mod jobs;
mod nearby;
mod reduce;
mod replay;
mod run;
mod sample;

pub use checker::{Checker, check};
pub use fallback::{BoundTest, Tests};
pub use hint::Hint;
pub use jobs::{Job, RunJobs};
pub use limits::{BoundedBy, Limits};
pub use report::{Defect, Finding, Options, Progress, Report};
pub use sample::{Draw, Odds, Sample, Sampling, odds};
pub use state_graph::{StateEnd, StateGraph, StateNode, StateStep};
pub use verdict::{UnknownVerdict, Verdict};
