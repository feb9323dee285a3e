//! The way to the nearest violation, from anywhere.
//!
//! Owns the distances from every state of a search to what goes wrong, for whoever wants to break a program by hand. A
//! search that is not complete knows distances only along what it has looked at: they are true, but a nearer violation may
//! exist.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use world::Choice;

use crate::Verdict;
use crate::graph::{EdgeIndex, Graph, Incoming};
use crate::verdict::Verdicts;
use crate::visited::StateIndex;

/// States to be looked at, the nearest first.
type Open = BinaryHeap<Reverse<(u32, StateIndex)>>;

/// No way leads to a violation.
const NEVER: u32 = u32::MAX;

/// How far each state is from the nearest violation.
pub(crate) struct Guide {
    distance: Vec<u32>,
    /// The first step of a shortest way there; nothing for those that are there.
    step: Vec<Option<EdgeIndex>>,
}

impl Guide {
    /// The distances to the ends and the steps that are violations.
    pub(crate) fn of(graph: &Graph, bad_ends: &[StateIndex], bad_steps: &[(EdgeIndex, Verdicts)]) -> Guide {
        let count = graph.state_count() as usize;
        let mut guide = Guide {
            distance: vec![NEVER; count],
            step: vec![None; count],
        };
        let mut open = BinaryHeap::new();
        for &state in bad_ends {
            guide.distance[state as usize] = 0;
            open.push(Reverse((0, state)));
        }
        let edges = Incoming::of(graph, |_, edge| edge);
        for &(edge, _) in bad_steps {
            guide.reach(graph.source_of(edge), edge, graph.length(edge), &mut open);
        }
        // Backwards, in the order of distances: Dijkstra, "A note on two problems in connexion with graphs" (1959).
        while let Some(Reverse((distance, state))) = open.pop() {
            if distance > guide.distance[state as usize] {
                continue;
            }
            for &edge in edges.of_state(state) {
                guide.reach(graph.source_of(edge), edge, distance + graph.length(edge), &mut open);
            }
        }
        guide
    }

    fn reach(&mut self, state: StateIndex, edge: EdgeIndex, distance: u32, open: &mut Open) {
        if distance < self.distance[state as usize] {
            self.distance[state as usize] = distance;
            self.step[state as usize] = Some(edge);
            open.push(Reverse((distance, state)));
        }
    }

    /// How many steps lead from a state to the nearest violation, and the first of them.
    pub(crate) fn from(&self, graph: &Graph, state: StateIndex) -> Option<(u32, Option<Choice>)> {
        let distance = self.distance[state as usize];
        let choice = self.step[state as usize].map(|edge| graph.edge(edge).choice);
        (distance != NEVER).then_some((distance, choice))
    }

    /// Which violation that is.
    pub(crate) fn verdict(
        &self,
        graph: &Graph,
        state: StateIndex,
        end_of: impl Fn(StateIndex) -> Option<Verdict>,
        bad_steps: &[(EdgeIndex, Verdicts)],
    ) -> Option<Verdict> {
        let mut state = state;
        while let Some(edge) = self.step[state as usize] {
            let is_last = self.distance[state as usize] == graph.length(edge);
            if let Ok(at) = bad_steps.binary_search_by_key(&edge, |&(edge, _)| edge)
                && is_last
            {
                return bad_steps[at].1.iter().next();
            }
            state = graph.target(edge);
        }
        end_of(state)
    }
}
