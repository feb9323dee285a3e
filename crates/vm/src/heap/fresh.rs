//! Which slots are new.
//!
//! Owns the mark of what was made in the stretch of time that whoever runs the heap has begun: two clones that go on
//! differently give the same slot to different things, so that a slot names the same thing in both only if it is not new.

use std::sync::Arc;

use super::{CHUNK, Chunk, Heap};
use crate::ObjectRef;

impl Heap {
    /// From here on only what is still to be made is fresh.
    #[inline]
    pub fn begin_stretch(&mut self) {
        self.stretch = self.stretch.checked_add(1).unwrap_or(1);
    }

    /// Sets back which stretch it is and what is fresh.
    pub fn forget_stretch(&mut self) {
        self.stretch = 0;
        for chunk in self.chunks.iter_mut().filter(|chunk| chunk.stretch != 0) {
            let chunk = Arc::make_mut(chunk);
            (chunk.stretch, chunk.fresh) = (0, 0);
        }
    }

    /// Whether a slot was given out since [`Heap::begin_stretch`]: nobody can have known it before, and in a clone of the
    /// heap as it was then the same slot may have become something else.
    #[must_use]
    pub fn is_fresh(&self, reference: ObjectRef) -> bool {
        if self.is_permanent(reference) {
            return false;
        }
        let at = self.own(reference);
        let chunk = &self.chunks[at / CHUNK];
        self.stretch != 0 && chunk.stretch == self.stretch && chunk.fresh & (1 << (at % CHUNK)) != 0
    }
}

impl Chunk {
    /// Marks a slot of the chunk that is given out. Before the first stretch nothing is fresh.
    #[inline]
    pub(super) fn note_fresh(&mut self, at: usize, stretch: u32) {
        if stretch == 0 {
            return;
        }
        if self.stretch != stretch {
            (self.stretch, self.fresh) = (stretch, 0);
        }
        self.fresh |= 1 << at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HeapLimits;

    #[test]
    fn only_what_was_made_since_the_stretch_began_is_fresh() {
        let mut heap = Heap::new(&crate::run::tests::empty_program(), HeapLimits::default());
        heap.begin_stretch();
        let old = heap.alloc_plain();
        assert!(heap.is_fresh(old));
        heap.begin_stretch();
        assert!(!heap.is_fresh(old));
        let new = heap.alloc_plain();
        assert!(heap.is_fresh(new));
        assert!(!heap.is_fresh(old), "although it is in the same chunk");
        heap.collect(|tracer| tracer.object(old));
        let again = heap.alloc_plain();
        assert_eq!(again, new, "the slot is used again");
        assert!(heap.is_fresh(again));
    }
}
