//! One fiber over a borrowed heap, one operation at a time, until it halts with a reason.
//!
//! Owns the learner's values, the heap, script stacks, the interpreter and the built-ins that need nothing but the
//! heap. It never sees a second task: it knows no scheduler, no time, no synchronisation object, no source text.
//! Everything is plain data that can be cloned, compared and hashed.

mod canonical;
mod date;
mod embed;
mod error;
mod fiber;
mod generator;
mod heap;
mod inspect;
mod native;
mod number;
mod object;
mod pending;
mod promise;
mod realm;
mod reuse;
mod run;
mod stack;
mod symbol;
mod text;
mod value;

pub use canonical::{Canonical, CanonicalScratch};
pub use embed::{
    AbortState, Then, abort_signal, define_hidden, define_property, is_plain_promise, is_plain_then, list_of,
    method_of, own_data, own_or_inherited, strictly_equal, then_of, truthy,
};
pub use error::{ErrorKind, Hint, Place, Raise, Thrown};
pub(crate) use fiber::FiberFrame;
pub use fiber::{Fiber, FrameInfo, FrameLocals, LocalVariable};
pub use generator::Generator;
pub use heap::{Heap, HeapLimits, KeyId, NameKey, PropertyKey, Tracer};
pub use inspect::{
    ErrorPlace, InspectOptions, describe_error, error_stack, format, function_name, inspect, inspect_with, kind_text,
    part_count, parts, received, short,
};
pub use native::{Host, HostClass, Namespace, Native, NativeKind, Owner, Pure, Role};
pub use object::{
    ErrorState, Flags, Integrity, IterationKind, IteratorState, MapEntries, MapKey, Object, ObjectKind, OwnProperty,
    Properties, Property, PropertyDescriptor, Prototype, RegExp,
};
pub use object::{Timer, TimerKind};
pub use promise::{Aggregate, AggregateKind, Origin, Promise, PromiseState, Reaction, Reactions};
pub use reuse::{Recycled, reuse, reuse_all};
pub use run::{Access, AccessKind, AsyncCall, Context, Halt, HostCall, LimitKind, Location, Lost, Switch, Touch, run};
pub use stack::{Callers, StackCall, StackLine, stack_lines};
pub use symbol::{Symbol, SymbolKind, WellKnownSymbol};
pub use text::Text;
pub use value::{Number, ObjectRef, Value};
