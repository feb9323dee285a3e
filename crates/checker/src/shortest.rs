//! Of all shortest ways to a violation, the one that is easiest to follow.
//!
//! Owns the choice among the ways of equal length through the layers: fewest switches between tasks, then the first
//! in the order of the choices. Works backwards over the stored edges and takes no step itself, in time and memory that
//! are linear in the states and edges of the layers before the violation.

use world::{Choice, TaskId};

use crate::graph::{Edge, EdgeIndex, Graph};
use crate::visited::StateIndex;

/// Where a kind of violation appeared first: everywhere in that layer, not only where it was seen first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Suspects {
    /// How many steps lead to it.
    pub(crate) depth: u32,
    /// States that are violations, all in layer `depth`, in order.
    pub(crate) states: Vec<StateIndex>,
    /// Edges whose last step is a violation, in order, each with how many steps come after it before it can be seen.
    pub(crate) edges: Vec<(EdgeIndex, u32)>,
}

impl Suspects {
    pub(crate) fn bytes(&self) -> u64 {
        ((self.states.capacity() + 2 * self.edges.capacity()) * size_of::<u32>()) as u64
    }

    /// Adds an edge, wherever it belongs.
    pub(crate) fn add_edge(&mut self, edge: EdgeIndex, more: u32) {
        let at = self.edges.partition_point(|&(known, _)| known < edge);
        if self.edges.get(at).is_none_or(|&(known, _)| known != edge) {
            self.edges.insert(at, (edge, more));
        }
    }

    /// Whether an edge that leaves layer `depth` leads to a violation, with as many steps as it takes.
    fn is_reached_by(&self, edge: EdgeIndex, depth: u32, graph: &Graph) -> bool {
        let end = depth + graph.length(edge);
        let is_last = || {
            let at = self.edges.binary_search_by_key(&edge, |&(edge, _)| edge);
            at.is_ok_and(|at| end + self.edges[at].1 == self.depth)
        };
        is_last() || (end == self.depth && self.states.binary_search(&graph.target(edge)).is_ok())
    }

    /// Some shortest way to one of them: the one that the search took.
    pub(crate) fn first_way(&self, graph: &Graph) -> Vec<EdgeIndex> {
        match (self.states.first(), self.edges.first()) {
            (Some(&state), _) => graph.first_way_to(state),
            (None, Some(&(edge, _))) => {
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
    let mut depth = 0;
    while depth < suspects.depth {
        let cost = costs.from(state, last);
        let is_best = |&edge: &EdgeIndex| costs.through(edge, depth, last) == cost;
        let Some(edge) = graph.edges_of(state).find(is_best).filter(|_| cost != NEVER) else {
            return Vec::new();
        };
        way.push(edge);
        if suspects.is_reached_by(edge, depth, graph) {
            break;
        }
        let step = graph.edge(edge);
        depth += step.length;
        state = step.target;
        last = runner(step).or(last);
    }
    way
}

/// The task that an edge switches to. The clock and the world outside are no tasks, and what a task picks is part of its
/// step: after these, whoever ran last is still who ran last.
fn runner(edge: Edge) -> Option<TaskId> {
    match edge.choice {
        Choice::Run(task) => Some(task),
        Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
    }
}

/// How many switches the best way from somewhere to a suspect has.
///
/// What it costs to go on from a state depends on who ran last, but by one switch at most: whoever ran last, one can go on
/// as the cheapest task does, after a switch to it. So the least cost and the tasks that have it say everything.
struct Costs<'a> {
    graph: &'a Graph,
    suspects: &'a Suspects,
    /// For each state: the least cost, or [`NEVER`].
    least: Vec<u32>,
    /// For each state, `width` words: the tasks that go on at the least cost without being switched to.
    keepers: Vec<u64>,
    width: usize,
}

impl<'a> Costs<'a> {
    /// Goes through the layers backwards, so that what follows an edge is known before the edge.
    fn new(graph: &'a Graph, suspects: &'a Suspects) -> Costs<'a> {
        let states = graph.layer(suspects.depth - 1).end;
        let edges = 0..graph.edges_of(states.saturating_sub(1)).end;
        let tasks = edges
            .filter_map(|edge| runner(graph.edge(edge)))
            .map(|task| task.0 as usize + 1);
        let width = tasks.max().unwrap_or(0).div_ceil(64);
        let mut costs = Costs {
            graph,
            suspects,
            least: vec![NEVER; states as usize],
            keepers: vec![0; states as usize * width],
            width,
        };
        for depth in (0..suspects.depth).rev() {
            for state in graph.layer(depth) {
                for edge in graph.edges_of(state) {
                    costs.improve(state, depth, edge);
                }
            }
        }
        costs
    }

    /// Takes an edge that leaves the state in layer `depth` into account.
    fn improve(&mut self, state: StateIndex, depth: u32, edge: EdgeIndex) {
        let runner = runner(self.graph.edge(edge));
        let cost = self.beyond(edge, depth, runner);
        let least = self.least[state as usize];
        if cost == NEVER || cost > least {
            return;
        }
        let keepers = state as usize * self.width..(state as usize + 1) * self.width;
        if cost < least {
            self.least[state as usize] = cost;
            self.keepers[keepers.clone()].fill(0);
        }
        match runner {
            Some(TaskId(task)) => self.keepers[keepers.start + task as usize / 64] |= 1 << (task % 64),
            None => self.keep_like(state, edge, depth),
        }
    }

    /// After an edge that is no task's, whoever could keep on at the target could keep on before it.
    fn keep_like(&mut self, state: StateIndex, edge: EdgeIndex, depth: u32) {
        let target = self.graph.target(edge);
        for word in 0..self.width {
            let of_target = if self.suspects.is_reached_by(edge, depth, self.graph) {
                u64::MAX
            } else {
                self.keepers[target as usize * self.width + word]
            };
            self.keepers[state as usize * self.width + word] |= of_target;
        }
    }

    /// From the target of an edge that leaves layer `depth`, when `last` ran last; with nobody, at the least.
    fn beyond(&self, edge: EdgeIndex, depth: u32, last: Option<TaskId>) -> u32 {
        if self.suspects.is_reached_by(edge, depth, self.graph) {
            return 0;
        }
        let target = self.graph.target(edge);
        let end = depth + self.graph.length(edge);
        if end < self.suspects.depth && self.graph.layer(end).contains(&target) {
            self.from(target, last)
        } else {
            NEVER
        }
    }

    /// From a state before the last layer, when `last` ran last.
    fn from(&self, state: StateIndex, last: Option<TaskId>) -> u32 {
        let least = self.least[state as usize];
        let keeps = |TaskId(task): TaskId| {
            let at = task as usize / 64;
            at < self.width && self.keepers[state as usize * self.width + at] & 1 << (task % 64) != 0
        };
        match last {
            Some(last) if least != NEVER && !keeps(last) => least + 1,
            Some(_) | None => least,
        }
    }

    /// Along one edge that leaves layer `depth`, when `last` ran last.
    fn through(&self, edge: EdgeIndex, depth: u32, last: Option<TaskId>) -> u32 {
        match runner(self.graph.edge(edge)) {
            Some(task) => {
                let switch = u32::from(last.is_some_and(|last| last != task));
                self.beyond(edge, depth, Some(task)).saturating_add(switch)
            }
            None => self.beyond(edge, depth, last),
        }
    }
}
