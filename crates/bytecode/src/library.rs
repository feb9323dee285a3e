//! The built-in library: built-ins that are written in the learner's language.
//!
//! Owns what the VM must know of them: their tables, which property of which object each function is, and by which
//! number the VM finds those that it calls itself. Says nothing of what they do.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::{Atom, Const, Function, FunctionId};

/// All functions of the library with their tables, compiled once and shared by every program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Library {
    /// Its functions; they are the first functions of every program.
    pub functions: Vec<Arc<Function>>,
    /// Its constants; they come before a program's own.
    pub constants: Vec<Const>,
    /// Its names; they come before a program's own.
    pub atoms: Vec<Box<str>>,
    /// Which property each function is.
    pub members: Vec<LibraryMember>,
    /// The functions that the VM and compiled code call by themselves, in order of [`LibraryEntry`].
    pub entries: Vec<FunctionId>,
}

/// There are two libraries in practice, none and the whole: telling them apart is enough.
impl Hash for Library {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.functions.len().hash(state);
    }
}

impl Library {
    /// The function behind an entry. An empty library has none.
    #[must_use]
    pub fn entry(&self, entry: LibraryEntry) -> Option<FunctionId> {
        self.entries.get(entry as usize).copied()
    }
}

/// What a member of the library is named by.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum MemberKey {
    /// A name.
    Name(Atom),
    /// A well-known symbol, by the name that it has as a property of `Symbol`.
    Symbol(Box<str>),
}

/// How a member of the library is reached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MemberRole {
    /// By calling it.
    Method,
    /// By reading the property.
    Getter,
    /// By writing the property.
    Setter,
    /// By calling or constructing the owner itself.
    Constructor,
}

/// A property of a built-in object that is itself bytecode.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LibraryMember {
    /// The constructor whose prototype (or, if `is_static`, which itself) has the property, `Array` for instance.
    pub owner: Box<str>,
    /// Whether the property is the constructor's own (`Array.from`).
    pub is_static: bool,
    /// The property's key.
    pub key: MemberKey,
    /// How it is reached.
    pub role: MemberRole,
    /// The function.
    pub function: FunctionId,
}

macro_rules! entries {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// A function of the library that the VM or compiled code calls by itself.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum LibraryEntry { $($(#[$doc])* $variant,)* }

        impl LibraryEntry {
            /// All of them, in order.
            pub const ALL: &'static [LibraryEntry] = &[$(LibraryEntry::$variant,)*];

            /// The name of the function in the library's text.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(LibraryEntry::$variant => $name,)* }
            }
        }
    };
}

entries! {
    /// ToPrimitive(input, hint): of an object whose conversion runs code of the program.
    ToPrimitive "__toPrimitive",
    /// GetIterator(iterable, sync), without the record.
    SyncIterator "__syncIterator",
    /// GetIterator(iterable, async), without the record.
    AsyncIterator "__asyncIterator",
    /// PromiseResolve(%Promise%, value): of what is awaited and must be asked for that.
    PromiseToAwait "__promiseToAwait",
    /// Maintenance of a connection pool: closes a connection, or opens one in a place.
    PoolUpkeep "__poolUpkeep",
    /// What a worker of a pool runs: job after job.
    WorkerLoop "__workerLoop",
}
