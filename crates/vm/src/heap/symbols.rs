//! Symbols in the heap.
//!
//! Owns their slots and the registry behind `Symbol.for`. Which symbols the language asks for is told elsewhere.

use std::sync::Arc;

use super::{Heap, Slot};
use crate::{ObjectRef, Symbol, SymbolKind, Text, Value, WellKnownSymbol};

impl Heap {
    /// A new symbol.
    pub fn alloc_symbol(&mut self, description: Option<Text>, kind: SymbolKind) -> ObjectRef {
        let weight = 64 + description.as_ref().map_or(0, Text::len);
        let symbol = Symbol {
            description,
            kind,
            brand: None,
        };
        self.alloc(Slot::Symbol(Box::new(symbol)), weight)
    }

    /// The name of a private element; `brand` is what has it, if it is a method or an accessor.
    pub fn alloc_private_name(&mut self, name: Text, brand: Option<Text>) -> ObjectRef {
        let weight = 64 + name.len();
        let symbol = Symbol {
            description: Some(name),
            kind: SymbolKind::Private,
            brand,
        };
        self.alloc(Slot::Symbol(Box::new(symbol)), weight)
    }

    /// Puts a well-known symbol into its slot, which is the next one.
    pub(super) fn alloc_well_known(&mut self, symbol: WellKnownSymbol) {
        let description = Text::new(&format!("Symbol.{}", symbol.name()));
        let reference = self.alloc_symbol(Some(description), SymbolKind::WellKnown);
        debug_assert_eq!(reference, symbol.reference());
    }

    /// The symbol in a slot.
    ///
    /// # Panics
    /// If the slot holds something else: [`Value::Symbol`] never refers to such a slot.
    #[must_use]
    pub fn symbol(&self, reference: ObjectRef) -> &Symbol {
        match self.slot(reference) {
            Slot::Symbol(symbol) => symbol,
            Slot::Free { .. } | Slot::Cell(_) | Slot::Text(_) | Slot::Object(_) => {
                panic!("slot {} holds no symbol", reference.0)
            }
        }
    }

    /// The reference of a well-known symbol.
    #[must_use]
    #[inline]
    pub fn symbol_ref(&self, symbol: WellKnownSymbol) -> ObjectRef {
        symbol.reference()
    }

    /// Whether a symbol is the name of a private element.
    #[must_use]
    pub fn is_private_name(&self, reference: ObjectRef) -> bool {
        self.symbol(reference).kind == SymbolKind::Private
    }

    /// `Symbol.for(key)`.
    pub fn registered_symbol(&mut self, key: &Text) -> Value {
        if let Some(&known) = self.registered.get(key) {
            return Value::Symbol(known);
        }
        let symbol = self.alloc_symbol(Some(key.clone()), SymbolKind::Registered);
        Arc::make_mut(&mut self.registered).insert(key.clone(), symbol);
        Value::Symbol(symbol)
    }

    /// Forgets registered symbols that were not reached.
    pub(super) fn sweep_registered(&mut self, is_reached: impl Fn(ObjectRef) -> bool) {
        if self.registered.values().any(|&symbol| !is_reached(symbol)) {
            Arc::make_mut(&mut self.registered).retain(|_, symbol| is_reached(*symbol));
        }
    }
}
