//! Interned property names.
//!
//! Owns the table from a name to its number and what is known of a name at once: its text, its content hash and the
//! built-ins of that name. The table begins with the program's atoms, under the same numbers.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use bytecode::{Atom, Library, Program};

use super::library::LibraryProperty;
use crate::native::natives_named;
use crate::{Native, ObjectRef, Owner, Text};

/// The number of an interned property name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct KeyId(pub u32);

impl From<Atom> for KeyId {
    fn from(atom: Atom) -> KeyId {
        KeyId(u32::from(atom.0))
    }
}

/// What a property is addressed by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PropertyKey {
    /// An array index.
    Index(u32),
    /// Any other name.
    Name(KeyId),
    /// A symbol.
    Symbol(ObjectRef),
}

/// A name or a symbol in one word, as properties keep it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NameKey(u32);

/// The bit that tells a symbol from a name. Neither has so many of its kind that it could be needed for counting.
const SYMBOL_BIT: u32 = 1 << 31;

impl NameKey {
    /// The key that a symbol is.
    #[must_use]
    pub fn of_symbol(symbol: ObjectRef) -> NameKey {
        NameKey(symbol.0 | SYMBOL_BIT)
    }

    /// The symbol, if it is one.
    #[must_use]
    #[inline]
    pub fn symbol(self) -> Option<ObjectRef> {
        (self.0 & SYMBOL_BIT != 0).then_some(ObjectRef(self.0 & !SYMBOL_BIT))
    }

    /// The name, if it is one.
    #[must_use]
    #[inline]
    pub fn name(self) -> Option<KeyId> {
        (self.0 & SYMBOL_BIT == 0).then_some(KeyId(self.0))
    }
}

impl From<KeyId> for NameKey {
    #[inline]
    fn from(key: KeyId) -> NameKey {
        NameKey(key.0)
    }
}

impl From<NameKey> for PropertyKey {
    fn from(key: NameKey) -> PropertyKey {
        match key.symbol() {
            Some(symbol) => PropertyKey::Symbol(symbol),
            None => PropertyKey::Name(KeyId(key.0)),
        }
    }
}

/// Names that the interpreter itself asks for. Interned after the atoms in every heap.
macro_rules! well_known {
    ($($field:ident = $text:literal,)*) => {
        /// The numbers of names that the VM itself asks for.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
        pub(crate) struct WellKnown { $(pub(crate) $field: KeyId,)* }

        impl WellKnown {
            fn intern(table: &mut KeyTable) -> WellKnown {
                WellKnown { $($field: table.intern(&Text::new($text)),)* }
            }
        }
    };
}

well_known! {
    length = "length",
    name = "name",
    message = "message",
    stack = "stack",
    cause = "cause",
    errors = "errors",
    prototype = "prototype",
    constructor = "constructor",
    value = "value",
    done = "done",
    next = "next",
    return_ = "return",
    then = "then",
    join = "join",
    value_of = "valueOf",
    promise = "promise",
    resolve = "resolve",
    reject = "reject",
    to_string = "toString",
    to_json = "toJSON",
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Entry {
    text: Text,
    hash: u64,
    key: PropertyKey,
    members: Vec<(Owner, Native)>,
}

impl Entry {
    fn new(text: Text, id: KeyId) -> Entry {
        Entry {
            hash: crate::canonical::hash_text(&text),
            members: natives_named(&text.to_display()).to_vec(),
            key: text.array_index().map_or(PropertyKey::Name(id), PropertyKey::Index),
            text,
        }
    }
}

/// The names of the library, which come first in every table: made once, never changed.
#[derive(Debug, Default)]
pub(crate) struct BaseKeys {
    entries: Vec<Entry>,
    index: BTreeMap<Text, KeyId>,
}

/// The names of the library follow from the library.
impl PartialEq for BaseKeys {
    fn eq(&self, other: &BaseKeys) -> bool {
        self.entries == other.entries
    }
}

impl Eq for BaseKeys {}

impl Hash for BaseKeys {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.entries.len().hash(state);
    }
}

impl BaseKeys {
    /// The library's names, each with the natives and library functions of that name.
    pub(crate) fn new(library: &Library, members: &[LibraryProperty]) -> BaseKeys {
        let mut base = BaseKeys::default();
        for (number, atom) in library.atoms.iter().enumerate() {
            let id = KeyId(u32::try_from(number).unwrap_or(u32::MAX));
            let text = Text::new(atom);
            base.index.insert(text.clone(), id);
            base.entries.push(Entry::new(text, id));
        }
        for member in members {
            if let Some(id) = base.index.get(&Text::new(&member.name)) {
                let native = Native::Library(member.function);
                base.entries[id.0 as usize].members.push((member.owner, native));
            }
        }
        base
    }
}

/// All names: first those of the library, then the program's, then what the run has made.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct KeyTable {
    base: Arc<BaseKeys>,
    entries: Vec<Entry>,
    index: BTreeMap<Text, KeyId>,
}

impl KeyTable {
    pub(crate) fn new(program: &Program, base: &Arc<BaseKeys>) -> (Arc<KeyTable>, WellKnown) {
        let mut table = KeyTable {
            base: Arc::clone(base),
            entries: Vec::new(),
            index: BTreeMap::new(),
        };
        for atom in &program.atoms {
            table.add(Text::new(atom));
        }
        let well_known = WellKnown::intern(&mut table);
        (Arc::new(table), well_known)
    }

    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.base.entries.len() + self.entries.len()).unwrap_or(u32::MAX)
    }

    fn add(&mut self, text: Text) -> KeyId {
        let id = KeyId(self.count());
        self.entries.push(Entry::new(text.clone(), id));
        self.index.entry(text).or_insert(id);
        id
    }

    #[inline]
    fn entry(&self, key: KeyId) -> &Entry {
        let index = key.0 as usize;
        match index.checked_sub(self.base.entries.len()) {
            Some(own) => &self.entries[own],
            None => &self.base.entries[index],
        }
    }

    pub(crate) fn find(&self, text: &Text) -> Option<KeyId> {
        let known = self.base.index.get(text).or_else(|| self.index.get(text));
        known.copied()
    }

    pub(crate) fn intern(&mut self, text: &Text) -> KeyId {
        self.find(text).unwrap_or_else(|| self.add(text.clone()))
    }

    pub(crate) fn text(&self, key: KeyId) -> &Text {
        &self.entry(key).text
    }

    pub(crate) fn hash(&self, key: KeyId) -> u64 {
        self.entry(key).hash
    }

    /// What the name addresses: `{1: x}` has an element, not a name.
    #[inline]
    pub(crate) fn property_key(&self, key: KeyId) -> PropertyKey {
        self.entry(key).key
    }

    pub(crate) fn member(&self, key: KeyId, owner: Owner) -> Option<Native> {
        let members = &self.entry(key).members;
        members
            .iter()
            .find(|&&(found, _)| found == owner)
            .map(|&(_, native)| native)
    }
}
