//! What every heap with the built-in library has in common.
//!
//! Owns the tables of the library as the VM needs them, made once per process because they depend on nothing: its names
//! with the built-ins of each, its constants in their slots, which of its functions is which property and which stands
//! in for which native. What the functions do is the compiler's library.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use bytecode::{FunctionId, Library, MemberKey, MemberRole, Program};

use super::Heap;
use super::captured::CapturedWrites;
use super::keys::BaseKeys;
use crate::native::{Role, find_member, global_values, library_owner};
use crate::{Native, Owner, Value, WellKnownSymbol};

/// The tables of one library.
#[derive(Debug, Default)]
pub(crate) struct LibraryTables {
    library: Arc<Library>,
    pub(crate) keys: Arc<BaseKeys>,
    pub(crate) captured_writes: CapturedWrites,
    /// Library functions by the native that they stand in for.
    fallbacks: BTreeMap<Native, FunctionId>,
    /// What is a property under a name of its own: which owner's, under which name, and how it is reached.
    members: Vec<LibraryProperty>,
    roles: BTreeMap<FunctionId, Role>,
    /// Setters by the getter of the same property.
    setters: BTreeMap<FunctionId, FunctionId>,
    /// Natives and library functions that are reached by a symbol.
    symbol_functions: Vec<(Owner, WellKnownSymbol, Native)>,
    template: OnceLock<Template>,
}

/// A heap that holds nothing but what the library needs, from which the heaps of programs are cloned.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) heap: Heap,
    /// The library's constants.
    pub(super) constants: Vec<Value>,
    pub(super) globals: Vec<Value>,
}

/// A property that a library function is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct LibraryProperty {
    pub(crate) owner: Owner,
    /// The name.
    pub(crate) name: Box<str>,
    pub(crate) role: Role,
    pub(crate) function: FunctionId,
}

/// There are two libraries in practice, none and the whole; the tables follow from the library.
impl PartialEq for LibraryTables {
    fn eq(&self, other: &LibraryTables) -> bool {
        self.library == other.library
    }
}

impl Eq for LibraryTables {}

impl Hash for LibraryTables {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.library.hash(state);
    }
}

impl LibraryTables {
    /// The tables for a program's library.
    pub(crate) fn of(program: &Program) -> Arc<LibraryTables> {
        static STANDARD: OnceLock<Arc<LibraryTables>> = OnceLock::new();
        let library = &program.library;
        if library.functions.is_empty() {
            return Arc::new(LibraryTables::new(library));
        }
        let standard = STANDARD.get_or_init(|| Arc::new(LibraryTables::new(library)));
        if Arc::ptr_eq(&standard.library, library) {
            return Arc::clone(standard);
        }
        Arc::new(LibraryTables::new(library))
    }

    fn new(library: &Arc<Library>) -> LibraryTables {
        let mut fallbacks = BTreeMap::new();
        let mut members: Vec<LibraryProperty> = Vec::new();
        let mut roles = BTreeMap::new();
        for member in &library.members {
            let name: Box<str> = match &member.key {
                MemberKey::Name(atom) => library.atoms[usize::from(atom.0)].clone(),
                MemberKey::Symbol(symbol) => format!("[Symbol.{symbol}]").into(),
            };
            let role = match member.role {
                MemberRole::Constructor => {
                    if let Some(native) = find_member(Owner::Global, &member.owner) {
                        fallbacks.insert(native, member.function);
                    }
                    continue;
                }
                MemberRole::Method => Role::Method,
                MemberRole::Getter => Role::Getter,
                MemberRole::Setter => Role::Setter,
            };
            let Some(owner) = library_owner(&member.owner, member.is_static) else {
                continue;
            };
            roles.insert(member.function, role);
            match find_member(owner, &name).filter(|native| native.role() == role) {
                Some(native) => {
                    fallbacks.insert(native, member.function);
                }
                None => members.push(LibraryProperty {
                    owner,
                    name,
                    role,
                    function: member.function,
                }),
            }
        }
        let mut setters = BTreeMap::new();
        for setter in members.iter().filter(|member| member.role == Role::Setter) {
            let is_half = |getter: &&LibraryProperty| {
                getter.role == Role::Getter && (getter.owner, &getter.name) == (setter.owner, &setter.name)
            };
            if let Some(getter) = members.iter().find(is_half) {
                setters.insert(getter.function, setter.function);
            }
        }
        members.retain(|member| member.role != Role::Setter);
        let listed = members.iter().filter_map(|member| {
            let symbol = WellKnownSymbol::listed(&member.name)?;
            Some((member.owner, symbol, Native::Library(member.function)))
        });
        let symbol_functions = crate::native::symbol_functions().into_iter().chain(listed).collect();
        members.retain(|member| WellKnownSymbol::listed(&member.name).is_none());
        LibraryTables {
            setters,
            symbol_functions,
            library: Arc::clone(library),
            keys: Arc::new(BaseKeys::new(library, &members)),
            captured_writes: CapturedWrites::of(&library.functions, 0),
            fallbacks,
            members,
            roles,
            template: OnceLock::new(),
        }
    }

    pub(super) fn template(&self) -> &Template {
        self.template.get_or_init(|| {
            let mut heap = Heap::bare();
            let constants = self.library.constants.iter();
            Template {
                constants: constants.map(|constant| heap.constant_value(constant)).collect(),
                globals: global_values(),
                heap,
            }
        })
    }

    /// The library function that stands in for a native when it cannot do its work alone.
    pub(crate) fn fallback(&self, native: Native) -> Option<FunctionId> {
        self.fallbacks.get(&native).copied()
    }

    /// How a library function is reached.
    pub(crate) fn role(&self, function: FunctionId) -> Role {
        self.roles.get(&function).copied().unwrap_or(Role::Method)
    }

    /// The named properties that an owner has from the library, besides its natives, in order of the text.
    pub(crate) fn members(&self, owner: Owner) -> impl Iterator<Item = &LibraryProperty> {
        self.members.iter().filter(move |member| member.owner == owner)
    }

    /// The function of an owner that is reached by a well-known symbol.
    pub(crate) fn symbol_function(&self, owner: Owner, symbol: WellKnownSymbol) -> Option<Native> {
        let mut functions = self.symbol_functions.iter();
        let found = functions.find(|&&(found, known, _)| found == owner && known == symbol)?;
        Some(found.2)
    }

    /// The function that writing to a property calls whose reading calls `getter`.
    pub(crate) fn setter_of(&self, getter: FunctionId) -> Option<FunctionId> {
        self.setters.get(&getter).copied()
    }
}
