//! One state, with every step that can be taken from it.
//!
//! Owns the expansion of a state, which is a function of the state and the claims alone: no order of expansion, no thread
//! and nothing else that the search knows has a say in it. What becomes of the successors is the search's.
//!
//! A step that commutes with whatever other tasks can do is no place to let them in: its task goes on, up to the first step
//! that does not. Such steps are taken together, as late as possible, and counted one by one.

use world::{Choice, TaskId};

use crate::claims::Fact;
use crate::graph::LENGTH_MAX;
use crate::system::{End, Seen, System};

/// A state and its successors.
pub(crate) struct Expansion<S> {
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
}

/// Where a step leads.
pub(crate) struct Successor<S> {
    pub(crate) choice: Choice,
    /// How many steps lead there, all by the same choice.
    pub(crate) length: u32,
    pub(crate) state: S,
    pub(crate) key: u128,
    pub(crate) end: Option<End>,
    pub(crate) seen: Seen,
}

/// Takes every step that can be taken from a state. States in `spare` are used up for their memory: what they share with
/// the state they need not copy. Races are only looked for if they are wanted.
pub(crate) fn expand<S: System>(
    system: &mut S,
    state: S::State,
    spare: &mut Vec<S::State>,
    wants_races: bool,
) -> Expansion<S::State> {
    let mut choices = Vec::new();
    system.choices(&state, &mut choices);
    let mut held_back = Vec::new();
    let is_cut_off = system.held_back(&state, &choices, &mut held_back);
    let mut accesses = Vec::new();
    let mut successors = Vec::with_capacity(choices.len());
    // The last successor takes the place of the state itself, which nobody needs any more.
    let mut rest = Some(state);
    for (at, &choice) in choices.iter().enumerate() {
        let is_last = at + 1 == choices.len();
        let copy = |state: &S::State| copy_of(state, spare);
        let Some(mut state) = (if is_last { rest.take() } else { rest.as_ref().map(copy) }) else {
            break;
        };
        let (seen, length) = go(system, &mut state, choice, choices.len() == 1);
        if wants_races && choices.len() > 1 {
            system.accesses(&mut |access| accesses.push((successors.len(), access)));
        }
        successors.push(Successor {
            choice,
            length,
            key: system.key(&state),
            end: system.end(&state),
            state,
            seen,
        });
    }
    let mut races: Vec<(usize, usize)> = conflicts::<S>(&accesses);
    let mut after = Vec::new();
    races.retain(|&(first, second)| {
        let first: &Successor<S::State> = &successors[first];
        system.choices(&first.state, &mut after);
        after.contains(&choices[second])
    });
    Expansion {
        successors,
        held_back,
        is_cut_off,
        races,
        facts: system.take_facts(),
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

/// Takes a step, and those that follow it if nobody needs to be let in between. Tells what was seen, and how many there are.
fn go<S: System>(system: &mut S, state: &mut S::State, choice: Choice, is_alone: bool) -> (Seen, u32) {
    let mut seen = system.step(state, choice);
    let mut length = 1;
    while system.goes_on(state, choice, is_alone) && length < LENGTH_MAX {
        let before = seen;
        seen = system.step(state, choice);
        seen.ops += before.ops;
        seen.left_out = seen.left_out.into_iter().chain(before.left_out).min();
        length += 1;
    }
    (seen, length)
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
