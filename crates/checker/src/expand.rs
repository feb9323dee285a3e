//! One state, with every step that can be taken from it.
//!
//! Owns the expansion of a state, which is a function of the state and the claims alone: no order of expansion, no thread
//! and nothing else that the search knows has a say in it. Where a step leads that the search knows already
//! ([`crate::search`]) is taken over rather than worked out again, which is the same. What becomes of the successors is the
//! search's.
//!
//! A step that commutes with whatever other tasks can do is no place to let them in: its task goes on, up to the first step
//! that does not. Such steps are taken together, as late as possible, and counted one by one.

use std::sync::Arc;

use world::{Choice, Footprint, TaskId};

use crate::claims::Fact;
use crate::graph::{EdgeIndex, LENGTH_MAX};
use crate::system::{End, Marks, Seen, System};

/// How many states are kept for their memory.
pub(crate) const SPARE_MAX: usize = 8;

/// How many steps from one state can be told apart by those that commute with them.
const MATES_MAX: usize = 32;

/// A state to be expanded, with what is known of it.
pub(crate) struct Task<S: System> {
    pub(crate) state: S::State,
    /// Steps that need not be taken.
    pub(crate) known: Vec<Known>,
    pub(crate) lineage: Option<Lineage<S>>,
}

/// A step of which it is known where it leads: it commutes with the step before it, and both were taken in the other order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) choice: Choice,
    pub(crate) length: u32,
    pub(crate) marks: Marks,
    pub(crate) ops: u64,
    /// The step that leads to the same state.
    pub(crate) like: EdgeIndex,
    /// That state's key.
    pub(crate) key: u128,
}

/// The steps from one state, in the order of the choices, with what each shares with others and with which it commutes.
struct Siblings<S: System> {
    steps: Vec<(Choice, Option<Footprint>)>,
    /// For each, one bit for each that it commutes with.
    mates: Vec<u32>,
    /// What they accessed that could be part of a race, with the place of the step, if that was wanted.
    accesses: Vec<(usize, S::Access)>,
}

/// By which step of which siblings a state was reached. Those that commute with it do the same after it as before it.
pub(crate) struct Lineage<S: System> {
    siblings: Arc<Siblings<S>>,
    at: usize,
}

/// A state and its successors.
pub(crate) struct Expansion<S: System> {
    /// In the order of the choices.
    pub(crate) successors: Vec<Successor<S>>,
    /// Tasks that could go on, although none of the successors is by a step of theirs.
    pub(crate) held_back: Vec<TaskId>,
    /// Whether that is because a step is unfinished.
    pub(crate) is_cut_off: bool,
    /// Which two successors race, in either order in which both can be done: two tasks access the same place, and one of
    /// them writes it.
    pub(crate) races: Vec<(usize, usize)>,
    /// What the steps showed of what is claimed.
    pub(crate) facts: Vec<Fact>,
    /// What steps showed that were only taken to compare.
    pub(crate) repeated: Vec<Fact>,
}

/// Where a step leads.
pub(crate) struct Successor<S: System> {
    pub(crate) choice: Choice,
    /// How many steps lead there, all by the same choice.
    pub(crate) length: u32,
    pub(crate) key: u128,
    pub(crate) reached: Reached<S::State>,
    pub(crate) seen: Seen,
    /// Nothing if it is not known to commute with any other.
    pub(crate) lineage: Option<Lineage<S>>,
}

/// How it was found out where a step leads.
pub(crate) enum Reached<S> {
    /// By taking it.
    Taken { state: S, end: Option<End> },
    /// To where another step leads, which is no end.
    Like(EdgeIndex),
}

impl<S: System> Siblings<S> {
    /// Nothing if none of them is known to commute with another one.
    fn of(steps: Vec<(Choice, Option<Footprint>)>, accesses: Vec<(usize, S::Access)>) -> Option<Arc<Siblings<S>>> {
        if steps.len() < 2 || steps.len() > MATES_MAX {
            return None;
        }
        let mut mates = vec![0; steps.len()];
        for (at, (_, one)) in steps.iter().enumerate() {
            for (other_at, (_, other)) in steps.iter().enumerate().skip(at + 1) {
                if let (Some(one), Some(other)) = (one, other)
                    && one.commutes_with(other)
                {
                    mates[at] |= 1 << other_at;
                    mates[other_at] |= 1 << at;
                }
            }
        }
        let is_any = mates.iter().any(|&mates| mates != 0);
        is_any.then(|| Arc::new(Siblings { steps, mates, accesses }))
    }
}

impl<S: System> Lineage<S> {
    /// Which of its siblings the step commutes with, one bit for each place among them.
    pub(crate) fn mates(&self) -> u32 {
        self.siblings.mates[self.at]
    }

    /// Whether the step accesses memory that others may access.
    pub(crate) fn accesses_memory(&self) -> bool {
        let (_, footprint) = &self.siblings.steps[self.at];
        footprint.is_none_or(|footprint| footprint.accesses_memory())
    }

    /// The place of a sibling with which the step commutes.
    fn mate(&self, choice: Choice) -> Option<usize> {
        let place = self.siblings.steps.iter().position(|&(known, _)| known == choice)?;
        (self.mates() & 1 << place != 0).then_some(place)
    }

    /// Whether it is known what a sibling does after the step.
    pub(crate) fn knows(&self, choice: Choice) -> bool {
        self.mate(choice).is_some()
    }

    /// What a sibling shares with others, taken after the step.
    fn footprint_after(&self, choice: Choice) -> Option<Footprint> {
        self.siblings.steps[self.mate(choice)?].1
    }

    /// What a sibling accesses, taken after the step.
    fn accesses_after(&self, choice: Choice) -> impl Iterator<Item = &S::Access> {
        let place = self.mate(choice);
        let accesses = self.siblings.accesses.iter();
        let of_it = accesses.filter(move |(at, _)| Some(*at) == place);
        of_it.map(|(_, access)| access)
    }
}

impl<S: System> Clone for Lineage<S> {
    fn clone(&self) -> Lineage<S> {
        Lineage {
            siblings: Arc::clone(&self.siblings),
            at: self.at,
        }
    }
}

/// Takes every step that can be taken from a state. States in `spare` are used up for their memory: what they share with
/// the state they need not copy. Races are only looked for if they are wanted.
pub(crate) fn expand<S: System>(
    system: &mut S,
    task: Task<S>,
    spare: &mut Vec<S::State>,
    wants_races: bool,
) -> Expansion<S> {
    let mut repeated = Vec::new();
    if cfg!(debug_assertions) {
        check_known(system, &task, spare, &mut repeated);
    }
    let Task { state, known, lineage } = task;
    let mut choices = Vec::new();
    system.choices(&state, &mut choices);
    let mut held_back = Vec::new();
    let is_cut_off = system.held_back(&state, &choices, &mut held_back);
    let mut accesses = Vec::new();
    let mut successors = Vec::with_capacity(choices.len());
    let mut steps = Vec::with_capacity(choices.len());
    let known_of = |choice: Choice| known.iter().find(|known| known.choice == choice);
    let last = choices.iter().rposition(|&choice| known_of(choice).is_none());
    // The last successor takes the place of the state itself, which nobody needs any more.
    let mut rest = Some(state);
    for (at, &choice) in choices.iter().enumerate() {
        if let Some(known) = known_of(choice) {
            let lineage = lineage.as_ref();
            steps.push((choice, lineage.and_then(|lineage| lineage.footprint_after(choice))));
            let after = lineage.into_iter().flat_map(|lineage| lineage.accesses_after(choice));
            accesses.extend(after.map(|access| (at, access.clone())));
            successors.push(known.successor());
            continue;
        }
        let is_last = last == Some(at);
        let copy = |state: &S::State| copy_of(state, spare);
        let Some(mut state) = (if is_last { rest.take() } else { rest.as_ref().map(copy) }) else {
            break;
        };
        let (seen, length, footprint) = go(system, &mut state, choice, choices.len() == 1);
        steps.push((choice, footprint));
        if wants_races && choices.len() > 1 {
            system.accesses(&mut |access| accesses.push((at, access)));
        }
        successors.push(Successor {
            choice,
            length,
            key: system.key(&state),
            reached: Reached::Taken {
                end: system.end(&state),
                state,
            },
            seen,
            lineage: None,
        });
    }
    let_go(rest, spare);
    let races = races(system, &choices, &successors, &accesses);
    if let Some(siblings) = Siblings::of(steps, accesses) {
        for (at, successor) in successors.iter_mut().enumerate() {
            let siblings = Arc::clone(&siblings);
            successor.lineage = Some(Lineage { siblings, at });
        }
    }
    Expansion {
        successors,
        held_back,
        is_cut_off,
        races,
        facts: system.take_facts(),
        repeated,
    }
}

/// A copy, over a state that nobody needs any more if there is one.
pub(crate) fn copy_of<T: Clone>(state: &T, spare: &mut Vec<T>) -> T {
    match spare.pop() {
        Some(mut copy) => {
            copy.clone_from(state);
            copy
        }
        None => state.clone(),
    }
}

/// Keeps no more of a state than its memory, for the next copy.
pub(crate) fn let_go<T>(state: Option<T>, spare: &mut Vec<T>) {
    if spare.len() < SPARE_MAX {
        spare.extend(state);
    }
}

/// Takes a step, and those that follow it if nobody needs to be let in between. Tells what was seen, how many there are, and
/// what they share with others unless there are none.
fn go<S: System>(
    system: &mut S,
    state: &mut S::State,
    choice: Choice,
    is_alone: bool,
) -> (Seen, u32, Option<Footprint>) {
    let mut seen = system.step(state, choice);
    let mut length = 1;
    let mut goes_on = system.goes_on(state, choice, is_alone);
    let mut footprint = if is_alone {
        None
    } else {
        system.footprint(state, choice)
    };
    while goes_on && length < LENGTH_MAX {
        let before = seen;
        seen = system.step(state, choice);
        seen.ops += before.ops;
        seen.left_out = seen.left_out.into_iter().chain(before.left_out).min();
        length += 1;
        goes_on = system.goes_on(state, choice, is_alone);
        footprint = footprint.and_then(|before| Some(before.and(system.footprint(state, choice)?)));
    }
    (seen, length, footprint)
}

impl Known {
    fn successor<S: System>(&self) -> Successor<S> {
        Successor {
            choice: self.choice,
            length: self.length,
            key: self.key,
            reached: Reached::Like(self.like),
            seen: Seen {
                marks: self.marks,
                ops: self.ops,
                ..Seen::default()
            },
            lineage: None,
        }
    }
}

/// Takes the steps after all of which it is said where they lead.
fn check_known<S: System>(system: &mut S, task: &Task<S>, spare: &mut Vec<S::State>, facts: &mut Vec<Fact>) {
    let mut choices = Vec::new();
    system.choices(&task.state, &mut choices);
    for known in task.known.iter().filter(|known| choices.contains(&known.choice)) {
        let mut state = copy_of(&task.state, spare);
        let (seen, length, footprint) = go(system, &mut state, known.choice, choices.len() == 1);
        let expected: Successor<S> = known.successor();
        assert_eq!(seen, expected.seen, "{known:?}");
        assert_eq!(length, expected.length, "{known:?}");
        assert_eq!(system.key(&state), expected.key, "{known:?}");
        assert_eq!(system.end(&state), None, "{known:?}");
        facts.extend(system.take_facts());
        let lineage = task.lineage.as_ref().filter(|_| choices.len() > 1);
        if let Some(inherited) = lineage.and_then(|lineage| lineage.footprint_after(known.choice)) {
            assert_eq!(footprint, Some(inherited), "{known:?}");
            if inherited.accesses_memory() {
                let mut after = Vec::new();
                system.choices(&state, &mut after);
                let others = choices.iter().filter(|&&choice| choice != known.choice);
                assert!(others.clone().all(|other| after.contains(other)), "{known:?}");
            }
        }
        let_go(Some(state), spare);
    }
}

/// Which successors race: those whose accesses conflict and of which the second can still come after the first.
fn races<S: System>(
    system: &S,
    choices: &[Choice],
    successors: &[Successor<S>],
    accesses: &[(usize, S::Access)],
) -> Vec<(usize, usize)> {
    let mut races = conflicts::<S>(accesses);
    let mut after = Vec::new();
    races.retain(|&(first, second)| match &successors[first].reached {
        Reached::Taken { state, .. } => {
            system.choices(state, &mut after);
            after.contains(&choices[second])
        }
        // A step that commutes with others and only accesses memory takes the turn from nobody.
        Reached::Like(_) => true,
    });
    races
}

/// The pairs of steps with accesses that conflict, each in both orders.
fn conflicts<S: System>(accesses: &[(usize, S::Access)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, (first, a)) in accesses.iter().enumerate() {
        for (second, b) in &accesses[at + 1..] {
            if S::conflict(a, b) && !pairs.contains(&(*first, *second)) {
                pairs.push((*first, *second));
                pairs.push((*second, *first));
            }
        }
    }
    pairs
}
