//! Cycles that a fair scheduler could repeat for ever.
//!
//! Owns fairness. Tasks are scheduled weakly fairly: whoever can go on all the time goes on at some time. The clock and
//! what goes on outside of the program are strongly fair: what is offered again and again happens at some time, or else
//! a loop that polls could keep a timer from ever firing. A task that is held back, because no core is free or because
//! another is in the middle of a step, can go on; were it taken for one that cannot, unfair loops would pass for fair ones.

use std::collections::BTreeSet;
use std::rc::Rc;

use world::{Choice, TaskId};

use super::components::Tarjan;
use crate::graph::{EdgeIndex, Graph};
use crate::visited::StateIndex;

/// A set of states and edges that a fair run could stay in for ever, taking each of the edges again and again.
#[derive(Clone)]
pub(super) struct Loop {
    /// In order.
    pub(super) states: Rc<[StateIndex]>,
    /// The edges that stay inside, in order.
    edges: Rc<[EdgeIndex]>,
}

impl Loop {
    /// The edges that stay inside, in order.
    pub(super) fn inside(&self) -> impl Iterator<Item = EdgeIndex> {
        self.edges.iter().copied()
    }

    /// Whether an edge stays inside.
    pub(super) fn has(&self, edge: EdgeIndex) -> bool {
        self.edges.binary_search(&edge).is_ok()
    }
}

/// The states that lie on cycles at all; most programs have none.
pub(super) struct Cycles {
    states: Vec<StateIndex>,
}

/// What keeps a component from being fair.
enum Judgement {
    Fair,
    /// Some task could go on in every state and is never let.
    Unfair,
    /// These are offered and never happen: only what does without the states that offer them can be fair.
    Starves(BTreeSet<Choice>),
}

impl Cycles {
    pub(super) fn of(graph: &Graph) -> Cycles {
        let all: Vec<StateIndex> = (0..graph.state_count()).collect();
        let components = Tarjan::new(graph).cyclic_components(graph, &all, &|_| true);
        let mut states: Vec<StateIndex> = components.into_iter().flatten().collect();
        states.sort_unstable();
        Cycles { states }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// Calls `visit` with the largest fair loops of the part of the graph that has the edges that `keeps` takes.
    pub(super) fn fair(&self, graph: &Graph, keeps: &dyn Fn(EdgeIndex) -> bool, visit: &mut dyn FnMut(&Loop)) {
        let mut tarjan = Tarjan::new(graph);
        let mut judge = Judge::new(graph);
        // Which part each state is in now: 0 is none.
        let mut part_of = vec![0_u32; graph.state_count() as usize];
        let mut parts = 1;
        let mut open = vec![self.states.clone()];
        while let Some(states) = open.pop() {
            assign(&mut part_of, &states, parts);
            let stays = |edge: EdgeIndex| keeps(edge) && part_of[graph.target(edge) as usize] == parts;
            let components = tarjan.cyclic_components(graph, &states, &stays);
            assign(&mut part_of, &states, 0);
            for component in components {
                parts += 1;
                assign(&mut part_of, &component, parts);
                let stays = |edge: EdgeIndex| keeps(edge) && part_of[graph.target(edge) as usize] == parts;
                match judge.judge(&component, &stays) {
                    Judgement::Fair => {
                        let edges = component.iter().flat_map(|&state| graph.edges_of(state));
                        let edges = edges.filter(|&edge| stays(edge)).collect();
                        visit(&Loop {
                            states: component.clone().into(),
                            edges,
                        });
                    }
                    Judgement::Unfair => {}
                    Judgement::Starves(choices) => {
                        let offers = |&state: &StateIndex| {
                            let mut edges = graph.edges_of(state);
                            edges.any(|edge| choices.contains(&graph.edge(edge).choice))
                        };
                        open.push(component.iter().copied().filter(|state| !offers(state)).collect());
                    }
                }
                assign(&mut part_of, &component, 0);
            }
            parts += 1;
        }
    }
}

fn assign(part_of: &mut [u32], states: &[StateIndex], part: u32) {
    for &state in states {
        part_of[state as usize] = part;
    }
}

/// Working memory for judging components.
struct Judge<'a> {
    graph: &'a Graph,
    /// In how many states each task could go on.
    ready_in: Vec<u32>,
    /// Which tasks take a step.
    steps: Vec<bool>,
    touched: Vec<TaskId>,
}

impl<'a> Judge<'a> {
    fn new(graph: &'a Graph) -> Judge<'a> {
        Judge {
            graph,
            ready_in: Vec::new(),
            steps: Vec::new(),
            touched: Vec::new(),
        }
    }

    fn judge(&mut self, component: &[StateIndex], stays: &dyn Fn(EdgeIndex) -> bool) -> Judgement {
        let graph = self.graph;
        // One step that never ends: nobody else can be let in.
        if component.iter().all(|&state| graph.is_cut_off(state)) {
            return Judgement::Fair;
        }
        let mut offered = BTreeSet::new();
        let mut taken = BTreeSet::new();
        for &state in component {
            for edge in graph.edges_of(state) {
                match graph.edge(edge).choice {
                    Choice::Run(task) => self.note(task, stays(edge)),
                    // Part of the step of the task that led there, which is held back as long as it has not picked.
                    Choice::Pick(_) => {
                        if let Some(task) = graph.actor(edge).filter(|_| stays(edge)) {
                            self.note_step(task);
                        }
                    }
                    choice @ (Choice::Advance | Choice::Complete(_)) => {
                        offered.insert(choice);
                        if stays(edge) {
                            taken.insert(choice);
                        }
                    }
                }
            }
            graph.held_back(state).for_each(|task| self.note(task, false));
        }
        let is_left_out = |task: &TaskId| {
            let task = task.0 as usize;
            self.ready_in[task] as usize >= component.len() && !self.steps[task]
        };
        let is_unfair = self.touched.iter().any(is_left_out);
        for task in self.touched.drain(..) {
            self.ready_in[task.0 as usize] = 0;
            self.steps[task.0 as usize] = false;
        }
        let starved: BTreeSet<Choice> = offered.difference(&taken).copied().collect();
        match (is_unfair, starved.is_empty()) {
            (true, _) => Judgement::Unfair,
            (false, true) => Judgement::Fair,
            (false, false) => Judgement::Starves(starved),
        }
    }

    /// A task could go on in one more state, and does if it `steps`.
    fn note(&mut self, task: TaskId, steps: bool) {
        let at = self.place_of(task);
        self.ready_in[at] += 1;
        self.steps[at] |= steps;
    }

    /// A task takes a step in a state that is counted already.
    fn note_step(&mut self, task: TaskId) {
        let at = self.place_of(task);
        self.steps[at] = true;
    }

    fn place_of(&mut self, task: TaskId) -> usize {
        let at = task.0 as usize;
        if at >= self.ready_in.len() {
            self.ready_in.resize(at + 1, 0);
            self.steps.resize(at + 1, false);
        }
        if self.ready_in[at] == 0 && !self.steps[at] {
            self.touched.push(task);
        }
        at
    }
}
