//! How much of a heap is in use.
//!
//! Owns the limits, the counting of bytes against them, and when a collection is worth while.

use super::{Chunk, FIRST_COLLECTION, Heap};
use crate::error::Outcome;
use crate::{LimitKind, Raise};

/// How large things may get.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct HeapLimits {
    /// Bytes in all, roughly.
    pub max_bytes: usize,
    /// Code units of one string.
    pub max_text_len: usize,
    /// Elements of one array.
    pub max_array_len: usize,
    /// Calls inside each other in one fiber.
    pub max_stack_depth: usize,
    /// Steps of one match of a regular expression.
    pub max_regexp_steps: u64,
}

impl Default for HeapLimits {
    fn default() -> HeapLimits {
        HeapLimits {
            max_bytes: 64 << 20,
            max_text_len: 1 << 20,
            max_array_len: 1 << 20,
            max_stack_depth: 10_000,
            max_regexp_steps: 10_000_000,
        }
    }
}

impl Heap {
    /// How many bytes are in use, roughly. Exact in the sense that the same history gives the same number.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many bytes a copy that a few writes were made to does not share with its original, roughly: the pointers, two
    /// chunks, and two objects of the largest size that any of them can have.
    #[must_use]
    pub fn bytes_of_a_copy(&self) -> usize {
        let objects = (self.largest + self.grown).min(self.bytes);
        self.chunks.len() * size_of::<usize>() + 2 * (size_of::<Chunk>() + objects)
    }

    /// How many calls may stand inside each other in one fiber.
    pub(crate) fn max_stack_depth(&self) -> usize {
        self.tables.limits.max_stack_depth
    }

    /// How many steps one match of a regular expression may take.
    pub(crate) fn max_regexp_steps(&self) -> u64 {
        self.tables.limits.max_regexp_steps
    }

    /// Whether the limit of bytes is exceeded; collecting may help.
    #[must_use]
    #[inline]
    pub fn is_full(&self) -> bool {
        self.bytes > self.tables.limits.max_bytes
    }

    /// Whether enough was allocated since the last collection to make another one worth while.
    #[must_use]
    #[inline]
    pub fn wants_collection(&self) -> bool {
        self.bytes >= self.collect_at
    }

    /// Asks for a collection again only after as much was allocated again.
    pub(crate) fn postpone_collection(&mut self) {
        self.collect_at = self.bytes + FIRST_COLLECTION;
    }

    pub(crate) fn grow(&mut self, bytes: usize) {
        self.bytes += bytes;
        self.grown += bytes;
    }

    pub(crate) fn check_text_len(&self, len: usize) -> Outcome<()> {
        if len > self.tables.limits.max_text_len {
            return Err(Raise::Limit(LimitKind::TextLength));
        }
        Ok(())
    }

    pub(crate) fn check_array_len(&self, len: usize) -> Outcome<()> {
        if len > self.tables.limits.max_array_len {
            return Err(Raise::Limit(LimitKind::ArrayLength));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Heap, HeapLimits, Value};

    fn heap() -> Heap {
        Heap::new(&crate::run::tests::empty_program(), HeapLimits::default())
    }

    #[test]
    fn a_copy_of_many_small_objects_shares_most_of_them() {
        let mut heap = heap();
        for _ in 0..10_000 {
            heap.alloc_array(vec![Value::Null; 4]);
        }
        assert!(heap.bytes_of_a_copy() < heap.bytes() / 100);
    }

    #[test]
    fn a_copy_of_a_large_array_may_share_nothing_of_it() {
        let made = {
            let mut heap = heap();
            heap.alloc_array(vec![Value::Null; 10_000]);
            heap.bytes_of_a_copy()
        };
        assert!(made > 10_000 * size_of::<Value>());
        let mut heap = heap();
        heap.alloc_array(Vec::new());
        (0..10_000).for_each(|_| heap.grow(size_of::<Value>()));
        assert!(
            heap.bytes_of_a_copy() > 10_000 * size_of::<Value>(),
            "it has grown to that size"
        );
    }
}
