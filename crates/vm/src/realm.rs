//! What built-in objects look like before anybody changes them.
//!
//! Owns which built-in constructor belongs to which prototype object, what each built-in object inherits from, and its
//! own properties that are no functions. It reads static tables only: a fresh world has none of these objects in its
//! heap. What happens once the program changes one is told in the heap's `realm`.

mod constants;

pub(crate) use constants::{Constant, constants, constructor_flags, has_enumerable};

use crate::native::{Host, Namespace, Native, Owner, Pure};
use crate::{ErrorKind, Flags, WellKnownSymbol};

/// A built-in constructor with what it makes: its prototype object and the owner of its static functions.
struct Class {
    constructor: Native,
    prototype: Owner,
    statics: Owner,
}

const fn class(constructor: Native, prototype: Owner, statics: Owner) -> Class {
    Class {
        constructor,
        prototype,
        statics,
    }
}

const fn pure(constructor: Pure, prototype: Owner, statics: Owner) -> Class {
    class(Native::Pure(constructor), prototype, statics)
}

const fn host(constructor: Host, prototype: Owner) -> Class {
    class(Native::Host(constructor), prototype, Owner::Nobody)
}

/// Every built-in constructor.
const CLASSES: &[Class] = &[
    pure(Pure::Object, Owner::Object, Owner::ObjectStatic),
    pure(Pure::Function, Owner::Function, Owner::Nobody),
    pure(Pure::AsyncFunction, Owner::AsyncFunction, Owner::Nobody),
    pure(Pure::GeneratorFunction, Owner::GeneratorFunction, Owner::Nobody),
    pure(
        Pure::AsyncGeneratorFunction,
        Owner::AsyncGeneratorFunction,
        Owner::Nobody,
    ),
    pure(Pure::Array, Owner::Array, Owner::ArrayStatic),
    pure(Pure::String, Owner::String, Owner::StringStatic),
    pure(Pure::Number, Owner::Number, Owner::NumberStatic),
    pure(Pure::Boolean, Owner::Boolean, Owner::Nobody),
    pure(Pure::Symbol, Owner::Symbol, Owner::SymbolStatic),
    pure(Pure::Promise, Owner::Promise, Owner::PromiseStatic),
    pure(Pure::Error, Owner::Error, Owner::ErrorStatic),
    pure(Pure::TypeError, Owner::TypeError, Owner::Nobody),
    pure(Pure::RangeError, Owner::RangeError, Owner::Nobody),
    pure(Pure::ReferenceError, Owner::ReferenceError, Owner::Nobody),
    pure(Pure::SyntaxError, Owner::SyntaxError, Owner::Nobody),
    pure(Pure::EvalError, Owner::EvalError, Owner::Nobody),
    pure(Pure::UriError, Owner::UriError, Owner::Nobody),
    pure(Pure::AggregateError, Owner::AggregateError, Owner::Nobody),
    pure(Pure::Map, Owner::Map, Owner::MapStatic),
    pure(Pure::Set, Owner::Set, Owner::SetStatic),
    pure(Pure::RegExp, Owner::RegExp, Owner::RegExpStatic),
    pure(Pure::Date, Owner::Date, Owner::DateStatic),
    pure(Pure::WeakMap, Owner::WeakMap, Owner::Nobody),
    pure(Pure::WeakSet, Owner::WeakSet, Owner::Nobody),
    pure(Pure::WeakRef, Owner::WeakRef, Owner::Nobody),
    pure(Pure::Timeout, Owner::Timeout, Owner::Nobody),
    pure(Pure::Immediate, Owner::Immediate, Owner::Nobody),
    pure(Pure::EventEmitter, Owner::EventEmitter, Owner::EventEmitterStatic),
    pure(Pure::EventTarget, Owner::EventTarget, Owner::Nobody),
    pure(Pure::Event, Owner::Event, Owner::Nobody),
    pure(Pure::CustomEvent, Owner::CustomEvent, Owner::Nobody),
    pure(Pure::AbortController, Owner::AbortController, Owner::Nobody),
    pure(Pure::AbortSignal, Owner::AbortSignal, Owner::AbortSignalStatic),
    pure(Pure::DomException, Owner::DomException, Owner::Nobody),
    host(Host::Semaphore, Owner::Semaphore),
    host(Host::Mutex, Owner::Mutex),
    host(Host::RwLock, Owner::RwLock),
    host(Host::WeightedSemaphore, Owner::WeightedSemaphore),
    host(Host::PrioritySemaphore, Owner::PrioritySemaphore),
    host(Host::Condition, Owner::Condition),
    host(Host::Barrier, Owner::Barrier),
    host(Host::Latch, Owner::Latch),
    host(Host::WaitGroup, Owner::WaitGroup),
    host(Host::ManualResetEvent, Owner::ManualResetEvent),
    host(Host::AutoResetEvent, Owner::AutoResetEvent),
    host(Host::AtomicRef, Owner::AtomicRef),
    host(Host::Channel, Owner::Channel),
    host(Host::AtomicInt, Owner::AtomicInt),
    host(Host::TokenBucket, Owner::TokenBucket),
    host(Host::LeakyBucket, Owner::LeakyBucket),
    host(Host::FixedWindow, Owner::FixedWindow),
    host(Host::SlidingWindow, Owner::SlidingWindow),
    host(Host::Gcra, Owner::Gcra),
    host(Host::KeyedLimiter, Owner::KeyedLimiter),
    host(Host::DedupedCache, Owner::DedupedCache),
    host(Host::Cache, Owner::Cache),
    host(Host::AdaptiveConcurrency, Owner::AdaptiveConcurrency),
    host(Host::CircuitBreaker, Owner::CircuitBreaker),
    host(Host::LoadShedder, Owner::LoadShedder),
    host(Host::Autoscaler, Owner::Autoscaler),
    host(Host::RetryBudget, Owner::RetryBudget),
    host(Host::ConcurrencyScope, Owner::ConcurrencyScope),
    host(Host::Actor, Owner::Actor),
    host(Host::Topic, Owner::Topic),
    host(Host::Subscription, Owner::Subscription),
    host(Host::ConnectionPool, Owner::ConnectionPool),
    host(Host::Server, Owner::Server),
    host(Host::MessageQueue, Owner::MessageQueue),
    host(Host::Database, Owner::Database),
    host(Host::SimulatedConnection, Owner::SimulatedConnection),
    host(Host::Limit, Owner::Limit),
    host(Host::Bulkhead, Owner::Bulkhead),
    host(Host::WorkerPool, Owner::WorkerPool),
    host(Host::Batcher, Owner::Batcher),
];

/// Functions that have a second name (or a symbol) for the same function object.
pub(crate) const ALIASES: &[(Owner, &str, Native)] = &[
    (Owner::Array, "[Symbol.iterator]", Native::Pure(Pure::ArrayValues)),
    (Owner::Map, "[Symbol.iterator]", Native::Pure(Pure::MapEntries)),
    (Owner::Set, "[Symbol.iterator]", Native::Pure(Pure::SetValues)),
    (Owner::Set, "keys", Native::Pure(Pure::SetValues)),
    (Owner::Global, "__isArray", Native::Pure(Pure::ArrayIsArray)),
    (Owner::Global, "__toObject", Native::Pure(Pure::Object)),
    (Owner::Global, "__ownKeys", Native::Pure(Pure::ReflectOwnKeys)),
    (Owner::Global, "__create", Native::Pure(Pure::ObjectCreate)),
    (
        Owner::Global,
        "__defineProperty",
        Native::Pure(Pure::ObjectDefineProperty),
    ),
    (
        Owner::Global,
        "__reflectDefineProperty",
        Native::Pure(Pure::ReflectDefineProperty),
    ),
    (
        Owner::Global,
        "__getOwnPropertyDescriptor",
        Native::Pure(Pure::ObjectGetOwnPropertyDescriptor),
    ),
    (
        Owner::Global,
        "__getPrototypeOf",
        Native::Pure(Pure::ObjectGetPrototypeOf),
    ),
    (Owner::Global, "__apply", Native::Pure(Pure::ReflectApply)),
    (Owner::Global, "__generatorNext", Native::Pure(Pure::GeneratorNext)),
    (Owner::Global, "__construct", Native::Pure(Pure::ReflectConstruct)),
    (Owner::Timers, "setTimeout", Native::Host(Host::SetTimeout)),
    (Owner::Timers, "clearTimeout", Native::Host(Host::ClearTimeout)),
    (Owner::Timers, "setInterval", Native::Host(Host::SetInterval)),
    (Owner::Timers, "clearInterval", Native::Host(Host::ClearInterval)),
    (Owner::Timers, "setImmediate", Native::Host(Host::SetImmediate)),
    (Owner::Timers, "clearImmediate", Native::Host(Host::ClearImmediate)),
    (Owner::String, "trimLeft", Native::Pure(Pure::StringTrimStart)),
    (Owner::String, "trimRight", Native::Pure(Pure::StringTrimEnd)),
    (Owner::Date, "toGMTString", Native::Pure(Pure::DateToUTCString)),
    (Owner::NumberStatic, "parseFloat", Native::Pure(Pure::ParseFloat)),
    (Owner::NumberStatic, "parseInt", Native::Pure(Pure::ParseInt)),
];

/// The prototype object of what a constructor makes.
pub(crate) fn prototype_owner(constructor: Native) -> Option<Owner> {
    let mut classes = CLASSES.iter();
    let found = classes.find(|class| class.constructor == constructor)?;
    Some(found.prototype)
}

/// The `constructor` of a prototype object.
pub(crate) fn constructor_of(prototype: Owner) -> Option<Native> {
    let mut classes = CLASSES.iter();
    let found = classes.find(|class| class.prototype == prototype)?;
    Some(found.constructor)
}

/// Whose functions are found on a built-in object itself.
pub(crate) fn function_owner(native: Native) -> Owner {
    match native {
        Native::Prototype(owner) => owner,
        Native::Namespace(namespace) => match namespace {
            Namespace::Math => Owner::Math,
            Namespace::Json => Owner::Json,
            Namespace::Console => Owner::Console,
            Namespace::Performance => Owner::Performance,
            Namespace::Process => Owner::Process,
            Namespace::Reflect => Owner::Reflect,
            Namespace::Timers => Owner::Timers,
            Namespace::TimersPromises => Owner::TimersPromises,
            Namespace::Util => Owner::Util,
            Namespace::GlobalThis
            | Namespace::PerfHooks
            | Namespace::Module
            | Namespace::Exports
            | Namespace::Otherwise => Owner::Nobody,
        },
        Native::Library(_) => Owner::Nobody,
        Native::Pure(_) | Native::Host(_) => {
            let mut classes = CLASSES.iter();
            let found = classes.find(|class| class.constructor == native);
            found.map_or(Owner::Nobody, |class| class.statics)
        }
    }
}

/// What a built-in object inherits from.
pub(crate) fn parent(native: Native) -> Option<Native> {
    let owner = match native {
        Native::Prototype(owner) => return parent_prototype(owner).map(Native::Prototype),
        Native::Pure(
            Pure::TypeError
            | Pure::RangeError
            | Pure::ReferenceError
            | Pure::SyntaxError
            | Pure::EvalError
            | Pure::UriError
            | Pure::AggregateError,
        ) => return Some(Native::Pure(Pure::Error)),
        Native::Pure(Pure::AsyncFunction | Pure::GeneratorFunction | Pure::AsyncGeneratorFunction) => {
            return Some(Native::Pure(Pure::Function));
        }
        Native::Pure(Pure::AbortSignal) => return Some(Native::Pure(Pure::EventTarget)),
        Native::Pure(Pure::CustomEvent) => return Some(Native::Pure(Pure::Event)),
        Native::Pure(_) | Native::Host(_) | Native::Library(_) => Owner::Function,
        Native::Namespace(
            Namespace::Math
            | Namespace::Json
            | Namespace::Console
            | Namespace::Performance
            | Namespace::Process
            | Namespace::Reflect
            | Namespace::GlobalThis
            | Namespace::Timers
            | Namespace::TimersPromises
            | Namespace::PerfHooks
            | Namespace::Util
            | Namespace::Module
            | Namespace::Exports
            | Namespace::Otherwise,
        ) => Owner::Object,
    };
    Some(Native::Prototype(owner))
}

/// What a prototype object inherits from.
fn parent_prototype(owner: Owner) -> Option<Owner> {
    Some(match owner {
        Owner::Object | Owner::ArrayUnscopables => return None,
        Owner::TypeError
        | Owner::RangeError
        | Owner::ReferenceError
        | Owner::SyntaxError
        | Owner::EvalError
        | Owner::UriError
        | Owner::DomException
        | Owner::AggregateError => Owner::Error,
        Owner::CustomEvent => Owner::Event,
        Owner::AbortSignal => Owner::EventTarget,
        Owner::ArrayIterator
        | Owner::StringIterator
        | Owner::RegExpStringIterator
        | Owner::MapIterator
        | Owner::SetIterator
        | Owner::Generator => Owner::Iterator,
        Owner::AsyncGenerator => Owner::AsyncIterator,
        Owner::AsyncFunction | Owner::GeneratorFunction | Owner::AsyncGeneratorFunction => Owner::Function,
        Owner::Task => Owner::Promise,
        _ => Owner::Object,
    })
}

/// The prototype object of errors of a kind.
pub(crate) fn error_owner(kind: ErrorKind) -> Owner {
    match kind {
        ErrorKind::Error => Owner::Error,
        ErrorKind::TypeError => Owner::TypeError,
        ErrorKind::RangeError => Owner::RangeError,
        ErrorKind::ReferenceError => Owner::ReferenceError,
        ErrorKind::SyntaxError => Owner::SyntaxError,
        ErrorKind::EvalError => Owner::EvalError,
        ErrorKind::UriError => Owner::UriError,
        ErrorKind::AggregateError => Owner::AggregateError,
    }
}

/// What `Symbol.toStringTag` gives on a built-in object itself.
pub(crate) fn tag(native: Native) -> Option<&'static str> {
    Some(match native {
        Native::Namespace(Namespace::Math) => "Math",
        Native::Namespace(Namespace::Json) => "JSON",
        Native::Namespace(Namespace::Reflect) => "Reflect",
        Native::Namespace(Namespace::Console) => "console",
        Native::Namespace(Namespace::GlobalThis) => "global",
        Native::Namespace(Namespace::Performance) => "Performance",
        Native::Namespace(Namespace::Process) => "process",
        Native::Prototype(owner) => match owner {
            Owner::Symbol => "Symbol",
            Owner::Map => "Map",
            Owner::Set => "Set",
            Owner::WeakMap => "WeakMap",
            Owner::WeakSet => "WeakSet",
            Owner::WeakRef => "WeakRef",
            Owner::Promise => "Promise",
            Owner::ArrayIterator => "Array Iterator",
            Owner::StringIterator => "String Iterator",
            Owner::RegExpStringIterator => "RegExp String Iterator",
            Owner::MapIterator => "Map Iterator",
            Owner::SetIterator => "Set Iterator",
            Owner::Generator => "Generator",
            Owner::EventTarget => "EventTarget",
            Owner::Event => "Event",
            Owner::CustomEvent => "CustomEvent",
            Owner::AbortController => "AbortController",
            Owner::AbortSignal => "AbortSignal",
            Owner::DomException => "DOMException",
            Owner::AsyncGenerator => "AsyncGenerator",
            Owner::GeneratorFunction => "GeneratorFunction",
            Owner::AsyncGeneratorFunction => "AsyncGeneratorFunction",
            Owner::AsyncFunction => "AsyncFunction",
            _ => return None,
        },
        Native::Namespace(
            Namespace::Timers
            | Namespace::TimersPromises
            | Namespace::PerfHooks
            | Namespace::Util
            | Namespace::Module
            | Namespace::Exports
            | Namespace::Otherwise,
        )
        | Native::Pure(_)
        | Native::Host(_)
        | Native::Library(_) => return None,
    })
}

/// The attributes of a built-in function that is a property.
pub(crate) fn function_flags(owner: Owner, symbol: Option<WellKnownSymbol>) -> Flags {
    match (owner, symbol) {
        (Owner::Function, Some(WellKnownSymbol::HasInstance)) => Flags::NONE,
        (Owner::Symbol | Owner::Date, Some(WellKnownSymbol::ToPrimitive)) => Flags::CONFIGURABLE,
        _ => Flags::HIDDEN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constructors_and_prototypes_belong_together() {
        for class in CLASSES {
            assert_eq!(constructor_of(class.prototype), Some(class.constructor));
            assert_eq!(prototype_owner(class.constructor), Some(class.prototype));
            assert!(class.constructor.is_callable());
        }
    }

    #[test]
    fn every_chain_ends_at_the_prototype_of_objects() {
        let pure = Pure::ALL.iter().map(|&pure| Native::Pure(pure));
        let owners = Pure::ALL.iter().map(|pure| Native::Prototype(pure.owner()));
        for native in pure.chain(owners) {
            let chain = std::iter::successors(Some(native), |&native| parent(native));
            assert_eq!(chain.take(10).last(), Some(Native::Prototype(Owner::Object)));
        }
    }
}
