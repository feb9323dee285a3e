//! Where a step writes what happened.
//!
//! Owns the list of events and how much of it is wanted. Formats nothing and drops nothing that was wanted.

use bytecode::{FunctionId, Pc, Program};
use vm::{Access, AccessKind, Heap, Location, PropertyKey, Touch};

use crate::{Event, EventKind, LineWatch, TaskId};

/// How much of what happens is written down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Detail {
    /// Every event.
    Everything,
    /// What a checker needs, while the world remembers what `Everything` would have told: who goes on from here with
    /// everything written down misses nothing. For steps that were told before.
    Again,
    /// What a checker needs: diagnoses, progress, what becomes of properties, and how a run ended. Nothing else is even
    /// formatted.
    Findings,
    /// What a program printed, and how the run ended.
    Console,
}

/// An append-only list of events.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Log {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// How much of it is wanted.
    pub detail: Detail,
    /// Whether all that the last step did was to ask again for what its task goes on waiting for.
    pub retried_in_vain: bool,
    /// The accesses to shared variables, properties and elements of the last step (`threads`, unless only the console is
    /// wanted): those that it could do as soon as it began, before it did anything to an object that orders tasks. Two
    /// steps from one state that have a place in common, one to write it, are a race.
    pub accesses: Vec<StepAccess>,
    /// How much of what tasks share the last step can have touched (`threads`, a step an access). If that is
    /// [`Touch::Reported`], `accesses` says it all.
    pub touch: Touch,
    /// Whether garbage was collected in the last step, so that what is made from now on may be where something else was.
    pub has_collected: bool,
    /// The lines that are watched, if any are: a step then is slower and does the same.
    pub watch: Option<LineWatch>,
    /// Where the VM writes accesses to shared state before they are looked at; empty but for its memory.
    pub(crate) noted: Vec<Access>,
}

/// An access to a place that tasks share.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StepAccess {
    /// The place in the world after the step.
    pub location: Location,
    /// For a property with a name: of that name. Two steps from one world can give the same number to different new names.
    name_hash: u64,
    /// Whether it is written.
    pub is_write: bool,
    /// Who did it.
    pub task: TaskId,
    function: FunctionId,
    pc: Pc,
}

impl StepAccess {
    pub(crate) fn new(task: TaskId, access: &Access, heap: &Heap) -> StepAccess {
        StepAccess {
            location: access.location,
            name_hash: match access.location {
                Location::Property(_, PropertyKey::Name(name)) => heap.key_hash(name),
                Location::Property(_, PropertyKey::Index(_) | PropertyKey::Symbol(_)) | Location::Cell(_) => 0,
            },
            is_write: access.kind == AccessKind::Write,
            task,
            function: access.function,
            pc: access.pc,
        }
    }

    /// What the learner calls the place; empty if it has no name.
    #[must_use]
    pub fn name<'p>(&self, program: &'p Program) -> &'p str {
        let name = program.function(self.function).access_name(self.pc);
        name.map_or("", |name| program.atom(name))
    }

    /// The line of the access.
    #[must_use]
    pub fn line(&self, program: &Program) -> u32 {
        program.function(self.function).lines.line(self.pc)
    }

    /// Whether it and an access of another task cannot both be done in any order without a difference.
    #[must_use]
    pub fn conflicts_with(&self, other: &StepAccess) -> bool {
        self.task != other.task && self.is_at_place_of(other) && (self.is_write || other.is_write)
    }

    /// Whether both are at the same place, the steps being from the same world.
    fn is_at_place_of(&self, other: &StepAccess) -> bool {
        match (self.location, other.location) {
            (Location::Property(one, PropertyKey::Name(_)), Location::Property(another, PropertyKey::Name(_))) => {
                one == another && self.name_hash == other.name_hash
            }
            (one, another) => one == another,
        }
    }

    /// Of the name of the property, if it is one that has a name.
    pub(crate) fn name_hash(&self) -> u64 {
        self.name_hash
    }
}

impl Log {
    /// An empty log.
    #[must_use]
    pub fn new(detail: Detail) -> Log {
        Log {
            events: Vec::new(),
            detail,
            retried_in_vain: false,
            accesses: Vec::new(),
            touch: Touch::Nothing,
            has_collected: false,
            watch: None,
            noted: Vec::new(),
        }
    }

    /// Whether events that only a picture needs are wanted. Callers ask before they format anything.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.detail == Detail::Everything
    }

    /// Whether the world remembers what was told, for the sake of what is told later.
    pub(crate) fn is_remembered(&self) -> bool {
        matches!(self.detail, Detail::Everything | Detail::Again)
    }

    /// Whether an event is to be written down.
    #[inline]
    pub(crate) fn wants(&self, kind: &EventKind) -> bool {
        match self.detail {
            Detail::Everything => true,
            Detail::Findings | Detail::Again => is_finding(kind),
            Detail::Console => matches!(kind, EventKind::Printed { .. }) || is_finding(kind),
        }
    }

    pub(crate) fn push(&mut self, event: Event) {
        if self.wants(&event.kind) {
            self.events.push(event);
        }
    }
}

fn is_finding(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::LostUpdate { .. }
            | EventKind::OverRelease { .. }
            | EventKind::Leaked { .. }
            | EventKind::Progressed
            | EventKind::PropertyNamed { .. }
            | EventKind::EventuallyHeld { .. }
            | EventKind::SometimesHeld { .. }
            | EventKind::RunFinished
            | EventKind::RunFailed { .. }
            | EventKind::Deadlocked { .. }
            | EventKind::LimitReached { .. }
    )
}
