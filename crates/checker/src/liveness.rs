//! Runs without end: what only the whole graph shows.
//!
//! Owns the verdicts about what never happens any more: `livelock`, `starvation` and `stuck`. Only meaningful for a graph
//! in which every state has been expanded. Where the cycles are is `components`' to find, which of them a fair scheduler
//! could repeat `fair`'s, and who can still go on `reach`'s.

mod components;
mod fair;
mod lap;
mod reach;

use world::TaskId;

use crate::Verdict;
use crate::graph::{EdgeIndex, Graph};
use crate::shortest::Suspects;
use crate::visited::StateIndex;
use fair::{Cycles, Loop};

/// A verdict about runs without end: where it begins soonest.
pub(crate) struct Endless {
    pub(crate) verdict: Verdict,
    /// The states of the first layer that has one, with the task that waits from there on and the way round, if there is
    /// one; in the order of the states.
    places: Vec<Place>,
    depth: u32,
}

struct Place {
    state: StateIndex,
    waiting: Option<TaskId>,
    /// Which of the loops goes through it.
    round: Option<Loop>,
}

impl Endless {
    /// The states that the way in may lead to.
    pub(crate) fn suspects(&self) -> Suspects {
        Suspects {
            depth: self.depth,
            states: self.places.iter().map(|place| place.state).collect(),
            edges: Vec::new(),
        }
    }

    /// Once around, from a state of [`Endless::suspects`], and who waits there for ever. Empty if nothing goes round.
    pub(crate) fn from(&self, graph: &Graph, state: StateIndex) -> (Vec<EdgeIndex>, Option<TaskId>) {
        let Some(place) = self.places.iter().find(|place| place.state == state) else {
            return (Vec::new(), None);
        };
        let lap = place.round.as_ref().map(|round| lap::around(graph, round, state));
        (lap.unwrap_or_default(), place.waiting)
    }
}

/// Every verdict about runs without end that the graph shows, each where it begins soonest.
pub(crate) fn endless(graph: &Graph) -> Vec<Endless> {
    let cycles = Cycles::of(graph);
    if cycles.is_empty() {
        return Vec::new();
    }
    let waits = reach::Waits::of(graph);
    let found = [
        livelock(graph, &cycles),
        starvation(graph, &cycles, &waits),
        stuck(graph, &waits),
    ];
    found.into_iter().flatten().collect()
}

/// A fair loop without progress, in which somebody who is no daemon takes a step.
fn livelock(graph: &Graph, cycles: &Cycles) -> Option<Endless> {
    let mut first = First::of(Verdict::Livelock);
    let keeps = |edge: EdgeIndex| !graph.edge(edge).marks.is_progress;
    cycles.fair(graph, &keeps, &mut |round| {
        let is_step = |edge: EdgeIndex| {
            let marks = graph.edge(edge).marks;
            graph.actor(edge).is_some() && !marks.is_in_vain && !marks.is_daemon
        };
        if round.inside().any(is_step) {
            first.offer(graph, round, None);
        }
    });
    first.found()
}

/// A fair loop in which a task waits that could have gone on.
fn starvation(graph: &Graph, cycles: &Cycles, waits: &reach::Waits) -> Option<Endless> {
    let mut first = First::of(Verdict::Starvation);
    for &task in waits.tasks() {
        let waiting = waits.states_of(graph, task);
        let can_run = reach::can_run(graph, task);
        let keeps = |edge: EdgeIndex| graph.edge(edge).runs() != Some(task);
        cycles.fair(graph, &keeps, &mut |round| {
            let state = round.states[0] as usize;
            if waiting[state] && can_run[state] {
                first.offer(graph, round, Some(task));
            }
        });
    }
    first.found()
}

/// A state from which no continuation runs a task that waits there, and none ends the run.
fn stuck(graph: &Graph, waits: &reach::Waits) -> Option<Endless> {
    let can_end = reach::can_end(graph);
    if can_end.iter().all(|&can_end| can_end) {
        return None;
    }
    let mut first = First::of(Verdict::Stuck);
    for &task in waits.tasks() {
        let waiting = waits.states_of(graph, task);
        let can_run = reach::can_run(graph, task);
        let is_stuck = |&state: &StateIndex| {
            let place = state as usize;
            // Who has been served and is only kept out by a step without end does not wait to be served.
            let is_held_back = || graph.held_back(state).any(|held_back| held_back == task);
            !can_end[place] && waiting[place] && !can_run[place] && !is_held_back()
        };
        // States are numbered layer by layer, so that the first one is in the first layer.
        if let Some(state) = (0..graph.state_count()).find(is_stuck) {
            let layer = graph.layer(graph.depth_of(state));
            for state in layer.filter(is_stuck) {
                first.offer_state(graph, state, Some(task), None);
            }
        }
    }
    first.found()
}

/// Keeps what begins in the first layer of all that was offered.
struct First {
    found: Endless,
}

impl First {
    fn of(verdict: Verdict) -> First {
        First {
            found: Endless {
                verdict,
                places: Vec::new(),
                depth: u32::MAX,
            },
        }
    }

    /// Takes in every state of a loop that is in its first layer.
    fn offer(&mut self, graph: &Graph, round: &Loop, waiting: Option<TaskId>) {
        let layer = graph.layer(graph.depth_of(round.states[0]));
        for &state in round.states.iter().take_while(|&&state| layer.contains(&state)) {
            self.offer_state(graph, state, waiting, Some(round));
        }
    }

    /// Takes a state in, unless another was offered that is nearer. The first task that a state is offered for stays.
    fn offer_state(&mut self, graph: &Graph, state: StateIndex, waiting: Option<TaskId>, round: Option<&Loop>) {
        let depth = graph.depth_of(state);
        if depth > self.found.depth {
            return;
        }
        if depth < self.found.depth {
            self.found.depth = depth;
            self.found.places.clear();
        }
        let round = round.cloned();
        if let Err(at) = self.found.places.binary_search_by_key(&state, |place| place.state) {
            self.found.places.insert(at, Place { state, waiting, round });
        }
    }

    fn found(self) -> Option<Endless> {
        (!self.found.places.is_empty()).then_some(self.found)
    }
}
