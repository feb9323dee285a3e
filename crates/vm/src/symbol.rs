//! Symbols: what tells one from another.
//!
//! Owns their kinds and the list of well-known ones. Where they live is the heap's; what the program does with them is
//! the built-ins'.

use crate::{ObjectRef, Text};

/// Where a symbol comes from, which decides how long it is the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SymbolKind {
    /// `Symbol()`: the same as itself only.
    Unique,
    /// `Symbol.for(key)`: the same wherever the key is.
    Registered,
    /// One that the language itself asks for.
    WellKnown,
    /// The name of a private element, `#x`: never a value of the program, never reported by reflection.
    Private,
}

/// A symbol in the heap.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Symbol {
    /// What `description` gives; the key of a registered symbol, the name with its `#` of a private one.
    pub description: Option<Text>,
    /// Where it comes from.
    pub kind: SymbolKind,
    /// What has a private method or accessor of this name, in the words of messages: `an instance of class A`.
    pub brand: Option<Text>,
}

macro_rules! well_known_symbols {
    ($($variant:ident $name:literal,)*) => {
        /// The symbols that the language itself asks for (ECMA-262 section 6.1.5.1). Each stands in the slot of its
        /// number in every heap.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs, reason = "the names are the properties' names of `Symbol`")]
        pub enum WellKnownSymbol { $($variant,)* }

        impl WellKnownSymbol {
            /// All of them, in order.
            pub const ALL: &'static [WellKnownSymbol] = &[$(WellKnownSymbol::$variant,)*];

            /// The property of `Symbol` that holds it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(WellKnownSymbol::$variant => $name,)* }
            }
        }
    };
}

well_known_symbols! {
    AsyncIterator "asyncIterator",
    HasInstance "hasInstance",
    IsConcatSpreadable "isConcatSpreadable",
    Iterator "iterator",
    Match "match",
    MatchAll "matchAll",
    Replace "replace",
    Search "search",
    Species "species",
    Split "split",
    ToPrimitive "toPrimitive",
    ToStringTag "toStringTag",
    Unscopables "unscopables",
}

impl WellKnownSymbol {
    /// The slot that it stands in.
    #[must_use]
    #[inline]
    pub const fn reference(self) -> ObjectRef {
        ObjectRef(self as u32)
    }

    /// The well-known symbol in a slot.
    #[must_use]
    #[inline]
    pub fn of(reference: ObjectRef) -> Option<WellKnownSymbol> {
        WellKnownSymbol::ALL.get(reference.0 as usize).copied()
    }

    /// The text that a built-in method of this name is listed under: `[Symbol.iterator]`.
    pub(crate) fn listed(name: &str) -> Option<WellKnownSymbol> {
        let name = name.strip_prefix("[Symbol.")?.strip_suffix(']')?;
        WellKnownSymbol::ALL
            .iter()
            .copied()
            .find(|symbol| symbol.name() == name)
    }
}

impl Symbol {
    /// What `String(symbol)` gives: `Symbol(description)`. A private name is shown as it is written.
    #[must_use]
    pub fn descriptive(&self) -> String {
        let description = self.description.as_ref().map(Text::to_display).unwrap_or_default();
        match self.kind {
            SymbolKind::Private => description,
            SymbolKind::Unique | SymbolKind::Registered | SymbolKind::WellKnown => format!("Symbol({description})"),
        }
    }
}
