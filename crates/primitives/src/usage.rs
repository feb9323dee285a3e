//! What the permits of a semaphore are used for.
//!
//! Owns who holds how many. As long as every release comes from an actor that holds a permit, a semaphore is used as a
//! limit, and it is known who holds what. The first release by anyone else makes it a signal, for good: permits are then
//! messages, nobody holds them, and being short of them is no leak. Does not count what is available.
//!
//! Who gives back what was taken last, or first, is found at once; among many others, at a few at a time.

use std::collections::VecDeque;

use crate::{Actor, Visit};

/// So many are compared at once.
const LANES: usize = 16;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Usage {
    /// One entry per held permit, the older ones first. Permits of one actor are alike: any of them may go.
    Limit { holders: VecDeque<Actor> },
    /// Keeps no list: consumers never give back, so it would grow without end and keep a program that loops from ever
    /// reaching the same state again.
    Signal,
}

impl Default for Usage {
    fn default() -> Self {
        Usage::Limit {
            holders: VecDeque::new(),
        }
    }
}

impl Usage {
    pub(crate) fn book(&mut self, actor: Actor) {
        match self {
            Usage::Limit { holders } => holders.push_back(actor),
            Usage::Signal => {}
        }
    }

    /// A permit of `actor` is no longer held; if it has none, the semaphore is a signal from here on.
    pub(crate) fn unbook(&mut self, actor: Actor) {
        let was_held = match self {
            Usage::Limit { holders } => take_out(holders, actor),
            Usage::Signal => return,
        };
        if !was_held {
            *self = Usage::Signal;
        }
    }

    pub(crate) fn holders(&self) -> impl ExactSizeIterator<Item = Actor> {
        static NOBODY: VecDeque<Actor> = VecDeque::new();
        let holders = match self {
            Usage::Limit { holders } => holders,
            Usage::Signal => &NOBODY,
        };
        holders.iter().copied()
    }

    pub(crate) fn is_signal(&self) -> bool {
        match self {
            Usage::Limit { .. } => false,
            Usage::Signal => true,
        }
    }

    pub(crate) fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.is_signal()) << 32 | self.holders().len() as u64);
        match self {
            Usage::Limit { holders } if holders.len() == 1 => to.actor(holders[0]),
            Usage::Limit { holders } => visit_holders(&Vec::from_iter(holders.iter().copied()), to),
            Usage::Signal => {}
        }
    }
}

fn take_out(holders: &mut VecDeque<Actor>, actor: Actor) -> bool {
    if holders.back() == Some(&actor) {
        holders.pop_back();
        return true;
    }
    if holders.front() == Some(&actor) {
        holders.pop_front();
        return true;
    }
    let (older, newer) = holders.as_slices();
    let at = position(older, actor).or_else(|| Some(older.len() + position(newer, actor)?));
    at.and_then(|at| holders.remove(at)).is_some()
}

fn position(holders: &[Actor], actor: Actor) -> Option<usize> {
    let mut before = 0;
    for some in holders.chunks(LANES) {
        // Without an early exit, so that it is one comparison of all.
        if some.iter().fold(false, |found, holder| found | (*holder == actor)) {
            return some.iter().position(|holder| *holder == actor).map(|at| before + at);
        }
        before += some.len();
    }
    None
}

/// Who holds something, sorted: what follows does not depend on who took it first.
pub(crate) fn visit_holders<V>(holders: &[Actor], to: &mut impl Visit<V>) {
    match holders {
        [] => {}
        [only] => to.actor(*only),
        several => {
            let mut sorted = several.to_vec();
            sorted.sort_unstable();
            sorted.into_iter().for_each(|holder| to.actor(holder));
        }
    }
}
