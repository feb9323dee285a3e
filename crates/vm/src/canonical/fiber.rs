//! Fibers and suspended generators as part of a fingerprint.
//!
//! Owns the words for frames, their live registers, and what their results turn into. Values and objects are next door.

use bytecode::Pc;

use super::{Canonical, OTHER};
use crate::fiber::{FiberState, Frame, FrameExit, NO_CALLEE};
use crate::generator::GeneratorState;
use crate::pending::PendingStep;
use crate::{Fiber, FiberFrame, Generator, Location, Native, Place, Value};

impl Canonical<'_> {
    /// Adds a fiber.
    pub fn fiber(&mut self, fiber: &Fiber) {
        // How many frames and reads there are comes first, so that neither list can be taken for what follows it.
        let counts = (fiber.frames.len() as u64) << 32 | fiber.tracked.len() as u64;
        match &fiber.state {
            FiberState::Ready => self.word(10 << 56 | counts),
            FiberState::Suspended { dest, exit } => {
                self.word(11 << 56 | counts);
                let has_exit = u64::from(!matches!(exit, FrameExit::Value));
                self.word(has_exit << 32 | u64::from(dest.0));
                self.exit(exit);
            }
            FiberState::Answered { dest, exit, value } => {
                self.word(91 << 56 | counts);
                let has_exit = u64::from(!matches!(exit, FrameExit::Value));
                self.word(has_exit << 32 | u64::from(dest.0));
                self.exit(exit);
                self.value(*value);
            }
            FiberState::Starting(start) => {
                self.word(12 << 56 | counts);
                self.word(start.args.len() as u64);
                self.value(start.callee);
                self.value(start.this);
                start.args.iter().for_each(|&argument| self.value(argument));
            }
            FiberState::Raising(error) => {
                self.word(13 << 56 | counts);
                self.value(*error);
            }
            FiberState::Ended(value) => {
                self.word(14 << 56 | counts);
                self.value(*value);
            }
        }
        for frame in &fiber.frames {
            self.frame(frame, fiber.registers.get(frame.base as usize..).unwrap_or_default());
        }
        self.tracked_reads(fiber);
    }

    fn frame(&mut self, frame: &Frame, registers: &[Value]) {
        // No function has so many operations that the two highest bits would be in use.
        let has_exit = u64::from(!matches!(frame.exit, FrameExit::Value)) << 31;
        let has_this = frame.this != Value::Undefined;
        let pc = has_exit | u64::from(has_this) << 30 | u64::from(frame.pc);
        self.word(u64::from(frame.function.0) << 48 | u64::from(frame.dest.0) << 32 | pc);
        if has_this {
            self.value(frame.this);
        }
        self.exit(&frame.exit);
        frame.captures.iter().for_each(|&cell| self.reference(cell));
        // A generator's object inherits from what its function says when it begins; nobody else asks for the closure.
        let kind = self.program.function(frame.function).kind;
        if frame.callee != NO_CALLEE && kind.is_generator() {
            self.reference(frame.callee);
        }
        self.live_registers(registers, frame.function, frame.pc);
    }

    pub(super) fn generator(&mut self, generator: &Generator) {
        let state = match &generator.state {
            GeneratorState::Start(_) => 0,
            GeneratorState::Suspended(_) => 1,
            GeneratorState::Running => 2,
            GeneratorState::Completed => 3,
        };
        self.word(90 << 56 | state << 1 | u64::from(generator.is_async));
        self.value(generator.queue);
        if let Some(FiberFrame { frame, registers }) = generator.frame() {
            self.frame(frame, registers);
        }
    }

    fn live_registers(&mut self, registers: &[Value], function: bytecode::FunctionId, pc: u32) {
        let known = &mut self.scratch.liveness[usize::from(function.0)];
        // Each row is looked at by its place, since values are added in between.
        let words = match known {
            Some(liveness) => liveness.row(Pc(pc)).len(),
            None => {
                let code = self.program.function(function);
                let captures = |id| self.program.function(id).captures.as_slice();
                known.insert(bytecode::Liveness::of(code, captures)).row(Pc(pc)).len()
            }
        };
        for index in 0..words {
            let row = self.scratch.liveness[usize::from(function.0)]
                .as_ref()
                .map(|liveness| liveness.row(Pc(pc)));
            let mut live = row.map_or(0, |row| row[index]);
            while live != 0 {
                let register = index * 64 + live.trailing_zeros() as usize;
                live &= live - 1;
                match registers.get(register) {
                    Some(&value) => self.value(value),
                    None => self.word(OTHER | 6),
                }
            }
        }
    }

    /// Reads that a later write may be computed from: where, and whether somebody else has written since.
    fn tracked_reads(&mut self, fiber: &Fiber) {
        for tracked in &fiber.tracked {
            let is_stale = u64::from(tracked.overwritten.is_some());
            // Calls are never nested so deep that the depth would not fit.
            let read = is_stale << 55 | u64::from(tracked.depth) << 32;
            match tracked.location {
                Location::Cell(cell) => {
                    let number = self.number_of(cell);
                    self.word(16 << 56 | read | u64::from(number));
                }
                Location::Property(object, key) => {
                    let number = self.number_of(object);
                    self.word(17 << 56 | read | u64::from(number));
                    self.key(key);
                }
            }
        }
    }

    /// What a frame's result turns into. Begins with a word of its own, or it could be taken for a captured variable.
    #[inline]
    fn exit(&mut self, exit: &FrameExit) {
        if !matches!(exit, FrameExit::Value) {
            self.seldom_exit(exit);
        }
    }

    fn seldom_exit(&mut self, exit: &FrameExit) {
        match exit {
            FrameExit::Value => {}
            FrameExit::Discard => self.word(73 << 56),
            FrameExit::Construct { object, new_target } => {
                self.word(70 << 56);
                self.reference(*object);
                self.value(*new_target);
            }
            FrameExit::Derived { new_target } => {
                self.word(74 << 56);
                self.value(*new_target);
            }
            FrameExit::Pending(pending) => {
                let has_outer = u64::from(!matches!(pending.outer, FrameExit::Value));
                self.word(75 << 56 | has_outer);
                self.pending(&pending.step);
                self.exit(&pending.outer);
            }
        }
    }

    fn pending(&mut self, step: &PendingStep) {
        match step {
            PendingStep::Native { call, place, hint } => {
                let place = match place {
                    Place::This => u64::from(u32::MAX),
                    Place::Arg(index) => u64::from(*index),
                };
                self.word(92 << 56 | (call.args.len() as u64) << 32 | place);
                self.word(*hint as u64);
                self.native(Native::Pure(call.native));
                self.value(call.this);
                self.value(call.new_target);
                call.args.iter().for_each(|&argument| self.value(argument));
            }
            PendingStep::Left { operator, right } => self.tagged(93, *operator as u64, &[*right]),
            PendingStep::Right { operator, left } => self.tagged(94, *operator as u64, &[*left]),
            PendingStep::Unary { operator } => self.tagged(95, *operator as u64, &[]),
            // Which operation it is, the frame below says.
            PendingStep::Key { op: _ } => self.tagged(96, 0, &[]),
            PendingStep::SuperKey { op: _, holder } => self.tagged(121, 0, &[*holder]),
            PendingStep::Stored { op: _ } => self.tagged(97, 0, &[]),
            PendingStep::Heritage { op: _ } => self.tagged(98, 0, &[]),
            PendingStep::Truth => self.tagged(99, 0, &[]),
            PendingStep::HasInstance { value, target } => self.tagged(100, 0, &[*value, *target]),
            PendingStep::InstancePrototype { value } => self.tagged(101, 0, &[*value]),
            PendingStep::NewPrototype { call } => {
                self.tagged(102, call.args.len() as u64, &[call.callee, call.new_target]);
                call.args.iter().for_each(|&argument| self.value(argument));
            }
            PendingStep::Inherit { prototype, new_target } => self.tagged(103, 0, &[*prototype, *new_target]),
            PendingStep::Constructed { object, new_target } => {
                self.tagged(118, 0, &[Value::Object(*object), *new_target]);
            }
            PendingStep::Copy { copy } => {
                let position = (copy.keys.len() as u64) << 32 | u64::from(copy.index);
                self.tagged(104, position, &[Value::Object(copy.target), copy.source]);
                copy.keys.iter().for_each(|&key| self.key(key));
            }
            PendingStep::IteratorMethod { iterable, register: _ } => self.tagged(105, 0, &[*iterable]),
            PendingStep::Iterator => self.tagged(106, 0, &[]),
            PendingStep::IteratorNext { iterator } => self.tagged(107, 0, &[*iterator]),
            PendingStep::StepResult { record } => self.tagged(108, 0, &[Value::Object(*record)]),
            PendingStep::StepDone { record, result } => self.tagged(109, 0, &[Value::Object(*record), *result]),
            PendingStep::StepValue { record } => self.tagged(110, 0, &[Value::Object(*record)]),
            PendingStep::Stepped { done } => self.tagged(111, u64::from(done.0), &[]),
            PendingStep::Collected { record, array } => {
                self.tagged(112, 0, &[Value::Object(*record), Value::Object(*array)]);
            }
            PendingStep::CloseMethod { iterator, is_quiet } => self.tagged(113, u64::from(*is_quiet), &[*iterator]),
            PendingStep::Closed { is_quiet } => self.tagged(114, u64::from(*is_quiet), &[]),
            PendingStep::Resolve { promise, value } => self.tagged(119, 0, &[Value::Object(*promise), *value]),
            PendingStep::Await => self.tagged(122, 0, &[]),
            PendingStep::Reject { promise } => self.tagged(120, 0, &[Value::Object(*promise)]),
            PendingStep::Generator { generator } => self.tagged(115, 0, &[Value::Object(*generator)]),
            PendingStep::GeneratorStep { generator, record } => {
                self.tagged(116, 0, &[Value::Object(*generator), Value::Object(*record)]);
            }
            PendingStep::GeneratorDriver { generator } => self.tagged(117, 0, &[Value::Object(*generator)]),
        }
    }

    fn tagged(&mut self, tag: u64, word: u64, values: &[Value]) {
        self.word(tag << 56 | word);
        values.iter().for_each(|&value| self.value(value));
    }
}
