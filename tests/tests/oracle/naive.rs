//! Every state of a program, found by taking every step.
//!
//! Owns the explorer and its graph. No canonical names, no reduction: states are one only if the worlds are equal as
//! data. Fingerprints are used twice, and never to merge: to look up quickly what could be equal, as equal worlds have
//! equal ones; and to prove that worlds with the same fingerprint have the same future.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use checker::Verdict;
use world::{
    Choice, Detail, Event, EventKind, FailureKind, Fingerprinter, Log, Outcome, Program, PropertyKind, Setup,
    StepAccess, TaskId, World,
};

/// A step between two states, by number.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub(crate) choice: Choice,
    pub(crate) target: usize,
    pub(crate) events: Vec<EventKind>,
    /// Whose step it is, if it is one's: a pick is a step of the task that asks for it.
    pub(crate) actor: Option<TaskId>,
    /// Whether a task that had been woken only found that it has to wait again.
    pub(crate) is_in_vain: bool,
    /// What it reads and writes before anything orders it.
    accesses: Vec<StepAccess>,
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
        let setup = setup.for_program(program);
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
                let actor = match choice {
                    Choice::Run(task) => Some(task),
                    Choice::Pick(_) => world.picker(),
                    Choice::Advance | Choice::Complete(_) => None,
                };
                let events = log.events.into_iter().map(|Event { kind, .. }| kind).collect();
                explorer.states[index].edges.push(Edge {
                    choice,
                    target,
                    events,
                    actor,
                    is_in_vain: log.retried_in_vain,
                    accesses: log.accesses,
                });
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
            if self.has_race(state) {
                note(Verdict::Race, state.depth + 2);
            }
            for event in state.edges.iter().flat_map(|edge| &edge.events) {
                if let Some(verdict) = diagnosis(event) {
                    note(verdict, state.depth + 1);
                }
            }
        }
        if self.has_unmet_hope() {
            shortest.insert(Verdict::Sometimes, 0);
        }
        shortest
    }

    /// How many tasks there are in any state.
    pub(crate) fn task_count(&self) -> u32 {
        self.states
            .iter()
            .map(|state| state.world.task_count() as u32)
            .max()
            .unwrap_or(0)
    }

    fn knows(&self, state: usize, task: TaskId) -> bool {
        (task.0 as usize) < self.states[state].world.task_count()
    }

    pub(crate) fn is_daemon(&self, task: TaskId) -> bool {
        let state = (0..self.states.len()).find(|&state| self.knows(state, task));
        state.is_some_and(|state| self.states[state].world.is_daemon(task))
    }

    /// Whether a task could go on, be it only if it had a core or another were not in the middle of a step.
    pub(crate) fn has_turn(&self, state: usize, task: TaskId) -> bool {
        let (mut open, mut held_back) = (Vec::new(), Vec::new());
        let world = &self.states[state].world;
        world.choices(&mut open);
        world.held_back(&open, &mut held_back);
        open.contains(&Choice::Run(task)) || held_back.contains(&task)
    }

    /// Whether the state is in the middle of a step that ends only because it takes too long.
    pub(crate) fn is_cut_off(&self, state: usize) -> bool {
        let mut open = Vec::new();
        let world = &self.states[state].world;
        world.choices(&mut open);
        world.held_back(&open, &mut Vec::new())
    }

    /// Whether a task waits for something that neither the clock nor the end of another task brings.
    pub(crate) fn waits(&self, state: usize, task: TaskId) -> bool {
        self.knows(state, task) && self.states[state].world.waits_to_be_served(task)
    }

    /// Whether two tasks are about to do what conflicts, and one can do it after the other.
    fn has_race(&self, state: &State) -> bool {
        let leaves_open = |first: &Edge, second: &Edge| {
            let after = &self.states[first.target];
            after.edges.iter().any(|edge| edge.choice == second.choice)
        };
        state.edges.iter().enumerate().any(|(at, one)| {
            state.edges[at + 1..].iter().any(|other| {
                let mut pairs = one
                    .accesses
                    .iter()
                    .flat_map(|a| other.accesses.iter().map(move |b| (a, b)));
                pairs.any(|(a, b)| a.conflicts_with(b)) && (leaves_open(one, other) || leaves_open(other, one))
            })
        })
    }

    /// Whether something that was to hold in some state holds in none.
    fn has_unmet_hope(&self) -> bool {
        let events = || {
            self.states
                .iter()
                .flat_map(|state| &state.edges)
                .flat_map(|edge| &edge.events)
        };
        let held: BTreeSet<&str> = events()
            .filter_map(|event| match event {
                EventKind::SometimesHeld { name } => Some(name.as_str()),
                _ => None,
            })
            .collect();
        events().any(|event| match event {
            EventKind::PropertyNamed { kind, name } => {
                *kind == PropertyKind::Sometimes && !held.contains(name.as_str())
            }
            _ => false,
        })
    }

    /// The graph in which worlds with the same fingerprint are one state.
    ///
    /// # Errors
    /// Two such worlds do not have the same future: the same choices, which show the same and lead to states with the
    /// same fingerprints.
    pub(crate) fn merged(&self) -> Result<Naive, String> {
        let mut numbers: BTreeMap<u128, usize> = BTreeMap::new();
        let mut firsts = Vec::new();
        for (index, state) in self.states.iter().enumerate() {
            let first = *numbers.entry(state.fingerprint).or_insert_with(|| {
                firsts.push(index);
                firsts.len() - 1
            });
            let twin = firsts[first];
            if self.future(twin) != self.future(index) {
                return Err(format!(
                    "one fingerprint, two futures:\n  {} {:?}\n  {} {:?}",
                    self.way_to(twin),
                    self.future(twin),
                    self.way_to(index),
                    self.future(index)
                ));
            }
        }
        let number = |state: usize| numbers[&self.states[state].fingerprint];
        let states = firsts.into_iter().map(|index| {
            let state = &self.states[index];
            let edges = state.edges.iter().map(|edge| Edge {
                target: number(edge.target),
                ..edge.clone()
            });
            State {
                world: state.world.clone(),
                depth: state.depth,
                fingerprint: state.fingerprint,
                edges: edges.collect(),
            }
        });
        Ok(Naive {
            states: states.collect(),
        })
    }

    fn future(&self, state: usize) -> Vec<(Choice, u128, Vec<&'static str>, bool)> {
        let future = |edge: &Edge| {
            let target = self.states[edge.target].fingerprint;
            (edge.choice, target, shown(&edge.events), edge.is_in_vain)
        };
        self.states[state].edges.iter().map(future).collect()
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
            EventKind::Leaked { .. } => Some("leak"),
            EventKind::SometimesHeld { .. } => Some("hope met"),
            _ => None,
        })
        .collect()
}

fn diagnosis(event: &EventKind) -> Option<Verdict> {
    match event {
        EventKind::LostUpdate { .. } => Some(Verdict::LostUpdate),
        EventKind::OverRelease { .. } => Some(Verdict::OverRelease),
        EventKind::Leaked { .. } => Some(Verdict::Leak),
        _ => None,
    }
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
