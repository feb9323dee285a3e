//! Of all shortest ways to a violation, the one that is easiest to follow.
//!
//! Owns the choice among the ways of equal length through the layers: fewest switches between tasks, then the first
//! in the order of the choices. Works backwards over the stored edges and takes no step itself. Tasks are counted by
//! the names that they have in the states that the search kept.

use world::{Choice, TaskId};

use crate::graph::{EdgeIndex, Graph};
use crate::visited::StateIndex;

/// Where a kind of violation appeared first: everywhere in that layer, not only where it was seen first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Suspects {
    /// How many steps lead to it.
    pub(crate) depth: u32,
    /// States that are violations, all in layer `depth`, in order.
    pub(crate) states: Vec<StateIndex>,
    /// Steps that are violations, all from layer `depth - 1`, in order.
    pub(crate) edges: Vec<EdgeIndex>,
}

impl Suspects {
    pub(crate) fn bytes(&self) -> u64 {
        ((self.states.capacity() + self.edges.capacity()) * size_of::<u32>()) as u64
    }

    fn is_reached_by(&self, edge: EdgeIndex, graph: &Graph) -> bool {
        self.edges.binary_search(&edge).is_ok() || self.states.binary_search(&graph.edge(edge).target).is_ok()
    }

    /// Some shortest way to one of them: the one that the search took.
    pub(crate) fn first_way(&self, graph: &Graph) -> Vec<EdgeIndex> {
        match (self.states.first(), self.edges.first()) {
            (Some(&state), _) => graph.first_way_to(state),
            (None, Some(&edge)) => {
                let mut way = graph.first_way_to(graph.source_of(edge));
                way.push(edge);
                way
            }
            (None, None) => Vec::new(),
        }
    }
}

/// No way leads there.
const NEVER: u32 = u32::MAX;

/// The shortest way to any of the suspects with the fewest switches.
pub(crate) fn fewest_switches(graph: &Graph, suspects: &Suspects) -> Vec<EdgeIndex> {
    if suspects.depth == 0 {
        return Vec::new();
    }
    let costs = Costs::new(graph, suspects);
    let mut way = Vec::new();
    let mut state = 0;
    let mut last = None;
    for depth in 0..suspects.depth {
        let cost = costs.from(state, depth, last);
        let is_best = |&edge: &EdgeIndex| costs.through(edge, depth, last) == cost;
        let Some(edge) = graph.edges_of(state).find(is_best).filter(|_| cost != NEVER) else {
            return Vec::new();
        };
        way.push(edge);
        let step = graph.edge(edge);
        state = step.target;
        last = match step.choice {
            Choice::Run(task) => Some(task),
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => last,
        };
    }
    way
}

/// How many switches the best way from somewhere to a suspect has.
struct Costs<'a> {
    graph: &'a Graph,
    suspects: &'a Suspects,
    /// For each edge that runs a task: the switches on the best way from its target on, once that task has run.
    /// Unused for the clock, after which the last task is still the one before.
    after: Vec<u32>,
}

impl<'a> Costs<'a> {
    /// Goes through the layers backwards, so that what follows an edge is known before the edge.
    fn new(graph: &'a Graph, suspects: &'a Suspects) -> Costs<'a> {
        let end = graph
            .edges_of(graph.layer(suspects.depth - 1).end.saturating_sub(1))
            .end;
        let mut costs = Costs {
            graph,
            suspects,
            after: vec![NEVER; end as usize],
        };
        for depth in (0..suspects.depth).rev() {
            for state in graph.layer(depth) {
                for edge in graph.edges_of(state) {
                    if let Choice::Run(task) = graph.edge(edge).choice {
                        costs.after[edge as usize] = costs.beyond(edge, depth, Some(task));
                    }
                }
            }
        }
        costs
    }

    /// From the target of an edge that leaves layer `depth`, when `last` ran last.
    fn beyond(&self, edge: EdgeIndex, depth: u32, last: Option<TaskId>) -> u32 {
        if depth + 1 == self.suspects.depth {
            return if self.suspects.is_reached_by(edge, self.graph) {
                0
            } else {
                NEVER
            };
        }
        let target = self.graph.edge(edge).target;
        if !self.graph.layer(depth + 1).contains(&target) {
            return NEVER;
        }
        self.from(target, depth + 1, last)
    }

    /// From a state of layer `depth`, when `last` ran last. Follows the clock in a loop: it can tick many times on end.
    fn from(&self, state: StateIndex, depth: u32, last: Option<TaskId>) -> u32 {
        let (mut state, mut depth, mut best) = (state, depth, NEVER);
        loop {
            let mut tick = None;
            for edge in self.graph.edges_of(state) {
                match self.graph.edge(edge).choice {
                    Choice::Run(task) => best = best.min(self.through_run(edge, task, last)),
                    Choice::Advance => tick = Some(edge),
                    Choice::Pick(_) | Choice::Complete(_) => best = best.min(self.beyond(edge, depth, last)),
                }
            }
            let Some(tick) = tick else { return best };
            let target = self.graph.edge(tick).target;
            if depth + 1 == self.suspects.depth || !self.graph.layer(depth + 1).contains(&target) {
                return best.min(self.beyond(tick, depth, last));
            }
            (state, depth) = (target, depth + 1);
        }
    }

    /// Along one edge that leaves layer `depth`.
    fn through(&self, edge: EdgeIndex, depth: u32, last: Option<TaskId>) -> u32 {
        match self.graph.edge(edge).choice {
            Choice::Run(task) => self.through_run(edge, task, last),
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => self.beyond(edge, depth, last),
        }
    }

    fn through_run(&self, edge: EdgeIndex, task: TaskId, last: Option<TaskId>) -> u32 {
        let switch = u32::from(last.is_some_and(|last| last != task));
        self.after[edge as usize].saturating_add(switch)
    }
}
