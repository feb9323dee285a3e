//! The checker on real programs: compiled, run in the real world, found guilty or proved.
//!
//! Owns what a learner would write. What the search does on graphs is tested beside the search.

mod limits;
mod oracle;
mod reduced;
mod support;
mod threads;
mod verdicts;
