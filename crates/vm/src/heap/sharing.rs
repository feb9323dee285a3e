//! The mark of what several tasks can reach.
//!
//! Owns when a slot gets it: once, for good, with all that can be reached from it. What follows from it is the interpreter's.

use super::{CHUNK, Heap, Slot};
use crate::{ObjectRef, Value};

impl Heap {
    /// Whether more than one task can reach the slot.
    #[must_use]
    #[inline]
    pub fn is_shared(&self, reference: ObjectRef) -> bool {
        let Some(at) = reference.0.checked_sub(self.permanent) else {
            return false;
        };
        let chunk = &self.chunks[at as usize / CHUNK];
        chunk.shared & (1 << (at as usize % CHUNK)) != 0
    }

    /// Marks a value and everything that can be reached from it as reachable by more than one task. From the first
    /// time on there are several tasks, which all reach the built-in objects.
    pub fn share(&mut self, value: Value) {
        let mut pending: Vec<ObjectRef> = value.reference().into_iter().collect();
        if !self.has_shared {
            self.has_shared = true;
            pending.extend(self.realm.values());
        }
        while let Some(reference) = pending.pop() {
            if self.is_shared(reference) || self.is_permanent(reference) {
                continue;
            }
            let at = self.own(reference);
            self.recycled.make_mut(&mut self.chunks[at / CHUNK]).shared |= 1 << (at % CHUNK);
            match self.slot(reference) {
                Slot::Free { .. } | Slot::Text(_) | Slot::Symbol(_) => {}
                Slot::Cell(cell) => pending.extend(cell.value.reference()),
                Slot::Object(object) => object.for_each_value(|value| pending.extend(value.reference())),
            }
        }
    }

    /// The write barrier for one value: what is stored into something shared becomes shared.
    #[inline]
    pub fn share_if(&mut self, holder: ObjectRef, stored: Value) {
        if self.is_shared(holder) && stored.reference().is_some_and(|reference| !self.is_shared(reference)) {
            self.share(stored);
        }
    }
}
