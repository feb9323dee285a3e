//! Immediates: what `setImmediate` was given.
//!
//! Owns their order and the phase of the event loop in which they are called. That microtasks come between them is
//! the event loop's; calling them is the timers'.

use std::collections::VecDeque;

use vm::Value;

use crate::TaskId;

/// A function that `setImmediate` was given.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Immediate {
    pub(crate) id: u32,
    pub(crate) callback: Value,
    pub(crate) arguments: Vec<Value>,
    pub(crate) task: TaskId,
}

/// The immediates that wait, and how many of them the running phase still calls.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Immediates {
    waiting: VecDeque<Immediate>,
    /// Those of the running phase come first; one that is set during the phase waits for the next.
    left: u32,
}

impl Immediates {
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// How many the running phase still calls.
    pub(crate) fn left(&self) -> u32 {
        self.left
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Immediate> {
        self.waiting.iter()
    }

    pub(crate) fn push(&mut self, immediate: Immediate) {
        self.waiting.push_back(immediate);
    }

    /// The next one to be called. A new phase begins only after the timers that are due.
    pub(crate) fn next(&mut self, is_timer_due: bool) -> Option<Immediate> {
        if self.left == 0 {
            if is_timer_due {
                return None;
            }
            self.left = self.waiting.len() as u32;
        }
        let next = self.waiting.pop_front()?;
        self.left -= 1;
        Some(next)
    }

    /// Forgets the one that was numbered `id`.
    pub(crate) fn clear(&mut self, id: u32) {
        if let Some(at) = self.waiting.iter().position(|immediate| immediate.id == id) {
            self.waiting.remove(at);
            self.left -= u32::from(at < self.left as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn immediate(id: u32) -> Immediate {
        Immediate {
            id,
            callback: Value::Undefined,
            arguments: Vec::new(),
            task: TaskId(0),
        }
    }

    fn next(immediates: &mut Immediates, is_timer_due: bool) -> Option<u32> {
        immediates.next(is_timer_due).map(|immediate| immediate.id)
    }

    #[test]
    fn a_phase_calls_what_waited_when_it_began() {
        let mut immediates = Immediates::default();
        immediates.push(immediate(1));
        immediates.push(immediate(2));
        assert_eq!(next(&mut immediates, true), None, "due timers come before a phase");
        assert_eq!(next(&mut immediates, false), Some(1));
        immediates.push(immediate(3));
        assert_eq!(next(&mut immediates, true), Some(2), "and not into the middle of one");
        assert_eq!(next(&mut immediates, true), None);
        assert_eq!(next(&mut immediates, false), Some(3));
        assert_eq!(immediates, Immediates::default());
    }

    #[test]
    fn clearing_keeps_the_phase() {
        let mut immediates = Immediates::default();
        (1..=3).for_each(|id| immediates.push(immediate(id)));
        assert_eq!(next(&mut immediates, false), Some(1));
        immediates.push(immediate(4));
        immediates.clear(2);
        immediates.clear(9);
        assert_eq!(next(&mut immediates, true), Some(3));
        assert_eq!(next(&mut immediates, true), None);
        immediates.clear(4);
        assert!(immediates.is_empty());
    }
}
