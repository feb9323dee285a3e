//! Reports of what happens to shared state.
//!
//! Owns what is recorded of an access, and the reads that a later write in the same frame may be computed from. Which
//! operations other tasks can notice is next door.

use bytecode::{AccessNote, Pc};

use crate::fiber::Tracked;
use crate::{Access, AccessKind, Location, Lost, ObjectRef, PropertyKey, Value};

use super::machine::Machine;

impl Machine<'_, '_> {
    pub(crate) fn note_cell_read(&mut self, cell: ObjectRef, value: Value) {
        if self.context.record && self.is_open_cell(cell) {
            self.note(AccessKind::Read, Location::Cell(cell), value, value);
        }
    }

    pub(crate) fn note_cell_write(&mut self, cell: ObjectRef, value: Value) {
        if self.context.record && self.context.heap.is_shared(cell) {
            let previous = self.context.heap.cell(cell).value;
            self.note(AccessKind::Write, Location::Cell(cell), value, previous);
        }
    }

    pub(crate) fn note_read(&mut self, reference: ObjectRef, key: PropertyKey) {
        if self.context.record && self.is_open_object(reference) {
            let heap = &self.context.heap;
            let own = super::lookup::Objects {
                heap,
                program: self.context.program,
            };
            let value = own.plain(Value::Object(reference), key).unwrap_or(Value::Undefined);
            self.note(AccessKind::Read, Location::Property(reference, key), value, value);
        }
    }

    #[inline]
    pub(crate) fn note_read_of(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) {
        if self.context.record && self.is_open_object(reference) {
            self.note(AccessKind::Read, Location::Property(reference, key), value, value);
        }
    }

    #[inline]
    pub(crate) fn note_write_of(&mut self, reference: ObjectRef, key: PropertyKey, value: Value, previous: Value) {
        if self.context.record && self.context.heap.is_shared(reference) {
            self.note(AccessKind::Write, Location::Property(reference, key), value, previous);
        }
    }

    fn note(&mut self, kind: AccessKind, location: Location, value: Value, previous: Value) {
        let Some(frame) = self.fiber.frames.last() else { return };
        let function = self.context.program.function(frame.function);
        let pc = Pc(frame.pc);
        let note = function.access_note(pc);
        let access = Access {
            kind,
            location,
            name: function.access_name(pc),
            value,
            previous,
            function: frame.function,
            pc,
            lost: None,
        };
        let lost = match note {
            Some(AccessNote::Feeds) if kind == AccessKind::Read => {
                self.track(location, pc);
                None
            }
            Some(AccessNote::Derived) if kind == AccessKind::Write => self.untrack(location),
            Some(AccessNote::Feeds | AccessNote::Derived) | None => None,
        };
        self.context.accesses.push(Access { lost, ..access });
    }

    fn track(&mut self, location: Location, pc: Pc) {
        let depth = u32::try_from(self.fiber.frames.len()).unwrap_or(u32::MAX);
        let fresh = Tracked {
            depth,
            location,
            pc,
            overwritten: None,
        };
        let mut known = self.fiber.tracked.iter_mut();
        match known.find(|tracked| tracked.depth == depth && tracked.location == location) {
            Some(tracked) => *tracked = fresh,
            None => self.fiber.tracked.push(fresh),
        }
    }

    fn untrack(&mut self, location: Location) -> Option<Lost> {
        let depth = u32::try_from(self.fiber.frames.len()).unwrap_or(u32::MAX);
        let mut known = self.fiber.tracked.iter();
        let at = known.position(|tracked| tracked.depth == depth && tracked.location == location)?;
        let tracked = self.fiber.tracked.remove(at);
        let (by, line) = tracked.overwritten?;
        Some(Lost {
            read: tracked.pc,
            by,
            line,
        })
    }
}
