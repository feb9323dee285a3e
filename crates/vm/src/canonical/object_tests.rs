//! What a program can read of objects, and nothing else, is in their fingerprints.

use super::*;
use crate::run::tests::empty_program;
use crate::{Flags, HeapLimits, Integrity, KeyId, NameKey, Native, Owner, Pure, SymbolKind};

/// The fingerprint of what `make` builds in a fresh heap.
fn of(make: impl FnOnce(&mut Heap) -> Value) -> u128 {
    let program = empty_program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let root = make(&mut heap);
    let mut scratch = CanonicalScratch::new(&program);
    let mut canonical = Canonical::new(&heap, &program, &mut scratch);
    canonical.value(root);
    canonical.finish_heap();
    canonical.finish()
}

/// The fingerprint of an object that `change` was applied to.
fn changed(change: impl FnOnce(&mut Heap, ObjectRef)) -> u128 {
    of(|heap| {
        let object = heap.alloc_plain();
        change(heap, object);
        Value::Object(object)
    })
}

fn name(heap: &mut Heap, text: &str) -> KeyId {
    heap.intern(&Text::new(text))
}

fn all_differ(prints: &[u128]) {
    for (index, print) in prints.iter().enumerate() {
        assert!(!prints[..index].contains(print), "number {index} is like one before");
    }
}

#[test]
fn attributes_are_told_apart() {
    let with = |flags: Flags| {
        changed(|heap, object| {
            let key = name(heap, "x");
            heap.object_mut(object).properties.define(key, flags, Value::Null);
        })
    };
    all_differ(&[
        with(Flags::ALL),
        with(Flags::HIDDEN),
        with(Flags::NONE),
        with(Flags::WRITABLE),
        with(Flags::ENUMERABLE),
        with(Flags::CONFIGURABLE),
    ]);
    let element = |flags: Flags| {
        changed(|heap, object| {
            let _ = heap.object_mut(object).properties.define_element(1, flags, Value::Null);
        })
    };
    all_differ(&[element(Flags::ALL), element(Flags::NONE), element(Flags::HIDDEN)]);
}

#[test]
fn prototypes_and_what_may_still_happen_are_told_apart() {
    let linked = |prototype: Prototype| changed(|heap, object| heap.object_mut(object).prototype = prototype);
    let to_object = changed(|heap, object| {
        let prototype = heap.alloc_plain();
        heap.object_mut(object).prototype = Prototype::Object(prototype);
    });
    let restricted = |integrity: Integrity| changed(|heap, object| heap.object_mut(object).integrity = integrity);
    all_differ(&[
        linked(Prototype::Default),
        linked(Prototype::Null),
        linked(Prototype::Native(Native::Prototype(Owner::Map))),
        linked(Prototype::Native(Native::Prototype(Owner::Set))),
        to_object,
        restricted(Integrity::NotExtensible),
        restricted(Integrity::Sealed),
        restricted(Integrity::Frozen),
    ]);
    let array = |is_fixed: bool| {
        of(|heap| {
            let array = heap.alloc_array(vec![Value::Null]);
            heap.object_mut(array).has_fixed_length = is_fixed;
            Value::Object(array)
        })
    };
    assert_ne!(array(false), array(true));
}

#[test]
fn the_order_of_properties_is_told_apart() {
    let in_order = |names: [&str; 2]| {
        changed(|heap, object| {
            for text in names {
                let key = name(heap, text);
                heap.object_mut(object).properties.set(key, Value::Null);
            }
        })
    };
    assert_ne!(in_order(["a", "b"]), in_order(["b", "a"]));
    // In which order the names became known is not.
    let known_before = changed(|heap, object| {
        name(heap, "b");
        let (a, b) = (name(heap, "a"), name(heap, "b"));
        heap.object_mut(object).properties.set(a, Value::Null);
        heap.object_mut(object).properties.set(b, Value::Null);
    });
    assert_eq!(in_order(["a", "b"]), known_before);
}

#[test]
fn accessors_are_told_by_their_functions() {
    let with = |get: Value, set: Value| {
        changed(|heap, object| {
            let key = name(heap, "x");
            let accessor = heap.alloc_object(Object::new(ObjectKind::Accessor { get, set }));
            let flags = Flags::ENUMERABLE.with(Flags::ACCESSOR);
            let value = Value::Object(accessor);
            heap.object_mut(object).properties.define(key, flags, value);
        })
    };
    let function = Value::Native(Native::Pure(Pure::MapSize));
    let other = Value::Native(Native::Pure(Pure::SetSize));
    all_differ(&[
        with(function, Value::Undefined),
        with(Value::Undefined, function),
        with(other, Value::Undefined),
        with(function, other),
    ]);
}

/// An object with a symbol as key and value, after some garbage.
fn with_symbol(garbage: usize, kind: SymbolKind, description: Option<&str>) -> u128 {
    changed(|heap, object| {
        for _ in 0..garbage {
            heap.alloc_symbol(None, SymbolKind::Unique);
        }
        let symbol = match kind {
            SymbolKind::Registered => match heap.registered_symbol(&Text::new(description.unwrap_or_default())) {
                Value::Symbol(symbol) => symbol,
                other => panic!("no symbol: {other:?}"),
            },
            _ => heap.alloc_symbol(description.map(Text::new), kind),
        };
        let key = NameKey::of_symbol(symbol);
        heap.object_mut(object).properties.set(key, Value::Symbol(symbol));
    })
}

#[test]
fn symbols_are_told_by_what_they_are_and_not_by_where_they_stand() {
    all_differ(&[
        with_symbol(0, SymbolKind::Unique, Some("a")),
        with_symbol(0, SymbolKind::Unique, Some("b")),
        with_symbol(0, SymbolKind::Unique, Some("")),
        with_symbol(0, SymbolKind::Unique, None),
        with_symbol(0, SymbolKind::Registered, Some("a")),
        with_symbol(0, SymbolKind::Private, Some("a")),
    ]);
    for kind in [SymbolKind::Unique, SymbolKind::Registered] {
        assert_eq!(with_symbol(0, kind, Some("a")), with_symbol(5, kind, Some("a")));
    }
    // The same symbol twice is not two symbols of one description; of registered ones there is only one.
    let pair = |is_same: bool| {
        of(|heap| {
            let first = heap.alloc_symbol(Some(Text::new("a")), SymbolKind::Unique);
            let second = heap.alloc_symbol(Some(Text::new("a")), SymbolKind::Unique);
            let second = if is_same { first } else { second };
            Value::Object(heap.alloc_array(vec![Value::Symbol(first), Value::Symbol(second)]))
        })
    };
    assert_ne!(pair(true), pair(false));
}

#[test]
fn a_registration_that_nobody_holds_is_no_part_of_a_state() {
    let without = changed(|_, _| {});
    let registered = changed(|heap, _| {
        let _ = heap.registered_symbol(&Text::new("key"));
    });
    assert_eq!(without, registered);
    let program = empty_program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let before = heap.bytes();
    let Value::Symbol(first) = heap.registered_symbol(&Text::new("key")) else {
        panic!("no symbol");
    };
    heap.collect(|_| {});
    assert_eq!(heap.bytes(), before);
    heap.alloc_plain();
    let again = heap.registered_symbol(&Text::new("key"));
    assert_ne!(again, Value::Symbol(first), "the slot was handed out to somebody else");
}

#[test]
fn changed_built_ins_are_part_of_a_state() {
    let overlaid = |native: Option<Native>, value: Value| {
        of(|heap| {
            if let Some(native) = native {
                let overlay = heap.alloc_plain();
                let key = name(heap, "extra");
                heap.object_mut(overlay).properties.set(key, value);
                heap.set_overlay(native, overlay);
            }
            Value::Null
        })
    };
    let array = Some(Native::Prototype(Owner::Array));
    all_differ(&[
        overlaid(None, Value::Null),
        overlaid(array, Value::Null),
        overlaid(array, Value::Bool(true)),
        overlaid(Some(Native::Prototype(Owner::Object)), Value::Null),
    ]);
}
