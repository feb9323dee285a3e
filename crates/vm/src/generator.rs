//! Generators: calls that can be left in the middle and taken up again.
//!
//! Owns what a suspended one is made of, as plain data. Leaving it and taking it up is the interpreter's.

use crate::fiber::Frame;
use crate::{FiberFrame, Value};

/// A generator or async generator.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Generator {
    /// How far it is.
    pub(crate) state: GeneratorState,
    /// Whether it awaits: its requests are queued by the library.
    pub(crate) is_async: bool,
    /// What the library keeps for an async generator: its requests.
    pub(crate) queue: Value,
}

/// How far a generator is (ECMA-262 section 27.5.3).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum GeneratorState {
    /// Its body has not begun.
    Start(FiberFrame),
    /// It stands at a `yield`, or at an `await` of an async generator.
    Suspended(FiberFrame),
    /// Its frame is on a stack.
    Running,
    /// Its body has ended.
    Completed,
}

impl Generator {
    /// The frame, while it is on no stack.
    pub(crate) fn frame(&self) -> Option<&FiberFrame> {
        match &self.state {
            GeneratorState::Start(frame) | GeneratorState::Suspended(frame) => Some(frame),
            GeneratorState::Running | GeneratorState::Completed => None,
        }
    }

    /// How many bytes it stands for, roughly.
    pub(crate) fn weight(&self) -> usize {
        self.frame()
            .map_or(0, |frame| size_of::<Frame>() + frame.registers.len() * 16)
    }

    /// Calls `visit` with every value that it holds.
    pub(crate) fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        visit(self.queue);
        if let Some(FiberFrame { frame, registers }) = self.frame() {
            frame.for_each_value(&mut visit);
            registers.iter().copied().for_each(visit);
        }
    }
}
