//! `WeakMap`, `WeakSet` and `WeakRef`.
//!
//! Owns their methods. They keep what they hold: whether something unreachable is still there, no program can tell that
//! has no collector to watch.

use super::{Call, Owner};
use crate::error::Outcome;
use crate::object::{MapEntries, Object};
use crate::run::Machine;
use crate::{ErrorKind, Native, ObjectKind, ObjectRef, Raise, SymbolKind, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// The receiver, if it is of the class whose method is called.
fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    let owner = call.native.owner();
    if let Value::Object(reference) = call.this {
        let is_fine = match &machine.context.heap.object(reference).kind {
            ObjectKind::WeakMap(_) => owner == Owner::WeakMap,
            ObjectKind::WeakSet(_) => owner == Owner::WeakSet,
            ObjectKind::WeakRef(_) => owner == Owner::WeakRef,
            _ => false,
        };
        if is_fine {
            return Ok(reference);
        }
    }
    let class = match owner {
        Owner::WeakMap => "WeakMap",
        Owner::WeakSet => "WeakSet",
        _ => "WeakRef",
    };
    let shown = machine.class_label(call.this);
    let name = Native::Pure(call.native).name();
    let message = format!("Method {class}.prototype.{name} called on incompatible receiver {shown}");
    Err(machine.error(ErrorKind::TypeError, &message))
}

/// CanBeHeldWeakly.
fn can_be_held(machine: &M, value: Value) -> bool {
    match value {
        Value::Object(_) | Value::Native(_) => true,
        Value::Symbol(symbol) => machine.context.heap.symbol(symbol).kind != SymbolKind::Registered,
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Cell(_)
        | Value::Uninitialized => false,
    }
}

fn entries<'a>(machine: &'a mut M, reference: ObjectRef) -> &'a mut MapEntries {
    let kind = &mut machine.context.heap.object_mut(reference).kind;
    let (ObjectKind::WeakMap(entries) | ObjectKind::WeakSet(entries)) = kind else {
        panic!("slot {} holds neither weak map nor weak set", reference.0);
    };
    entries
}

fn construct(machine: &mut M, call: Call, kind: ObjectKind, class: &str) -> Outcome<Value> {
    if !call.is_new() {
        let message = format!("Constructor {class} requires 'new'");
        return Err(machine.error(ErrorKind::TypeError, &message));
    }
    if !call.arg(0).is_nullish() {
        // Elements go in through `set` or `add`, which are the program's to replace.
        return Err(Raise::Library);
    }
    Ok(Value::Object(machine.context.heap.alloc_object(Object::new(kind))))
}

pub(crate) fn construct_map(machine: &mut M, call: Call) -> Outcome<Value> {
    construct(machine, call, ObjectKind::WeakMap(MapEntries::default()), "WeakMap")
}

pub(crate) fn construct_set(machine: &mut M, call: Call) -> Outcome<Value> {
    construct(machine, call, ObjectKind::WeakSet(MapEntries::default()), "WeakSet")
}

pub(crate) fn construct_ref(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.is_new() {
        return Err(machine.error(ErrorKind::TypeError, "Constructor WeakRef requires 'new'"));
    }
    if !can_be_held(machine, call.arg(0)) {
        return Err(machine.error(ErrorKind::TypeError, "WeakRef: invalid target"));
    }
    let object = Object::new(ObjectKind::WeakRef(call.arg(0)));
    Ok(Value::Object(machine.context.heap.alloc_object(object)))
}

fn insert(machine: &mut M, collection: ObjectRef, key: Value, value: Value) -> Outcome<()> {
    let index = machine.context.heap.map_key(key);
    let list = entries(machine, collection);
    let before = list.len();
    list.insert(index, key, value);
    let len = list.len();
    let heap = &mut *machine.context.heap;
    heap.grow((len - before) * 96);
    heap.share_if(collection, key);
    heap.share_if(collection, value);
    heap.check_array_len(len)
}

pub(crate) fn set(machine: &mut M, call: Call) -> Outcome<Value> {
    let map = receiver(machine, call)?;
    if !can_be_held(machine, call.arg(0)) {
        return Err(machine.error(ErrorKind::TypeError, "Invalid value used as weak map key"));
    }
    insert(machine, map, call.arg(0), call.arg(1))?;
    Ok(call.this)
}

pub(crate) fn add(machine: &mut M, call: Call) -> Outcome<Value> {
    let set = receiver(machine, call)?;
    if !can_be_held(machine, call.arg(0)) {
        return Err(machine.error(ErrorKind::TypeError, "Invalid value used in weak set"));
    }
    insert(machine, set, call.arg(0), Value::Undefined)?;
    Ok(call.this)
}

pub(crate) fn get(machine: &mut M, call: Call) -> Outcome<Value> {
    let map = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(entries(machine, map).get(&key).unwrap_or(Value::Undefined))
}

pub(crate) fn has(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(Value::Bool(entries(machine, collection).get(&key).is_some()))
}

pub(crate) fn delete(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(Value::Bool(entries(machine, collection).remove(&key)))
}

pub(crate) fn deref(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    match machine.context.heap.object(reference).kind {
        ObjectKind::WeakRef(value) => Ok(value),
        _ => Ok(Value::Undefined),
    }
}
