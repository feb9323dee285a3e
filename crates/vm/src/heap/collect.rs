//! Mark and sweep.
//!
//! Owns the two passes. Freed slots are handed out again in ascending order, so that the same history gives the same
//! references. Chunks without garbage are not touched and stay shared with other clones.

use std::sync::Arc;

use super::{CHUNK, FIRST_COLLECTION, Heap, NO_SLOT, Slot};
use crate::{ObjectRef, Value};

/// The mark of a chunk in which everything was reached.
const ALL_MARKED: u32 = ((1_u64 << CHUNK) - 1) as u32;

/// Receives the roots of a collection.
#[derive(Debug)]
pub struct Tracer<'a> {
    heap: &'a Heap,
    marks: Vec<u32>,
    pending: Vec<ObjectRef>,
    hosts: Vec<u32>,
    next_host: usize,
    /// What everything that was reached weighs.
    bytes: usize,
}

impl Tracer<'_> {
    /// Everything that can be reached from `value` stays.
    pub fn value(&mut self, value: Value) {
        if let Some(reference) = value.reference() {
            self.object(reference);
        }
    }

    /// Everything that can be reached from the slot stays.
    pub fn object(&mut self, reference: ObjectRef) {
        self.mark(reference);
        let heap = self.heap;
        while let Some(reference) = self.pending.pop() {
            let slot = heap.slot(reference);
            self.bytes += slot_weight(slot);
            match slot {
                Slot::Free { .. } | Slot::Text(_) | Slot::Symbol(_) => {}
                Slot::Cell(cell) => cell.value.reference().into_iter().for_each(|held| self.mark(held)),
                Slot::Object(object) => {
                    if let crate::ObjectKind::Host { id, .. } = object.kind {
                        self.hosts.push(id);
                    }
                    object.for_each_value(|value| {
                        value.reference().into_iter().for_each(|held| self.mark(held));
                    });
                }
            }
        }
    }

    /// The same, for whoever holds slots that are not objects as well.
    pub fn reference(&mut self, reference: ObjectRef) {
        self.object(reference);
    }

    /// Everything that a fiber holds stays.
    pub fn fiber(&mut self, fiber: &crate::Fiber) {
        fiber.for_each_value(|value| self.value(value));
    }

    /// The next object of the world that was reached, so that whoever keeps its state can report what it holds.
    pub fn next_host(&mut self) -> Option<u32> {
        let host = self.hosts.get(self.next_host).copied();
        self.next_host += usize::from(host.is_some());
        host
    }

    fn mark(&mut self, reference: ObjectRef) {
        let bit = 1 << (reference.0 as usize % CHUNK);
        let word = &mut self.marks[reference.0 as usize / CHUNK];
        if *word & bit == 0 {
            *word |= bit;
            self.pending.push(reference);
        }
    }
}

impl Heap {
    /// Frees every slot that cannot be reached from the roots that `roots` reports. References to freed slots must
    /// not be used again.
    pub fn collect(&mut self, roots: impl FnOnce(&mut Tracer)) {
        let mut tracer = Tracer {
            marks: vec![0; self.slot_count() as usize / CHUNK],
            pending: Vec::new(),
            hosts: Vec::new(),
            next_host: 0,
            bytes: 0,
            heap: self,
        };
        for permanent in 0..tracer.heap.permanent_count() {
            tracer.object(ObjectRef(permanent));
        }
        for (_, overlay) in tracer.heap.overlays() {
            tracer.object(overlay);
        }
        roots(&mut tracer);
        let (marks, bytes) = (tracer.marks, tracer.bytes);
        self.sweep_registered(|symbol| marks[symbol.0 as usize / CHUNK] & (1 << (symbol.0 as usize % CHUNK)) != 0);
        self.sweep(&marks);
        self.bytes = bytes;
        self.collect_at = FIRST_COLLECTION
            .max(self.bytes * 3)
            .min(self.tables.limits.max_bytes.max(1));
        if self.bytes >= self.collect_at {
            // Nothing more can be freed for now: do not ask again before something was allocated.
            self.collect_at = self.bytes + FIRST_COLLECTION;
        }
    }

    fn sweep(&mut self, marks: &[u32]) {
        let mut free = NO_SLOT;
        let permanent = self.permanent as usize / CHUNK;
        for (number, &mark) in marks[permanent..].iter().enumerate().rev() {
            if mark == ALL_MARKED {
                continue;
            }
            let first = self.first_of(number);
            let is_swept = self.is_swept(number, mark, free);
            let mut chunk = (!is_swept).then(|| Arc::make_mut(&mut self.chunks[number]));
            for offset in (0..CHUNK).rev().filter(|offset| mark & (1 << offset) == 0) {
                if let Some(chunk) = &mut chunk {
                    chunk.slots[offset] = Slot::Free { next: free };
                    chunk.shared &= !(1 << offset);
                }
                free = first + offset as u32;
            }
        }
        self.free = free;
    }

    /// The first slot of a chunk.
    fn first_of(&self, number: usize) -> u32 {
        u32::try_from(self.permanent as usize + number * CHUNK).unwrap_or(NO_SLOT)
    }

    /// Whether the slots of a chunk that were not reached are free already, and in order.
    fn is_swept(&self, number: usize, mark: u32, mut free: u32) -> bool {
        let first = self.first_of(number);
        let slots = self.chunks[number].slots.iter().enumerate().rev();
        slots
            .filter(|(offset, _)| mark & (1 << offset) == 0)
            .all(|(offset, slot)| {
                let next = std::mem::replace(&mut free, first + offset as u32);
                matches!(slot, Slot::Free { next: found } if *found == next)
            })
    }
}

fn slot_weight(slot: &Slot) -> usize {
    match slot {
        Slot::Free { .. } => 0,
        Slot::Cell(_) => 24,
        Slot::Text(text) => 24 + text.len(),
        Slot::Symbol(symbol) => 64 + symbol.description.as_ref().map_or(0, crate::Text::len),
        Slot::Object(object) => object.weight(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HeapLimits, Text};

    fn empty_heap() -> Heap {
        Heap::new(&crate::run::tests::empty_program(), HeapLimits::default())
    }

    #[test]
    fn garbage_is_reused_and_roots_survive() {
        let mut heap = empty_heap();
        let kept = heap.alloc_array(Vec::new());
        let text = heap.alloc_text(Text::new("kept"));
        let crate::ObjectKind::Array(items) = &mut heap.object_mut(kept).kind else {
            panic!("not an array");
        };
        items.push_back(text);
        let garbage = heap.alloc_plain();
        let cell = heap.alloc_cell(Value::Object(garbage), bytecode::Atom(0));
        heap.share(Value::Cell(cell));
        let before = heap.bytes();
        heap.collect(|tracer| tracer.value(Value::Object(kept)));
        assert!(heap.bytes() < before);
        assert_eq!(
            heap.as_array(Value::Object(kept)).and_then(|items| items.front()),
            Some(&text)
        );
        let reused = heap.alloc_plain();
        assert_eq!(reused, garbage);
        assert!(!heap.is_shared(reused));
    }

    #[test]
    fn a_clone_shares_what_neither_side_writes() {
        let mut heap = empty_heap();
        let objects: Vec<ObjectRef> = (0..100).map(|_| heap.alloc_plain()).collect();
        let mut copy = heap.clone();
        let key = copy.intern(&Text::new("x"));
        copy.object_mut(objects[0]).properties.set(key, Value::Null);
        let same = heap
            .chunks
            .iter()
            .zip(&copy.chunks)
            .filter(|(left, right)| Arc::ptr_eq(left, right));
        assert_eq!(same.count(), heap.chunks.len() - 1);
        assert!(heap.object(objects[0]).properties.is_empty());
    }

    #[test]
    fn sharing_is_transitive_and_the_barrier_keeps_it_so() {
        let mut heap = empty_heap();
        let inner = heap.alloc_plain();
        let cell = heap.alloc_cell(Value::Object(inner), bytecode::Atom(0));
        let late = heap.alloc_plain();
        heap.share(Value::Cell(cell));
        assert!(heap.is_shared(cell) && heap.is_shared(inner) && !heap.is_shared(late));
        heap.write_cell(cell, Value::Object(late));
        assert!(heap.is_shared(late));
    }
}
