//! What a world remembers of the way that led to it, and no future can depend on.
//!
//! Owns the list of these counters and marks. They are there for the log, for drivers and for the first-in-first-out
//! policy. Renames nothing and drops no state: that is the fingerprint's.

use std::sync::Arc;

use crate::property::Property;
use crate::{PropertyKind, World};

impl World {
    /// Sets back how many steps and operations there were and who ran when, so that two ways to one state lead to equal
    /// worlds. Whoever compares whole worlds calls it; the same choices stay open and lead to the same states.
    pub fn forget_history(&mut self) {
        self.steps = 0;
        self.ops = 0;
        self.ready_count = 0;
        if !self.was_cut_off {
            self.last_ran = None;
        }
        self.heap.forget_stretch();
        let is_told_once = |property: &Property| property.kind == PropertyKind::Sometimes && property.has_held;
        if self.seldom.properties.iter().any(is_told_once) {
            for property in &mut self.seldom_mut().properties {
                property.has_held &= property.kind != PropertyKind::Sometimes;
            }
        }
        for object in self.objects.iter_mut().filter(|object| object.history.is_some()) {
            Arc::make_mut(object).history = None;
        }
        for task in self.tasks.iter_mut().filter(|task| task.ready_since != 0) {
            Arc::make_mut(task).ready_since = 0;
        }
    }
}
