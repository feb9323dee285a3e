//! How a fiber is copied: into a new one, or over one that nobody needs any more, in whose memory it then is.

use std::sync::Arc;

use super::{Fiber, Frame};
use crate::reuse;

impl Clone for Fiber {
    fn clone(&self) -> Fiber {
        Fiber {
            frames: self.frames.clone(),
            registers: self.registers.clone(),
            state: self.state.clone(),
            tracked: self.tracked.clone(),
        }
    }

    fn clone_from(&mut self, source: &Fiber) {
        // By name, so that a field that is added is not forgotten.
        let Fiber {
            frames,
            registers,
            state,
            tracked,
        } = source;
        self.frames.clone_from(frames);
        self.registers.clone_from(registers);
        self.state.clone_from(state);
        self.tracked.clone_from(tracked);
    }
}

impl Clone for Frame {
    fn clone(&self) -> Frame {
        Frame {
            exit: self.exit.clone(),
            captures: Arc::clone(&self.captures),
            ..*self
        }
    }

    fn clone_from(&mut self, source: &Frame) {
        let Frame {
            function,
            pc,
            base,
            callee,
            dest,
            exit,
            this,
            captures,
        } = source;
        self.function = *function;
        self.pc = *pc;
        self.base = *base;
        self.callee = *callee;
        self.dest = *dest;
        self.exit.clone_from(exit);
        self.this = *this;
        reuse(&mut self.captures, captures);
    }
}
