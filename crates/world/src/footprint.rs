//! What a step shares with others.
//!
//! Owns the list of what a step has read and changed beside the memory of its own task, small enough to be kept with every
//! step, and the question whether two steps from one world commute. Says less than the truth never: what is not in the
//! list makes a footprint that commutes with nothing.
//!
//! Two steps of different tasks commute if neither changes what the other one reads or changes: then each does the same
//! whether the other one comes first or not, and both orders lead to the same state (Mazurkiewicz, "Trace theory", 1987;
//! Godefroid, "Partial-order methods for the verification of concurrent systems", 1996, section 3).

use vm::{Location, ObjectRef, PropertyKey, Touch};

use crate::{Granularity, Log, Model, StepAccess, TaskId, World};

/// How many lanes and objects can be told apart.
const BITS: u32 = 64;

/// What the step that is being taken has reached so far. It means nothing between steps.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Reach {
    /// Lanes whose records were changed, one bit each.
    lanes: u64,
    /// Objects that were used, one bit each.
    objects: u64,
    /// Those of them that may have changed.
    changed: u64,
    /// And those whose holders may have changed.
    holders: u64,
    /// Records of `Promise.all` and its like that have heard of an outcome, as bits that stand for places.
    joined: u64,
    /// Whether anything else may have been read or changed that several tasks share.
    is_open: bool,
}

impl Reach {
    pub(crate) fn lane(&mut self, TaskId(lane): TaskId) {
        match lane {
            0..BITS => self.lanes |= 1 << lane,
            _ => self.is_open = true,
        }
    }

    pub(crate) fn object(&mut self, id: u32) {
        match id {
            0..BITS => self.objects |= 1 << id,
            _ => self.is_open = true,
        }
    }

    /// An object is changed, or handed out to be changed.
    pub(crate) fn changed(&mut self, id: u32) {
        self.object(id);
        self.changed |= self.objects & 1_u64.checked_shl(id).unwrap_or(0);
    }

    /// Somebody has taken something of an object or given it back.
    pub(crate) fn holders(&mut self, id: u32) {
        match id {
            0..BITS => self.holders |= 1 << id,
            _ => self.is_open = true,
        }
    }

    /// An aggregate is to hear of an outcome.
    pub(crate) fn joined(&mut self, aggregate: ObjectRef) {
        self.joined |= bit_of(4, u64::from(aggregate.0));
    }

    pub(crate) fn open(&mut self) {
        self.is_open = true;
    }
}

/// What a step, or several by the same task, read and changed of what tasks share. Places are named by where they are in
/// the memory of the world: footprints of steps from one world can be compared, and a step that commutes with another one
/// has the same footprint after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Footprint {
    lanes: u64,
    objects: u64,
    changed: u64,
    holders: u64,
    joined: u64,
    /// Objects whose holders must stay the same.
    held: u64,
    /// Places that were read and written: each stands for one of the bits, so that two that share one count as the same.
    reads: u64,
    writes: u64,
}

impl Footprint {
    /// The same with the objects that the task held while it accessed memory, one bit each.
    #[must_use]
    pub fn with_held(self, held: u64) -> Footprint {
        Footprint {
            held: self.held | held,
            ..self
        }
    }

    /// The same without the memory that was accessed, for a step whose accesses commute with whatever others do.
    #[must_use]
    pub fn without_accesses(self) -> Footprint {
        Footprint {
            reads: 0,
            writes: 0,
            ..self
        }
    }

    /// Whether any memory was accessed that others may access.
    #[must_use]
    pub fn accesses_memory(&self) -> bool {
        self.reads | self.writes != 0
    }

    /// Of both steps, taken one after the other by the same task.
    #[must_use]
    pub fn and(self, later: Footprint) -> Footprint {
        Footprint {
            lanes: self.lanes | later.lanes,
            objects: self.objects | later.objects,
            changed: self.changed | later.changed,
            holders: self.holders | later.holders,
            joined: self.joined | later.joined,
            held: self.held | later.held,
            reads: self.reads | later.reads,
            writes: self.writes | later.writes,
        }
    }

    /// Whether two steps of different tasks from the same world lead to the same state in both orders, each doing the same in
    /// both.
    #[must_use]
    pub fn commutes_with(&self, other: &Footprint) -> bool {
        let spoils = |one: &Footprint, other: &Footprint| {
            one.changed & other.objects | one.holders & other.held | one.writes & (other.reads | other.writes)
        };
        let both = self.lanes & other.lanes | self.joined & other.joined;
        both | spoils(self, other) | spoils(other, self) == 0
    }
}

impl World {
    /// What the step that a task has just taken shares with others. Nothing if that cannot be told: it commutes with
    /// nothing.
    #[must_use]
    pub fn footprint(&self, task: TaskId, log: &Log) -> Option<Footprint> {
        let Reach {
            lanes,
            objects,
            changed,
            holders,
            joined,
            is_open,
        } = self.reach;
        let setup = self.setup();
        let is_told = setup.model == Model::Threads && setup.granularity == Granularity::Access;
        let is_watched = self.has_priorities || self.going_daemons > 0 || !self.seldom.properties.is_empty();
        let is_over = self.seldom.outcome.is_some() || self.was_cut_off || log.has_collected;
        let is_listed = match log.touch {
            Touch::Nothing | Touch::Apart => true,
            Touch::Reported => !log.accesses.is_empty(),
            Touch::Reads | Touch::Anything => false,
        };
        if is_open || !is_told || is_watched || is_over || !is_listed || !self.waits_apart(task) {
            return None;
        }
        let mut footprint = Footprint {
            lanes,
            objects,
            changed,
            holders,
            joined,
            held: 0,
            reads: 0,
            writes: 0,
        };
        for access in &log.accesses {
            let bit = self.bit_of_place(access);
            match access.is_write {
                true => footprint.writes |= bit,
                false => footprint.reads |= bit,
            }
        }
        Some(footprint)
    }

    /// The bit that stands for a place. Whoever reaches elements or how many there are may reach all of them, and what an
    /// object does not have it may inherit, whatever it is called on.
    fn bit_of_place(&self, access: &StepAccess) -> u64 {
        let (kind, number) = match access.location {
            Location::Cell(cell) => (0, u64::from(cell.0)),
            Location::Property(object, PropertyKey::Index(_)) => (1, u64::from(object.0)),
            Location::Property(object, PropertyKey::Name(name)) if name == self.heap.length_name() => {
                (1, u64::from(object.0))
            }
            Location::Property(_, PropertyKey::Name(_)) => (2, access.name_hash()),
            Location::Property(_, PropertyKey::Symbol(symbol)) => (3, u64::from(symbol.0)),
        };
        bit_of(kind, number)
    }
}

/// The bit that stands for something of a kind. Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
fn bit_of(kind: u64, number: u64) -> u64 {
    let mixed = (number << 3 | kind).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    1 << (mixed >> 58)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Footprint = Footprint {
        lanes: 0,
        objects: 0,
        changed: 0,
        holders: 0,
        joined: 0,
        held: 0,
        reads: 0,
        writes: 0,
    };

    fn of(lane: u64, rest: Footprint) -> Footprint {
        Footprint {
            lanes: 1 << lane,
            ..rest
        }
    }

    fn commute(one: Footprint, other: Footprint) -> bool {
        let (one, other) = (of(0, one), of(1, other));
        assert_eq!(one.commutes_with(&other), other.commutes_with(&one));
        one.commutes_with(&other)
    }

    #[test]
    fn what_two_steps_only_read_keeps_nobody_from_commuting() {
        let reads = Footprint { reads: 5, ..NOTHING };
        let writes = Footprint { writes: 4, ..NOTHING };
        assert!(commute(reads, reads));
        assert!(!commute(reads, writes));
        assert!(!commute(writes, writes));
        assert!(commute(writes, Footprint { reads: 3, ..NOTHING }));
    }

    #[test]
    fn an_object_that_one_uses_is_not_used_by_the_other_nor_taken_from_it() {
        let looks = Footprint { objects: 2, ..NOTHING };
        let uses = Footprint { changed: 2, ..looks };
        let takes = Footprint { holders: 2, ..uses };
        assert!(commute(looks, looks));
        assert!(!commute(looks, uses));
        assert!(!commute(uses, uses));
        assert!(commute(uses, NOTHING.with_held(2)), "who holds it has not changed");
        assert!(!commute(takes, NOTHING.with_held(2)));
        assert!(commute(NOTHING.with_held(2), NOTHING.with_held(2)));
        let other = Footprint {
            objects: 4,
            changed: 4,
            ..NOTHING
        };
        assert!(commute(uses, other.with_held(8)));
    }

    #[test]
    fn who_wakes_a_lane_does_not_commute_with_it() {
        let wakes = Footprint { lanes: 0b11, ..NOTHING };
        assert!(!wakes.commutes_with(&of(1, NOTHING)));
        assert!(wakes.commutes_with(&of(2, NOTHING)));
    }
}
