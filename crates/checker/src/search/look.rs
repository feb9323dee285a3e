//! What a search knows, for a picture or for a learner on the way.
//!
//! Owns the reading of a search that has been going on, finished or not. Changes nothing in it.

use std::collections::BTreeSet;

use world::Choice;

use super::Search;
use crate::guide::Guide;
use crate::system::{End, System};
use crate::visited::StateIndex;
use crate::{StateEnd, StateGraph, StateNode, StateStep, Verdict};

impl<S: System> Search<S> {
    /// All that was looked at.
    pub(crate) fn state_graph(&self) -> StateGraph {
        let waiting: BTreeSet<StateIndex> = (self.frontier.iter().map(|waiting| waiting.index))
            .chain(self.expanded.iter().map(|waiting| waiting.index))
            .collect();
        let mut ends = self.ends.iter().peekable();
        let states = (0..self.graph.state_count()).map(|state| {
            let bad = ends.next_if(|&&(index, _)| index == state).map(|&(_, end)| end);
            // A state that neither has steps nor waits for them is an end.
            let is_end = self.graph.edges_of(state).is_empty() && !waiting.contains(&state);
            StateNode {
                depth: self.graph.depth_of(state),
                end: match bad {
                    Some(End::Bad(verdict)) => Some(StateEnd::Bad(verdict)),
                    Some(End::Limit(_)) => Some(StateEnd::Limit),
                    Some(End::Good) | None => is_end.then_some(StateEnd::Good),
                },
            }
        });
        let states = states.collect();
        let steps = (0..self.graph.state_count()).flat_map(|source| {
            let edges = self.graph.edges_of(source);
            edges.filter(|&edge| self.graph.has_landed(edge)).map(move |edge| {
                let step = self.graph.edge(edge);
                let (choice, target) = (step.choice, step.target);
                StateStep { source, choice, target }
            })
        });
        StateGraph {
            states,
            steps: steps.collect(),
        }
    }

    /// The way to the nearest violation from every state that was looked at, but for kinds that are ignored.
    pub(crate) fn guide(&self) -> Guide {
        let is_wanted = |verdict: Verdict| !self.options.ignore.contains(&verdict);
        let ends = self.ends.iter().filter_map(|&(state, end)| match end {
            End::Bad(verdict) => Some(state).filter(|_| is_wanted(verdict)),
            End::Good | End::Limit(_) => None,
        });
        Guide::of(&self.graph, &ends.collect::<Vec<_>>(), &self.diagnosed)
    }

    /// Whether a state was met, by its key.
    pub(crate) fn knows(&self, key: u128) -> bool {
        self.visited.find(key).is_some()
    }

    /// The nearest violation from a state, by its key: how far, which kind, and the first step.
    pub(crate) fn nearest(&self, guide: &Guide, key: u128) -> Option<(u32, Option<Verdict>, Option<Choice>)> {
        let state = self.visited.find(key)?;
        let (distance, choice) = guide.from(&self.graph, state)?;
        let end_of = |state: StateIndex| {
            let at = self.ends.binary_search_by_key(&state, |&(state, _)| state).ok()?;
            match self.ends[at].1 {
                End::Bad(verdict) => Some(verdict),
                End::Good | End::Limit(_) => None,
            }
        };
        let verdict = guide.verdict(&self.graph, state, end_of, &self.diagnosed);
        Some((distance, verdict, choice))
    }
}
