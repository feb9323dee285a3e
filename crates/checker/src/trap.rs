//! States from which no end can be reached, and a way to go round there for ever.
//!
//! Owns the analysis of the finished graph: who can still reach an end, and a closed walk that even a fair scheduler
//! could repeat without end. Only meaningful for a graph in which every state has been expanded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::Choice;

use crate::graph::{EdgeIndex, Graph};
use crate::shortest::Suspects;
use crate::visited::StateIndex;

/// The states of the first layer that has a state from which no end can be reached.
///
/// An end is a state without steps: in a graph where everything was expanded, that is a run that ended.
pub(crate) fn first_trapped(graph: &Graph) -> Option<Suspects> {
    let can_end = states_that_can_end(graph);
    let first = can_end.iter().position(|&can_end| !can_end)?;
    let depth = graph.depth_of(u32::try_from(first).expect("states are numbered with 32 bits"));
    let states = graph.layer(depth).filter(|&state| !can_end[state as usize]).collect();
    Some(Suspects {
        depth,
        states,
        edges: Vec::new(),
    })
}

fn states_that_can_end(graph: &Graph) -> Vec<bool> {
    let states = 0..graph.state_count();
    let mut can_end = vec![false; states.len()];
    let (starts, sources) = predecessors(graph);
    let mut reached: Vec<StateIndex> = states.filter(|&state| graph.edges_of(state).is_empty()).collect();
    for &state in &reached {
        can_end[state as usize] = true;
    }
    while let Some(state) = reached.pop() {
        for &source in &sources[starts[state as usize] as usize..starts[state as usize + 1] as usize] {
            if !can_end[source as usize] {
                can_end[source as usize] = true;
                reached.push(source);
            }
        }
    }
    can_end
}

/// The sources of the edges into each state, packed by target: where each state's list starts, and the lists.
fn predecessors(graph: &Graph) -> (Vec<u32>, Vec<StateIndex>) {
    let mut starts = vec![0_u32; graph.state_count() as usize + 1];
    for edge in 0..graph.edge_count() {
        starts[graph.edge(edge).target as usize] += 1;
    }
    let mut end = 0;
    for start in &mut starts {
        end += *start;
        *start = end;
    }
    let mut sources = vec![0; graph.edge_count() as usize];
    for source in 0..graph.state_count() {
        for edge in graph.edges_of(source) {
            let start = &mut starts[graph.edge(edge).target as usize];
            *start -= 1;
            sources[*start as usize] = source;
        }
    }
    (starts, sources)
}

/// A way on from a trapped state: into a set of states that cannot be left, and once around in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Lasso {
    /// From the trapped state to where the lap begins.
    pub(crate) approach: Vec<EdgeIndex>,
    /// Back to where it begins. Every task takes a step in it, or could never have taken one in that set.
    pub(crate) lap: Vec<EdgeIndex>,
}

/// The lasso from a trapped state.
///
/// The nearest set of states that is strongly connected and cannot be left is entered. Each choice that any of its
/// states offers is taken at least once on the lap, so that no task is left out for ever: the lap is fair.
pub(crate) fn lasso(graph: &Graph, trapped: StateIndex) -> Lasso {
    let final_states = final_components(graph, trapped);
    let (approach, start) = walk(graph, trapped, |_, state| final_states.contains(&state), true);
    let mut open: BTreeSet<Choice> = reachable(graph, start)
        .iter()
        .flat_map(|&state| graph.edges_of(state))
        .map(|edge| graph.edge(edge).choice)
        .collect();
    let mut lap = Vec::new();
    let mut state = start;
    while !open.is_empty() {
        let (way, target) = walk(graph, state, |edge, _| open.contains(&graph.edge(edge).choice), false);
        for &edge in &way {
            open.remove(&graph.edge(edge).choice);
        }
        lap.extend(way);
        state = target;
    }
    if state != start {
        lap.extend(walk(graph, state, |_, state| state == start, false).0);
    }
    Lasso { approach, lap }
}

/// The shortest walk from `from` along an edge to a state for which `is_goal` says yes, and where it ends. The goal
/// must be reachable. The empty walk counts if `may_stay` and the state itself would do.
fn walk(
    graph: &Graph,
    from: StateIndex,
    is_goal: impl Fn(EdgeIndex, StateIndex) -> bool,
    may_stay: bool,
) -> (Vec<EdgeIndex>, StateIndex) {
    if may_stay && is_goal(EdgeIndex::MAX, from) {
        return (Vec::new(), from);
    }
    // For each state that was reached: the edge that reached it first, and the state which that edge leaves.
    let mut came_by: BTreeMap<StateIndex, (EdgeIndex, StateIndex)> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(source) = queue.pop_front() {
        for edge in graph.edges_of(source) {
            let target = graph.edge(edge).target;
            if is_goal(edge, target) {
                let mut way = vec![edge];
                let mut at = source;
                while at != from {
                    let (edge, before) = came_by[&at];
                    way.push(edge);
                    at = before;
                }
                way.reverse();
                return (way, target);
            }
            if target != from && !came_by.contains_key(&target) {
                came_by.insert(target, (edge, source));
                queue.push_back(target);
            }
        }
    }
    (Vec::new(), from)
}

fn reachable(graph: &Graph, from: StateIndex) -> BTreeSet<StateIndex> {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(state) = open.pop() {
        for edge in graph.edges_of(state) {
            let target = graph.edge(edge).target;
            if seen.insert(target) {
                open.push(target);
            }
        }
    }
    seen
}

/// The states of every strongly connected set that is reachable from `from` and cannot be left.
///
/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972) with its stack spelled out, since the
/// graph can be deeper than a thread's stack.
fn final_components(graph: &Graph, from: StateIndex) -> BTreeSet<StateIndex> {
    let mut tarjan = Tarjan {
        order: vec![UNSEEN; graph.state_count() as usize],
        low: vec![UNSEEN; graph.state_count() as usize],
        seen_count: 0,
        stack: Vec::new(),
        final_states: BTreeSet::new(),
    };
    let mut calls = vec![tarjan.enter(graph, from)];
    while let Some((state, edges)) = calls.last_mut() {
        let state = *state;
        if let Some(edge) = edges.next() {
            let target = graph.edge(edge).target;
            if tarjan.order[target as usize] == UNSEEN {
                calls.push(tarjan.enter(graph, target));
            } else if tarjan.order[target as usize] != CLOSED {
                tarjan.lower(state, tarjan.order[target as usize]);
            }
            continue;
        }
        calls.pop();
        if tarjan.low[state as usize] == tarjan.order[state as usize] {
            tarjan.close(graph, state);
        } else if let Some(&(caller, _)) = calls.last() {
            tarjan.lower(caller, tarjan.low[state as usize]);
        }
    }
    tarjan.final_states
}

const UNSEEN: u32 = u32::MAX;
/// The order of a state whose component is complete.
const CLOSED: u32 = u32::MAX - 1;

struct Tarjan {
    order: Vec<u32>,
    low: Vec<u32>,
    seen_count: u32,
    stack: Vec<StateIndex>,
    final_states: BTreeSet<StateIndex>,
}

impl Tarjan {
    fn enter(&mut self, graph: &Graph, state: StateIndex) -> (StateIndex, std::ops::Range<EdgeIndex>) {
        self.order[state as usize] = self.seen_count;
        self.low[state as usize] = self.seen_count;
        self.seen_count += 1;
        self.stack.push(state);
        (state, graph.edges_of(state))
    }

    fn lower(&mut self, state: StateIndex, to: u32) {
        let low = &mut self.low[state as usize];
        *low = (*low).min(to);
    }

    /// Takes the component of `root` off the stack, and keeps it if no edge leaves it. A component is complete only
    /// after all that its edges lead to, so that an edge into a closed state leaves it.
    fn close(&mut self, graph: &Graph, root: StateIndex) {
        let start = self
            .stack
            .iter()
            .rposition(|&state| state == root)
            .expect("a root is on the stack until closed");
        let component = self.stack.split_off(start);
        let is_closed = |state: StateIndex| self.order[state as usize] == CLOSED;
        let leaves = |&state: &StateIndex| graph.edges_of(state).any(|edge| is_closed(graph.edge(edge).target));
        if !component.iter().any(leaves) {
            self.final_states.extend(&component);
        }
        for state in component {
            self.order[state as usize] = CLOSED;
        }
    }
}
