//! What heap objects are made of.
//!
//! Owns the kinds of objects; their properties and the ordered entries of maps and sets stand below. Allocation, sharing and
//! collection are the heap's; what reading and writing mean is the interpreter's.

mod descriptor;
mod entries;
mod properties;
mod regexp;
mod timer;

pub use descriptor::{OwnProperty, PropertyDescriptor};
pub use entries::MapEntries;
pub use entries::MapKey;
pub use properties::{Flags, Properties, Property};
pub use regexp::RegExp;
pub use timer::{Timer, TimerKind};

use std::collections::VecDeque;
use std::sync::Arc;

use bytecode::FunctionId;

use crate::{Aggregate, ErrorKind, Generator, HostClass, Native, Number, ObjectRef, Promise, StackLine, Value};

/// What an iterator gives of each entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the methods' names")]
pub enum IterationKind {
    Keys,
    Values,
    Entries,
}

/// Where an iterator stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum IteratorState {
    /// Over an array, which may change meanwhile.
    Array {
        /// The array.
        array: ObjectRef,
        /// The next index.
        index: u32,
        /// What it gives.
        kind: IterationKind,
    },
    /// Over the code points of a string.
    Text {
        /// The string.
        text: ObjectRef,
        /// The next code unit.
        index: u32,
    },
    /// Over a map or set, which may change meanwhile.
    Map {
        /// The map or set.
        map: ObjectRef,
        /// The next sequence number.
        sequence: u64,
        /// What it gives.
        kind: IterationKind,
    },
    /// Over the names that `for in` visits.
    Keys {
        /// The object.
        object: Value,
        /// The names, as texts.
        names: Arc<[Value]>,
        /// The next name.
        index: u32,
    },
    /// Used up.
    Done,
}

/// What an error remembers besides its properties.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ErrorState {
    /// The constructor that made it.
    pub kind: ErrorKind,
    /// Where it was made.
    pub line: u32,
    /// The learner's functions that were running, innermost first.
    pub stack: Vec<StackLine>,
    /// Whether it shows its `code` with its name, as Node's own errors do.
    pub is_coded: bool,
    /// Whether it is what somebody gets who gives back what is not held.
    pub is_over_release: bool,
}

impl ErrorState {
    /// Of an error that is nothing special.
    #[must_use]
    pub fn new(kind: ErrorKind, line: u32, stack: Vec<StackLine>) -> ErrorState {
        ErrorState {
            kind,
            line,
            stack,
            is_coded: false,
            is_over_release: false,
        }
    }
}

/// What makes an object more than its properties.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ObjectKind {
    /// Nothing does.
    Plain,
    /// Elements; [`Value::Uninitialized`] is a hole.
    Array(VecDeque<Value>),
    /// A function of the program with its captured variables.
    Closure {
        /// The function.
        function: FunctionId,
        /// The cells that it captured.
        captures: Arc<[ObjectRef]>,
        /// `this` of an arrow function.
        this: Value,
    },
    /// What `bind` returns.
    BoundFunction {
        /// The function.
        target: Value,
        /// Its `this`.
        this: Value,
        /// Its first arguments.
        args: Vec<Value>,
    },
    /// One of the functions that a promise's executor gets.
    ResolveFunction {
        /// The promise.
        promise: ObjectRef,
        /// Whether it rejects.
        is_reject: bool,
        /// The pair that it belongs to.
        generation: u32,
    },
    /// A promise or a task.
    Promise(Promise),
    /// The progress of `Promise.all` or its like.
    Aggregate(Aggregate),
    /// An error.
    Error(ErrorState),
    /// A map.
    Map(MapEntries),
    /// A set.
    Set(MapEntries),
    /// What `setTimeout` and its like return.
    Timer(Box<Timer>),
    /// An iterator.
    Iterator(IteratorState),
    /// An object whose state lives in the world.
    Host {
        /// Its class.
        class: HostClass,
        /// Its number in the world.
        id: u32,
    },
    /// The functions of an accessor property, `undefined` for one that it has not got. Internal: never a value of the
    /// program.
    Accessor {
        /// What reading calls.
        get: Value,
        /// What writing calls.
        set: Value,
    },
    /// A boolean, number, string or symbol as an object: `Object(1)`.
    Primitive(Value),
    /// What `arguments` is; its elements are properties.
    Arguments,
    /// A weak map: it keeps its entries, which no program can tell without a collector.
    WeakMap(MapEntries),
    /// A weak set.
    WeakSet(MapEntries),
    /// A weak reference.
    WeakRef(Value),
    /// A regular expression.
    RegExp(Box<RegExp>),
    /// A date, in milliseconds since 1970; not a number if it is invalid.
    Date(Number),
    /// A generator or async generator.
    Generator(Box<Generator>),
    /// An iterator with its `next` (ECMA-262 section 7.4.1). Internal: never a value of the program.
    IteratorRecord {
        /// The iterator.
        iterator: Value,
        /// Its `next`, which is asked for once.
        next: Value,
        /// Whether it has come to its end or has failed.
        is_done: bool,
    },
}

/// Where properties that an object has not got itself are looked up.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Prototype {
    /// Where its kind says.
    #[default]
    Default,
    /// Nowhere.
    Null,
    /// In an object.
    Object(ObjectRef),
    /// In a built-in object.
    Native(Native),
}

impl Prototype {
    /// The prototype that a value is; `None` if it cannot be one.
    #[must_use]
    pub fn of(value: Value) -> Option<Prototype> {
        match value {
            Value::Null => Some(Prototype::Null),
            Value::Object(reference) => Some(Prototype::Object(reference)),
            Value::Native(native) => Some(Prototype::Native(native)),
            Value::Undefined
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => None,
        }
    }

    /// The object of the heap, if it is one.
    #[must_use]
    #[inline]
    pub fn object(self) -> Option<ObjectRef> {
        match self {
            Prototype::Object(reference) => Some(reference),
            Prototype::Default | Prototype::Null | Prototype::Native(_) => None,
        }
    }
}

/// What may still happen to an object's own properties.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Integrity {
    /// Anything.
    #[default]
    Extensible,
    /// No new ones.
    NotExtensible,
    /// No new ones, none removed.
    Sealed,
    /// Nothing: reading is never a conflict.
    Frozen,
}

/// An object of the heap.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Its own properties, without those that its kind implies.
    pub properties: Properties,
    /// Where properties that it has not got itself are looked up, besides what its kind implies.
    pub prototype: Prototype,
    /// What may still happen to its properties.
    pub integrity: Integrity,
    /// Whether the `length` of an array cannot be changed any more.
    pub has_fixed_length: bool,
    /// Whether the properties that come with its kind (the `name` of a function) stand among the others by now.
    pub is_materialized: bool,
    /// Whether other objects inherit from it.
    pub is_prototype: bool,
}

impl Object {
    /// An object of a kind, without properties.
    #[must_use]
    pub fn new(kind: ObjectKind) -> Object {
        Object {
            kind,
            properties: Properties::default(),
            prototype: Prototype::Default,
            integrity: Integrity::Extensible,
            has_fixed_length: false,
            is_materialized: false,
            is_prototype: false,
        }
    }

    /// Whether nothing that can be read from it will ever change. Freezing keeps properties and elements as they are, not
    /// what else an object has.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        match self.kind {
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::Closure { .. }
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Error(_) => self.integrity == Integrity::Frozen && !self.properties.has_private(),
            // Another pair of functions is another object.
            ObjectKind::Accessor { .. } => true,
            ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::Timer(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_)
            | ObjectKind::Host { .. } => false,
        }
    }

    /// Whether it can be called.
    #[must_use]
    pub fn is_callable(&self) -> bool {
        match self.kind {
            ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => true,
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::Timer(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_)
            | ObjectKind::Host { .. } => false,
        }
    }

    /// Calls `visit` with every value that it holds.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        self.properties.for_each_value(&mut visit);
        if let Prototype::Object(prototype) = self.prototype {
            visit(Value::Object(prototype));
        }
        match &self.kind {
            ObjectKind::Plain | ObjectKind::Error(_) | ObjectKind::Host { .. } | ObjectKind::Arguments => {}
            ObjectKind::Accessor { get, set } => {
                visit(*get);
                visit(*set);
            }
            ObjectKind::Primitive(value) => visit(*value),
            ObjectKind::Generator(generator) => generator.for_each_value(visit),
            ObjectKind::IteratorRecord { iterator, next, .. } => {
                visit(*iterator);
                visit(*next);
            }
            ObjectKind::Array(items) => items.iter().copied().for_each(visit),
            ObjectKind::Closure { captures, this, .. } => {
                captures.iter().for_each(|&cell| visit(Value::Cell(cell)));
                visit(*this);
            }
            ObjectKind::BoundFunction { target, this, args } => {
                visit(*target);
                visit(*this);
                args.iter().copied().for_each(visit);
            }
            ObjectKind::ResolveFunction { promise, .. } => visit(Value::Object(*promise)),
            ObjectKind::Promise(promise) => for_each_promise_value(promise, visit),
            ObjectKind::Aggregate(aggregate) => {
                visit(Value::Object(aggregate.results));
                visit(Value::Object(aggregate.promise));
            }
            ObjectKind::WeakRef(value) => visit(*value),
            ObjectKind::Timer(timer) => {
                visit(timer.callback);
                timer.arguments.iter().copied().for_each(visit);
            }
            ObjectKind::RegExp(_) | ObjectKind::Date(_) => {}
            ObjectKind::Map(entries)
            | ObjectKind::Set(entries)
            | ObjectKind::WeakMap(entries)
            | ObjectKind::WeakSet(entries) => {
                for (key, value) in entries.iter() {
                    visit(key);
                    visit(value);
                }
            }
            ObjectKind::Iterator(state) => match state {
                IteratorState::Array { array, .. } => visit(Value::Object(*array)),
                IteratorState::Text { text, .. } => visit(Value::Text(*text)),
                IteratorState::Map { map, .. } => visit(Value::Object(*map)),
                IteratorState::Keys { object, names, .. } => {
                    visit(*object);
                    names.iter().copied().for_each(visit);
                }
                IteratorState::Done => {}
            },
        }
    }

    /// How many bytes it stands for, roughly and in constant time.
    pub(crate) fn weight(&self) -> usize {
        let kind = match &self.kind {
            ObjectKind::Array(items) => items.len() * 16,
            ObjectKind::Closure { captures, .. } => captures.len() * 4,
            ObjectKind::BoundFunction { args, .. } => args.len() * 16,
            ObjectKind::Promise(promise) => promise.reactions.len() * 48,
            ObjectKind::Map(entries)
            | ObjectKind::Set(entries)
            | ObjectKind::WeakMap(entries)
            | ObjectKind::WeakSet(entries) => entries.len() * 96,
            ObjectKind::Iterator(IteratorState::Keys { names, .. }) => names.len() * 16,
            ObjectKind::Generator(generator) => generator.weight(),
            ObjectKind::Plain
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakRef(_)
            | ObjectKind::Timer(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_)
            | ObjectKind::Host { .. } => 0,
        };
        160 + kind + self.properties.len() * 32
    }
}

fn for_each_promise_value(promise: &Promise, mut visit: impl FnMut(Value)) {
    match promise.state {
        crate::PromiseState::Pending => {}
        crate::PromiseState::Fulfilled(value) | crate::PromiseState::Rejected(value) => visit(value),
    }
    for reaction in &promise.reactions {
        match *reaction {
            crate::Reaction::Fiber(_) => {}
            crate::Reaction::Then {
                on_fulfilled,
                on_rejected,
                derived,
                ..
            } => {
                visit(on_fulfilled);
                visit(on_rejected);
                visit(Value::Object(derived));
            }
            crate::Reaction::Adopt { promise } => visit(Value::Object(promise)),
            crate::Reaction::Aggregate { aggregate, .. } => visit(Value::Object(aggregate)),
        }
    }
}
