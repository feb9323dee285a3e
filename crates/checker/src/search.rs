//! The search: every state that can be reached, layer by layer.
//!
//! Owns the order in which states are taken in, the limits, and what counts as a violation. Keeps whole states only
//! while they wait to be expanded, and not all of them if they are many; of the others a key, and the steps between them. It finds ways through the graph
//! as steps and keys; turning one into a schedule that was tried out is `replay`'s.
//!
//! Breadth first, so that the first layer with a violation gives its shortest run; in full, but for states in the middle of
//! steps that nobody needs to be let in between ([`crate::claims`]), which hide no verdict and change no length. Everything is a function of the system and the options: slices of any size give the
//! same answer, and so does it to have states expanded elsewhere, since they are taken in one by one in their order.

mod arrive;
mod diamonds;
mod flight;
mod look;
mod remake;
mod ways;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::Choice;

use crate::expand::{Expansion, Known, Lineage, Reached, Task, expand, let_go};
use crate::graph::{EDGES_MAX, EdgeIndex, Graph};
use crate::liveness;
use crate::shortest::Suspects;
use crate::system::{End, System};
use crate::verdict::Verdicts;
use crate::visited::{StateIndex, Visited};
use crate::{BoundedBy, Limits, Options, Progress, Verdict};

use diamonds::Diamonds;
use flight::{InFlight, Second};
use remake::Trail;
pub(crate) use ways::{Fault, Found, Way, WayStep};

/// How many operations of the VM count as much as a step in the budget of a slice.
pub(crate) const OPS_PER_STEP: u64 = 5_000;

/// A state on its way to be expanded, or what came of it.
struct Waiting<T> {
    index: StateIndex,
    what: T,
    bytes: u64,
}

/// A state and the steps beside the one that led to it.
struct Kept<S: System> {
    state: S::State,
    lineage: Option<Lineage<S>>,
}

/// What expands states, with their races or without: a function of each of them, in any order, on any thread.
pub(crate) type Expander<'a, S> = dyn FnMut(Vec<Task<S>>, bool) -> Vec<Expansion<S>> + 'a;

pub(crate) struct Search<S: System> {
    system: S,
    options: Options,
    visited: Visited,
    graph: Graph,
    /// What waits to be expanded; a state that is not kept is made again when it is its turn.
    frontier: VecDeque<Waiting<Option<Kept<S>>>>,
    /// What closes: steps that need not be taken.
    diamonds: Diamonds,
    /// What states are made again from.
    trail: Trail<S::State>,
    /// States of this layer that are expanded and not yet taken in.
    expanded: VecDeque<Waiting<Expansion<S>>>,
    /// What several steps lead to that were taken together, by the layer.
    in_flight: BTreeMap<u32, VecDeque<InFlight<S>>>,
    /// Races that such steps lead up to, by the layer after them.
    races_to_come: BTreeMap<u32, Vec<(EdgeIndex, Second)>>,
    /// How often the search has begun again, because what it rested on was contradicted.
    beginnings: u32,
    /// What the states hold that wait, by their size when they came.
    waiting_bytes: u64,
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
    /// Every step that is a diagnosis of a kind that is not ignored, in order, for whoever asks for the way to the nearest.
    diagnosed: Vec<(EdgeIndex, Verdicts)>,
    /// For each step that is the first of a race in the layer under way: the second.
    racing: BTreeMap<EdgeIndex, Second>,
    found: Vec<Found>,
    faults: Vec<Fault>,
    run_limit: Option<BoundedBy>,
    /// Why runs were left out that a search of all choices does not look at.
    left_out: Option<BoundedBy>,
    stopped_by: Option<BoundedBy>,
    is_finished: bool,
}

impl<S: System> Search<S> {
    pub(crate) fn new(system: S, options: Options) -> Search<S> {
        let mut search = Search {
            system,
            options,
            visited: Visited::new(),
            graph: Graph::default(),
            frontier: VecDeque::new(),
            diamonds: Diamonds::new(),
            trail: Trail::new(),
            expanded: VecDeque::new(),
            in_flight: BTreeMap::new(),
            races_to_come: BTreeMap::new(),
            beginnings: 0,
            waiting_bytes: 0,
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
        search.begin();
        search
    }

    /// Takes in the state that every run starts in.
    fn begin(&mut self) {
        let state = self.system.initial();
        let key = self.system.key(&state);
        let end = self.system.end(&state);
        self.graph.begin_layer();
        let lineage = None;
        self.arrive(Some(Kept { state, lineage }), key, end, None);
        self.graph.begin_layer();
    }

    /// The system, with what is claimed of it now.
    pub(crate) fn system(&self) -> &S {
        &self.system
    }

    /// How often the search has begun again: what was taken from it before does not count any more.
    pub(crate) fn beginnings(&self) -> u32 {
        self.beginnings
    }

    /// Takes about `budget` steps, fewer if they are long ones; a state is always expanded as a whole.
    pub(crate) fn explore(&mut self, budget: u32) -> Progress {
        let mut left = u64::from(budget);
        while left > 0 && !self.is_finished {
            let before = self.effort();
            let wants_races = self.wants_races();
            let Some(waiting) = self.next_to_expand(wants_races) else {
                self.take_in_next();
                continue;
            };
            let expansion = expand(&mut self.system, waiting.what, &mut self.spare, wants_races);
            self.expanded.push_back(Waiting {
                index: waiting.index,
                what: expansion,
                bytes: waiting.bytes,
            });
            self.take_in_next();
            left = left.saturating_sub(self.effort().saturating_sub(before).max(1));
        }
        self.progress()
    }

    /// The same, with `batch` states at a time expanded by somebody else, who may use as many threads as there are.
    pub(crate) fn explore_with(&mut self, budget: u32, batch: usize, expander: &mut Expander<'_, S>) -> Progress {
        let mut left = u64::from(budget);
        let beginnings = self.beginnings;
        // Whoever expands states has to be told when the search begins again.
        while left > 0 && !self.is_finished && self.beginnings == beginnings {
            let before = self.effort();
            let wants_races = self.wants_races();
            let waiting: Vec<_> = std::iter::from_fn(|| self.next_to_expand(wants_races))
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
            left = left.saturating_sub(self.effort().saturating_sub(before).max(1));
        }
        self.progress()
    }

    /// What the search has cost so far, in steps.
    fn effort(&self) -> u64 {
        u64::from(self.graph.edge_count()) + self.trail.steps + self.ops / OPS_PER_STEP
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            states: u64::from(self.visited.len()),
            transitions: u64::from(self.graph.edge_count()),
            depth: self.depth,
            frontier: (self.frontier.len() + self.expanded.len() + self.flight_count()) as u64,
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
            None | Some(BoundedBy::Defect | BoundedBy::Run(_) | BoundedBy::Seed) => false,
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
    fn next_to_expand(&mut self, wants_races: bool) -> Option<Waiting<Task<S>>> {
        let layer_end = self.layer_end;
        let Waiting { index, what, bytes } = self.frontier.pop_front_if(|waiting| waiting.index < layer_end)?;
        let Kept { state, lineage } = match what {
            Some(kept) => kept,
            None => Kept {
                state: self.remake(index),
                lineage: None,
            },
        };
        let known = self.known_from(index, lineage.as_ref(), wants_races);
        let what = Task { state, known, lineage };
        Some(Waiting { index, what, bytes })
    }

    /// The steps from a state of which it is known where they lead.
    fn known_from(&self, index: StateIndex, lineage: Option<&Lineage<S>>, wants_races: bool) -> Vec<Known> {
        let is_told = |choice: Choice| !wants_races || lineage.is_some_and(|lineage| lineage.knows(choice));
        let closing = self.diamonds.closing(index, &self.graph, is_told);
        let known = closing.iter().filter_map(|closing| {
            let same = self.graph.edge(closing.same);
            Some(Known {
                choice: same.choice,
                length: same.length,
                marks: same.marks,
                ops: closing.ops,
                like: closing.like,
                key: self.key_after(closing.like)?,
            })
        });
        known.collect()
    }

    /// Takes in one state that was expanded, or ends the layer, or the search.
    fn take_in_next(&mut self) {
        if self.expanded.is_empty() && !self.is_layer_open() {
            if let Some(limit) = self.limit_met().filter(|_| !self.in_flight.is_empty()) {
                return self.stop(limit);
            }
            if self.land_next() {
                return;
            }
        }
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
        self.waiting_bytes -= expanded.bytes;
        self.take_in(expanded.index, expanded.what);
    }

    /// A limit that forbids to go on.
    fn limit_met(&self) -> Option<BoundedBy> {
        let limits = &self.options.limits;
        if self.depth >= limits.depth {
            Some(BoundedBy::Depth)
        } else if self.ops > limits.ops {
            Some(BoundedBy::Operations)
        } else if self.bytes_at_most() > limits.bytes {
            Some(BoundedBy::Bytes)
        } else {
            None
        }
    }

    /// A limit that leaves no room for what a state leads to.
    fn limit_met_by(&self, expansion: &Expansion<S>) -> Option<BoundedBy> {
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

    /// Whether states of the layer still wait to be expanded.
    fn is_layer_open(&self) -> bool {
        let is_left = |waiting: &Waiting<Option<Kept<S>>>| waiting.index < self.layer_end;
        self.frontier.front().is_some_and(is_left)
    }

    /// Closes a layer, if there is nothing left of it. Says no if the search is over.
    fn end_layer(&mut self) -> bool {
        if self.is_layer_open() {
            return true;
        }
        self.meet_races();
        self.settle();
        if self.options.stop_at_first && !self.settled.is_empty() {
            self.stopped_by = Some(BoundedBy::FirstFinding);
            return false;
        }
        if self.frontier.is_empty() && !self.awaits_more() {
            return false;
        }
        self.graph.begin_layer();
        self.layer_end = self.visited.len();
        self.depth += 1;
        true
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
        // Whoever did not look at everything cannot know what never happens.
        let endless = match self.stopped_by {
            None => liveness::endless(&self.graph),
            Some(_) => Vec::new(),
        };
        // What goes round does so in many ways: the one to show is looked for step by step.
        if self.is_any_wanted(&endless) && self.system.stop_going_on() {
            return self.begin_again();
        }
        self.is_finished = true;
        self.settle();
        if self.stopped_by.is_none() {
            self.find_what_never_happens(&endless);
        }
    }

    /// What is kept for good, and what tells the states that wait apart.
    fn bytes_of_records(&self) -> u64 {
        let suspects: u64 = self.suspects.values().map(Suspects::bytes).sum();
        let ends = self.ends.capacity() * size_of::<(StateIndex, End)>();
        let diagnosed = self.diagnosed.capacity() * size_of::<(EdgeIndex, Verdicts)>();
        let waiting = (self.frontier.len() + self.expanded.len()) * size_of::<Waiting<Option<Kept<S>>>>();
        let in_flight = self.flight_count() * size_of::<InFlight<S>>();
        let kept = self.visited.bytes() + self.graph.bytes() + self.diamonds.bytes();
        kept + suspects + (ends + diagnosed + waiting + in_flight) as u64
    }

    fn bytes(&self) -> u64 {
        self.bytes_of_records() + self.waiting_bytes
    }

    /// The same with all the room for states that wait. That is what the limit is compared with, because which states are there
    /// depends on how many are expanded at a time.
    fn bytes_at_most(&self) -> u64 {
        self.bytes_of_records() + self.room()
    }

    /// How much there is room for of states that wait.
    fn room(&self) -> u64 {
        let limits = &self.options.limits;
        limits.waiting_bytes.min(limits.bytes / 2)
    }
}

#[cfg(test)]
mod tests;
