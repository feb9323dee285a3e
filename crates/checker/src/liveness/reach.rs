//! Who can still go on, and who waits.
//!
//! Owns questions of reachability, asked backwards over the whole graph, and the propagation of what a task waits for
//! along the ways by which states were found: a task's wait begins with a step of its own and ends with one.

use std::collections::BTreeSet;

use world::TaskId;

use crate::graph::{EdgeIndex, Graph, Incoming};
use crate::visited::StateIndex;

/// Which states can reach an end. An end is a state without steps: where everything was expanded, a run that ended.
pub(super) fn can_end(graph: &Graph) -> Vec<bool> {
    let ends = (0..graph.state_count()).filter(|&state| graph.edges_of(state).is_empty());
    can_reach(graph, ends.collect())
}

/// From which states some continuation has a step in which the task really goes on.
pub(super) fn can_run(graph: &Graph, task: TaskId) -> Vec<bool> {
    let runs = |state: &StateIndex| {
        let mut edges = graph.edges_of(*state);
        edges.any(|edge| graph.edge(edge).runs() == Some(task))
    };
    can_reach(graph, (0..graph.state_count()).filter(runs).collect())
}

fn can_reach(graph: &Graph, goals: Vec<StateIndex>) -> Vec<bool> {
    let sources = Incoming::of(graph, |source, _| source);
    let mut can = vec![false; graph.state_count() as usize];
    let mut open = goals;
    for &state in &open {
        can[state as usize] = true;
    }
    while let Some(state) = open.pop() {
        for &source in sources.of_state(state) {
            if !can[source as usize] {
                can[source as usize] = true;
                open.push(source);
            }
        }
    }
    can
}

/// What is needed to say in which states a task waits.
pub(super) struct Waits {
    /// The tasks that wait anywhere.
    tasks: Vec<TaskId>,
    /// For each state, the edge by which it was found first, the state before, and whose step that was.
    came_by: Vec<Option<(EdgeIndex, StateIndex, Option<TaskId>)>>,
}

impl Waits {
    pub(super) fn of(graph: &Graph) -> Waits {
        let mut tasks = BTreeSet::new();
        let mut came_by: Vec<Option<(EdgeIndex, StateIndex, Option<TaskId>)>> =
            vec![None; graph.state_count() as usize];
        for source in 0..graph.state_count() {
            for edge in graph.edges_of(source) {
                let step = graph.edge(edge);
                if !step.marks.waits && graph.found_by(step.target) != Some(edge) {
                    continue;
                }
                let actor = graph.actor(edge);
                if step.marks.waits {
                    tasks.extend(actor);
                }
                if graph.found_by(step.target) == Some(edge) {
                    came_by[step.target as usize] = Some((edge, source, actor));
                }
            }
        }
        Waits {
            tasks: tasks.into_iter().collect(),
            came_by,
        }
    }

    /// The tasks that wait anywhere, in order.
    pub(super) fn tasks(&self) -> &[TaskId] {
        &self.tasks
    }

    /// In which states the task waits for something that no other task's end is to bring.
    pub(super) fn states_of(&self, graph: &Graph, task: TaskId) -> Vec<bool> {
        let mut waits = vec![false; self.came_by.len()];
        for (state, came_by) in self.came_by.iter().enumerate() {
            let Some((edge, before, actor)) = *came_by else {
                continue;
            };
            let marks = graph.edge(edge).marks;
            let is_own = actor == Some(task) && !marks.is_in_vain;
            waits[state] = if is_own { marks.waits } else { waits[before as usize] };
        }
        waits
    }
}
