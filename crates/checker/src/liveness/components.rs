//! Strongly connected components.
//!
//! Owns Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972) on a part of the graph, with its stack
//! spelled out, since the graph can be deeper than a thread's stack. Linear in time and memory.

use std::ops::Range;

use crate::graph::{EdgeIndex, Graph};
use crate::visited::StateIndex;

const UNSEEN: u32 = u32::MAX;
/// The order of a state whose component is complete.
const CLOSED: u32 = u32::MAX - 1;

/// Working memory that is used again and again.
pub(super) struct Tarjan {
    order: Vec<u32>,
    low: Vec<u32>,
    seen_count: u32,
    stack: Vec<StateIndex>,
    calls: Vec<(StateIndex, Range<EdgeIndex>)>,
}

impl Tarjan {
    pub(super) fn new(graph: &Graph) -> Tarjan {
        let count = graph.state_count() as usize;
        Tarjan {
            order: vec![UNSEEN; count],
            low: vec![UNSEEN; count],
            seen_count: 0,
            stack: Vec::new(),
            calls: Vec::new(),
        }
    }

    /// The components that have an edge inside, of the part of the graph with these states and the edges that `keeps`
    /// takes; no edge that it takes may leave the states. Each has its states in order.
    pub(super) fn cyclic_components(
        &mut self,
        graph: &Graph,
        states: &[StateIndex],
        keeps: &dyn Fn(EdgeIndex) -> bool,
    ) -> Vec<Vec<StateIndex>> {
        self.seen_count = 0;
        for &state in states {
            self.order[state as usize] = UNSEEN;
        }
        let mut found = Vec::new();
        for &state in states {
            if self.order[state as usize] == UNSEEN {
                self.search(graph, state, keeps, &mut found);
            }
        }
        found
    }

    fn search(
        &mut self,
        graph: &Graph,
        root: StateIndex,
        keeps: &dyn Fn(EdgeIndex) -> bool,
        found: &mut Vec<Vec<StateIndex>>,
    ) {
        self.enter(graph, root);
        while let Some((state, edges)) = self.calls.last_mut() {
            let state = *state;
            if let Some(edge) = edges.next() {
                if keeps(edge) {
                    let target = graph.target(edge);
                    match self.order[target as usize] {
                        UNSEEN => self.enter(graph, target),
                        CLOSED => {}
                        order => self.lower(state, order),
                    }
                }
                continue;
            }
            self.calls.pop();
            if self.low[state as usize] == self.order[state as usize] {
                found.extend(self.close(graph, state, keeps));
            } else if let Some(&(caller, _)) = self.calls.last() {
                self.lower(caller, self.low[state as usize]);
            }
        }
    }

    fn enter(&mut self, graph: &Graph, state: StateIndex) {
        self.order[state as usize] = self.seen_count;
        self.low[state as usize] = self.seen_count;
        self.seen_count += 1;
        self.stack.push(state);
        self.calls.push((state, graph.edges_of(state)));
    }

    fn lower(&mut self, state: StateIndex, to: u32) {
        let low = &mut self.low[state as usize];
        *low = (*low).min(to);
    }

    /// Takes the component of `root` off the stack; it counts if one can go round in it.
    fn close(&mut self, graph: &Graph, root: StateIndex, keeps: &dyn Fn(EdgeIndex) -> bool) -> Option<Vec<StateIndex>> {
        if self.stack.last() == Some(&root) && !self.goes_to_itself(graph, root, keeps) {
            // Nearly every component is a state by itself.
            self.stack.pop();
            self.order[root as usize] = CLOSED;
            return None;
        }
        let start = self.stack.iter().rposition(|&state| state == root).unwrap_or(0);
        let mut component = self.stack.split_off(start);
        for &state in &component {
            self.order[state as usize] = CLOSED;
        }
        component.sort_unstable();
        Some(component)
    }

    fn goes_to_itself(&self, graph: &Graph, state: StateIndex, keeps: &dyn Fn(EdgeIndex) -> bool) -> bool {
        let mut edges = graph.edges_of(state);
        edges.any(|edge| graph.target(edge) == state && keeps(edge))
    }
}
