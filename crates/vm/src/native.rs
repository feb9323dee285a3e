//! The built-in functions, constructors and namespaces, by name.
//!
//! Owns the closed lists, who owns which name and how each is reached. What the pure ones do is in the modules below;
//! what the host ones do is the world's.

mod array;
mod case;
mod collation;
mod convert;
pub(crate) mod error;
#[cfg(test)]
mod expressions;
mod function;
mod generator;
mod iterator;
pub(crate) mod json;
mod list;
mod map;
mod math;
mod number;
mod object;
mod promise;
mod string;
mod weak;

pub use list::{Host, Pure};

use bytecode::GLOBALS;

use crate::error::Outcome;
use crate::run::Machine;
use crate::{ErrorKind, HostClass, ObjectKind, Value};

/// A call of a pure native.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) native: Pure,
    pub(crate) this: Value,
    pub(crate) args: &'a [Value],
    /// `undefined` in a plain call.
    pub(crate) new_target: Value,
}

impl Call<'_> {
    /// Whether it is called with `new` or by `super`.
    pub(crate) fn is_new(&self) -> bool {
        self.new_target != Value::Undefined
    }

    /// The argument at a position, `undefined` if it is not given.
    pub(crate) fn arg(&self, index: usize) -> Value {
        self.args.get(index).copied().unwrap_or(Value::Undefined)
    }
}

impl Machine<'_, '_> {
    /// Executes a pure native. `call` and `apply`, which push a frame, are the interpreter's.
    pub(crate) fn call_pure(&mut self, pure: Pure, this: Value, args: &[Value], new_target: Value) -> Outcome<Value> {
        let call = Call {
            native: pure,
            this,
            args,
            new_target,
        };
        pure.implementation()(self, call)
    }
}

/// What executes a pure native.
pub(crate) type NativeFn = fn(&mut Machine<'_, '_>, Call<'_>) -> Outcome<Value>;

/// What a pure native does to the state of objects that it is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Effect {
    /// Nothing.
    None,
    /// It reads its receiver.
    Reads,
    /// It changes its receiver.
    Writes,
    /// It reads its receiver and arguments and what they contain.
    ReadsDeep,
    /// It reads its arguments.
    ReadsArgs,
    /// It reads its arguments and what they contain.
    ReadsArgsDeep,
    /// It changes its first argument and reads the others.
    WritesFirst,
}

/// How the learner reaches a native.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// By calling it.
    Method,
    /// By reading the property.
    Getter,
}

/// Where a native is found: on instances of a class, or (`..Static`, namespaces) on the constructor itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the owners' names")]
pub enum Owner {
    Global,
    /// Not reachable by name.
    Hidden,
    Array,
    ArrayStatic,
    String,
    StringStatic,
    Number,
    NumberStatic,
    Boolean,
    Math,
    Object,
    ObjectStatic,
    Function,
    Json,
    Promise,
    PromiseStatic,
    Error,
    ErrorStatic,
    Map,
    Set,
    WeakMap,
    WeakSet,
    WeakRef,
    Iterator,
    Generator,
    AsyncGenerator,
    Console,
    Date,
    Performance,
    Semaphore,
    Mutex,
    Channel,
    AtomicInt,
    Task,
}

/// Who executes a native.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NativeKind {
    /// The VM itself.
    Pure,
    /// Whoever runs the VM: a call halts.
    Host,
    /// Nobody, it only carries properties.
    Namespace,
}

/// An object of the global scope that only carries properties.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the objects' names in ECMA-262 and HTML")]
pub enum Namespace {
    Math,
    Json,
    Console,
    Date,
    Performance,
}

/// A built-in function, constructor or namespace.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Native {
    /// Executed by the VM.
    Pure(Pure),
    /// Executed by whoever runs the VM.
    Host(Host),
    /// Carries properties only.
    Namespace(Namespace),
}

impl Native {
    /// Who executes it.
    #[must_use]
    pub fn kind(self) -> NativeKind {
        match self {
            Native::Pure(_) => NativeKind::Pure,
            Native::Host(_) => NativeKind::Host,
            Native::Namespace(_) => NativeKind::Namespace,
        }
    }

    /// The name that the learner knows it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Native::Pure(pure) => pure.name(),
            Native::Host(host) => host.name(),
            Native::Namespace(Namespace::Math) => "Math",
            Native::Namespace(Namespace::Json) => "JSON",
            Native::Namespace(Namespace::Console) => "console",
            Native::Namespace(Namespace::Date) => "Date",
            Native::Namespace(Namespace::Performance) => "performance",
        }
    }

    /// Whether a call is an operation that another task can notice, given a shared receiver where there is one.
    #[must_use]
    pub fn is_visible(self) -> bool {
        match self {
            Native::Pure(_) => true,
            Native::Host(host) => host.is_visible(),
            Native::Namespace(_) => false,
        }
    }

    /// Whether `typeof` gives "function".
    #[must_use]
    pub fn is_callable(self) -> bool {
        match self {
            Native::Pure(_) | Native::Host(_) => true,
            Native::Namespace(Namespace::Date) => true,
            Native::Namespace(Namespace::Math | Namespace::Json | Namespace::Console | Namespace::Performance) => false,
        }
    }

    /// What `length` gives.
    #[must_use]
    pub fn length(self) -> u16 {
        match self {
            Native::Pure(pure) => pure.length(),
            Native::Host(host) => host.length(),
            Native::Namespace(_) => 0,
        }
    }

    /// How the learner reaches it.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Native::Pure(pure) => pure.role(),
            Native::Host(host) => host.role(),
            Native::Namespace(_) => Role::Method,
        }
    }

    /// The owner of what is reached as a property of the native itself.
    #[must_use]
    pub fn static_owner(self) -> Option<Owner> {
        match self {
            Native::Pure(Pure::Array) => Some(Owner::ArrayStatic),
            Native::Pure(Pure::String) => Some(Owner::StringStatic),
            Native::Pure(Pure::Number) => Some(Owner::NumberStatic),
            Native::Pure(Pure::Object) => Some(Owner::ObjectStatic),
            Native::Pure(Pure::Promise) => Some(Owner::PromiseStatic),
            Native::Pure(Pure::Error) => Some(Owner::ErrorStatic),
            Native::Namespace(Namespace::Math) => Some(Owner::Math),
            Native::Namespace(Namespace::Json) => Some(Owner::Json),
            Native::Namespace(Namespace::Console) => Some(Owner::Console),
            Native::Namespace(Namespace::Date) => Some(Owner::Date),
            Native::Namespace(Namespace::Performance) => Some(Owner::Performance),
            Native::Pure(_) | Native::Host(_) => None,
        }
    }
}

impl Host {
    /// Whether a call is an operation that another task can notice whatever its receiver.
    #[must_use]
    pub fn is_always_visible(self) -> bool {
        matches!(
            self.owner(),
            Owner::Console | Owner::Date | Owner::Performance | Owner::Math
        ) || matches!(
            self,
            Host::SetTimeout
                | Host::ClearTimeout
                | Host::SetInterval
                | Host::ClearInterval
                | Host::QueueMicrotask
                | Host::Sleep
                | Host::Work
                | Host::YieldNow
        )
    }

    /// Whether a call is an operation that another task can notice, given a shared receiver where there is one.
    #[must_use]
    pub fn is_visible(self) -> bool {
        !matches!(
            self,
            Host::Spawn
                | Host::Assert
                | Host::Always
                | Host::Semaphore
                | Host::Mutex
                | Host::Channel
                | Host::AtomicInt
                | Host::TaskName
        )
    }
}

impl HostClass {
    /// The owner of the methods and getters of an object of this class.
    #[must_use]
    pub fn owner(self) -> Owner {
        match self {
            HostClass::Semaphore => Owner::Semaphore,
            HostClass::Mutex => Owner::Mutex,
            HostClass::Channel => Owner::Channel,
            HostClass::AtomicInt => Owner::AtomicInt,
        }
    }

    /// The class's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            HostClass::Semaphore => "Semaphore",
            HostClass::Mutex => "Mutex",
            HostClass::Channel => "Channel",
            HostClass::AtomicInt => "AtomicInt",
        }
    }
}

/// Whether an object of a kind is an instance of a native constructor.
pub(crate) fn is_instance(kind: &ObjectKind, constructor: Native) -> bool {
    match (kind, constructor) {
        (_, Native::Pure(Pure::Object)) => true,
        (ObjectKind::Array(_), Native::Pure(Pure::Array))
        | (ObjectKind::Promise(_), Native::Pure(Pure::Promise))
        | (ObjectKind::Map(_), Native::Pure(Pure::Map))
        | (ObjectKind::Set(_), Native::Pure(Pure::Set))
        | (ObjectKind::Error(_), Native::Pure(Pure::Error)) => true,
        (ObjectKind::Error(state), Native::Pure(pure)) => {
            state.kind != ErrorKind::Error && error::constructor(state.kind) == pure
        }
        (ObjectKind::Host { class, .. }, Native::Host(host)) => class.name() == host.name(),
        _ => false,
    }
}

/// The owner whose instances a library method with this owner's name belongs to.
pub(crate) fn library_owner(name: &str, is_static: bool) -> Option<Owner> {
    Some(match (name, is_static) {
        ("Array", false) => Owner::Array,
        ("Array", true) => Owner::ArrayStatic,
        ("String", false) => Owner::String,
        ("Number", false) => Owner::Number,
        ("Object", true) => Owner::ObjectStatic,
        ("Promise", false) => Owner::Promise,
        ("Promise", true) => Owner::PromiseStatic,
        ("Map", false) => Owner::Map,
        ("Set", false) => Owner::Set,
        ("Semaphore", false) => Owner::Semaphore,
        ("Mutex", false) => Owner::Mutex,
        ("Channel", false) => Owner::Channel,
        ("AtomicInt", false) => Owner::AtomicInt,
        _ => return None,
    })
}

/// The value of every global, by [`bytecode::GlobalId`].
pub(crate) fn global_values() -> Vec<Value> {
    GLOBALS.iter().map(|global| global_value(global.name)).collect()
}

fn global_value(name: &str) -> Value {
    match name {
        "undefined" => return Value::Undefined,
        "NaN" => return Value::number(f64::NAN),
        "Infinity" => return Value::number(f64::INFINITY),
        "Math" => return Value::Native(Native::Namespace(Namespace::Math)),
        "JSON" => return Value::Native(Native::Namespace(Namespace::Json)),
        "console" => return Value::Native(Native::Namespace(Namespace::Console)),
        "Date" => return Value::Native(Native::Namespace(Namespace::Date)),
        "performance" => return Value::Native(Native::Namespace(Namespace::Performance)),
        _ => {}
    }
    find_member(Owner::Global, name).map_or(Value::Undefined, Value::Native)
}

/// Finds a native by owner and name.
pub(crate) fn find_member(owner: Owner, name: &str) -> Option<Native> {
    natives_named(name)
        .find(|&(found, _)| found == owner)
        .map(|(_, native)| native)
}

/// All natives of a name, with their owners.
pub(crate) fn natives_named(name: &str) -> impl Iterator<Item = (Owner, Native)> {
    let pure = Pure::ALL
        .iter()
        .filter(move |pure| pure.name() == name)
        .map(|&pure| (pure.owner(), Native::Pure(pure)));
    let host = Host::ALL
        .iter()
        .filter(move |host| host.name() == name)
        .map(|&host| (host.owner(), Native::Host(host)));
    pure.chain(host).filter(|&(owner, _)| owner != Owner::Hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_global_is_something() {
        for global in GLOBALS {
            assert!(
                global.name == "undefined" || global_value(global.name) != Value::Undefined,
                "{} has no value",
                global.name
            );
        }
    }

    #[test]
    fn no_owner_has_a_name_twice() {
        for pure in Pure::ALL {
            assert!(
                pure.owner() == Owner::Hidden || find_member(pure.owner(), pure.name()) == Some(Native::Pure(*pure))
            );
        }
        for host in Host::ALL {
            assert!(
                host.owner() == Owner::Hidden || find_member(host.owner(), host.name()) == Some(Native::Host(*host))
            );
        }
    }
}
