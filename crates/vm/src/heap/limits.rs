//! How much of a heap is in use.
//!
//! Owns the counting of bytes against the limits and when a collection is worth while.

use super::{FIRST_COLLECTION, Heap};
use crate::error::Outcome;
use crate::{LimitKind, Raise};

impl Heap {
    /// How many bytes are in use, roughly. Exact in the sense that the same history gives the same number.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many calls may stand inside each other in one fiber.
    pub(crate) fn max_stack_depth(&self) -> usize {
        self.limits.max_stack_depth
    }

    /// How many steps one match of a regular expression may take.
    pub(crate) fn max_regexp_steps(&self) -> u64 {
        self.limits.max_regexp_steps
    }

    /// Whether the limit of bytes is exceeded; collecting may help.
    #[must_use]
    #[inline]
    pub fn is_full(&self) -> bool {
        self.bytes > self.limits.max_bytes
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
    }

    pub(crate) fn check_text_len(&self, len: usize) -> Outcome<()> {
        if len > self.limits.max_text_len {
            return Err(Raise::Limit(LimitKind::TextLength));
        }
        Ok(())
    }

    pub(crate) fn check_array_len(&self, len: usize) -> Outcome<()> {
        if len > self.limits.max_array_len {
            return Err(Raise::Limit(LimitKind::ArrayLength));
        }
        Ok(())
    }
}
