//! Every state that a few actors can bring a primitive into.
//!
//! Owns the search, for the tests only. A test describes one state of primitive and actors together, and which states can
//! follow; properties are asserted while the followers are made, so every transition is judged once and no order is left
//! out. States that were met before are not searched again, which loses nothing because a state determines its future.

use std::fmt::Debug;
use std::hash::Hash;

use rustc_hash::FxHashSet;

/// What a search has covered, so that a test can see that it covered something.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Coverage {
    pub(crate) states: usize,
    pub(crate) ends: usize,
}

/// Visits every state that can follow `start`. `successors` appends those that follow a state by one operation; a state
/// to which it appends none is an end, and `at_end` judges it.
pub(crate) fn explore<S: Clone + Eq + Hash + Debug>(
    start: S,
    successors: impl Fn(&S, &mut Vec<S>),
    at_end: impl Fn(&S),
) -> Coverage {
    let mut seen = FxHashSet::from_iter([start.clone()]);
    let mut frontier = vec![start];
    let mut next = Vec::new();
    let mut ends = 0;
    while let Some(state) = frontier.pop() {
        successors(&state, &mut next);
        if next.is_empty() {
            ends += 1;
            at_end(&state);
        }
        for follower in next.drain(..) {
            if seen.insert(follower.clone()) {
                frontier.push(follower);
            }
        }
    }
    Coverage {
        states: seen.len(),
        ends,
    }
}
