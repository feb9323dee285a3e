//! The heap: slots addressed by index, shared copy-on-write between clones.
//!
//! Owns allocation, the mark of what several tasks can reach, interned names, limits and collection. What objects
//! mean is not known here.
//!
//! Cloning a heap copies one pointer per 8 slots; writing copies the chunk that is written to and the object, once.

mod captured;
mod collect;
mod copy;
mod extent;
mod fresh;
mod keys;
mod library;
mod limits;
mod objects;
mod realm;
mod sharing;
mod symbols;

use captured::CapturedWrites;
pub use collect::Tracer;
pub use keys::{KeyId, NameKey, PropertyKey};
pub(crate) use keys::{KeyTable, WellKnown};
use library::LibraryTables;
pub use limits::HeapLimits;

use std::collections::BTreeMap;
use std::sync::Arc;

use bytecode::{Atom, Const, FunctionId, GlobalId, Program, Reg};

use crate::native::{Native, Role};
use crate::{Object, ObjectRef, Owner, Recycled, Symbol, SymbolKind, Text, Value, WellKnownSymbol};

const CHUNK: usize = 8;

/// The variable of a closure.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CellSlot {
    pub(crate) value: Value,
    pub(crate) name: Atom,
    /// Nobody writes it again: reading it cannot conflict with anything.
    pub(crate) is_constant: bool,
}

#[derive(PartialEq, Eq, Hash, Debug)]
pub(crate) enum Slot {
    Free { next: u32 },
    Cell(CellSlot),
    Text(Text),
    Symbol(Box<Symbol>),
    Object(Arc<Object>),
}

#[derive(PartialEq, Eq, Hash, Debug)]
struct Chunk {
    slots: [Slot; CHUNK],
    /// One bit per slot: whether more than one task can reach it.
    shared: u32,
    /// One bit per slot: whether it was given out in the stretch of time `stretch`.
    fresh: u32,
    stretch: u32,
}

/// What never changes after the heap was made, shared by all its clones.
#[derive(PartialEq, Eq, Hash, Debug, Default)]
struct Tables {
    constants: Vec<Value>,
    globals: Vec<Value>,
    library: Arc<LibraryTables>,
    well_known: WellKnown,
    /// What functions of the library capture.
    no_captures: Arc<[ObjectRef]>,
    /// The built-in functions that are reached by a symbol.
    captured_writes: CapturedWrites,
    /// The first slots: constants, symbols. They are never written, and never collected.
    permanent: Vec<Arc<Chunk>>,
    limits: HeapLimits,
}

/// The private name under which objects of the library keep their state.
pub(crate) const STATE: ObjectRef = ObjectRef(WellKnownSymbol::ALL.len() as u32);

const NO_SLOT: u32 = u32::MAX;

/// The learner's memory.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Heap {
    /// How many slots come first that belong to the program itself, in `tables`.
    permanent: u32,
    /// All other slots.
    chunks: Vec<Arc<Chunk>>,
    free: u32,
    keys: Arc<KeyTable>,
    tables: Arc<Tables>,
    bytes: usize,
    /// The most that anything weighed when it was made, and how much all have grown since.
    largest: usize,
    grown: usize,
    collect_at: usize,
    /// What `Symbol.for` has made, by key. Holds nothing alive: making such a symbol again gives one like it.
    registered: Arc<BTreeMap<Text, ObjectRef>>,
    /// Built-in objects that somebody changed: the heap object that holds all their own properties by now.
    realm: Arc<BTreeMap<Native, ObjectRef>>,
    /// Whether anything was ever shared.
    has_shared: bool,
    /// Counts the stretches of time that [`Heap::begin_stretch`] divides a run into.
    stretch: u32,
    /// Memory for chunks that are written to.
    recycled: Recycled<Chunk, 2>,
}

const FIRST_COLLECTION: usize = 1 << 20;

impl Heap {
    /// A heap with the program's constants and its library, and nothing else.
    #[must_use]
    pub fn new(program: &Program, limits: HeapLimits) -> Heap {
        let library = LibraryTables::of(program);
        let (keys, well_known) = KeyTable::new(program, &library.keys);
        let first = program.library.functions.len();
        let captured_writes = CapturedWrites::of(&program.functions[first..], first);
        let template = library.template();
        let mut heap = template.heap.clone();
        heap.keys = keys;
        let mut constants = template.constants.clone();
        constants.extend(program.constants.iter().map(|constant| heap.constant_value(constant)));
        heap.tables = Arc::new(Tables {
            constants,
            globals: template.globals.clone(),
            well_known,
            no_captures: Arc::from([]),
            captured_writes,
            permanent: std::mem::take(&mut heap.chunks),
            library: Arc::clone(&library),
            limits,
        });
        // What is left of the last chunk of constants stays empty.
        heap.permanent = u32::try_from(heap.tables.permanent.len() * CHUNK).unwrap_or(u32::MAX);
        heap.free = NO_SLOT;
        heap
    }

    /// A heap with nothing but the well-known symbols.
    fn bare() -> Heap {
        let mut heap = Heap {
            permanent: 0,
            chunks: Vec::new(),
            free: NO_SLOT,
            keys: Arc::default(),
            tables: Arc::default(),
            bytes: 0,
            largest: 0,
            grown: 0,
            collect_at: FIRST_COLLECTION,
            registered: Arc::default(),
            realm: Arc::default(),
            has_shared: false,
            stretch: 0,
            recycled: Recycled::default(),
        };
        for &symbol in WellKnownSymbol::ALL {
            heap.alloc_well_known(symbol);
        }
        let state = heap.alloc_symbol(Some(Text::new("#state")), SymbolKind::Private);
        debug_assert_eq!(state, STATE);
        heap
    }

    fn constant_value(&mut self, constant: &Const) -> Value {
        match constant {
            Const::Number(bits) => Value::number(f64::from_bits(*bits)),
            Const::Text(text) => self.alloc_text(Text::new(text)),
            Const::Utf16(units) => self.alloc_text(Text::from_units(units)),
            Const::Library(function) => Value::Native(Native::Library(*function)),
        }
    }

    // Slots

    /// How many slots there are, free ones included.
    #[must_use]
    pub fn slot_count(&self) -> u32 {
        u32::try_from(self.permanent as usize + self.chunks.len() * CHUNK).unwrap_or(u32::MAX)
    }

    #[inline]
    pub(crate) fn slot(&self, reference: ObjectRef) -> &Slot {
        let (chunks, at) = match reference.0.checked_sub(self.permanent) {
            Some(at) => (&self.chunks, at as usize),
            None => (&self.tables.permanent, reference.0 as usize),
        };
        &chunks[at / CHUNK].slots[at % CHUNK]
    }

    /// A slot that does not belong to the program itself, and whether more than one task can reach it.
    #[inline]
    pub(crate) fn slot_and_mark(&self, reference: ObjectRef) -> (&Slot, bool) {
        let at = self.own(reference);
        let chunk = &self.chunks[at / CHUNK];
        (&chunk.slots[at % CHUNK], chunk.shared & (1 << (at % CHUNK)) != 0)
    }

    #[inline]
    fn slot_mut(&mut self, reference: ObjectRef) -> &mut Slot {
        let at = self.own(reference);
        let chunk = self.recycled.make_mut(&mut self.chunks[at / CHUNK]);
        &mut chunk.slots[at % CHUNK]
    }

    /// The place of a slot that does not belong to the program itself: nobody writes to one that does.
    #[inline]
    fn own(&self, reference: ObjectRef) -> usize {
        (reference.0 - self.permanent) as usize
    }

    fn alloc(&mut self, slot: Slot, weight: usize) -> ObjectRef {
        if self.free == NO_SLOT {
            self.add_chunk();
        }
        let reference = ObjectRef(self.free);
        let at = self.own(reference);
        let chunk = self.recycled.make_mut(&mut self.chunks[at / CHUNK]);
        chunk.note_fresh(at % CHUNK, self.stretch);
        let place = &mut chunk.slots[at % CHUNK];
        let Slot::Free { next } = *place else {
            panic!("the free list leads to a slot in use");
        };
        *place = slot;
        self.free = next;
        self.bytes += weight;
        self.largest = self.largest.max(weight);
        reference
    }

    fn add_chunk(&mut self) {
        let first = self.slot_count();
        let slots = std::array::from_fn(|offset| {
            let is_last = offset + 1 == CHUNK;
            let next = u32::try_from(offset + 1).map_or(NO_SLOT, |step| first + step);
            Slot::Free {
                next: if is_last { NO_SLOT } else { next },
            }
        });
        self.chunks.push(Arc::new(Chunk {
            slots,
            shared: 0,
            fresh: 0,
            stretch: 0,
        }));
        self.free = first;
    }

    /// Whether a slot belongs to the program itself (a constant, a library function) and never changes.
    pub(crate) fn is_permanent(&self, reference: ObjectRef) -> bool {
        reference.0 < self.permanent
    }

    // Texts, names and constants

    /// Puts a string into the heap.
    pub fn alloc_text(&mut self, text: Text) -> Value {
        let weight = 24 + text.len();
        Value::Text(self.alloc(Slot::Text(text), weight))
    }

    /// Puts a string into the heap.
    pub fn alloc_str(&mut self, text: &str) -> Value {
        self.alloc_text(Text::new(text))
    }

    /// The string in a text slot.
    ///
    /// # Panics
    /// If the slot holds something else: [`Value::Text`] never refers to such a slot.
    #[must_use]
    #[inline]
    pub fn text(&self, reference: ObjectRef) -> &Text {
        match self.slot(reference) {
            Slot::Text(text) => text,
            Slot::Free { .. } | Slot::Cell(_) | Slot::Symbol(_) | Slot::Object(_) => {
                panic!("slot {} holds no text", reference.0)
            }
        }
    }

    /// The string that a value is, if it is one.
    #[must_use]
    pub fn as_text(&self, value: Value) -> Option<&Text> {
        match value {
            Value::Text(reference) => Some(self.text(reference)),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Symbol(_)
            | Value::Object(_)
            | Value::Native(_)
            | Value::Cell(_)
            | Value::Uninitialized => None,
        }
    }

    /// The number of a name; interns it if need be.
    pub fn intern(&mut self, text: &Text) -> KeyId {
        if let Some(key) = self.keys.find(text) {
            return key;
        }
        self.bytes += 64 + text.len();
        Arc::make_mut(&mut self.keys).intern(text)
    }

    /// The number of a name, if any property or name of the program has it.
    #[must_use]
    pub fn find_key(&self, text: &Text) -> Option<KeyId> {
        self.keys.find(text)
    }

    /// The hash of a name's text, the same in every heap.
    #[must_use]
    pub fn key_hash(&self, key: KeyId) -> u64 {
        self.keys.hash(key)
    }

    /// The text of a name.
    #[must_use]
    pub fn key_text(&self, key: KeyId) -> &Text {
        self.keys.text(key)
    }

    /// A key as messages show it: a name as it is, `Symbol(description)`.
    #[must_use]
    pub fn key_display(&self, key: PropertyKey) -> String {
        match key {
            PropertyKey::Index(index) => index.to_string(),
            PropertyKey::Name(key) => self.key_text(key).to_display(),
            PropertyKey::Symbol(symbol) => self.symbol(symbol).descriptive(),
        }
    }

    /// What a name addresses.
    #[must_use]
    #[inline]
    pub fn property_key(&self, key: KeyId) -> PropertyKey {
        self.keys.property_key(key)
    }

    pub(crate) fn keys(&self) -> &KeyTable {
        &self.keys
    }

    /// What a function captures that captures nothing.
    pub(crate) fn no_captures(&self) -> Arc<[ObjectRef]> {
        Arc::clone(&self.tables.no_captures)
    }

    pub(crate) fn well_known(&self) -> &WellKnown {
        &self.tables.well_known
    }

    #[inline]
    pub(crate) fn constant(&self, index: u16) -> Value {
        self.tables.constants[usize::from(index)]
    }

    /// The value of a global name.
    #[must_use]
    #[inline]
    pub fn global(&self, global: GlobalId) -> Value {
        self.tables.globals[usize::from(global.0)]
    }

    /// What the built-in library says about itself.
    pub(crate) fn library(&self) -> &LibraryTables {
        &self.tables.library
    }

    /// How a native is reached.
    pub(crate) fn native_role(&self, native: Native) -> Role {
        match native {
            Native::Library(function) => self.tables.library.role(function),
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Prototype(_) => native.role(),
        }
    }

    /// The names of what the library adds to the properties of an owner.
    pub(crate) fn library_keys(&self, owner: Owner) -> Vec<KeyId> {
        let members = self.tables.library.members(owner);
        let names = members.filter_map(|member| self.find_key(&Text::new(&member.name)));
        names.collect()
    }

    /// The built-in function of an owner that is reached by a symbol.
    pub(crate) fn symbol_function(&self, owner: Owner, symbol: WellKnownSymbol) -> Option<Native> {
        self.tables.library.symbol_function(owner, symbol)
    }

    /// The function that writing to a property calls whose reading calls `getter`.
    pub(crate) fn setter_of(&self, getter: Native) -> Option<Native> {
        match getter {
            Native::Library(function) => self.tables.library.setter_of(function).map(Native::Library),
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Prototype(_) => {
                crate::native::setter_of(getter)
            }
        }
    }

    /// Whether a closure may write the cell in a register of a function.
    pub(crate) fn is_written_by_closures(&self, function: FunctionId, register: Reg) -> bool {
        self.tables.captured_writes.contains(function, register)
            || self.tables.library.captured_writes.contains(function, register)
    }

    pub(crate) fn permanent_count(&self) -> u32 {
        self.permanent
    }

    // Cells

    pub(crate) fn alloc_cell(&mut self, value: Value, name: Atom) -> ObjectRef {
        let cell = CellSlot {
            value,
            name,
            is_constant: false,
        };
        self.alloc(Slot::Cell(cell), 24)
    }

    #[inline]
    pub(crate) fn cell(&self, reference: ObjectRef) -> &CellSlot {
        match self.slot(reference) {
            Slot::Cell(cell) => cell,
            Slot::Free { .. } | Slot::Text(_) | Slot::Symbol(_) | Slot::Object(_) => {
                panic!("slot {} holds no cell", reference.0)
            }
        }
    }

    #[inline]
    pub(crate) fn cell_mut(&mut self, reference: ObjectRef) -> &mut CellSlot {
        match self.slot_mut(reference) {
            Slot::Cell(cell) => cell,
            Slot::Free { .. } | Slot::Text(_) | Slot::Symbol(_) | Slot::Object(_) => {
                panic!("slot {} holds no cell", reference.0)
            }
        }
    }

    /// What a cell holds: the value of a captured variable.
    #[must_use]
    pub fn cell_value(&self, reference: ObjectRef) -> Value {
        self.cell(reference).value
    }

    /// The name of the captured variable.
    #[must_use]
    pub fn cell_name(&self, reference: ObjectRef) -> Atom {
        self.cell(reference).name
    }

    /// Writes a cell, sharing what is stored if the cell is shared.
    #[inline]
    pub(crate) fn write_cell(&mut self, reference: ObjectRef, value: Value) {
        self.cell_mut(reference).value = value;
        self.share_if(reference, value);
    }
}
