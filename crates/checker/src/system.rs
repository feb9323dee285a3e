//! What the search needs to know of the thing that it searches.
//!
//! Owns the boundary between the search, which only sees states, choices and keys, and the world with its heap and
//! tasks. The tests put a second, much smaller machine behind it, whose state counts were published.

use world::{Choice, LimitKind};

use crate::Verdict;

/// Something with states and choices.
///
/// Two states with the same key must have the same future: the same choices up to the names of tasks, leading to
/// states with the same keys, and the same end.
pub(crate) trait System {
    /// A whole state.
    type State: Clone;

    /// The state that every run starts in.
    fn initial(&mut self) -> Self::State;

    /// What can be chosen, in an order that is a function of the state. Empty if and only if the state is an end.
    fn choices(&self, state: &Self::State, out: &mut Vec<Choice>);

    /// Takes a step that `choices` lists, and says which diagnosis the step itself is, if any.
    fn step(&mut self, state: &mut Self::State, choice: Choice) -> Option<Verdict>;

    /// How the run ended, if it did.
    fn end(&self, state: &Self::State) -> Option<End>;

    /// The name of the state, equal for states that have the same future.
    fn key(&mut self, state: &Self::State) -> u128;

    /// How much work all steps so far were: one for a short step, and more for a long one. Never goes down.
    fn work(&self) -> u64;

    /// How much memory the state holds, about.
    fn bytes(&self, state: &Self::State) -> u64;
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum End {
    /// Well.
    Good,
    /// In a violation.
    Bad(Verdict),
    /// At a bound of the machine.
    Limit(LimitKind),
}
