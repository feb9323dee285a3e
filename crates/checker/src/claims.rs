//! What can be claimed of the memory that tasks share, until a step shows otherwise.
//!
//! Owns the claims under which an access is no place to switch: that nobody writes the place while others can run, or that
//! whoever touches it holds a certain lock, which nobody else holds. Every step of every state that is looked at is compared with them;
//! the first one that contradicts ends the search, which begins again with fewer claims. Looks at no world.
//!
//! An access that is covered by the claims commutes with everything that other tasks can do until its task does something
//! that is not. So a search may do such accesses together with what its task does after them ([`crate::expand`]): kinds of
//! findings and lengths of the shortest ways stay what they are, since an access that leads nowhere is not needed, and
//! each other one can be put off until right before what it is needed for. Were a claim wrong, there would be a first
//! access that contradicts it; what comes before can be put in such an order that the search meets this very access. Lipton,
//! "Reduction: a method of proving properties of parallel programs" (1975), and Savage et al., "Eraser" (1997), for the
//! claims about locks.

use std::collections::{BTreeMap, BTreeSet};

use world::Place;

/// What a step showed of the memory that tasks share, while another task could have run in its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fact {
    /// A place was accessed, by a task that alone held these locks.
    Access { place: Place, is_write: bool, held: u64 },
    /// Anything may have been read, under no lock.
    ReadsAnything,
    /// The program names conditions that are looked at in every state.
    Watches,
    /// Something happened after which no claim can be made.
    Anything,
}

/// Which places are not covered by any claim.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Claims {
    is_given_up: bool,
    /// Whether places must not be written at all to be covered.
    only_constants: bool,
    open: BTreeSet<Place>,
}

impl Claims {
    /// No claims at all.
    pub(crate) fn none() -> Claims {
        Claims {
            is_given_up: true,
            ..Claims::default()
        }
    }

    pub(crate) fn is_given_up(&self) -> bool {
        self.is_given_up
    }

    /// Whether these claims do without something that `others` claim. Where nothing was written so far, it makes no difference that
    /// nothing may be.
    pub(crate) fn are_fewer_than(&self, others: &Claims) -> bool {
        self.is_given_up != others.is_given_up || self.open.len() != others.open.len()
    }

    /// Whether an access to the place commutes with what other tasks can do.
    pub(crate) fn cover(&self, place: Place, is_write: bool) -> bool {
        let may_be = !is_write || !self.only_constants;
        may_be && !self.is_given_up && !self.open.contains(&place)
    }
}

/// Under which locks a place was accessed every time, and whether it was ever written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Usage {
    is_written: bool,
    held: u64,
}

/// The facts so far, as far as they matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    claims: Claims,
    usage: BTreeMap<Place, Usage>,
}

impl Record {
    /// Begins with claims that nothing contradicts yet.
    pub(crate) fn new(claims: Claims) -> Record {
        Record {
            claims,
            usage: BTreeMap::new(),
        }
    }

    /// What is claimed.
    pub(crate) fn claims(&self) -> &Claims {
        &self.claims
    }

    /// Takes in a fact. Says whether it is news, that is, whether it adds anything to what was known.
    pub(crate) fn note(&mut self, fact: Fact) -> bool {
        if self.claims.is_given_up {
            return false;
        }
        match fact {
            Fact::Anything => {
                self.claims = Claims::none();
                true
            }
            Fact::ReadsAnything | Fact::Watches => {
                let is_news = !self.claims.only_constants;
                self.claims.only_constants = true;
                let written = self.usage.iter().filter(|(_, usage)| usage.is_written);
                self.claims.open.extend(written.map(|(&place, _)| place));
                is_news
            }
            Fact::Access { place, is_write, held } => self.note_access(place, is_write, held),
        }
    }

    fn note_access(&mut self, place: Place, is_write: bool, held: u64) -> bool {
        if self.claims.open.contains(&place) {
            return false;
        }
        let before = self.usage.get(&place).copied();
        let known = before.unwrap_or(Usage {
            is_written: false,
            held: u64::MAX,
        });
        let usage = Usage {
            is_written: known.is_written || is_write,
            held: known.held & held,
        };
        if before == Some(usage) {
            return false;
        }
        self.usage.insert(place, usage);
        if usage.is_written && (usage.held == 0 || self.claims.only_constants) {
            self.claims.open.insert(place);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(place: Place, is_write: bool, held: u64) -> Fact {
        Fact::Access { place, is_write, held }
    }

    #[test]
    fn what_is_only_read_or_always_locked_is_covered() {
        let place = Place::LaterElements;
        let mut record = Record::new(Claims::default());
        assert!(record.note(access(place, false, 0)));
        assert!(!record.note(access(place, false, 0)), "no news");
        assert!(record.claims().cover(place, false));
        record.note(access(place, true, 0b1));
        assert!(!record.claims().cover(place, false), "it was read without the lock");

        let mut record = Record::new(Claims::default());
        record.note(access(place, true, 0b11));
        record.note(access(place, true, 0b01));
        assert!(record.claims().cover(place, true), "one lock was held every time");
        record.note(access(place, false, 0b10));
        assert!(!record.claims().cover(place, false));
    }

    #[test]
    fn who_reads_anything_reads_what_is_written_under_a_lock() {
        let place = Place::LaterElements;
        let mut record = Record::new(Claims::default());
        record.note(access(place, true, 1));
        record.note(access(Place::LaterProperties, false, 0));
        assert!(record.note(Fact::ReadsAnything));
        assert!(!record.claims().cover(place, false));
        assert!(record.claims().cover(Place::LaterProperties, false));
        assert!(!record.claims().cover(Place::LaterProperties, true));
        assert!(!record.note(Fact::Watches), "it forbids nothing else");
        assert!(record.note(Fact::Anything));
        assert!(!record.claims().cover(Place::LaterProperties, false));
    }
}
