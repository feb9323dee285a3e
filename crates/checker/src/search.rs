//! The search: every state that can be reached, layer by layer.
//!
//! Owns the order in which states are taken in, the limits, and what counts as a violation. Keeps whole states only
//! while they wait to be expanded; of the others a key, and the steps between them. It finds ways through the graph
//! as steps and keys; turning one into a schedule that was tried out is `replay`'s.
//!
//! Breadth first, so that the first layer with a violation gives its shortest run; in full, without any reduction, so
//! that no verdict can be hidden. Everything is a function of the system and the options: slices of any size give the
//! same answer, and so does it to have states expanded elsewhere, since they are taken in one by one in their order.

mod look;
mod ways;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::Choice;

use crate::expand::{Expansion, Successor, expand};
use crate::graph::{EDGES_MAX, EdgeIndex, Graph};
use crate::shortest::Suspects;
use crate::system::{End, Sometimes, System};
use crate::verdict::Verdicts;
use crate::visited::{Lookup, StateIndex, Visited};
use crate::{BoundedBy, Limits, Options, Progress, Verdict};

pub(crate) use ways::{Fault, Found, Way, WayStep};

/// How many operations of the VM count as much as a step in the budget of a slice.
pub(crate) const OPS_PER_STEP: u64 = 5_000;

/// How many states are kept for their memory.
const SPARE_MAX: usize = 4;

/// A state on its way to be expanded, or what came of it.
struct Waiting<T> {
    index: StateIndex,
    what: T,
    bytes: u64,
}

/// What expands states, with their races or without: a function of each of them, in any order, on any thread.
pub(crate) type Expander<'a, S> = dyn FnMut(Vec<S>, bool) -> Vec<Expansion<S>> + 'a;

pub(crate) struct Search<S: System> {
    system: S,
    options: Options,
    visited: Visited,
    graph: Graph,
    frontier: VecDeque<Waiting<S::State>>,
    /// States of this layer that are expanded and not yet taken in.
    expanded: VecDeque<Waiting<Expansion<S::State>>>,
    /// What both of these hold, by the size of the states that they were.
    frontier_bytes: u64,
    /// States that nobody needs any more, for their memory.
    spare: Vec<S::State>,
    ops: u64,
    depth: u32,
    /// The first state of the layer after the one that is being expanded.
    layer_end: StateIndex,
    suspects: BTreeMap<Verdict, Suspects>,
    /// Kinds whose shortest ways are in `found` already.
    settled: BTreeSet<Verdict>,
    ignored: BTreeSet<Verdict>,
    /// Conditions given to `sometimes`: where each was named first, until it came true.
    sometimes: BTreeMap<String, Option<Suspects>>,
    /// Every end that is not good, in order: what of them is reported is decided layer by layer.
    ends: Vec<(StateIndex, End)>,
    /// Every step that is a diagnosis, in order, for whoever asks for the way to the nearest.
    diagnosed: Vec<(EdgeIndex, Verdicts)>,
    /// For each step that is the first of a race in the layer under way: the second.
    racing: BTreeMap<EdgeIndex, Choice>,
    found: Vec<Found>,
    faults: Vec<Fault>,
    run_limit: Option<BoundedBy>,
    /// Whether some run drew numbers at random.
    /// Why runs were left out that a search of all choices does not look at.
    left_out: Option<BoundedBy>,
    stopped_by: Option<BoundedBy>,
    is_finished: bool,
}

impl<S: System> Search<S> {
    pub(crate) fn new(mut system: S, options: Options) -> Search<S> {
        let state = system.initial();
        let key = system.key(&state);
        let end = system.end(&state);
        let mut search = Search {
            system,
            options,
            visited: Visited::new(),
            graph: Graph::default(),
            frontier: VecDeque::new(),
            expanded: VecDeque::new(),
            frontier_bytes: 0,
            spare: Vec::new(),
            ops: 0,
            depth: 0,
            layer_end: 1,
            suspects: BTreeMap::new(),
            settled: BTreeSet::new(),
            ignored: BTreeSet::new(),
            sometimes: BTreeMap::new(),
            ends: Vec::new(),
            diagnosed: Vec::new(),
            racing: BTreeMap::new(),
            found: Vec::new(),
            faults: Vec::new(),
            run_limit: None,
            left_out: None,
            stopped_by: None,
            is_finished: false,
        };
        search.graph.begin_layer();
        search.arrive(state, key, end, 0);
        search.graph.begin_layer();
        search
    }

    /// Takes about `budget` steps, fewer if they are long ones; a state is always expanded as a whole.
    pub(crate) fn explore(&mut self, budget: u32) -> Progress {
        let mut left = u64::from(budget);
        while left > 0 && !self.is_finished {
            let Some(waiting) = self.next_to_expand() else {
                self.take_in_next();
                continue;
            };
            let before = (self.graph.edge_count(), self.ops);
            let wants_races = self.wants_races();
            let expansion = expand(&mut self.system, waiting.what, &mut self.spare, wants_races);
            self.expanded.push_back(Waiting {
                index: waiting.index,
                what: expansion,
                bytes: waiting.bytes,
            });
            self.take_in_next();
            let steps = u64::from(self.graph.edge_count() - before.0).max(1);
            left = left.saturating_sub(steps + (self.ops - before.1) / OPS_PER_STEP);
        }
        self.progress()
    }

    /// The same, with `batch` states at a time expanded by somebody else, who may use as many threads as there are.
    pub(crate) fn explore_with(
        &mut self,
        budget: u32,
        batch: usize,
        expander: &mut Expander<'_, S::State>,
    ) -> Progress {
        let mut left = u64::from(budget);
        while left > 0 && !self.is_finished {
            let before = (self.graph.edge_count(), self.ops);
            let wants_races = self.wants_races();
            let waiting: Vec<_> = std::iter::from_fn(|| self.next_to_expand())
                .take(batch.max(1))
                .collect();
            let (places, states): (Vec<_>, Vec<_>) = waiting
                .into_iter()
                .map(|waiting| ((waiting.index, waiting.bytes), waiting.what))
                .unzip();
            let expansions = if states.is_empty() {
                Vec::new()
            } else {
                expander(states, wants_races)
            };
            for ((index, bytes), what) in places.into_iter().zip(expansions) {
                self.expanded.push_back(Waiting { index, what, bytes });
            }
            self.take_in_next();
            while !self.expanded.is_empty() && !self.is_finished {
                self.take_in_next();
            }
            let steps = u64::from(self.graph.edge_count() - before.0).max(1);
            left = left.saturating_sub(steps + (self.ops - before.1) / OPS_PER_STEP);
        }
        self.progress()
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            states: u64::from(self.visited.len()),
            transitions: u64::from(self.graph.edge_count()),
            depth: self.depth,
            frontier: (self.frontier.len() + self.expanded.len()) as u64,
            bytes: self.bytes(),
            is_testing: false,
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
        self.stopped_by.or(self.run_limit).or(unfinished).or(self.left_out)
    }

    /// Violations found since the last call.
    pub(crate) fn take_found(&mut self) -> Vec<Found> {
        std::mem::take(&mut self.found)
    }

    /// Faults met since the last call.
    pub(crate) fn take_faults(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn ignored(&self) -> Vec<Verdict> {
        self.ignored.iter().copied().collect()
    }

    /// Ends the search before everything was looked at.
    pub(crate) fn give_up(&mut self, limit: BoundedBy) {
        if !self.is_finished {
            self.stop(limit);
        }
    }

    /// Whether a limit of the search itself has ended it, so that it could go on.
    pub(crate) fn can_resume(&self) -> bool {
        match self.stopped_by {
            None | Some(BoundedBy::Defect | BoundedBy::Run(_) | BoundedBy::Seed | BoundedBy::Joins) => false,
            Some(
                BoundedBy::States
                | BoundedBy::Transitions
                | BoundedBy::Depth
                | BoundedBy::Bytes
                | BoundedBy::Operations
                | BoundedBy::Time
                | BoundedBy::FirstFinding
                | BoundedBy::Unfinished,
            ) => true,
        }
    }

    /// Goes on where a limit ended the search, with other limits. Does nothing if it ended by itself or by a fault.
    pub(crate) fn resume(&mut self, limits: Limits) {
        self.options.limits = limits;
        if self.can_resume() {
            self.options.stop_at_first = false;
            self.stopped_by = None;
            self.is_finished = false;
        }
    }

    /// The next state of this layer that waits to be expanded.
    fn next_to_expand(&mut self) -> Option<Waiting<S::State>> {
        let layer_end = self.layer_end;
        self.frontier.pop_front_if(|waiting| waiting.index < layer_end)
    }

    /// Takes in one state that was expanded, or ends the layer, or the search.
    fn take_in_next(&mut self) {
        if self.expanded.is_empty() && !self.end_layer() {
            return self.finish();
        }
        if let Some(limit) = self.limit_met() {
            return self.stop(limit);
        }
        let Some(expanded) = self.expanded.pop_front() else {
            return;
        };
        if let Some(limit) = self.limit_met_by(&expanded.what) {
            self.expanded.push_front(expanded);
            return self.stop(limit);
        }
        self.frontier_bytes -= expanded.bytes;
        self.take_in(expanded.index, expanded.what);
    }

    /// A limit that forbids to go on.
    fn limit_met(&self) -> Option<BoundedBy> {
        let limits = &self.options.limits;
        if self.depth >= limits.depth {
            Some(BoundedBy::Depth)
        } else if self.ops > limits.ops {
            Some(BoundedBy::Operations)
        } else if self.bytes() > limits.bytes {
            Some(BoundedBy::Bytes)
        } else {
            None
        }
    }

    /// A limit that leaves no room for what a state leads to.
    fn limit_met_by(&self, expansion: &Expansion<S::State>) -> Option<BoundedBy> {
        let limits = &self.options.limits;
        let edges = u64::from(self.graph.edge_count()) + expansion.successors.len() as u64;
        if edges > limits.transitions.min(EDGES_MAX) {
            return Some(BoundedBy::Transitions);
        }
        let room = limits.states.saturating_sub(u64::from(self.visited.len()));
        if expansion.successors.len() as u64 > room {
            let keys = expansion.successors.iter().map(|successor| successor.key);
            let new: BTreeSet<u128> = keys.filter(|&key| self.visited.find(key).is_none()).collect();
            if new.len() as u64 > room {
                return Some(BoundedBy::States);
            }
        }
        None
    }

    /// Closes a layer, if there is nothing left of it. Says no if the search is over.
    fn end_layer(&mut self) -> bool {
        let is_left = |waiting: &Waiting<S::State>| waiting.index < self.layer_end;
        if self.frontier.front().is_some_and(is_left) {
            return true;
        }
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

    /// Puts a state's successors where they belong.
    fn take_in(&mut self, source: StateIndex, expansion: Expansion<S::State>) {
        self.graph.begin_source(source);
        self.graph.hold_back(source, &expansion.held_back, expansion.is_cut_off);
        if expansion.successors.is_empty() {
            let way = self.way_steps(&self.graph.first_way_to(source));
            let reason = "a state that is no end offers no choice".to_owned();
            self.faults.push(Fault { reason, way });
            return self.stop(BoundedBy::Defect);
        }
        let first_edge = self.graph.edge_count();
        let mut races = expansion.races;
        races.sort_unstable();
        races.dedup_by_key(|&mut (first, _)| first);
        let seconds: Vec<(usize, Choice)> = races
            .into_iter()
            .map(|(first, second)| (first, expansion.successors[second].choice))
            .collect();
        for successor in expansion.successors {
            self.take_in_successor(successor);
        }
        for (first, second) in seconds {
            let edge = first_edge + u32::try_from(first).unwrap_or(0);
            self.suspect(Verdict::Race, self.depth + 1, |suspects| suspects.edges.push(edge));
            self.racing.insert(edge, second);
        }
    }

    fn take_in_successor(&mut self, successor: Successor<S::State>) {
        let Successor {
            choice,
            state,
            key,
            end,
            seen,
        } = successor;
        self.ops += seen.ops;
        // The same whatever was seen first.
        self.left_out = self.left_out.into_iter().chain(seen.left_out).min();
        let edge = self.graph.edge_count();
        let Some(target) = self.arrive(state, key, end, self.depth + 1) else {
            return;
        };
        self.graph.add_edge(choice, target, seen.marks);
        if seen.diagnoses != Verdicts::default() {
            self.diagnosed.push((edge, seen.diagnoses));
        }
        for verdict in seen.diagnoses.iter() {
            self.suspect(verdict, self.depth + 1, |suspects| suspects.edges.push(edge));
        }
        for sometimes in seen.sometimes {
            self.note_sometimes(sometimes, edge);
        }
    }

    /// Numbers a state, and if it is new, judges it or lets it wait. `None` if a limit leaves no room for it.
    fn arrive(&mut self, state: S::State, key: u128, end: Option<End>, depth: u32) -> Option<StateIndex> {
        match self.visited.insert(key, self.options.limits.states.max(1)) {
            None => {
                self.stop(BoundedBy::States);
                None
            }
            Some(Lookup::Known(index)) => {
                if self.spare.len() < SPARE_MAX {
                    self.spare.push(state);
                }
                Some(index)
            }
            Some(Lookup::New(index)) => {
                self.graph.add_state();
                self.ends
                    .extend(end.filter(|&end| end != End::Good).map(|end| (index, end)));
                match end {
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
        let what = state;
        self.frontier.push_back(Waiting { index, what, bytes });
    }

    /// Whether nobody knows yet that there are races.
    fn wants_races(&self) -> bool {
        !self.settled.contains(&Verdict::Race) && !self.ignored.contains(&Verdict::Race)
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

    /// Notes where a condition given to `sometimes` is named first, and that it comes true.
    fn note_sometimes(&mut self, sometimes: Sometimes, edge: u32) {
        let depth = self.depth + 1;
        let named = self.sometimes.entry(sometimes.name).or_insert_with(|| {
            Some(Suspects {
                depth,
                ..Suspects::default()
            })
        });
        match named {
            Some(_) if sometimes.is_held => *named = None,
            Some(suspects) if suspects.depth == depth => suspects.edges.push(edge),
            Some(_) | None => {}
        }
    }

    fn stop(&mut self, limit: BoundedBy) {
        self.stopped_by = Some(limit);
        self.finish();
    }

    /// Looks for what only the whole graph shows. What waits is kept for whoever goes on.
    fn finish(&mut self) {
        if self.is_finished {
            return;
        }
        self.is_finished = true;
        self.settle();
        // Whoever did not look at everything cannot know what never happens.
        if self.stopped_by.is_none() {
            self.find_what_never_happens();
        }
    }

    fn bytes(&self) -> u64 {
        let suspects: u64 = self.suspects.values().map(Suspects::bytes).sum();
        let ends = self.ends.capacity() * size_of::<(StateIndex, End)>();
        let diagnosed = self.diagnosed.capacity() * size_of::<(EdgeIndex, Verdicts)>();
        self.visited.bytes() + self.graph.bytes() + self.frontier_bytes + suspects + (ends + diagnosed) as u64
    }
}

#[cfg(test)]
mod tests;
