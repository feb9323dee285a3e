//! Stacks as errors remember them.
//!
//! Owns what stands in a line, and how the frames of a fiber and those who wait for it become lines, as V8 has it. How a
//! line is printed is the inspector's.

use std::sync::Arc;

use bytecode::{FunctionKind, Op, Pc, Program, Reg};

use crate::fiber::{Fiber, Frame, FrameExit, NO_CALLEE};
use crate::inspect::{constructor_name, function_name, own_name, tag_of};
use crate::{AggregateKind, Heap, Native, ObjectKind, Owner, Pure, Role, Value};

/// How many lines an error remembers, as in V8.
const STACK_LINES: usize = 10;

/// A line of the stack that an error remembers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct StackLine {
    /// What was called.
    pub call: StackCall,
    /// The line in the source, 0 if it is none of the program's.
    pub line: u32,
    /// The column there.
    pub column: u32,
    /// Whether it does not stand on the stack but awaits the line before.
    pub is_async: bool,
}

/// What stands in a line of a stack.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum StackCall {
    /// A function.
    Function {
        /// The function; one of the library stands for a built-in.
        function: bytecode::FunctionId,
        /// Its name, if it has another one than its declaration says.
        name: Option<Arc<str>>,
        /// The class of what it was called on.
        class: Option<Arc<str>>,
        /// Whether it was called with `new`.
        is_new: bool,
    },
    /// A built-in function that the VM executes.
    Native {
        /// The function.
        native: Native,
        /// The class of what it was called on.
        class: Option<Arc<str>>,
    },
    /// `Promise.all` or its like waits for the line before.
    Combinator {
        /// Which.
        kind: AggregateKind,
        /// Which of its inputs that is.
        index: u32,
    },
}

/// Knows what a fiber's own frames do not say: who called it, or awaits it. Asked only when an error is made.
pub trait Callers: std::fmt::Debug {
    /// The lines that follow those of the fiber, innermost first, no more than `lines_max`.
    fn callers(&self, heap: &Heap, program: &Program, lines_max: usize) -> Vec<StackLine>;
}

/// Nobody did.
impl Callers for () {
    fn callers(&self, _heap: &Heap, _program: &Program, _lines_max: usize) -> Vec<StackLine> {
        Vec::new()
    }
}

/// The functions in progress in a fiber, innermost first, with those that called or await it: as many as an error
/// remembers.
#[must_use]
pub fn stack_lines(fiber: &Fiber, heap: &Heap, program: &Program, callers: &dyn Callers) -> Vec<StackLine> {
    let mut lines = fiber.stack_lines(heap, program);
    lines.truncate(STACK_LINES);
    let left = STACK_LINES - lines.len();
    if left > 0 {
        lines.extend(callers.callers(heap, program, left));
    }
    lines
}

/// The line in the source, and the column there, at which a stack begins.
pub(crate) fn place_of(lines: &[StackLine]) -> (u32, u32) {
    let place = lines.iter().find(|line| line.line > 0);
    place.map_or((0, 0), |place| (place.line, place.column))
}

impl StackLine {
    /// The line of the built-in function that the innermost frame is calling, if it is in the middle of that.
    pub(crate) fn of_native(fiber: &Fiber, heap: &Heap, program: &Program) -> Option<StackLine> {
        let frame = fiber.frames.last()?;
        let function = program.function(frame.function);
        let (Op::Call { base, .. } | Op::CallAwaited { base, .. } | Op::CallSpread { base, .. }) =
            *function.ops.get(frame.pc as usize)?
        else {
            return None;
        };
        let register = |reg: Reg| fiber.registers.get(frame.base as usize + usize::from(reg.0)).copied();
        let Some(Value::Native(native @ Native::Pure(pure))) = register(base) else {
            return None;
        };
        // What calls something else is not what fails.
        let is_passing_on = matches!(pure, Pure::FunctionCall | Pure::FunctionApply | Pure::ReflectApply);
        let is_shown = !function.is_internal && !is_passing_on && native.role() == Role::Method;
        let class = class_of(heap, program, register(Reg(base.0 + 1))?);
        let is_method = is_shown && native.owner() != Owner::Global && class.is_some();
        is_method.then_some(StackLine {
            call: StackCall::Native { native, class },
            line: 0,
            column: 0,
            is_async: false,
        })
    }
}

impl Fiber {
    /// The frames that an error remembers, innermost first: the learner's own, and what they called of the library. An
    /// async function that runs in the fiber of whoever awaits it is no call on the stack.
    #[must_use]
    pub fn stack_lines(&self, heap: &Heap, program: &Program) -> Vec<StackLine> {
        let mut is_async = false;
        let mut lines = Vec::new();
        for (index, frame) in self.frames.iter().enumerate().rev() {
            let function = program.function(frame.function);
            let caller = index.checked_sub(1).and_then(|index| self.frames.get(index));
            if let Some(driven) = driven_generator(frame, heap, program) {
                lines.push(line_of(driven, true, heap, program));
            } else if !function.is_internal || (!is_async && is_called_built_in(frame, caller, program)) {
                lines.push(line_of(frame, is_async, heap, program));
            }
            lines.extend(resumption_of(frame, program));
            is_async |= function.kind.is_async();
        }
        lines
    }
}

fn line_of(frame: &Frame, is_async: bool, heap: &Heap, program: &Program) -> StackLine {
    let function = program.function(frame.function);
    let place = match function.is_internal {
        true => bytecode::Position::default(),
        false => function.lines.span(Pc(frame.pc)).start,
    };
    StackLine {
        call: call_of(frame, heap, program),
        line: place.line,
        column: place.column,
        is_async,
    }
}

/// The frame of the async generator for which a function of the library awaits something.
fn driven_generator<'h>(frame: &Frame, heap: &'h Heap, program: &Program) -> Option<&'h Frame> {
    let function = program.function(frame.function);
    if !function.is_internal || !function.kind.is_async() {
        return None;
    }
    match &heap.object(frame.this.object()?).kind {
        ObjectKind::Generator(generator) => generator.frame().map(|suspended| &suspended.frame),
        _ => None,
    }
}

/// Whether a frame of the library is what the learner's function below it has called.
fn is_called_built_in(frame: &Frame, caller: Option<&Frame>, program: &Program) -> bool {
    let is_member = || {
        let mut members = program.library.members.iter();
        members.any(|member| member.function == frame.function)
    };
    caller.is_some_and(|caller| !program.function(caller.function).is_internal)
        && !program.function(frame.function).kind.is_async()
        && is_member()
}

/// The call of `next` by which a generator that is no async one has its frame on the stack.
fn resumption_of(frame: &Frame, program: &Program) -> Option<StackLine> {
    let function = program.function(frame.function);
    let is_resumed = matches!(&frame.exit, FrameExit::Pending(pending) if pending.generator().is_some());
    let is_shown = is_resumed && !function.is_internal && function.kind == FunctionKind::Generator;
    let name = program.atom(function.name);
    is_shown.then(|| StackLine {
        call: StackCall::Native {
            native: Native::Pure(Pure::GeneratorNext),
            class: Some(if name.is_empty() { "Generator" } else { name }.into()),
        },
        line: 0,
        column: 0,
        is_async: false,
    })
}

fn call_of(frame: &Frame, heap: &Heap, program: &Program) -> StackCall {
    let kind = program.function(frame.function).kind;
    let is_new = frame.exit.new_target() != Value::Undefined;
    let has_receiver = !is_new && !kind.has_lexical_this() && kind != FunctionKind::Main;
    let name = (frame.callee != NO_CALLEE).then(|| own_name(heap, frame.callee));
    StackCall::Function {
        function: frame.function,
        name: name.flatten().map(Arc::from),
        class: class_of(heap, program, frame.this).filter(|_| has_receiver),
        is_new,
    }
}

/// What V8 calls the class of a receiver; a function that is called on nothing has none.
fn class_of(heap: &Heap, program: &Program, receiver: Value) -> Option<Arc<str>> {
    match receiver {
        Value::Undefined | Value::Null | Value::Uninitialized | Value::Cell(_) => return None,
        Value::Native(native) if native.is_callable() => return Some("Function".into()),
        Value::Native(_) | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Symbol(_) | Value::Object(_) => {
        }
    }
    match heap.as_closure(receiver) {
        Some(function) if program.function(function).kind.is_class_constructor() => {
            let name = function_name(heap, program, receiver);
            Some(if name.is_empty() {
                "Function".into()
            } else {
                name.into()
            })
        }
        Some(_) => Some("Function".into()),
        None => {
            let class = constructor_name(heap, program, receiver);
            let tag = if class == "Object" {
                tag_of(heap, program, receiver)
            } else {
                String::new()
            };
            Some(if tag.is_empty() { class } else { tag }.into())
        }
    }
}
