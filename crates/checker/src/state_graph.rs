//! The whole graph of a small program, as plain data for a picture.
//!
//! Owns the copy that callers get. Draws nothing.

use world::Choice;

use crate::Verdict;

/// Every state that was looked at, and the steps between them.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct StateGraph {
    /// In the order of discovery: the first is where every run starts, and no state is nearer to it than those before.
    pub states: Vec<StateNode>,
    /// In the order of their sources, and for each in the order of its choices.
    pub steps: Vec<StateStep>,
}

/// A state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StateNode {
    /// How many steps lead to it, at the fewest.
    pub depth: u32,
    /// How the run ends there, if it does.
    pub end: Option<StateEnd>,
}

/// How a run ends in a state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StateEnd {
    /// Well.
    Good,
    /// In a finding.
    Bad(Verdict),
    /// At a bound of its machine.
    Limit,
}

/// A step from a state to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StateStep {
    /// The place of the state in [`StateGraph::states`] that it leaves.
    pub source: u32,
    /// What was chosen.
    pub choice: Choice,
    /// The place of the state that it leads to.
    pub target: u32,
}
