//! What goes in by what it is rather than by where it stands.
//!
//! Owns how texts, symbols, keys and built-ins are told apart.

use super::{Canonical, NATIVE, SYMBOL, TEXT};
use crate::{Native, ObjectRef, PropertyKey, StackCall, StackLine, Symbol, SymbolKind, Text};

impl Canonical<'_> {
    /// Adds the built-in objects that the program changed, which it reaches by itself.
    pub(super) fn realm(&mut self) {
        let heap = self.heap;
        self.word(59 << 56 | u64::from(heap.has_shared()));
        for (native, overlay) in heap.overlays() {
            self.native(native);
            self.reference(overlay);
        }
    }

    pub(super) fn native(&mut self, native: Native) {
        let number = match native {
            Native::Pure(pure) => pure as u64,
            Native::Host(host) => 1 << 32 | host as u64,
            Native::Namespace(namespace) => 2 << 32 | namespace as u64,
            Native::Prototype(owner) => 3 << 32 | owner as u64,
            Native::Library(function) => 4 << 32 | u64::from(function.0),
        };
        self.word(NATIVE | number);
    }

    /// A symbol is what it is registered as, or the one that it is.
    pub(super) fn symbol(&mut self, reference: ObjectRef) {
        let symbol = self.heap.symbol(reference);
        match symbol.kind {
            SymbolKind::Registered => self.symbol_content(symbol),
            SymbolKind::Unique | SymbolKind::WellKnown | SymbolKind::Private => self.reference(reference),
        }
    }

    pub(super) fn symbol_content(&mut self, symbol: &Symbol) {
        let has_description = u64::from(symbol.description.is_some());
        self.word(SYMBOL | (symbol.kind as u64) << 1 | has_description);
        if let Some(description) = &symbol.description {
            self.text_content(description);
        }
    }

    pub(super) fn text(&mut self, reference: ObjectRef) {
        let text = self.heap.text(reference);
        self.text_content(text);
    }

    pub(super) fn text_content(&mut self, text: &Text) {
        self.word(TEXT | text.len() as u64);
        let (mut word, mut count) = (0u64, 0);
        for unit in text.units() {
            word = word << 16 | u64::from(unit);
            count += 1;
            if count == 4 {
                self.word(word);
                (word, count) = (0, 0);
            }
        }
        if count > 0 {
            self.word(word);
        }
    }

    pub(super) fn key(&mut self, key: PropertyKey) {
        match key {
            PropertyKey::Index(index) => self.word(17 << 56 | u64::from(index)),
            PropertyKey::Name(name) => self.word(self.heap.key_hash(name)),
            PropertyKey::Symbol(symbol) => self.symbol(symbol),
        }
    }

    /// A line of the stack of an error.
    pub(super) fn stack_line(&mut self, line: &StackLine) {
        self.word(75 << 56 | u64::from(line.line) << 1 | u64::from(line.is_async));
        match &line.call {
            StackCall::Function {
                function,
                name,
                class,
                is_new,
            } => {
                self.word(76 << 56 | u64::from(function.0) << 1 | u64::from(*is_new));
                self.label(name.as_deref());
                self.label(class.as_deref());
            }
            StackCall::Native { native, class } => {
                self.native(*native);
                self.label(class.as_deref());
            }
            StackCall::Combinator { kind, index } => self.word(77 << 56 | (*kind as u64) << 32 | u64::from(*index)),
        }
    }

    fn label(&mut self, label: Option<&str>) {
        match label {
            Some(label) => self.text_content(&Text::new(label)),
            None => self.word(78 << 56),
        }
    }
}
