//! Once around a fair loop.
//!
//! Owns the closed walk that shows a loop: short, but long enough that repeating it for ever is fair. Every task that
//! takes a step in the loop takes one on the walk; every other one passes a state in which it cannot go on; and what is
//! offered by the clock or from outside happens.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::{Choice, TaskId};

use super::fair::Loop;
use crate::graph::{EdgeIndex, Graph};
use crate::visited::StateIndex;

/// What a walk still has to do to be fair.
struct Duties {
    /// Choices that must be taken.
    take: BTreeSet<Choice>,
    /// Tasks of which a state must be passed where they cannot go on.
    pass: BTreeSet<TaskId>,
}

/// The closed walk from a state of the loop back to it. It has at least one step.
pub(super) fn around(graph: &Graph, round: &Loop, start: StateIndex) -> Vec<EdgeIndex> {
    let mut duties = Duties::of(graph, round);
    let mut lap = Vec::new();
    let mut state = start;
    duties.pass(graph, state);
    while !duties.is_done() {
        let (way, target) = walk(graph, round, state, |edge| duties.has(graph, edge));
        if way.is_empty() {
            break;
        }
        for &edge in &way {
            duties.take.remove(&graph.edge(edge).choice);
            duties.pass(graph, graph.target(edge));
        }
        lap.extend(way);
        state = target;
    }
    if state != start || lap.is_empty() {
        lap.extend(walk(graph, round, state, |edge| graph.target(edge) == start).0);
    }
    lap
}

impl Duties {
    fn of(graph: &Graph, round: &Loop) -> Duties {
        let is_duty = |choice: &Choice| match choice {
            Choice::Run(_) | Choice::Advance | Choice::Complete(_) => true,
            Choice::Pick(_) => false,
        };
        let take: BTreeSet<Choice> = round
            .inside()
            .map(|edge| graph.edge(edge).choice)
            .filter(is_duty)
            .collect();
        let mut pass = BTreeSet::new();
        // A step that never ends lets nobody in, fair or not.
        if !round.states.iter().all(|&state| graph.is_cut_off(state)) {
            for &state in round.states.iter() {
                pass.extend(ready(graph, state).filter(|&task| !take.contains(&Choice::Run(task))));
            }
        }
        Duties { take, pass }
    }

    fn is_done(&self) -> bool {
        self.take.is_empty() && self.pass.is_empty()
    }

    /// Whether an edge does one of the duties.
    fn has(&self, graph: &Graph, edge: EdgeIndex) -> bool {
        let step = graph.edge(edge);
        self.take.contains(&step.choice) || {
            let ready: BTreeSet<TaskId> = ready(graph, step.target).collect();
            !self.pass.is_subset(&ready)
        }
    }

    fn pass(&mut self, graph: &Graph, state: StateIndex) {
        if !self.pass.is_empty() {
            let ready: BTreeSet<TaskId> = ready(graph, state).collect();
            self.pass.retain(|task| ready.contains(task));
        }
    }
}

/// The tasks that could go on in a state.
fn ready(graph: &Graph, state: StateIndex) -> impl Iterator<Item = TaskId> {
    let open = graph
        .edges_of(state)
        .filter_map(move |edge| match graph.edge(edge).choice {
            Choice::Run(task) => Some(task),
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
        });
    open.chain(graph.held_back(state))
}

/// The shortest walk inside the loop that ends with an edge for which `is_goal` says yes, and where it ends.
fn walk(
    graph: &Graph,
    round: &Loop,
    from: StateIndex,
    is_goal: impl Fn(EdgeIndex) -> bool,
) -> (Vec<EdgeIndex>, StateIndex) {
    // For each state that was reached: the edge that reached it first, and the state which that edge leaves.
    let mut came_by: BTreeMap<StateIndex, (EdgeIndex, StateIndex)> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(source) = queue.pop_front() {
        for edge in graph.edges_of(source).filter(|&edge| round.has(edge)) {
            let target = graph.target(edge);
            if is_goal(edge) {
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
