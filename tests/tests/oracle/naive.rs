//! Every state of a program, found by taking every step.
//!
//! Owns the explorer and its graph. No canonical names, no reduction: states are one only if the worlds are equal as
//! data. Fingerprints are used twice, and never to merge: to look up quickly what could be equal, as equal worlds have
//! equal ones; and to prove that worlds with the same fingerprint have the same future.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use checker::Verdict;
use world::{Choice, Detail, Event, EventKind, FailureKind, Fingerprinter, Log, Outcome, Program, Setup, World};

/// A step between two states, by number.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub(crate) choice: Choice,
    pub(crate) target: usize,
    pub(crate) events: Vec<EventKind>,
}

/// One state.
pub(crate) struct State {
    pub(crate) world: World,
    /// How many steps lead to it at least.
    pub(crate) depth: u32,
    pub(crate) fingerprint: u128,
    pub(crate) edges: Vec<Edge>,
}

/// Everything that can happen.
pub(crate) struct Naive {
    pub(crate) states: Vec<State>,
}

/// Fewest steps by kind.
pub(crate) type Shortest = BTreeMap<Verdict, u32>;

impl Naive {
    /// Explores all of it, or nothing if there are more states than that, or a run meets a bound of its machine.
    pub(crate) fn explore(program: &Arc<Program>, setup: Setup, states_max: usize) -> Option<Naive> {
        let mut explorer = Explorer {
            fingerprinter: Fingerprinter::new(program),
            alike: BTreeMap::new(),
            states: Vec::new(),
        };
        let start = World::new(Arc::clone(program), setup, &mut Log::new(Detail::Findings));
        let mut waiting = VecDeque::from([explorer.number(start, 0)]);
        let mut choices = Vec::new();
        while let Some(index) = waiting.pop_front() {
            let world = explorer.states[index].world.clone();
            let depth = explorer.states[index].depth + 1;
            if matches!(world.outcome(), Some(Outcome::Limit { .. })) || explorer.states.len() > states_max {
                return None;
            }
            world.choices(&mut choices);
            for &choice in &choices {
                let mut next = world.clone();
                let mut log = Log::new(Detail::Findings);
                next.step(choice, &mut log).expect("what is offered can be done");
                let count = explorer.states.len();
                let target = explorer.number(next, depth);
                if target == count {
                    waiting.push_back(target);
                }
                let events = log.events.into_iter().map(|Event { kind, .. }| kind).collect();
                explorer.states[index].edges.push(Edge { choice, target, events });
            }
        }
        Some(Naive {
            states: explorer.states,
        })
    }

    /// What can be seen at ends and steps.
    pub(crate) fn shortest(&self) -> Shortest {
        let mut shortest = Shortest::new();
        let mut note = |verdict: Verdict, steps: u32| {
            let best = shortest.entry(verdict).or_insert(steps);
            *best = steps.min(*best);
        };
        for state in &self.states {
            if let Some(verdict) = state.world.outcome().and_then(judge) {
                note(verdict, state.depth);
            }
            for event in state.edges.iter().flat_map(|edge| &edge.events) {
                if matches!(event, EventKind::LostUpdate { .. }) {
                    note(Verdict::LostUpdate, state.depth + 1);
                }
            }
        }
        shortest
    }

    /// How many states there are when worlds with the same fingerprint count as one.
    ///
    /// # Errors
    /// Two such worlds do not have the same future: the same choices, which show the same and lead to states with the
    /// same fingerprints.
    pub(crate) fn canonical_count(&self) -> Result<usize, String> {
        let mut futures = BTreeMap::new();
        for (index, state) in self.states.iter().enumerate() {
            let edge = |edge: &Edge| (edge.choice, self.states[edge.target].fingerprint, shown(&edge.events));
            let future: Vec<_> = state.edges.iter().map(edge).collect();
            let (twin, known) = futures
                .entry(state.fingerprint)
                .or_insert_with(|| (index, future.clone()));
            if *known != future {
                return Err(format!(
                    "one fingerprint, two futures:\n  {} {known:?}\n  {} {future:?}",
                    self.way_to(*twin),
                    self.way_to(index)
                ));
            }
        }
        Ok(futures.len())
    }

    /// A shortest way to a state, as a schedule writes it.
    fn way_to(&self, mut target: usize) -> String {
        let mut way = Vec::new();
        while target != 0 {
            let comes_before = |(source, state): (usize, &State)| {
                let edge = state.edges.iter().find(|edge| edge.target == target)?;
                (state.depth + 1 == self.states[target].depth).then_some((source, edge.choice))
            };
            let before = self.states.iter().enumerate().find_map(comes_before);
            let (source, choice) = before.expect("every state but the first was reached from one a layer before");
            way.push(choice.to_string());
            target = source;
        }
        way.reverse();
        way.join(" ")
    }
}

/// What of a step's events counts for a verdict.
fn shown(events: &[EventKind]) -> Vec<&'static str> {
    events
        .iter()
        .filter_map(|event| match event {
            EventKind::LostUpdate { .. } => Some("lost update"),
            EventKind::OverRelease { .. } => Some("over-release"),
            EventKind::Progressed => Some("progress"),
            _ => None,
        })
        .collect()
}

fn judge(outcome: &Outcome) -> Option<Verdict> {
    match outcome {
        Outcome::Finished | Outcome::Limit { .. } => None,
        Outcome::Deadlock { .. } => Some(Verdict::Deadlock),
        Outcome::Failed { failure, .. } => Some(match failure {
            FailureKind::Assertion => Verdict::Assertion,
            FailureKind::Always => Verdict::Always,
            FailureKind::Breach => Verdict::Breach,
            FailureKind::Eventually => Verdict::Eventually,
            FailureKind::OverRelease => Verdict::OverRelease,
            FailureKind::UncaughtError | FailureKind::UnhandledRejection => Verdict::Exception,
        }),
    }
}

struct Explorer {
    fingerprinter: Fingerprinter,
    alike: BTreeMap<u128, Vec<usize>>,
    states: Vec<State>,
}

impl Explorer {
    /// The number of the state that equals the world, or a new one.
    fn number(&mut self, mut world: World, depth: u32) -> usize {
        world.collect_garbage();
        world.forget_history();
        let fingerprint = self.fingerprinter.fingerprint(&world);
        let alike = self.alike.entry(fingerprint).or_default();
        if let Some(&index) = alike.iter().find(|&&index| self.states[index].world == world) {
            return index;
        }
        let index = self.states.len();
        alike.push(index);
        self.states.push(State {
            world,
            depth,
            fingerprint,
            edges: Vec::new(),
        });
        index
    }
}
