//! Canonical fingerprints of worlds: equal for states that differ only in how the heap numbers its slots.
//!
//! Owns the renaming of references by first visit and the walk. What else belongs to a state is
//! the caller's to add. Registers that are not live are left out, strings and names go in by content, and what only a
//! screen reads (where a promise comes from, how often a place was overwritten) does not go in at all.

mod fiber;
#[cfg(test)]
mod generator_tests;
mod hash;
mod names;
#[cfg(test)]
mod object_tests;
#[cfg(test)]
mod tests;

use bytecode::{Liveness, Program};

use crate::heap::Slot;
use crate::object::{Integrity, IteratorState};
use crate::{
    Heap, HostClass, Object, ObjectKind, ObjectRef, Origin, Promise, PromiseState, PropertyKey, Prototype, Reaction,
    Text, Value,
};

/// Hashes the content of a string.
pub(crate) fn hash_text(text: &Text) -> u64 {
    text.units().fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ u64::from(unit)).wrapping_mul(0x100_0000_01b3)
    })
}

// A value is one word: a number its bits, anything else what can be no number's bits, because there is only one NaN, with
// the text behind it if it is one. The words that say what follows them may look like numbers, so that it is always plain
// from what came before whether a value is next.
const OTHER: u64 = 0xfff9 << 48;
const REFERENCE: u64 = 0xfffa << 48;
const NATIVE: u64 = 0xfffb << 48;
const TEXT: u64 = 0xfffc << 48;
const SYMBOL: u64 = 0xfffd << 48;

/// What fingerprinting keeps from one state to the next: one per program and search.
#[derive(Clone, Debug, Default)]
pub struct CanonicalScratch {
    /// By function, once it was met.
    liveness: Vec<Option<Liveness>>,
    /// By slot: in which fingerprint it was seen last and which number it got there.
    numbers: Vec<(u32, u32)>,
    /// By activity: the number that it got in this fingerprint.
    fibers: Vec<u32>,
    /// Activities in order of discovery.
    fibers_found: Vec<u32>,
    epoch: u32,
    /// What is hashed in the end.
    words: Vec<u64>,
    /// Slots in order of discovery.
    found: Vec<ObjectRef>,
    hosts: Vec<(HostClass, u32)>,
    host_numbers: Vec<(u32, u32)>,
}

impl CanonicalScratch {
    /// Prepares for a program.
    #[must_use]
    pub fn new(program: &Program) -> CanonicalScratch {
        CanonicalScratch {
            liveness: vec![None; program.functions.len()],
            ..CanonicalScratch::default()
        }
    }
}

/// A fingerprint under construction.
///
/// The protocol: add words, values and fibers in a fixed order, then alternate [`Canonical::finish_heap`],
/// [`Canonical::next_host`] and [`Canonical::next_fiber`] until nothing further was met.
#[derive(Debug)]
pub struct Canonical<'a> {
    heap: &'a Heap,
    program: &'a Program,
    scratch: &'a mut CanonicalScratch,
    walked: usize,
    next_host: usize,
    next_fiber: usize,
}

impl<'a> Canonical<'a> {
    /// Begins a fingerprint.
    #[must_use]
    pub fn new(heap: &'a Heap, program: &'a Program, scratch: &'a mut CanonicalScratch) -> Canonical<'a> {
        scratch.epoch = match scratch.epoch.checked_add(1) {
            Some(epoch) => epoch,
            None => {
                scratch.numbers.clear();
                scratch.host_numbers.clear();
                1
            }
        };
        let slots = heap.slot_count() as usize;
        if scratch.numbers.len() < slots {
            scratch.numbers.resize(slots, (0, 0));
        }
        scratch.words.clear();
        scratch.found.clear();
        scratch.hosts.clear();
        scratch.fibers.clear();
        scratch.fibers_found.clear();
        let mut canonical = Canonical {
            heap,
            program,
            scratch,
            walked: 0,
            next_host: 0,
            next_fiber: 0,
        };
        canonical.realm();
        canonical
    }

    /// The number that an activity has in this state; the next one if it is met for the first time, so that it does not
    /// depend on the order in which activities were made.
    #[inline]
    pub fn fiber_number(&mut self, activity: u32) -> u32 {
        let index = activity as usize;
        if self.scratch.fibers.len() <= index {
            self.scratch.fibers.resize(index + 1, u32::MAX);
        }
        let number = &mut self.scratch.fibers[index];
        if *number == u32::MAX {
            *number = self.scratch.fibers_found.len() as u32;
            self.scratch.fibers_found.push(activity);
        }
        *number
    }

    /// The next activity that was met, in the order of their numbers. Add its state with [`Canonical::fiber`].
    #[inline]
    pub fn next_fiber(&mut self) -> Option<u32> {
        let fiber = self.scratch.fibers_found.get(self.next_fiber).copied();
        self.next_fiber += usize::from(fiber.is_some());
        fiber
    }

    /// How many activities were met.
    #[must_use]
    pub fn fiber_count(&self) -> usize {
        self.scratch.fibers_found.len()
    }

    /// Adds a word.
    #[inline]
    pub fn word(&mut self, word: u64) {
        self.scratch.words.push(word);
    }

    /// Adds a value; what it refers to is walked by [`Canonical::finish_heap`].
    #[inline]
    pub fn value(&mut self, value: Value) {
        match value {
            Value::Undefined => self.word(OTHER | 1),
            Value::Null => self.word(OTHER | 2),
            Value::Bool(false) => self.word(OTHER | 3),
            Value::Bool(true) => self.word(OTHER | 4),
            Value::Uninitialized => self.word(OTHER | 5),
            Value::Number(number) => self.word(number.bits()),
            Value::Text(text) => self.text(text),
            Value::Symbol(symbol) => self.symbol(symbol),
            Value::Object(reference) | Value::Cell(reference) => self.reference(reference),
            Value::Native(native) => self.native(native),
        }
    }

    /// Adds a reference by the number that it has in this state.
    #[inline]
    pub fn reference(&mut self, reference: ObjectRef) {
        let number = self.number_of(reference);
        self.word(REFERENCE | u64::from(number));
    }

    /// The number that a slot has in this state; the next one if it is met for the first time.
    #[inline]
    fn number_of(&mut self, reference: ObjectRef) -> u32 {
        let place = &mut self.scratch.numbers[reference.0 as usize];
        if place.0 != self.scratch.epoch {
            *place = (self.scratch.epoch, self.scratch.found.len() as u32);
            self.scratch.found.push(reference);
        }
        place.1
    }

    /// Walks everything discovered so far.
    pub fn finish_heap(&mut self) {
        while let Some(&reference) = self.scratch.found.get(self.walked) {
            self.walked += 1;
            if self.heap.is_permanent(reference) {
                self.word(18 << 56 | u64::from(reference.0));
                continue;
            }
            let (slot, is_shared) = self.heap.slot_and_mark(reference);
            let is_shared = u64::from(is_shared);
            match slot {
                Slot::Cell(cell) => {
                    self.word(19 << 56 | is_shared << 1 | u64::from(cell.is_constant));
                    self.value(cell.value);
                }
                Slot::Object(object) => {
                    self.object(object, is_shared);
                }
                Slot::Text(_) => self.text(reference),
                Slot::Symbol(symbol) => self.symbol_content(symbol),
                Slot::Free { .. } => panic!("slot {} is free but referred to", reference.0),
            }
        }
    }

    fn object(&mut self, object: &Object, is_shared: u64) {
        let properties = &object.properties;
        let prototype = match object.prototype {
            Prototype::Default => 0,
            Prototype::Null => 1,
            Prototype::Object(_) => 2,
            Prototype::Native(_) => 3,
        };
        let bits = prototype << 4
            | is_shared << 3
            | u64::from(object.has_fixed_length) << 2
            | u64::from(object.is_materialized) << 1
            | u64::from(object.is_prototype);
        // Of most objects nothing is to be said but whether they are shared. The word of a kind has no use for the highest bit.
        if properties.is_empty() && bits & !(1 << 3) == 0 && object.integrity == Integrity::Extensible {
            let first = self.scratch.words.len();
            self.kind(&object.kind);
            self.scratch.words[first] |= is_shared << 63;
            return;
        }
        self.word(20 << 56 | (properties.len() as u64) << 16 | bits << 8 | object.integrity as u64);
        self.kind(&object.kind);
        match object.prototype {
            Prototype::Default | Prototype::Null => {}
            Prototype::Object(prototype) => self.reference(prototype),
            Prototype::Native(native) => self.native(native),
        }
        for property in properties.named() {
            let flags = u64::from(property.flags.bits());
            match PropertyKey::from(property.key) {
                PropertyKey::Name(name) => self.word(self.heap.key_hash(name) ^ flags),
                key @ (PropertyKey::Symbol(_) | PropertyKey::Index(_)) => {
                    self.word(54 << 56 | flags);
                    self.key(key);
                }
            }
            self.value(property.value);
        }
        if properties.has_elements() {
            for (index, flags, value) in properties.elements() {
                self.word(u64::from(flags.bits()) << 32 | u64::from(index));
                self.value(value);
            }
        }
    }

    fn kind(&mut self, kind: &ObjectKind) {
        match kind {
            ObjectKind::Plain => self.word(30),
            ObjectKind::Array(items) => {
                self.word(31 << 56 | items.len() as u64);
                items.iter().for_each(|&item| self.value(item));
            }
            ObjectKind::Closure {
                function,
                captures,
                this,
            } => {
                let has_this = *this != Value::Undefined;
                self.word(32 << 56 | u64::from(has_this) << 32 | u64::from(function.0));
                if has_this {
                    self.value(*this);
                }
                captures.iter().for_each(|&cell| self.reference(cell));
            }
            ObjectKind::BoundFunction { target, this, args } => {
                self.word(33 << 56 | args.len() as u64);
                self.value(*target);
                self.value(*this);
                args.iter().for_each(|&argument| self.value(argument));
            }
            ObjectKind::ResolveFunction {
                promise,
                is_reject,
                generation,
            } => {
                let record = self.heap.as_promise(Value::Object(*promise));
                let counts = record.is_some_and(|record| record.generation == *generation);
                self.word(34 << 56 | u64::from(counts) << 1 | u64::from(*is_reject));
                self.reference(*promise);
            }
            ObjectKind::Promise(promise) => self.promise(promise),
            ObjectKind::Aggregate(aggregate) => {
                self.word(35 << 56 | (aggregate.kind as u64) << 32 | u64::from(aggregate.remaining));
                self.reference(aggregate.results);
                self.reference(aggregate.promise);
            }
            ObjectKind::Error(error) => {
                let flags = (error.kind as u64) | u64::from(error.is_over_release) << 7;
                let kind = (error.stack.len() as u64) << 8 | flags;
                self.word(36 << 56 | kind << 32 | u64::from(error.line));
                for line in &error.stack {
                    self.stack_line(line);
                }
            }
            ObjectKind::Map(entries) => self.entries(37, entries),
            ObjectKind::Set(entries) => self.entries(38, entries),
            ObjectKind::WeakMap(entries) => self.entries(61, entries),
            ObjectKind::WeakSet(entries) => self.entries(62, entries),
            ObjectKind::Iterator(state) => self.iterator(state),
            ObjectKind::Host { class, id } => {
                let number = self.host(*class, *id);
                self.word(39 << 56 | (*class as u64) << 32 | number);
            }
            ObjectKind::Accessor { get, set } => {
                self.word(56 << 56);
                self.value(*get);
                self.value(*set);
            }
            ObjectKind::Primitive(value) => {
                self.word(57 << 56);
                self.value(*value);
            }
            ObjectKind::Arguments => self.word(58 << 56),
            ObjectKind::Generator(generator) => self.generator(generator),
            ObjectKind::IteratorRecord {
                iterator,
                next,
                is_done,
            } => {
                self.word(59 << 56 | u64::from(*is_done));
                self.value(*iterator);
                self.value(*next);
            }
            ObjectKind::WeakRef(value) => {
                self.word(60 << 56);
                self.value(*value);
            }
            ObjectKind::Timer(timer) => {
                let flags = u64::from(timer.is_refed) << 1 | u64::from(timer.is_cleared);
                self.word(66 << 56 | (timer.kind as u64) << 8 | flags);
                self.word((timer.arguments.len() as u64) << 32 | u64::from(timer.number.unwrap_or(0)));
                self.word(timer.delay);
                self.value(timer.callback);
                timer.arguments.iter().for_each(|&argument| self.value(argument));
            }
            ObjectKind::Date(time) => {
                self.word(63 << 56);
                self.word(time.bits());
            }
            ObjectKind::RegExp(regexp) => {
                self.word(64 << 56);
                self.text_content(&regexp.source);
                self.text_content(&crate::Text::new(&regexp.flags().to_string()));
            }
        }
    }

    fn entries(&mut self, tag: u64, entries: &crate::MapEntries) {
        self.word(tag << 56 | entries.len() as u64);
        for (key, value) in entries.iter() {
            self.value(key);
            self.value(value);
        }
    }

    fn promise(&mut self, promise: &Promise) {
        let (state, outcome) = match promise.state {
            PromiseState::Pending => (0, None),
            PromiseState::Fulfilled(value) => (1, Some(value)),
            PromiseState::Rejected(error) => (2, Some(error)),
        };
        let flags = state << 2 | u64::from(promise.is_handled) << 1 | u64::from(promise.is_locked_in);
        self.word(40 << 56 | flags << 32 | promise.reactions.len() as u64);
        if let Some(value) = outcome {
            self.value(value);
        }
        match promise.origin {
            Origin::Task(task) => self.word(51 << 56 | u64::from(task)),
            Origin::None
            | Origin::Call(_)
            | Origin::Timer { .. }
            | Origin::Host { .. }
            | Origin::Io
            | Origin::Aggregate { .. } => {}
        }
        for reaction in &promise.reactions {
            match reaction {
                Reaction::Fiber(activity) => {
                    let number = self.fiber_number(*activity);
                    self.word(41 << 56 | u64::from(number));
                }
                Reaction::Then {
                    on_fulfilled,
                    on_rejected,
                    derived,
                    lane,
                } => {
                    self.word(42 << 56 | u64::from(*lane));
                    self.value(*on_fulfilled);
                    self.value(*on_rejected);
                    self.reference(*derived);
                }
                Reaction::Adopt { promise } => {
                    self.word(43 << 56);
                    self.reference(*promise);
                }
                Reaction::Aggregate { aggregate, index } => {
                    self.word(44 << 56 | u64::from(*index));
                    self.reference(*aggregate);
                }
            }
        }
    }

    fn iterator(&mut self, state: &IteratorState) {
        match state {
            IteratorState::Array { array, index, kind } => {
                self.word(45 << 56 | (*kind as u64) << 32 | u64::from(*index));
                self.reference(*array);
            }
            IteratorState::Text { text, index } => {
                self.word(46 << 56 | u64::from(*index));
                self.text(*text);
            }
            IteratorState::Map { map, sequence, kind } => {
                let rank = match &self.heap.object(*map).kind {
                    ObjectKind::Map(entries) | ObjectKind::Set(entries) => entries.rank(*sequence),
                    _ => 0,
                };
                self.word(47 << 56 | (*kind as u64) << 32 | rank as u64);
                self.reference(*map);
            }
            IteratorState::Keys { object, names, index } => {
                self.word(48 << 56 | (names.len() as u64) << 32 | u64::from(*index));
                self.value(*object);
                names.iter().for_each(|&name| self.value(name));
            }
            IteratorState::Done => self.word(49 << 56),
        }
    }

    fn host(&mut self, class: HostClass, id: u32) -> u64 {
        let index = id as usize;
        if self.scratch.host_numbers.len() <= index {
            self.scratch.host_numbers.resize(index + 1, (0, 0));
        }
        let place = &mut self.scratch.host_numbers[index];
        if place.0 != self.scratch.epoch {
            *place = (self.scratch.epoch, self.scratch.hosts.len() as u32);
            self.scratch.hosts.push((class, id));
        }
        u64::from(place.1)
    }

    /// The next object of the world that the walk came across, in order of discovery. Add its state with
    /// [`Canonical::word`] and [`Canonical::value`], then call [`Canonical::finish_heap`] again.
    #[inline]
    pub fn next_host(&mut self) -> Option<(HostClass, u32)> {
        let host = self.scratch.hosts.get(self.next_host).copied();
        self.next_host += usize::from(host.is_some());
        host
    }

    /// Whether the walk has come across the object of the world that has this number.
    #[must_use]
    pub fn has_host(&self, id: u32) -> bool {
        let place = self.scratch.host_numbers.get(id as usize);
        place.is_some_and(|place| place.0 == self.scratch.epoch)
    }

    /// The program whose state is hashed.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.program
    }

    /// The fingerprint.
    #[must_use]
    pub fn finish(self) -> u128 {
        hash::digest(&self.scratch.words)
    }
}
