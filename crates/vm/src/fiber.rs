//! A suspended script: its frames and their registers.
//!
//! Owns calls in progress, where each stands and what the fiber waits for. Executing operations is the interpreter's;
//! which fiber runs is the world's.
//!
//! Protocol: [`crate::run`] returns a [`crate::Halt`]. After a host call, an async call or an await, answer with
//! exactly one [`Fiber::resume`] or [`Fiber::throw`], then run again. After any other halt but a return or a throw,
//! just run again.

mod copy;
mod view;

pub use view::{FrameInfo, FrameLocals, LocalVariable};

use std::sync::Arc;

use bytecode::{Atom, FunctionId, Pc, Program, Reg};

use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, Heap, Location, Native, ObjectKind, ObjectRef, Thrown, Value};

/// What the result of a frame, a native or a halt turns into.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum FrameExit {
    /// The value of the call.
    Value,
    /// Nothing: it was a setter.
    Discard,
    /// `new`: the object, unless the function returns one itself.
    Construct { object: ObjectRef, new_target: Value },
    /// `new` of a derived class, which makes sure of its result by itself.
    Derived { new_target: Value },
    /// What the operation or native that is in the middle of something makes of it.
    Pending(Box<Pending>),
}

impl FrameExit {
    /// What `new.target` is in a frame with this exit.
    pub(crate) fn new_target(&self) -> Value {
        match self {
            FrameExit::Construct { new_target, .. } | FrameExit::Derived { new_target } => *new_target,
            FrameExit::Pending(pending) => match pending.step {
                PendingStep::Constructed { new_target, .. } | PendingStep::Inherit { new_target, .. } => new_target,
                _ => Value::Undefined,
            },
            FrameExit::Value | FrameExit::Discard => Value::Undefined,
        }
    }

    /// What the new object inherits from that a frame with this exit makes, if that was said.
    pub(crate) fn inherited(&self) -> Option<Value> {
        let FrameExit::Pending(pending) = self else { return None };
        match pending.step {
            PendingStep::Inherit { prototype, .. } if prototype.is_object() => Some(prototype),
            PendingStep::Inherit { .. } => pending.outer.inherited(),
            _ => None,
        }
    }

    /// Calls `visit` with every value that it holds.
    pub(crate) fn for_each_value(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            FrameExit::Value | FrameExit::Discard => {}
            FrameExit::Construct { object, new_target } => {
                visit(Value::Object(*object));
                visit(*new_target);
            }
            FrameExit::Derived { new_target } => visit(*new_target),
            FrameExit::Pending(pending) => pending.for_each_value(visit),
        }
    }
}

/// The callee of a frame that was not called through a closure.
pub(crate) const NO_CALLEE: ObjectRef = ObjectRef(u32::MAX);

/// One call in progress. `pc` is the operation that is to be executed, or the call that has not returned yet.
#[derive(PartialEq, Eq, Hash, Debug)]
pub(crate) struct Frame {
    pub(crate) function: FunctionId,
    pub(crate) pc: u32,
    /// Where its registers begin.
    pub(crate) base: u32,
    /// The closure that was called, or [`NO_CALLEE`].
    pub(crate) callee: ObjectRef,
    /// The caller's register that receives the result.
    pub(crate) dest: Reg,
    pub(crate) exit: FrameExit,
    pub(crate) this: Value,
    pub(crate) captures: Arc<[ObjectRef]>,
}

impl Frame {
    /// Calls `visit` with every value that it holds besides its registers.
    pub(crate) fn for_each_value(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.this);
        self.captures.iter().for_each(|&cell| visit(Value::Cell(cell)));
        if self.callee != NO_CALLEE {
            visit(Value::Object(self.callee));
        }
        self.exit.for_each_value(visit);
    }
}

/// A frame that is on no stack, with its registers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct FiberFrame {
    pub(crate) frame: Frame,
    pub(crate) registers: Box<[Value]>,
}

/// A read that a derived write of the same frame may use.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Tracked {
    /// How many frames there were: an entry dies with its frame.
    pub(crate) depth: u32,
    pub(crate) location: Location,
    pub(crate) pc: Pc,
    /// The first change by somebody else since: which task and on which line.
    pub(crate) overwritten: Option<(u32, u32)>,
}

/// A call that waits for the first run.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Start {
    pub(crate) callee: Value,
    pub(crate) this: Value,
    pub(crate) args: Vec<Value>,
}

/// What the fiber needs before the next operation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum FiberState {
    /// Nothing.
    Ready,
    /// A native is to be called; there are no frames.
    Starting(Box<Start>),
    /// An answer for this register.
    Suspended { dest: Reg, exit: FrameExit },
    /// Nothing: the answer is there, and something is to be made of it.
    Answered { dest: Reg, exit: FrameExit, value: Value },
    /// The suspended operation throws.
    Raising(Value),
    /// Nothing any more: there are no frames and this is the result.
    Ended(Value),
}

/// One script with its stack.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Fiber {
    pub(crate) frames: Vec<Frame>,
    pub(crate) registers: Vec<Value>,
    pub(crate) state: FiberState,
    pub(crate) tracked: Vec<Tracked>,
}

impl Fiber {
    fn empty() -> Fiber {
        Fiber {
            frames: Vec::new(),
            registers: Vec::new(),
            state: FiberState::Ready,
            tracked: Vec::new(),
        }
    }

    /// The main line of a program.
    #[must_use]
    pub fn main(program: &Program) -> Fiber {
        let mut fiber = Fiber::empty();
        let function = program.function(program.main);
        fiber.registers = vec![Value::Undefined; usize::from(function.registers)];
        fiber.frames.push(Frame {
            function: program.main,
            pc: 0,
            base: 0,
            callee: NO_CALLEE,
            dest: Reg(0),
            exit: FrameExit::Value,
            this: Value::Undefined,
            captures: Arc::from([]),
        });
        fiber
    }

    /// A call of any callable. The body of an async function runs in this fiber: [`crate::Halt::Returned`] then
    /// carries what it returned, not a promise.
    ///
    /// # Errors
    /// A `TypeError` if `callee` cannot be called.
    pub fn call(
        heap: &mut Heap,
        program: &Program,
        callee: Value,
        this: Value,
        args: &[Value],
    ) -> Result<Fiber, Thrown> {
        if !heap.is_callable(callee) {
            let shown = crate::short(heap, program, callee);
            let message = format!("{shown} is not a function");
            let error = heap.alloc_error(ErrorKind::TypeError, &message, 0, Vec::new());
            return Err(Thrown(Value::Object(error)));
        }
        let mut fiber = Fiber {
            frames: Vec::with_capacity(1),
            ..Fiber::empty()
        };
        let (callee, this, args) = unbind(heap, callee, this, args.to_vec());
        if heap.as_closure(callee).is_some() {
            fiber.push_closure(heap, program, callee, this, &args, (Reg(0), FrameExit::Value));
        } else if let Value::Native(Native::Library(function)) = callee {
            fiber.push_function(heap, program, function, this, &args, (Reg(0), FrameExit::Value));
        } else {
            fiber.state = FiberState::Starting(Box::new(Start { callee, this, args }));
        }
        Ok(fiber)
    }

    /// Pushes a frame for a closure.
    pub(crate) fn push_closure(
        &mut self,
        heap: &mut Heap,
        program: &Program,
        callee: Value,
        this: Value,
        args: &[Value],
        then: (Reg, FrameExit),
    ) {
        let Some(id) = heap.as_closure(callee) else { return };
        let base = self.push_registers(heap, program, id, args);
        self.push_frame(heap, program, callee, this, base, then);
    }

    /// Pushes a frame for a function of the library, which captures nothing.
    pub(crate) fn push_function(
        &mut self,
        heap: &mut Heap,
        program: &Program,
        function: FunctionId,
        this: Value,
        args: &[Value],
        (dest, exit): (Reg, FrameExit),
    ) {
        let base = self.push_registers(heap, program, function, args);
        self.frames.push(Frame {
            function,
            pc: 0,
            base: u32::try_from(base).unwrap_or(u32::MAX),
            callee: NO_CALLEE,
            dest,
            exit,
            this,
            captures: heap.no_captures(),
        });
    }

    /// The registers of a new frame, with what the caller gives; returns where they begin.
    fn push_registers(&mut self, heap: &mut Heap, program: &Program, id: FunctionId, args: &[Value]) -> usize {
        let function = program.function(id);
        let base = self.registers.len();
        self.registers.reserve(usize::from(function.registers));
        let params = usize::from(function.params);
        let given = args.len().min(params);
        self.registers.extend_from_slice(&args[..given]);
        self.registers
            .resize(base + usize::from(function.registers), Value::Undefined);
        if function.has_rest {
            let rest: Vec<Value> = args[given..].to_vec();
            self.registers[base + params] = Value::Object(heap.alloc_array(rest));
        }
        if let Some(register) = function.arguments {
            self.registers[base + usize::from(register.0)] = Value::Object(heap.alloc_arguments(args));
        }
        base
    }

    /// Pushes a frame whose registers from `base` on are already filled.
    pub(crate) fn push_frame(
        &mut self,
        heap: &Heap,
        program: &Program,
        callee: Value,
        this: Value,
        base: usize,
        (dest, exit): (Reg, FrameExit),
    ) {
        let Some(reference) = callee.object() else { return };
        let ObjectKind::Closure {
            function,
            captures,
            this: lexical_this,
        } = &heap.object(reference).kind
        else {
            return;
        };
        let has_lexical_this = program.function(*function).kind.has_lexical_this();
        self.frames.push(Frame {
            function: *function,
            pc: 0,
            base: u32::try_from(base).unwrap_or(u32::MAX),
            callee: reference,
            dest,
            exit,
            this: if has_lexical_this { *lexical_this } else { this },
            captures: Arc::clone(captures),
        });
    }

    /// Whether none of its operations has been executed: it stands where a call begins. A loop that leads back there is
    /// not told apart, unless the fiber stopped on the way.
    #[must_use]
    pub fn is_unbegun(&self) -> bool {
        match &self.state {
            FiberState::Ready => matches!(&self.frames[..], [frame] if frame.pc == 0),
            FiberState::Starting(_) => true,
            FiberState::Suspended { .. }
            | FiberState::Answered { .. }
            | FiberState::Raising(_)
            | FiberState::Ended(_) => false,
        }
    }

    /// Answers the halt with a value: the suspended operation gives it.
    pub fn resume(&mut self, value: Value) {
        match std::mem::replace(&mut self.state, FiberState::Ready) {
            FiberState::Suspended {
                dest,
                exit: FrameExit::Value,
            } => match self.frames.last_mut() {
                Some(frame) => {
                    frame.pc += 1;
                    let register = frame.base as usize + usize::from(dest.0);
                    self.registers[register] = value;
                }
                None => self.state = FiberState::Ended(value),
            },
            FiberState::Suspended { dest, exit } => self.state = FiberState::Answered { dest, exit, value },
            state @ (FiberState::Ready
            | FiberState::Answered { .. }
            | FiberState::Starting(_)
            | FiberState::Raising(_)
            | FiberState::Ended(_)) => self.state = state,
        }
    }

    /// Takes back that the fiber has ended: the next run halts with the same end.
    pub fn end_again(&mut self, end: Result<Value, Value>) {
        self.state = match end {
            Ok(value) => FiberState::Ended(value),
            Err(error) => FiberState::Raising(error),
        };
    }

    /// Takes back the call that it has halted with: the next run makes it again. Says no where that is more than a call.
    pub fn call_again(&mut self) -> bool {
        let is_plain = matches!(
            self.state,
            FiberState::Suspended {
                exit: FrameExit::Value,
                ..
            }
        );
        if is_plain {
            self.state = FiberState::Ready;
        }
        is_plain
    }

    /// Answers the halt with an error, which the suspended operation throws on the next run.
    pub fn throw(&mut self, error: Value) {
        let state = std::mem::replace(&mut self.state, FiberState::Raising(error));
        if let FiberState::Suspended { dest, exit } = state
            && let Ok((exit, value)) = exit.catching(error)
        {
            self.state = FiberState::Answered { dest, exit, value };
        }
    }

    /// Whether the fiber waits for [`Fiber::resume`] or [`Fiber::throw`].
    #[must_use]
    pub fn is_suspended(&self) -> bool {
        matches!(self.state, FiberState::Suspended { .. })
    }

    /// Whether it begins with the body of an async function, so that what it returns stands for a promise.
    #[must_use]
    pub fn is_async_call(&self, program: &Program) -> bool {
        let first = self.frames.first();
        first.is_some_and(|frame| program.function(frame.function).kind.is_async())
    }

    /// Where a function of the library stands innermost: the name of the innermost one that has a name, and what the
    /// outermost one of those around it was called on. The program has called that one.
    #[must_use]
    pub fn library_call(&self, program: &Program) -> Option<(Atom, Value)> {
        let innermost_first = self
            .frames
            .iter()
            .rev()
            .map(|frame| (program.function(frame.function), frame));
        let mut call = None;
        for (function, frame) in innermost_first.take_while(|(function, _)| function.is_internal) {
            let name = match call {
                Some((name, _)) if !program.atom(name).is_empty() => name,
                Some(_) | None => function.name,
            };
            call = Some((name, frame.this));
        }
        call
    }

    /// How many bytes its stack takes, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.frames.len() * size_of::<Frame>() + self.registers.len() * size_of::<Value>()
    }

    /// How many calls are in progress.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Notes that task `by` changed what is at `location`: a value computed from an earlier read is now stale.
    pub fn note_overwrite(&mut self, location: Location, by: u32, line: u32) {
        let stale = self.tracked.iter_mut().filter(|tracked| tracked.location == location);
        for tracked in stale {
            tracked.overwritten.get_or_insert((by, line));
        }
    }

    /// Whether the fiber has read `location` for a write that is still to come, and nobody has changed it since.
    #[must_use]
    pub fn tracks(&self, location: Location) -> bool {
        let mut tracked = self.tracked.iter();
        tracked.any(|tracked| tracked.location == location && tracked.overwritten.is_none())
    }

    /// What the learner's innermost operation is about, as the learner wrote it: of a suspended call, where its result
    /// goes.
    #[must_use]
    pub fn target_name(&self, program: &Program) -> Option<Atom> {
        let (function, pc) = self.position(program)?;
        program.function(function).access_name(pc)
    }

    /// Calls `visit` with every value that the fiber holds.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        self.registers.iter().copied().for_each(&mut visit);
        for frame in &self.frames {
            frame.for_each_value(&mut visit);
        }
        for tracked in &self.tracked {
            match tracked.location {
                Location::Cell(cell) => visit(Value::Cell(cell)),
                Location::Property(object, _) => visit(Value::Object(object)),
            }
        }
        match &self.state {
            FiberState::Ready => {}
            FiberState::Suspended { exit, .. } => exit.for_each_value(&mut visit),
            FiberState::Answered { exit, value, .. } => {
                exit.for_each_value(&mut visit);
                visit(*value);
            }
            FiberState::Starting(start) => {
                visit(start.callee);
                visit(start.this);
                start.args.iter().copied().for_each(visit);
            }
            FiberState::Raising(value) | FiberState::Ended(value) => visit(*value),
        }
    }
}

/// Follows what `bind` made to the function behind it.
pub(crate) fn unbind(
    heap: &Heap,
    mut callee: Value,
    mut this: Value,
    mut args: Vec<Value>,
) -> (Value, Value, Vec<Value>) {
    while let Some(reference) = callee.object() {
        let ObjectKind::BoundFunction {
            target,
            this: bound_this,
            args: first,
        } = &heap.object(reference).kind
        else {
            break;
        };
        args.splice(0..0, first.iter().copied());
        this = *bound_this;
        callee = *target;
    }
    (callee, this, args)
}
