//! The built-in functions, constructors and namespaces, by name.
//!
//! Owns the closed lists, who owns which name and how each is reached. What the pure ones do is in the modules below;
//! what the host ones do is the world's.

mod array;
mod case;
mod collation;
mod console;
mod convert;
mod date;
mod descriptor;
pub(crate) mod error;
#[cfg(test)]
mod expressions;
mod function;
mod generator;
mod host_class;
mod iterator;
pub(crate) mod json;
mod library;
mod library_owner;
mod list;
mod locale;
mod map;
mod math;
mod namespace;
mod normal;
mod number;
mod object;
mod promise;
mod reflect;
mod regexp;
mod string;
mod symbol;
mod tag;
mod uri;
mod weak;

pub use host_class::HostClass;
pub(crate) use library_owner::library_owner;
pub use list::{Host, Pure};
pub use namespace::Namespace;
pub(crate) use namespace::global_values;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use bytecode::{FunctionId, Program};

use crate::error::Outcome;
use crate::run::Machine;
use crate::{Value, WellKnownSymbol};

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
    /// By writing the property that a getter of the same name reads.
    Setter,
}

/// Where a native is found: on instances of a class, or (`..Static`, namespaces) on the constructor itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the owners' names")]
pub enum Owner {
    Global,
    /// Not reachable by name.
    Hidden,
    /// Owns nothing.
    Nobody,
    Array,
    ArrayStatic,
    /// `Array.prototype[Symbol.unscopables]`.
    ArrayUnscopables,
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
    TypeError,
    RangeError,
    ReferenceError,
    SyntaxError,
    EvalError,
    UriError,
    AggregateError,
    Map,
    MapStatic,
    Set,
    SetStatic,
    WeakMap,
    WeakSet,
    WeakRef,
    Symbol,
    SymbolStatic,
    Reflect,
    Iterator,
    ArrayIterator,
    StringIterator,
    RegExpStringIterator,
    MapIterator,
    SetIterator,
    AsyncIterator,
    Generator,
    AsyncGenerator,
    GeneratorFunction,
    AsyncGeneratorFunction,
    AsyncFunction,
    EventTarget,
    Event,
    CustomEvent,
    AbortController,
    AbortSignal,
    AbortSignalStatic,
    DomException,
    Timeout,
    Immediate,
    Process,
    EventEmitter,
    EventEmitterStatic,
    Timers,
    TimersPromises,
    Util,
    Console,
    Date,
    DateStatic,
    RegExp,
    RegExpStatic,
    Performance,
    Semaphore,
    Mutex,
    RwLock,
    WeightedSemaphore,
    PrioritySemaphore,
    Condition,
    Barrier,
    Latch,
    WaitGroup,
    ManualResetEvent,
    AutoResetEvent,
    AtomicRef,
    Channel,
    AtomicInt,
    TokenBucket,
    LeakyBucket,
    FixedWindow,
    SlidingWindow,
    Gcra,
    KeyedLimiter,
    DedupedCache,
    Cache,
    AdaptiveConcurrency,
    CircuitBreaker,
    LoadShedder,
    Autoscaler,
    RetryBudget,
    ConcurrencyScope,
    Actor,
    Topic,
    Subscription,
    Limit,
    Bulkhead,
    WorkerPool,
    Batcher,
    Task,
    ConnectionPool,
    Server,
    MessageQueue,
    Database,
    SimulatedConnection,
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
    /// The interpreter, as bytecode.
    Library,
}

/// A built-in function, constructor, namespace or prototype object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Native {
    /// Executed by the VM.
    Pure(Pure),
    /// Executed by whoever runs the VM.
    Host(Host),
    /// Carries properties only.
    Namespace(Namespace),
    /// What the instances of a built-in constructor inherit from, or another object for inheriting from.
    Prototype(Owner),
    /// Executed by the interpreter: a function of the built-in library, which captures nothing.
    Library(FunctionId),
}

impl Native {
    /// Who executes it.
    #[must_use]
    pub fn kind(self) -> NativeKind {
        match self {
            Native::Pure(_) => NativeKind::Pure,
            Native::Host(_) => NativeKind::Host,
            Native::Namespace(_) | Native::Prototype(_) => NativeKind::Namespace,
            Native::Library(_) => NativeKind::Library,
        }
    }

    /// The name that the learner knows it by.
    #[must_use]
    pub fn name_in(self, program: &Program) -> &str {
        match self {
            Native::Library(function) => program.atom(program.function(function).name),
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Prototype(_) => self.name(),
        }
    }

    /// The name, of all but functions of the library: those are named by the program, [`Native::name_in`].
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Native::Library(_) => "",
            Native::Pure(pure) => pure.name(),
            Native::Host(host) => host.name(),
            Native::Namespace(namespace) => namespace.name(),
            Native::Prototype(owner) => crate::realm::constructor_of(owner).map_or("Object", Native::name),
        }
    }

    /// Whether a call is an operation that another task can notice, given a shared receiver where there is one.
    #[must_use]
    pub fn is_visible(self) -> bool {
        match self {
            Native::Pure(_) => true,
            Native::Host(host) => host.is_visible(),
            // What a function of the library does is visible by itself.
            Native::Namespace(_) | Native::Prototype(_) | Native::Library(_) => false,
        }
    }

    /// Whether `typeof` gives "function".
    #[must_use]
    pub fn is_callable(self) -> bool {
        match self {
            Native::Pure(_) | Native::Host(_) | Native::Library(_) => true,
            Native::Prototype(owner) => owner == Owner::Function,
            Native::Namespace(_) => false,
        }
    }

    /// What `length` gives.
    #[must_use]
    pub fn length(self, program: &Program) -> u16 {
        match self {
            Native::Pure(pure) => pure.length(),
            Native::Host(host) => host.length(),
            Native::Library(function) => program.function(function).length,
            Native::Namespace(_) | Native::Prototype(_) => 0,
        }
    }

    /// Whose property it is.
    #[must_use]
    pub fn owner(self) -> Owner {
        match self {
            Native::Pure(pure) => pure.owner(),
            Native::Host(host) => host.owner(),
            Native::Namespace(_) => Owner::Global,
            Native::Prototype(_) | Native::Library(_) => Owner::Hidden,
        }
    }

    /// How the learner reaches it. Of a function of the library the heap knows, `Heap::native_role`.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Native::Pure(pure) => pure.role(),
            Native::Host(host) => host.role(),
            Native::Namespace(_) | Native::Prototype(_) | Native::Library(_) => Role::Method,
        }
    }
}

impl Pure {
    /// Whether calling it pushes a frame, so that only the interpreter can.
    #[must_use]
    pub(crate) fn needs_frame(self) -> bool {
        matches!(
            self,
            Pure::FunctionCall
                | Pure::FunctionApply
                | Pure::FunctionHasInstance
                | Pure::ReflectApply
                | Pure::ReflectConstruct
                | Pure::GeneratorNext
                | Pure::GeneratorReturn
                | Pure::GeneratorThrow
                | Pure::ResumeGenerator
        )
    }
}

/// The function that writing to a property calls whose reading calls `getter`.
pub(crate) fn setter_of(getter: Native) -> Option<Native> {
    match getter {
        Native::Pure(Pure::ObjectProtoGet) => Some(Native::Pure(Pure::ObjectProtoSet)),
        Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Prototype(_) | Native::Library(_) => None,
    }
}

/// All functions of an owner with their names, in order.
pub(crate) fn functions_of(owner: Owner) -> impl Iterator<Item = (&'static str, Native)> {
    all()
        .filter(move |&(found, _, _)| found == owner)
        .map(|(_, name, native)| (name, native))
}

/// The functions that are reached by a well-known symbol.
pub(crate) fn symbol_functions() -> Vec<(Owner, WellKnownSymbol, Native)> {
    let listed = all().filter_map(|(owner, name, native)| {
        let symbol = WellKnownSymbol::listed(name)?;
        Some((owner, symbol, native))
    });
    listed.collect()
}

/// All functions that are somebody's properties.
fn all() -> impl Iterator<Item = (Owner, &'static str, Native)> {
    let pure = Pure::ALL.iter().map(|&pure| Native::Pure(pure));
    let host = Host::ALL.iter().map(|&host| Native::Host(host));
    let named = pure.chain(host).map(|native| (native.owner(), native.name(), native));
    let named = named
        .filter(|&(owner, _, native)| !matches!(owner, Owner::Hidden | Owner::Nobody) && native.role() != Role::Setter);
    named.chain(crate::realm::ALIASES.iter().copied())
}

/// Finds a native by owner and name.
pub(crate) fn find_member(owner: Owner, name: &str) -> Option<Native> {
    let mut named = natives_named(name).iter();
    named.find(|&&(found, _)| found == owner).map(|&(_, native)| native)
}

/// All natives of a name, with their owners, but for hidden ones.
pub(crate) fn natives_named(name: &str) -> &'static [(Owner, Native)] {
    static BY_NAME: OnceLock<BTreeMap<&'static str, Vec<(Owner, Native)>>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let mut by_name: BTreeMap<&str, Vec<(Owner, Native)>> = BTreeMap::new();
        for (owner, name, native) in all() {
            by_name.entry(name).or_default().push((owner, native));
        }
        by_name
    });
    by_name.get(name).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests;
