//! The loop: what is checked before each operation, and throwing. The operations that are executed most are next door.
//!
//! Owns the order of checks: limits, fuel, visibility, then the operation. An operation either happens as a whole or
//! leaves the program counter where it was.

use bytecode::{Function, Op, Pc, Reg};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit};
use crate::stack::place_of;
use crate::{Context, ErrorKind, Fiber, Halt, LimitKind, Raise, StackLine, Switch, Value};

/// What happens after an operation.
pub(crate) enum Flow {
    /// The next one.
    Next,
    /// The operation has moved the program counter itself, or the innermost frame has changed.
    Stay,
    /// A halt: the machine's `halt` says which.
    Halt,
}

/// A fiber while it runs.
pub(crate) struct Machine<'m, 'c> {
    pub(crate) fiber: &'m mut Fiber,
    pub(crate) context: &'m mut Context<'c>,
    /// The arrays that are being converted to strings.
    pub(crate) joining: Vec<Value>,
    /// What [`Flow::Halt`] is about. Here and not there, because it is large and every operation returns a flow.
    pub(super) halt: Option<Halt>,
}

/// Whether an operation does no more than read one place, or what it reads belongs to the fiber.
fn is_read(op: Op) -> bool {
    matches!(
        op,
        Op::LoadCell { .. }
            | Op::LoadCapture { .. }
            | Op::GetProperty { .. }
            | Op::GetElement { .. }
            | Op::GetPrivate { .. }
    )
}

impl<'m, 'c> Machine<'m, 'c> {
    /// A fiber that is about to run.
    pub(crate) fn new(fiber: &'m mut Fiber, context: &'m mut Context<'c>) -> Machine<'m, 'c> {
        Machine {
            fiber,
            context,
            joining: Vec::new(),
            halt: None,
        }
    }
}

impl Machine<'_, '_> {
    pub(crate) fn run(&mut self) -> Halt {
        loop {
            if let Some(halt) = self.begin() {
                return halt;
            }
            match self.run_frames() {
                Ok(halt) => return halt,
                Err(raise) => match self.settle_raise(raise) {
                    Raise::Limit(kind) => return Halt::Limit(kind),
                    Raise::Throw(value) => self.fiber.state = FiberState::Raising(value),
                    Raise::Primitive { .. } | Raise::Library => {}
                },
            }
        }
    }

    /// Deals with whatever the fiber needs before its next operation.
    fn begin(&mut self) -> Option<Halt> {
        match std::mem::replace(&mut self.fiber.state, FiberState::Ready) {
            FiberState::Ready => None,
            FiberState::Suspended { dest, exit } => {
                // Nobody has answered: the operation gives `undefined`, which is better than executing it twice.
                self.fiber.state = FiberState::Suspended { dest, exit };
                self.fiber.resume(Value::Undefined);
                self.begin()
            }
            FiberState::Answered { dest, exit, value } => {
                let flow = self.complete(exit, dest, value);
                self.after(flow)
            }
            FiberState::Raising(value) => self.unwind(value),
            FiberState::Ended(value) => {
                self.fiber.state = FiberState::Ended(value);
                Some(Halt::Returned(value))
            }
            FiberState::Starting(start) => self.start(*start),
        }
    }

    /// Goes on after something that was done before the loop.
    fn after(&mut self, flow: Outcome<Flow>) -> Option<Halt> {
        match flow {
            Ok(Flow::Next) => self.advance(),
            Ok(Flow::Stay) => {}
            Ok(Flow::Halt) => return Some(self.take_halt()),
            Err(raise) => match self.settle_raise(raise) {
                Raise::Limit(kind) => return Some(Halt::Limit(kind)),
                Raise::Throw(value) => self.fiber.state = FiberState::Raising(value),
                Raise::Primitive { .. } | Raise::Library => {}
            },
        }
        match &self.fiber.state {
            FiberState::Ready => None,
            FiberState::Suspended { .. }
            | FiberState::Answered { .. }
            | FiberState::Starting(_)
            | FiberState::Raising(_)
            | FiberState::Ended(_) => self.begin(),
        }
    }

    /// Makes of a request that nobody could meet the error that it is in the end.
    pub(super) fn settle_raise(&mut self, raise: Raise) -> Raise {
        match raise {
            Raise::Throw(_) | Raise::Limit(_) => raise,
            Raise::Primitive { .. } => self.error(ErrorKind::TypeError, "Cannot convert object to primitive value"),
            Raise::Library => self.error(ErrorKind::TypeError, "this built-in does not take such values"),
        }
    }

    fn run_frames(&mut self) -> Outcome<Halt> {
        loop {
            if self.context.heap.is_full() {
                return Ok(Halt::Limit(LimitKind::HeapBytes));
            }
            if self.context.heap.wants_collection() {
                self.context.heap.postpone_collection();
                return Ok(Halt::Collect);
            }
            if self.run_hot() {
                return Ok(Halt::Visible);
            }
            if *self.context.fuel == 0 {
                return Ok(Halt::Fuel);
            }
            let Some(frame) = self.fiber.frames.last() else {
                return Ok(Halt::Returned(Value::Undefined));
            };
            let function = self.context.program.function(frame.function);
            let pc = frame.pc;
            let op = function.ops[pc as usize];
            if self.needs_budget(function, Pc(pc), op) {
                match self.context.budget.checked_sub(1) {
                    Some(left) => {
                        self.context.budget = left;
                        self.context.has_acted |= !is_read(op);
                        self.note_touch(op);
                    }
                    None if self.may_join(op) => {}
                    None => return Ok(Halt::Visible),
                }
            }
            *self.context.fuel -= 1;
            match self.execute(op)? {
                Flow::Next => self.advance(),
                Flow::Stay => {}
                Flow::Halt => return Ok(self.take_halt()),
            }
        }
    }

    /// Ends the run after the operation.
    pub(super) fn halt(&mut self, halt: Halt) -> Flow {
        self.halt = Some(halt);
        Flow::Halt
    }

    /// What the operation before has halted with.
    pub(super) fn take_halt(&mut self) -> Halt {
        self.halt.take().unwrap_or(Halt::Returned(Value::Undefined))
    }

    fn needs_budget(&self, function: &Function, pc: Pc, op: Op) -> bool {
        match self.context.switch {
            Switch::Never => false,
            Switch::Access => self.is_visible(op),
            Switch::Statement => !function.is_internal && function.is_statement_start(pc),
            Switch::Operation => true,
        }
    }

    fn may_join(&self, op: Op) -> bool {
        self.context.may_join && self.context.switch == Switch::Access && self.is_join(op)
    }

    #[inline]
    fn note_touch(&mut self, op: Op) {
        if self.context.record && self.context.switch == Switch::Access {
            self.context.touch = self.context.touch.max(self.touch_of(op));
        }
    }

    // Registers and frames

    #[inline]
    pub(crate) fn register(&self, reg: Reg) -> Value {
        let base = self.fiber.frames.last().map_or(0, |frame| frame.base as usize);
        self.fiber.registers[base + usize::from(reg.0)]
    }

    #[inline]
    pub(crate) fn set_register(&mut self, reg: Reg, value: Value) {
        let base = self.fiber.frames.last().map_or(0, |frame| frame.base as usize);
        self.fiber.registers[base + usize::from(reg.0)] = value;
    }

    #[inline]
    pub(crate) fn advance(&mut self) {
        if let Some(frame) = self.fiber.frames.last_mut() {
            frame.pc += 1;
        }
    }

    pub(crate) fn jump(&mut self, target: Pc) -> Flow {
        if let Some(frame) = self.fiber.frames.last_mut() {
            frame.pc = target.0;
        }
        Flow::Stay
    }

    /// Writes the result of an operation.
    pub(crate) fn give(&mut self, dest: Reg, value: Value) -> Outcome<Flow> {
        self.set_register(dest, value);
        Ok(Flow::Next)
    }

    /// Ends the innermost frame.
    pub(crate) fn pop_frame(&mut self) {
        if let Some(frame) = self.fiber.frames.pop() {
            self.fiber.registers.truncate(frame.base as usize);
        }
        let depth = self.fiber.frames.len();
        self.fiber.tracked.retain(|tracked| tracked.depth as usize <= depth);
    }

    // Throwing

    /// Finds the handler of what is thrown at the innermost frame's operation.
    fn unwind(&mut self, value: Value) -> Option<Halt> {
        while let Some(frame) = self.fiber.frames.last_mut() {
            let pc = Pc(frame.pc);
            let handlers = &self.context.program.function(frame.function).handlers;
            let handler = handlers.iter().find(|handler| handler.start <= pc && pc < handler.end);
            if let Some(handler) = handler {
                frame.pc = handler.target.0;
                self.set_register(handler.value, value);
                return None;
            }
            let dest = frame.dest;
            let exit = std::mem::replace(&mut frame.exit, FrameExit::Value);
            self.pop_frame();
            if let FrameExit::Pending(pending) = &exit
                && let Some(generator) = pending.generator()
            {
                self.generator_failed(generator);
            }
            if let Ok((exit, value)) = exit.catching(value) {
                let flow = self.complete(exit, dest, value);
                return self.after(flow);
            }
        }
        self.fiber.state = FiberState::Raising(value);
        Some(Halt::Threw(value))
    }

    /// Makes a built-in error that remembers where it comes from.
    pub(crate) fn error(&mut self, kind: ErrorKind, message: &str) -> Raise {
        let mut stack = self.stack_lines();
        if let Some(native) = StackLine::of_native(self.fiber, self.context.heap, self.context.program) {
            stack.insert(0, native);
        }
        let (line, _) = place_of(&stack);
        Raise::Throw(Value::Object(self.context.heap.alloc_error(kind, message, line, stack)))
    }

    /// The learner's functions in progress, innermost first.
    pub(crate) fn stack_lines(&self) -> Vec<StackLine> {
        crate::stack_lines(
            self.fiber,
            self.context.heap,
            self.context.program,
            self.context.callers,
        )
    }
}
