//! What frames' results turn into, as part of a fingerprint.
//!
//! Owns the words for exits and continuations. Frames themselves are hashed next door.

use super::Canonical;
use crate::fiber::FrameExit;
use crate::pending::PendingStep;
use crate::{Native, Place};

impl Canonical<'_> {
    /// What a frame's result turns into. Begins with a word of its own, or it could be taken for a captured variable.
    pub(super) fn exit(&mut self, exit: &FrameExit) {
        match exit {
            FrameExit::Value => {}
            FrameExit::Discard => self.word(53 << 56),
            FrameExit::Construct { object, new_target } => {
                self.word(50 << 56);
                self.reference(*object);
                self.value(*new_target);
            }
            FrameExit::Derived { new_target } => {
                self.word(54 << 56);
                self.value(*new_target);
            }
            FrameExit::Pending(pending) => {
                self.pending(&pending.step);
                self.exit(&pending.outer);
            }
        }
    }

    fn pending(&mut self, step: &PendingStep) {
        match step {
            PendingStep::Native { call, place } => {
                let place = match place {
                    Place::This => u64::from(u32::MAX),
                    Place::Arg(index) => u64::from(*index),
                };
                self.word(55 << 56 | (call.args.len() as u64) << 32 | place);
                self.native(Native::Pure(call.native));
                self.value(call.this);
                self.value(call.new_target);
                call.args.iter().for_each(|&argument| self.value(argument));
            }
            PendingStep::Left { operator, right } => {
                self.word(56 << 56 | *operator as u64);
                self.value(*right);
            }
            PendingStep::Right { operator, left } => {
                self.word(57 << 56 | *operator as u64);
                self.value(*left);
            }
            PendingStep::Unary { operator } => self.word(58 << 56 | *operator as u64),
            PendingStep::Truth => self.word(59 << 56),
        }
    }
}
