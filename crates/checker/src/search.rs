//! The search: every state that can be reached, layer by layer.
//!
//! Owns the order in which states are expanded, the limits, and what counts as a violation. Keeps whole states only
//! while they wait to be expanded; of the others a key, and the steps between them. It finds ways through the graph
//! as steps and keys; turning one into a schedule that was tried out is `replay`'s.
//!
//! Breadth first, so that the first layer with a violation gives its shortest run; in full, without any reduction, so
//! that no verdict can be hidden. Everything is a function of the system and the options: slices of any size give the
//! same answer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::Choice;

use crate::graph::{EDGES_MAX, EdgeIndex, Graph};
use crate::shortest::{self, Suspects};
use crate::system::{End, System};
use crate::trap;
use crate::visited::{Lookup, StateIndex, Visited};
use crate::{BoundedBy, Options, Progress, Verdict};

/// How many operations of the VM count as much as a step in the budget of a slice.
const OPS_PER_BUDGET: u64 = 5_000;

/// One step of a way that the search found, with the key of the state that it leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct WayStep {
    pub(crate) choice: Choice,
    pub(crate) key: u128,
}

/// A way from the initial state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Way {
    pub(crate) steps: Vec<WayStep>,
    /// How many steps at its end lead round, back to the state before them.
    pub(crate) lap: Option<u32>,
}

/// A violation, with ways that lead to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    pub(crate) verdict: Verdict,
    /// Fewest steps, then fewest switches.
    pub(crate) best: Way,
    /// Fewest steps, along the very states that the search kept: their tasks bear the names of the choices.
    pub(crate) plain: Way,
}

/// A state that breaks the rules of a system, and the way to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub(crate) reason: String,
    pub(crate) way: Vec<WayStep>,
}

/// A state on its way to be expanded.
struct Waiting<S> {
    index: StateIndex,
    state: S,
    bytes: u64,
}

/// A state that is being expanded: which of its choices comes next.
struct Expanding<S> {
    waiting: Waiting<S>,
    next: usize,
}

pub(crate) struct Search<S: System> {
    system: S,
    options: Options,
    visited: Visited,
    graph: Graph,
    frontier: VecDeque<Waiting<S::State>>,
    frontier_bytes: u64,
    expanding: Option<Expanding<S::State>>,
    choices: Vec<Choice>,
    depth: u32,
    /// The first state of the layer after the one that is being expanded.
    layer_end: StateIndex,
    suspects: BTreeMap<Verdict, Suspects>,
    /// Kinds whose shortest ways are in `found` already.
    settled: BTreeSet<Verdict>,
    ignored: BTreeSet<Verdict>,
    found: Vec<Found>,
    faults: Vec<Fault>,
    run_limit: Option<BoundedBy>,
    stopped_by: Option<BoundedBy>,
    is_finished: bool,
}

impl<S: System> Search<S> {
    pub(crate) fn new(mut system: S, options: Options) -> Search<S> {
        let state = system.initial();
        let mut search = Search {
            system,
            options,
            visited: Visited::new(),
            graph: Graph::default(),
            frontier: VecDeque::new(),
            frontier_bytes: 0,
            expanding: None,
            choices: Vec::new(),
            depth: 0,
            layer_end: 1,
            suspects: BTreeMap::new(),
            settled: BTreeSet::new(),
            ignored: BTreeSet::new(),
            found: Vec::new(),
            faults: Vec::new(),
            run_limit: None,
            stopped_by: None,
            is_finished: false,
        };
        search.graph.begin_layer();
        search.arrive(state, 0);
        search.graph.begin_layer();
        search
    }

    /// Takes at most `budget` steps, fewer if they are long ones.
    pub(crate) fn explore(&mut self, budget: u32) -> Progress {
        let mut left = budget;
        while left > 0 && !self.is_finished {
            if self.expanding.is_none() && !self.begin_next() {
                self.finish();
                break;
            }
            let before = self.system.work();
            self.take_step();
            let charge = 1 + (self.system.work() - before) / OPS_PER_BUDGET;
            left = left.saturating_sub(u32::try_from(charge).unwrap_or(u32::MAX));
        }
        self.progress()
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            states: u64::from(self.visited.len()),
            transitions: u64::from(self.graph.edge_count()),
            depth: self.depth,
            frontier: (self.frontier.len() + usize::from(self.expanding.is_some())) as u64,
            bytes: self.bytes(),
            is_finished: self.is_finished,
        }
    }

    /// The length of the longest of the shortest ways.
    pub(crate) fn depth_reached(&self) -> u32 {
        if self.visited.len() > self.layer_end {
            self.depth + 1
        } else {
            self.depth
        }
    }

    /// Why the answer is not complete; `None` if it is.
    pub(crate) fn limit(&self) -> Option<BoundedBy> {
        let unfinished = (!self.is_finished).then_some(BoundedBy::Unfinished);
        self.stopped_by.or(self.run_limit).or(unfinished)
    }

    /// Violations found since the last call.
    pub(crate) fn take_found(&mut self) -> Vec<Found> {
        std::mem::take(&mut self.found)
    }

    /// Faults met since the last call.
    pub(crate) fn take_faults(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }

    pub(crate) fn ignored(&self) -> Vec<Verdict> {
        self.ignored.iter().copied().collect()
    }

    /// Turns to the next state that waits. Says no if there is none, or a limit forbids it.
    fn begin_next(&mut self) -> bool {
        let is_layer_done = self
            .frontier
            .front()
            .is_none_or(|waiting| waiting.index >= self.layer_end);
        if is_layer_done && !self.end_layer() {
            return false;
        }
        if self.depth >= self.options.limits.depth {
            self.stopped_by = Some(BoundedBy::Depth);
            return false;
        }
        if self.system.work() > self.options.limits.ops {
            self.stopped_by = Some(BoundedBy::Operations);
            return false;
        }
        if self.bytes() > self.options.limits.bytes {
            self.stopped_by = Some(BoundedBy::Bytes);
            return false;
        }
        let Some(waiting) = self.frontier.pop_front() else {
            return false;
        };
        self.system.choices(&waiting.state, &mut self.choices);
        self.graph.begin_source(waiting.index);
        if self.choices.is_empty() {
            let way = way_steps(&self.graph, &self.visited, &self.graph.first_way_to(waiting.index));
            self.faults.push(Fault {
                reason: "a state that is no end offers no choice".to_owned(),
                way,
            });
            self.stopped_by = Some(BoundedBy::Defect);
            return false;
        }
        self.expanding = Some(Expanding { waiting, next: 0 });
        true
    }

    /// Closes a layer. Says no if the search is over.
    fn end_layer(&mut self) -> bool {
        self.settle();
        if self.options.stop_at_first && !self.settled.is_empty() {
            self.stopped_by = Some(BoundedBy::FirstFinding);
            return false;
        }
        if self.frontier.is_empty() {
            return false;
        }
        self.graph.begin_layer();
        self.layer_end = self.visited.len();
        self.depth += 1;
        true
    }

    fn take_step(&mut self) {
        let transitions = u64::from(self.graph.edge_count());
        if transitions >= self.options.limits.transitions.min(EDGES_MAX) {
            return self.stop(BoundedBy::Transitions);
        }
        let Some(mut expanding) = self.expanding.take() else {
            return;
        };
        let choice = self.choices[expanding.next];
        expanding.next += 1;
        // The last successor takes the place of the state itself, which nobody needs any more.
        let mut state = if expanding.next < self.choices.len() {
            let state = expanding.waiting.state.clone();
            self.expanding = Some(expanding);
            state
        } else {
            self.frontier_bytes -= expanding.waiting.bytes;
            expanding.waiting.state
        };
        let diagnosis = self.system.step(&mut state, choice);
        let edge = self.graph.edge_count();
        let Some(target) = self.arrive(state, self.depth + 1) else {
            return;
        };
        self.graph.add_edge(choice, target);
        if let Some(verdict) = diagnosis {
            self.suspect(verdict, self.depth + 1, |suspects| suspects.edges.push(edge));
        }
    }

    /// Numbers a state, and if it is new, judges it or lets it wait. `None` if a limit leaves no room for it.
    fn arrive(&mut self, state: S::State, depth: u32) -> Option<StateIndex> {
        let key = self.system.key(&state);
        match self.visited.insert(key, self.options.limits.states) {
            None => {
                self.stop(BoundedBy::States);
                None
            }
            Some(Lookup::Known(index)) => Some(index),
            Some(Lookup::New(index)) => {
                self.graph.add_state();
                match self.system.end(&state) {
                    None => self.wait(index, state),
                    Some(End::Good) => {}
                    Some(End::Bad(verdict)) => self.suspect(verdict, depth, |suspects| suspects.states.push(index)),
                    Some(End::Limit(limit)) => self.run_limit = self.run_limit.or(Some(BoundedBy::Run(limit))),
                }
                Some(index)
            }
        }
    }

    fn wait(&mut self, index: StateIndex, state: S::State) {
        let bytes = self.system.bytes(&state) + size_of::<Waiting<S::State>>() as u64;
        self.frontier_bytes += bytes;
        self.frontier.push_back(Waiting { index, state, bytes });
    }

    /// Notes a violation, unless its kind is ignored or was found in an earlier layer.
    fn suspect(&mut self, verdict: Verdict, depth: u32, note: impl FnOnce(&mut Suspects)) {
        if self.options.ignore.contains(&verdict) {
            self.ignored.insert(verdict);
            return;
        }
        let suspects = self.suspects.entry(verdict).or_insert_with(|| Suspects {
            depth,
            ..Suspects::default()
        });
        if suspects.depth == depth && !self.settled.contains(&verdict) {
            note(suspects);
        }
    }

    /// Chooses the ways to the violations of the layer that is complete now.
    fn settle(&mut self) {
        let settled = &mut self.settled;
        for (&verdict, suspects) in self.suspects.iter().filter(|(verdict, _)| !settled.contains(verdict)) {
            let straight = |edges: Vec<EdgeIndex>| Way {
                steps: way_steps(&self.graph, &self.visited, &edges),
                lap: None,
            };
            self.found.push(Found {
                verdict,
                best: straight(shortest::fewest_switches(&self.graph, suspects)),
                plain: straight(suspects.first_way(&self.graph)),
            });
        }
        settled.extend(self.suspects.keys());
    }

    fn stop(&mut self, limit: BoundedBy) {
        self.stopped_by = Some(limit);
        self.finish();
    }

    /// Looks for what only the whole graph shows, and lets go of all states.
    fn finish(&mut self) {
        if self.is_finished {
            return;
        }
        self.is_finished = true;
        self.settle();
        self.expanding = None;
        self.frontier = VecDeque::new();
        self.frontier_bytes = 0;
        // Whoever did not look at everything cannot know what can no longer be reached.
        if self.stopped_by.is_none() {
            self.find_trap();
        }
    }

    fn find_trap(&mut self) {
        let Some(suspects) = trap::first_trapped(&self.graph) else {
            return;
        };
        if self.options.ignore.contains(&Verdict::Livelock) {
            self.ignored.insert(Verdict::Livelock);
            return;
        }
        let best = self.around(shortest::fewest_switches(&self.graph, &suspects));
        let plain = self.around(suspects.first_way(&self.graph));
        self.found.push(Found {
            verdict: Verdict::Livelock,
            best,
            plain,
        });
    }

    /// Follows a way into a trap, and once around in it.
    fn around(&self, mut edges: Vec<EdgeIndex>) -> Way {
        let trapped = edges.last().map_or(0, |&edge| self.graph.edge(edge).target);
        let lasso = trap::lasso(&self.graph, trapped);
        let lap = u32::try_from(lasso.lap.len()).unwrap_or(u32::MAX);
        edges.extend(lasso.approach);
        edges.extend(lasso.lap);
        Way {
            steps: way_steps(&self.graph, &self.visited, &edges),
            lap: Some(lap),
        }
    }

    fn bytes(&self) -> u64 {
        let suspects: u64 = self.suspects.values().map(Suspects::bytes).sum();
        self.visited.bytes() + self.graph.bytes() + self.frontier_bytes + suspects
    }
}

fn way_steps(graph: &Graph, visited: &Visited, way: &[EdgeIndex]) -> Vec<WayStep> {
    way.iter()
        .map(|&edge| {
            let step = graph.edge(edge);
            WayStep {
                choice: step.choice,
                key: visited.key(step.target),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
