//! The interpreter: executes a fiber's operations until there is a reason to halt.
//!
//! Owns the loop, the order of checks before an operation, and what comes out of a run. What single operations do is
//! in the modules below.

mod arith;
mod builtin;
mod call;
mod call_native;
mod changeable;
mod class;
mod complete;
mod construct;
pub(crate) mod convert;
mod execute;
mod generator;
mod global;
mod hot;
mod hot_values;
mod iterate;
mod lookup;
mod machine;
mod materialize;
mod own;
mod private;
mod property;
mod protocol;
mod prototype;
mod record;
mod settle;
mod source_text;
#[cfg(test)]
pub(crate) mod tests;
mod visible;

use bytecode::{Atom, FunctionId, Pc, Program};

use crate::{Fiber, Heap, Host, ObjectRef, PropertyKey, Value};

pub(crate) use arith::power;
pub(crate) use builtin::constant_own;
pub(crate) use call::present;
pub(crate) use convert::{same_value, same_value_zero, strict_equal, to_boolean, type_of};
pub(crate) use iterate::map_iterator;
pub(crate) use lookup::{Found, Held, Objects};
pub(crate) use machine::Machine;
pub(crate) use property::Put;

/// Where another task may step in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Switch {
    /// Nowhere: only a halt that the program asks for ends a run.
    Never,
    /// Before each visible operation: an access to something shared, or an operation of the world.
    Access,
    /// Before each statement and each condition of the learner's own code.
    Statement,
    /// Before each operation, whatever it touches: the naive way, which `Access` has to agree with.
    Operation,
}

impl Switch {
    /// Whether somebody may step in between two accesses of one statement.
    pub(crate) fn is_by_access(self) -> bool {
        matches!(self, Switch::Access | Switch::Operation)
    }
}

/// What a run may use and what it has to heed.
#[derive(Debug)]
pub struct Context<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its memory.
    pub heap: &'a mut Heap,
    /// How many operations may still be executed.
    pub fuel: &'a mut u64,
    /// Where another task may step in.
    pub switch: Switch,
    /// How many visible operations (or statements) may be executed before [`Halt::Visible`].
    pub budget: u32,
    /// Whether `await Promise.all` and `Promise.allSettled` are free of that, of a list of promises that is the fiber's own:
    /// for whoever has just made the tasks in it (`Switch::Access`).
    pub may_join: bool,
    /// Becomes true when a visible operation does more than read (`Switch::Access`).
    pub has_acted: bool,
    /// Whether `await f()` runs an async `f` in this fiber.
    pub inline_awaited: bool,
    /// Whether to report accesses to shared state and to keep track of the reads that writes are computed from.
    pub record: bool,
    /// Receives the accesses.
    pub accesses: &'a mut Vec<Access>,
    /// Grows to the most that any of the visible operations can touch (`Switch::Access`, if accesses are reported).
    pub touch: Touch,
    /// Who called the fiber.
    pub callers: &'a dyn crate::Callers,
}

/// Which limit was reached.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LimitKind {
    /// The heap is full. Nothing is lost: collect and run again, or end the program.
    HeapBytes,
    /// A string would be too long.
    TextLength,
    /// An array would be too long.
    ArrayLength,
    /// A regular expression tries too many ways to match.
    RegExpSteps,
}

/// A call that whoever runs the VM answers with [`Fiber::resume`] or [`Fiber::throw`].
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct HostCall {
    /// What is called. Getters come here too, without arguments.
    pub native: Host,
    /// The receiver.
    pub this: Value,
    /// The arguments.
    pub args: Vec<Value>,
    /// Whether it is called with `new`.
    pub is_new: bool,
}

/// A call of an async function: whoever runs the VM makes a fiber for it ([`Fiber::call`]) and answers with a promise.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AsyncCall {
    /// The closure.
    pub callee: Value,
    /// The receiver.
    pub this: Value,
    /// The arguments.
    pub args: Vec<Value>,
    /// Whether the call is written `await f(...)`.
    pub is_awaited: bool,
    /// Whether the caller does nothing with the promise but return it.
    pub is_tail: bool,
}

/// Why a run ended.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Halt {
    /// The fuel is used up; nothing is lost.
    Fuel,
    /// The heap has grown so much that a collection is worth while; nothing is lost, collecting is optional.
    Collect,
    /// The next operation is visible and the budget is used up; nothing of it is done.
    Visible,
    /// A native of the world is called.
    HostCall(HostCall),
    /// An async function is called.
    AsyncCall(AsyncCall),
    /// A value is awaited.
    Await(Value),
    /// The outermost frame returned.
    Returned(Value),
    /// Nobody caught this.
    Threw(Value),
    /// A limit was reached, before the next operation.
    Limit(LimitKind),
}

/// Whether an access reads or writes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AccessKind {
    /// It reads.
    Read,
    /// It writes.
    Write,
}

/// How much of what tasks share a visible operation can touch, from little to much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Touch {
    /// Nothing: it is not visible.
    #[default]
    Nothing,
    /// What it reports as accesses, if it reports any, and nothing else.
    Reported,
    /// No variables, properties or elements, but the state of objects and queues that the world keeps.
    Apart,
    /// It may read whatever tasks share.
    Reads,
    /// It may read and write whatever tasks share.
    Anything,
}

/// A place that several tasks may read and write.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Location {
    /// A captured variable.
    Cell(ObjectRef),
    /// A property or element; built-in methods that change or read a whole array, map or set count as accesses to
    /// its `length`.
    Property(ObjectRef, PropertyKey),
}

/// An update by somebody else that a write replaces without knowing it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Lost {
    /// The read that the written value was computed from.
    pub read: Pc,
    /// The task that changed the place after it.
    pub by: u32,
    /// The line where it did.
    pub line: u32,
}

/// An access to shared state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Access {
    /// Whether it reads or writes.
    pub kind: AccessKind,
    /// The place.
    pub location: Location,
    /// The place as the learner wrote it.
    pub name: Option<Atom>,
    /// What was read or written.
    pub value: Value,
    /// What was there before a write; of a read, what was read.
    pub previous: Value,
    /// The function of the operation.
    pub function: FunctionId,
    /// The operation.
    pub pc: Pc,
    /// What the write loses, if its value was computed from a read that was out of date by then.
    pub lost: Option<Lost>,
}

/// Runs a fiber until there is a reason to halt.
pub fn run(fiber: &mut Fiber, context: &mut Context) -> Halt {
    Machine::new(fiber, context).run()
}
