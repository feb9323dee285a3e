//! What the permits of a semaphore are used for.
//!
//! Owns who holds how many. As long as every release comes from an actor that holds a permit, a semaphore is used as a
//! limit, and it is known who holds what. The first release by anyone else makes it a signal, for good: permits are then
//! messages, nobody holds them, and being short of them is no leak. Does not count what is available.

use crate::{Actor, Visit};

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Usage {
    /// One entry per held permit, in the order of acquisition.
    Limit { holders: Vec<Actor> },
    /// Keeps no list: consumers never give back, so it would grow without end and keep a program that loops from ever
    /// reaching the same state again.
    Signal,
}

impl Default for Usage {
    fn default() -> Self {
        Usage::Limit { holders: Vec::new() }
    }
}

impl Usage {
    pub(crate) fn book(&mut self, actor: Actor) {
        match self {
            Usage::Limit { holders } => holders.push(actor),
            Usage::Signal => {}
        }
    }

    /// The most recent permit of `actor` is no longer held; if it has none, the semaphore is a signal from here on.
    pub(crate) fn unbook(&mut self, actor: Actor) {
        let held = match self {
            Usage::Limit { holders } => holders
                .iter()
                .rposition(|holder| *holder == actor)
                .map(|at| holders.remove(at)),
            Usage::Signal => return,
        };
        if held.is_none() {
            *self = Usage::Signal;
        }
    }

    pub(crate) fn holders(&self) -> &[Actor] {
        match self {
            Usage::Limit { holders } => holders,
            Usage::Signal => &[],
        }
    }

    pub(crate) fn is_signal(&self) -> bool {
        match self {
            Usage::Limit { .. } => false,
            Usage::Signal => true,
        }
    }

    pub(crate) fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.is_signal()) << 32 | self.holders().len() as u64);
        visit_holders(self.holders(), to);
    }
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
