//! States that are made again when it is their turn.
//!
//! Owns the way back to a state of which only the number was kept: the steps by which it was found first, from the nearest
//! state on that way which is still there. A step is a function of the state, so that what comes out is the very state that
//! was let go, and no report depends on how many are.
//!
//! States are expanded in the order in which those before them were, so what leads to one leads most of the way to the next
//! one, too: a trail of the states on the way to the last one is kept, and a state costs about as many steps as are new.

use super::Search;
use crate::expand::copy_of;
use crate::system::System;
use crate::visited::StateIndex;

/// So many states before the one that was made are all kept, further away every second as far as the one before.
const NEAR: usize = 12;

/// How many states a trail may have before it is thinned.
const TRAIL_MAX: usize = 128;

/// States on the way to the one that was made last, with their numbers, in their order. The first is where every run starts.
pub(super) struct Trail<T> {
    states: Vec<(StateIndex, T)>,
    /// Steps that were taken again.
    pub(super) steps: u64,
}

impl<T> Trail<T> {
    pub(super) fn new() -> Trail<T> {
        Trail {
            states: Vec::new(),
            steps: 0,
        }
    }

    /// Forgets all states.
    pub(super) fn clear(&mut self) {
        self.states.clear();
    }

    /// Lets go of the states that were found after another one, which cannot be on the way to it. Says whether the last that
    /// is left is that state itself.
    fn go_back_to(&mut self, state: StateIndex) -> bool {
        while self.states.pop_if(|&mut (known, _)| known > state).is_some() {}
        self.states.last().is_some_and(|&(known, _)| known == state)
    }

    /// Keeps the last states, and of those before them every second.
    fn thin(&mut self) {
        let near = self.states.len().saturating_sub(NEAR);
        let mut at = 0;
        self.states.retain(|_| {
            at += 1;
            at % 2 == 1 || at > near
        });
    }
}

impl<S: System> Search<S> {
    /// Makes a state again that was found before.
    pub(super) fn remake(&mut self, index: StateIndex) -> S::State {
        let mut way = Vec::new();
        let mut at = index;
        while !self.trail.go_back_to(at) {
            let Some(edge) = self.graph.found_by(at) else {
                let initial = self.system.initial();
                self.trail.states.push((at, initial));
                break;
            };
            way.push((edge, at));
            at = self.graph.source_of(edge);
        }
        let mut state = match self.trail.states.last() {
            Some((_, nearest)) => copy_of(nearest, &mut self.spare),
            None => self.system.initial(),
        };
        for (left, &(edge, target)) in way.iter().enumerate().rev() {
            let edge = self.graph.edge(edge);
            for _ in 0..edge.length {
                self.system.step(&mut state, edge.choice);
            }
            self.trail.steps += u64::from(edge.length);
            if left > 0 && (left <= NEAR || left.is_power_of_two()) {
                self.trail.states.push((target, copy_of(&state, &mut self.spare)));
            }
        }
        if self.trail.states.len() > TRAIL_MAX {
            self.trail.thin();
        }
        debug_assert_eq!(self.system.key(&state), self.visited.key(index), "it is the same state");
        state
    }
}
