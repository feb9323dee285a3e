//! The atomic integer: a number that is read, changed and written in one step.
//!
//! Nobody waits and nobody is woken; what is atomic about it is that each call is one step of the world, which is for the
//! world to see to. Owns the arithmetic: whole numbers in the range in which a JavaScript number counts exactly. At either
//! end of it the value stays where it is, much as `n + 1` stops counting there in JavaScript itself; wrapping around as
//! processors do would turn a counter negative that no learner ever made negative. Does not judge a learner's number.

use crate::Visit;

#[cfg(test)]
mod tests;

/// The largest whole number that JavaScript counts to exactly, 2^53 - 1; the smallest is its negative.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// An integer for read-modify-write in one step.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AtomicInt {
    // Invariant: (1) -MAX_SAFE_INTEGER <= value <= MAX_SAFE_INTEGER.
    value: i64,
}

impl AtomicInt {
    /// An atomic integer that starts at `value`. Like every number that comes in, it is brought into the safe range.
    #[must_use]
    pub fn new(value: i64) -> Self {
        Self { value: safe(value) }
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> i64 {
        self.value
    }

    /// Replaces the value without looking at the old one.
    pub fn set(&mut self, value: i64) {
        self.value = safe(value);
    }

    /// Adds `delta` and returns the new value.
    pub fn add(&mut self, delta: i64) -> i64 {
        self.value = safe(self.value.saturating_add(delta));
        self.value
    }

    /// Adds one and returns the new value.
    pub fn increment(&mut self) -> i64 {
        self.add(1)
    }

    /// Subtracts one and returns the new value.
    pub fn decrement(&mut self) -> i64 {
        self.add(-1)
    }

    /// Replaces the value and returns the old one.
    pub fn exchange(&mut self, value: i64) -> i64 {
        std::mem::replace(&mut self.value, safe(value))
    }

    /// Replaces the value if it is `expected`, and says whether it was.
    pub fn compare_and_set(&mut self, expected: i64, value: i64) -> bool {
        if self.value != expected {
            return false;
        }
        self.value = safe(value);
        true
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(self.value as u64);
    }

    /// Panics unless the numbered invariant holds; for tests.
    pub fn assert_invariants(&self) {
        assert_eq!(
            self.value,
            safe(self.value),
            "(1) outside the range in which JavaScript counts exactly"
        );
    }
}

fn safe(value: i64) -> i64 {
    value.clamp(-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER)
}
