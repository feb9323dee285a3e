//! The atomic reference: a value of the program that is read, compared and replaced in one step.
//!
//! Nobody waits and nobody is woken; what is atomic about it is that each call is one step of the world, which is for the
//! world to see to. Owns the value. What "the same" means is the caller's to say, because only it knows the values.

use crate::Visit;

#[cfg(test)]
mod tests;

/// A value for read-modify-write in one step.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AtomicRef<V> {
    value: V,
}

impl<V: Copy> AtomicRef<V> {
    /// A reference to `value`.
    #[must_use]
    pub fn new(value: V) -> Self {
        Self { value }
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> V {
        self.value
    }

    /// Replaces the value without looking at the old one.
    pub fn set(&mut self, value: V) {
        self.value = value;
    }

    /// Replaces the value and returns the old one.
    pub fn exchange(&mut self, value: V) -> V {
        std::mem::replace(&mut self.value, value)
    }

    /// Replaces the value if it is the expected one, and says whether it was.
    pub fn compare_and_set(&mut self, is_expected: impl FnOnce(V) -> bool, value: V) -> bool {
        let is_expected = is_expected(self.value);
        if is_expected {
            self.value = value;
        }
        is_expected
    }

    /// The value itself, for an owner that renames what values refer to.
    pub fn value_mut(&mut self) -> &mut V {
        &mut self.value
    }

    /// Tells what the state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.value(&self.value);
    }
}
