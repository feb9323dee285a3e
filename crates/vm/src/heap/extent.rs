//! How much there is.
//!
//! Owns the numbers by which whoever looks at a heap from outside tells what is early in it. Changes nothing.

use super::{Heap, NO_SLOT};
use crate::KeyId;

impl Heap {
    /// The slot that is given out next: as long as nothing was collected, all before it are in use.
    #[must_use]
    pub fn first_free_slot(&self) -> u32 {
        if self.free == NO_SLOT {
            self.slot_count()
        } else {
            self.free
        }
    }

    /// How many property names are known.
    #[must_use]
    pub fn name_count(&self) -> u32 {
        self.keys.count()
    }

    /// The name `length`.
    #[must_use]
    pub fn length_name(&self) -> KeyId {
        self.well_known().length
    }
}
