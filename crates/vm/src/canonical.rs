//! Canonical fingerprints of worlds: equal for states that differ only in how the heap numbers its slots.
//!
//! Owns the hash function, the renaming of references by first visit and the walk. What else belongs to a state is
//! the caller's to add.

use bytecode::Program;

use crate::{Fiber, Heap, HostClass, Text, Value};

/// Hashes the content of a string.
pub(crate) fn hash_text(text: &Text) -> u64 {
    text.units().fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ u64::from(unit)).wrapping_mul(0x100_0000_01b3)
    })
}

/// What fingerprinting keeps from one state to the next: one per program and search.
#[derive(Clone, Debug, Default)]
pub struct CanonicalScratch {}

impl CanonicalScratch {
    /// Prepares for a program.
    #[must_use]
    pub fn new(_program: &Program) -> CanonicalScratch {
        CanonicalScratch {}
    }
}

/// A fingerprint under construction.
#[derive(Debug)]
pub struct Canonical<'a> {
    heap: &'a Heap,
    words: Vec<u64>,
    scratch: &'a mut CanonicalScratch,
}

impl<'a> Canonical<'a> {
    /// Begins a fingerprint.
    #[must_use]
    pub fn new(heap: &'a Heap, _program: &'a Program, scratch: &'a mut CanonicalScratch) -> Canonical<'a> {
        Canonical {
            heap,
            words: Vec::new(),
            scratch,
        }
    }

    /// Adds a word.
    pub fn word(&mut self, word: u64) {
        self.words.push(word);
    }

    /// Adds a value; what it refers to is walked by [`Canonical::finish_heap`].
    pub fn value(&mut self, _value: Value) {}

    /// Adds a fiber.
    pub fn fiber(&mut self, _fiber: &Fiber) {}

    /// Walks everything discovered so far.
    pub fn finish_heap(&mut self) {}

    /// The next object of the world that the walk came across, in order of discovery. Hash its state with
    /// [`Canonical::word`] and [`Canonical::value`], then call [`Canonical::finish_heap`] again.
    pub fn next_host(&mut self) -> Option<(HostClass, u32)> {
        None
    }

    /// The fingerprint.
    #[must_use]
    pub fn finish(self) -> u128 {
        0
    }
}
