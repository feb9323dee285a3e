//! One state, with every step that can be taken from it.
//!
//! Owns the expansion of a state, which is a function of the state alone: no order of expansion, no thread and nothing that
//! the search knows has a say in it. What becomes of the successors is the search's.

use world::{Choice, TaskId};

use crate::system::{Access, End, Seen, System};

/// A state and its successors.
pub(crate) struct Expansion<S> {
    /// In the order of the choices.
    pub(crate) successors: Vec<Successor<S>>,
    /// Tasks that could go on, although none of the successors is by a step of theirs.
    pub(crate) held_back: Vec<TaskId>,
    /// Whether that is because a step is unfinished.
    pub(crate) is_cut_off: bool,
    /// Whether two tasks could access the same place next, and one of them would write it.
    pub(crate) has_race: bool,
}

/// Where a step leads.
pub(crate) struct Successor<S> {
    pub(crate) choice: Choice,
    pub(crate) state: S,
    pub(crate) key: u128,
    pub(crate) end: Option<End>,
    pub(crate) seen: Seen,
}

/// Takes every step that can be taken from a state. States in `spare` are used up for their memory: what they share with
/// the state they need not copy.
pub(crate) fn expand<S: System>(system: &mut S, state: S::State, spare: &mut Vec<S::State>) -> Expansion<S::State> {
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
        let copy = |state: &S::State| match spare.pop() {
            Some(mut copy) => {
                copy.clone_from(state);
                copy
            }
            None => state.clone(),
        };
        let Some(mut state) = (if is_last { rest.take() } else { rest.as_ref().map(copy) }) else {
            break;
        };
        let seen = system.step(&mut state, choice);
        if choices.len() > 1 {
            system.accesses(&mut accesses);
        }
        successors.push(Successor {
            choice,
            key: system.key(&state),
            end: system.end(&state),
            state,
            seen,
        });
    }
    Expansion {
        successors,
        held_back,
        is_cut_off,
        has_race: race(&mut accesses).is_some(),
    }
}

/// Two accesses by different tasks to one place, one of them a write: the first such pair in the order of places.
pub(crate) fn race(accesses: &mut [Access]) -> Option<(Access, Access)> {
    accesses.sort_unstable();
    for same_place in accesses.chunk_by(|a, b| a.place == b.place) {
        for (at, &first) in same_place.iter().enumerate() {
            let conflicts = |second: &&Access| first.task != second.task && (first.is_write || second.is_write);
            if let Some(&second) = same_place[at + 1..].iter().find(conflicts) {
                return Some((first, second));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(place: u128, task: u32, is_write: bool) -> Access {
        Access {
            place,
            task: TaskId(task),
            is_write,
        }
    }

    #[test]
    fn a_race_takes_two_tasks_one_place_and_a_write() {
        let read = |task| access(7, task, false);
        let write = |task| access(7, task, true);
        assert_eq!(race(&mut [read(0), read(1)]), None);
        assert_eq!(race(&mut [write(0), write(0), read(0)]), None);
        assert_eq!(race(&mut [write(0), access(8, 1, true)]), None);
        assert_eq!(race(&mut [read(1), write(0)]), Some((write(0), read(1))));
        assert_eq!(race(&mut [read(0), read(1), write(0)]), Some((write(0), read(1))));
    }
}
