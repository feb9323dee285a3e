//! Immediates: what `setImmediate` was given.
//!
//! Owns their order and the phase of the event loop in which they are called. That microtasks come between them is
//! the event loop's; calling them is the timers'.

use std::collections::VecDeque;

use vm::ObjectRef;

use crate::TaskId;

/// A function that `setImmediate` was given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Immediate {
    /// The timer that it is to the program.
    pub(crate) timer: ObjectRef,
    pub(crate) task: TaskId,
}

/// The immediates that wait, and how many of them the running phase still calls.
#[derive(PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Immediates {
    waiting: VecDeque<Immediate>,
    /// Those of the running phase come first; one that is set during the phase waits for the next.
    left: u32,
}

impl Clone for Immediates {
    fn clone(&self) -> Immediates {
        Immediates {
            waiting: self.waiting.clone(),
            left: self.left,
        }
    }

    /// Keeps the memory.
    fn clone_from(&mut self, source: &Immediates) {
        self.waiting.clone_from(&source.waiting);
        self.left = source.left;
    }
}

impl Immediates {
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

    /// Forgets one.
    pub(crate) fn clear(&mut self, timer: ObjectRef) {
        if let Some(at) = self.waiting.iter().position(|immediate| immediate.timer == timer) {
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
            timer: ObjectRef(id),
            task: TaskId(0),
        }
    }

    fn next(immediates: &mut Immediates, is_timer_due: bool) -> Option<u32> {
        immediates.next(is_timer_due).map(|immediate| immediate.timer.0)
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
        immediates.clear(ObjectRef(2));
        immediates.clear(ObjectRef(9));
        assert_eq!(next(&mut immediates, true), Some(3));
        assert_eq!(next(&mut immediates, true), None);
        immediates.clear(ObjectRef(4));
        assert_eq!(immediates.len(), 0);
    }
}
