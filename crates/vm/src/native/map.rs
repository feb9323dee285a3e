//! `Map` and `Set`.
//!
//! Owns their methods; order and lookup are the entries' own, iterators stand apart.

use super::Call;
use crate::error::Outcome;
use crate::object::{MapEntries, Object};
use crate::run::Machine;
use crate::{ErrorKind, Native, ObjectKind, ObjectRef, PropertyKey, Pure, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// The receiver, if it is a map (for `Map`'s methods) or a set (for `Set`'s).
pub(super) fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    let is_map_method = call.native.owner() == super::Owner::Map;
    if let Value::Object(reference) = call.this {
        let kind = &machine.context.heap.object(reference).kind;
        let is_fine = if is_map_method {
            matches!(kind, ObjectKind::Map(_))
        } else {
            matches!(kind, ObjectKind::Set(_))
        };
        if is_fine {
            return Ok(reference);
        }
    }
    let class = if is_map_method { "Map" } else { "Set" };
    let shown = machine.class_label(call.this);
    let name = match call.native {
        Pure::MapSize | Pure::SetSize => format!("get {class}.prototype.size"),
        method => format!("{class}.prototype.{}", method.name()),
    };
    let message = format!("Method {name} called on incompatible receiver {shown}");
    Err(machine.error(ErrorKind::TypeError, &message))
}

fn entries<'a>(machine: &'a M, reference: ObjectRef) -> &'a MapEntries {
    let kind = &machine.context.heap.object(reference).kind;
    let (ObjectKind::Map(entries) | ObjectKind::Set(entries)) = kind else {
        panic!("slot {} holds neither map nor set", reference.0);
    };
    entries
}

fn entries_mut<'a>(machine: &'a mut M, reference: ObjectRef) -> &'a mut MapEntries {
    let kind = &mut machine.context.heap.object_mut(reference).kind;
    let (ObjectKind::Map(entries) | ObjectKind::Set(entries)) = kind else {
        panic!("slot {} holds neither map nor set", reference.0);
    };
    entries
}

fn insert(machine: &mut M, reference: ObjectRef, key: Value, value: Value) -> Outcome<()> {
    // A key of negative zero becomes zero.
    let key = match key {
        Value::Number(number) => Value::number(number.get() + 0.0),
        key => key,
    };
    let index = machine.context.heap.map_key(key);
    let list = entries_mut(machine, reference);
    let before = list.len();
    list.insert(index, key, value);
    let len = list.len();
    let heap = &mut *machine.context.heap;
    heap.grow((len - before) * 96);
    heap.share_if(reference, key);
    heap.share_if(reference, value);
    heap.check_array_len(len)
}

fn construct(machine: &mut M, call: Call, kind: ObjectKind) -> Outcome<Value> {
    let is_map = matches!(kind, ObjectKind::Map(_));
    if !call.is_new() {
        let class = if is_map { "Map" } else { "Set" };
        let message = format!("Constructor {class} requires 'new'");
        return Err(machine.error(ErrorKind::TypeError, &message));
    }
    let is_own = call.new_target == Value::Native(Native::Pure(call.native));
    let is_pristine = is_own && machine.context.heap.is_realm_pristine();
    if !is_pristine && !call.arg(0).is_nullish() {
        // Elements go in through `set` or `add`, which are the program's to replace.
        return Err(Raise::Library);
    }
    let collection = machine.context.heap.alloc_object(Object::new(kind));
    if !call.arg(0).is_nullish() {
        for element in machine.elements_of(call.arg(0))? {
            let (key, value) = if is_map {
                if !element.is_object() {
                    let shown = machine.class_label(element);
                    let message = format!("Iterator value {shown} is not an entry object");
                    return Err(machine.error(ErrorKind::TypeError, &message));
                }
                let key = machine.get_value(element, PropertyKey::Index(0))?;
                (key, machine.get_value(element, PropertyKey::Index(1))?)
            } else {
                (element, Value::Undefined)
            };
            insert(machine, collection, key, value)?;
        }
    }
    Ok(Value::Object(collection))
}

pub(crate) fn construct_map(machine: &mut M, call: Call) -> Outcome<Value> {
    construct(machine, call, ObjectKind::Map(MapEntries::default()))
}

pub(crate) fn construct_set(machine: &mut M, call: Call) -> Outcome<Value> {
    construct(machine, call, ObjectKind::Set(MapEntries::default()))
}

pub(crate) fn get(machine: &mut M, call: Call) -> Outcome<Value> {
    let map = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(entries(machine, map).get(&key).unwrap_or(Value::Undefined))
}

pub(crate) fn set(machine: &mut M, call: Call) -> Outcome<Value> {
    let map = receiver(machine, call)?;
    insert(machine, map, call.arg(0), call.arg(1))?;
    Ok(call.this)
}

pub(crate) fn add(machine: &mut M, call: Call) -> Outcome<Value> {
    let set = receiver(machine, call)?;
    insert(machine, set, call.arg(0), Value::Undefined)?;
    Ok(call.this)
}

pub(crate) fn has(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(Value::Bool(entries(machine, collection).get(&key).is_some()))
}

pub(crate) fn delete(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    let key = machine.context.heap.map_key(call.arg(0));
    Ok(Value::Bool(entries_mut(machine, collection).remove(&key)))
}

pub(crate) fn clear(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    entries_mut(machine, collection).clear();
    Ok(Value::Undefined)
}

pub(crate) fn size(machine: &mut M, call: Call) -> Outcome<Value> {
    let collection = receiver(machine, call)?;
    Ok(Value::number(entries(machine, collection).len() as f64))
}
