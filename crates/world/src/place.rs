//! Names for places of memory that are the same in every run.
//!
//! Owns the sorting of the places that tasks share into places whose name does not depend on the order in which tasks
//! run: where a slot was given out before anybody had a choice, the slot names it; else what the program calls it. Also who
//! holds which of the objects that were made as early. Says nothing of what follows from either.

use bytecode::Atom;
use primitives::Actor;
use vm::{KeyId, Location, ObjectRef, PropertyKey};

use crate::{StepAccess, TaskId, World};

/// A place, or all places that cannot be told from it by a name that is the same in every run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Place {
    /// The variable in one slot.
    Variable(ObjectRef),
    /// All later variables of this name.
    VariablesNamed(Atom),
    /// Every property of this name, whosever it is: what an object does not have it may inherit.
    PropertiesNamed(KeyId),
    /// Every property under this symbol.
    PropertiesOf(ObjectRef),
    /// The elements of one object with how many there are.
    Elements(ObjectRef),
    /// The elements of all later objects.
    LaterElements,
    /// Properties under names and symbols that were not known so early.
    LaterProperties,
}

/// How much there was when nobody had had a choice yet: the same in every run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    slots: u32,
    names: u32,
    objects: u32,
}

/// How many of the first objects can be told apart by [`World::holds`].
const OBJECTS_MAX: u32 = 64;

/// Which of the early objects a task holds, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Holds {
    /// Alone or with others.
    pub all: u64,
    /// Alone.
    pub alone: u64,
}

impl World {
    /// How much there is. Only means something in a world that is the same in every run, and in those that come after it as
    /// long as no garbage is collected.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent {
            slots: self.heap.first_free_slot(),
            names: self.heap.name_count(),
            objects: u32::try_from(self.objects.len()).unwrap_or(u32::MAX).min(OBJECTS_MAX),
        }
    }

    /// The place that a step has just accessed.
    #[must_use]
    pub fn place_of(&self, access: &StepAccess, extent: &Extent) -> Place {
        let is_early = |reference: ObjectRef| reference.0 < extent.slots;
        let elements = |object: ObjectRef| {
            if is_early(object) {
                Place::Elements(object)
            } else {
                Place::LaterElements
            }
        };
        match access.location {
            Location::Cell(cell) if is_early(cell) => Place::Variable(cell),
            Location::Cell(cell) => Place::VariablesNamed(self.heap.cell_name(cell)),
            Location::Property(object, PropertyKey::Index(_)) => elements(object),
            Location::Property(object, PropertyKey::Name(name)) if name == self.heap.length_name() => elements(object),
            Location::Property(_, PropertyKey::Name(name)) if name.0 < extent.names => Place::PropertiesNamed(name),
            Location::Property(_, PropertyKey::Symbol(symbol)) if is_early(symbol) => Place::PropertiesOf(symbol),
            Location::Property(..) => Place::LaterProperties,
        }
    }

    /// Which of the early objects the task holds.
    #[must_use]
    pub fn holds(&self, task: TaskId, extent: &Extent) -> Holds {
        let mut holds = Holds::default();
        for (number, object) in self.objects.iter().enumerate().take(extent.objects as usize) {
            let (mut is_held, mut by_others) = (false, false);
            object.primitive.holders(&mut |Actor(actor)| {
                is_held |= actor == task.0;
                by_others |= actor != task.0;
            });
            holds.all |= u64::from(is_held) << number;
            holds.alone |= u64::from(is_held && !by_others) << number;
        }
        holds
    }

    /// Whether a task stands in the middle of what it does and may go on, at nothing that others look at.
    #[must_use]
    pub fn is_under_way(&self, task: TaskId) -> bool {
        let is_open = self.seldom.outcome.is_none() && self.seldom.offer.is_none() && !self.was_cut_off;
        let state = self.task(task);
        is_open && state.critical.is_none() && state.current.is_some() && self.has_turn(task)
    }
}
