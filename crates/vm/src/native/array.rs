//! `Array` and what arrays can do without calling anybody back.
//!
//! Owns the methods that change an array and those that read it. Iterators stand apart; methods with callbacks are
//! the library's.

use std::collections::VecDeque;

use crate::error::Outcome;
use crate::number::to_integer;
use crate::object::{Integrity, IterationKind, IteratorState, Prototype};
use crate::run::{Machine, same_value_zero, strict_equal};
use crate::{Native, ObjectKind, ObjectRef, Owner, PropertyKey, Pure, Raise, Text, Value, WellKnownSymbol};

use super::Call;
use super::convert::count;

/// How deep `flat` goes at most.
const MAX_FLAT_DEPTH: f64 = 1000.0;

pub(crate) fn construct(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let [Value::Number(length)] = call.args else {
        return machine.new_array(call.args.to_vec());
    };
    let length = length.get();
    if length < 0.0 || length.trunc() != length || length > f64::from(u32::MAX) {
        return Err(machine.range_error("Invalid array length"));
    }
    machine.context.heap.check_array_len(length as usize)?;
    machine.new_array(vec![Value::Uninitialized; length as usize])
}

pub(crate) fn of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    if call.this != Value::Native(Native::Pure(Pure::Array)) {
        return Err(Raise::Library);
    }
    machine.new_array(call.args.to_vec())
}

pub(crate) fn is_array(machine: &mut Machine, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.context.heap.as_array(call.arg(0)).is_some()))
}

// Receivers

/// The receiver, if it is an array whose elements are all plain properties. Anything else is the library's.
pub(super) fn receiver(machine: &mut Machine, call: Call) -> Outcome<ObjectRef> {
    if let Some(reference) = call.this.object() {
        let object = machine.context.heap.object(reference);
        if matches!(object.kind, ObjectKind::Array(_))
            && !object.has_fixed_length
            && !object.properties.has_elements()
            && !inherits_elements(machine, object.prototype)
        {
            return Ok(reference);
        }
    }
    if call.this.is_nullish() {
        let message = match call.native {
            Pure::ArrayConcat | Pure::ArrayIndexOf => {
                format!("Array.prototype.{} called on null or undefined", call.native.name())
            }
            // V8 names only some of the methods.
            _ => "Cannot convert undefined or null to object".to_owned(),
        };
        return Err(machine.type_error(&message));
    }
    Err(Raise::Library)
}

/// Whether something stands behind the holes of an array: an element of what it inherits from.
fn inherits_elements(machine: &Machine, prototype: Prototype) -> bool {
    let heap = &*machine.context.heap;
    if prototype == Prototype::Default && heap.is_realm_pristine() {
        return false;
    }
    let mut at = match prototype {
        Prototype::Default => Value::Native(Native::Prototype(Owner::Array)),
        Prototype::Null => Value::Null,
        Prototype::Object(reference) => Value::Object(reference),
        Prototype::Native(native) => Value::Native(native),
    };
    while at != Value::Null {
        if let Some(holder) = heap.properties_of(at).map(|holder| heap.object(holder)) {
            let has_items = matches!(&holder.kind, ObjectKind::Array(items) if !items.is_empty());
            if has_items || holder.properties.has_elements() {
                return true;
            }
        }
        at = machine.prototype_of(at);
    }
    false
}

/// The receiver, if what is made of it is an array as well and not an instance of another class.
fn original(machine: &mut Machine, call: Call) -> Outcome<ObjectRef> {
    let array = receiver(machine, call)?;
    if machine.is_plain_array(call.this) {
        return Ok(array);
    }
    Err(Raise::Library)
}

fn items<'m>(machine: &'m Machine, array: ObjectRef) -> &'m VecDeque<Value> {
    let ObjectKind::Array(items) = &machine.context.heap.object(array).kind else {
        panic!("slot {} holds no array", array.0);
    };
    items
}

/// An element as the language sees it: a hole reads as `undefined`.
fn filled(item: Value) -> Value {
    if item == Value::Uninitialized {
        Value::Undefined
    } else {
        item
    }
}

/// What a method is about to do to an array, for the message if it must not.
#[derive(Clone, Copy)]
enum Edit {
    Append,
    RemoveLast,
    Assign,
}

fn check_editable(machine: &mut Machine, array: ObjectRef, edit: Edit) -> Outcome<()> {
    let integrity = machine.context.heap.object(array).integrity;
    let len = items(machine, array).len();
    let refused = match edit {
        Edit::Append => integrity >= Integrity::NotExtensible,
        // Of an empty array, only the length is written.
        Edit::RemoveLast if len == 0 => integrity == Integrity::Frozen,
        Edit::RemoveLast => integrity >= Integrity::Sealed,
        Edit::Assign => integrity == Integrity::Frozen,
    };
    if !refused {
        return Ok(());
    }
    let message = match edit {
        Edit::Append => format!("Cannot add property {len}, object is not extensible"),
        Edit::RemoveLast if len > 0 => format!("Cannot delete property '{}' of [object Array]", len - 1),
        Edit::RemoveLast => "Cannot assign to read only property 'length' of object '[object Array]'".to_owned(),
        Edit::Assign => "Cannot assign to read only property '0' of object '[object Array]'".to_owned(),
    };
    Err(machine.type_error(&message))
}

/// Changes an array; `stored` is everything that it holds only after the change.
fn edit<R>(
    machine: &mut Machine,
    array: ObjectRef,
    stored: &[Value],
    change: impl FnOnce(&mut VecDeque<Value>) -> R,
) -> R {
    let heap = &mut *machine.context.heap;
    let ObjectKind::Array(items) = &mut heap.object_mut(array).kind else {
        panic!("slot {} holds no array", array.0);
    };
    let before = items.len();
    let result = change(items);
    let grown = items.len().saturating_sub(before);
    heap.grow(grown * 16);
    for &value in stored {
        heap.share_if(array, value);
    }
    result
}

/// Whether the arguments can be added. Without any, the length is written nevertheless.
fn check_room(machine: &mut Machine, array: ObjectRef, call: Call) -> Outcome<()> {
    if !call.args.is_empty() {
        return check_editable(machine, array, Edit::Append);
    }
    if machine.context.heap.object(array).integrity == Integrity::Frozen {
        let message = "Cannot assign to read only property 'length' of object '[object Array]'";
        return Err(machine.type_error(message));
    }
    Ok(())
}

// Changing

pub(crate) fn push(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    check_room(machine, array, call)?;
    let len = items(machine, array).len() + call.args.len();
    machine.context.heap.check_array_len(len)?;
    edit(machine, array, call.args, |items| items.extend(call.args));
    Ok(count(len))
}

pub(crate) fn pop(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    check_editable(machine, array, Edit::RemoveLast)?;
    let last = edit(machine, array, &[], VecDeque::pop_back);
    Ok(last.map_or(Value::Undefined, filled))
}

pub(crate) fn shift(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    if items(machine, array).len() > 1 {
        check_editable(machine, array, Edit::Assign)?;
    }
    check_editable(machine, array, Edit::RemoveLast)?;
    let first = edit(machine, array, &[], VecDeque::pop_front);
    Ok(first.map_or(Value::Undefined, filled))
}

pub(crate) fn unshift(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    check_room(machine, array, call)?;
    let len = items(machine, array).len() + call.args.len();
    machine.context.heap.check_array_len(len)?;
    edit(machine, array, call.args, |items| {
        call.args.iter().rev().for_each(|&arg| items.push_front(arg));
    });
    Ok(count(len))
}

pub(crate) fn splice(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = original(machine, call)?;
    let len = items(machine, array).len();
    let start = machine.relative_or(call.arg(0), len, 0)?;
    let removed = match call.args.len() {
        0 => 0,
        1 => len - start,
        _ => {
            let wanted = to_integer(machine.to_number(call.arg(1))?);
            wanted.clamp(0.0, (len - start) as f64) as usize
        }
    };
    let inserted = call.args.get(2..).unwrap_or_default();
    if inserted.len() > removed {
        check_editable(machine, array, Edit::Append)?;
    }
    let cuts_off = inserted.is_empty() && removed > 0 && start + removed == len;
    if !cuts_off {
        check_editable(machine, array, Edit::Assign)?;
    }
    if inserted.len() < removed {
        check_editable(machine, array, Edit::RemoveLast)?;
    }
    machine.context.heap.check_array_len(len - removed + inserted.len())?;
    let removed = edit(machine, array, inserted, |items| {
        let tail = items.split_off(start + removed);
        let removed: Vec<Value> = items.drain(start..).collect();
        items.extend(inserted);
        items.extend(tail);
        removed
    });
    machine.new_array(removed)
}

pub(crate) fn reverse(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    if items(machine, array).len() > 1 {
        check_editable(machine, array, Edit::Assign)?;
    }
    edit(machine, array, &[], |items| items.make_contiguous().reverse());
    Ok(call.this)
}

pub(crate) fn fill(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let len = items(machine, array).len();
    let start = machine.relative_or(call.arg(1), len, 0)?;
    let end = machine.relative_or(call.arg(2), len, len)?;
    if start < end {
        check_editable(machine, array, Edit::Assign)?;
    }
    let value = call.arg(0);
    edit(machine, array, &[value], |items| {
        items.range_mut(start..end.max(start)).for_each(|item| *item = value);
    });
    Ok(call.this)
}

// Reading

pub(crate) fn slice(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = original(machine, call)?;
    let len = items(machine, array).len();
    let start = machine.relative_or(call.arg(0), len, 0)?;
    let end = machine.relative_or(call.arg(1), len, len)?;
    let part: Vec<Value> = items(machine, array).range(start..end.max(start)).copied().collect();
    machine.new_array(part)
}

pub(crate) fn concat(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = original(machine, call)?;
    let spreadable = PropertyKey::Symbol(WellKnownSymbol::IsConcatSpreadable.reference());
    let mut all: Vec<Value> = items(machine, array).iter().copied().collect();
    for &arg in call.args {
        match machine.context.heap.as_array(arg) {
            Some(items) if machine.is_plain_array(arg) => all.extend(items),
            Some(_) => return Err(Raise::Library),
            None if machine.lookup(arg, spreadable).is_some() && arg.is_object() => return Err(Raise::Library),
            None => all.push(arg),
        }
        machine.context.heap.check_array_len(all.len())?;
    }
    machine.new_array(all)
}

pub(crate) fn join(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let separator = match call.arg(0) {
        Value::Undefined => Text::new(","),
        separator => machine.to_text(separator)?,
    };
    let items: Vec<Value> = items(machine, array).iter().copied().collect();
    let text = machine.join(call.this, &items, &separator)?;
    machine.new_text(text)
}

pub(crate) fn to_string(machine: &mut Machine, call: Call) -> Outcome<Value> {
    if call.this.is_nullish() {
        receiver(machine, call)?;
    }
    let key = PropertyKey::Name(machine.context.heap.well_known().join);
    match machine.get_plain(call.this, key)? {
        Value::Native(Native::Pure(Pure::ArrayJoin)) => join(machine, Call { args: &[], ..call }),
        method if machine.context.heap.is_callable(method) => Err(Raise::Library),
        _ => super::tag::to_string(machine, call),
    }
}

pub(crate) fn index_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let len = items(machine, array).len();
    if len == 0 {
        return Ok(Value::number(-1.0));
    }
    let start = machine.relative_or(call.arg(1), len, 0)?;
    let heap = &*machine.context.heap;
    let mut candidates = items(machine, array).range(start..);
    let found = candidates.position(|&item| item != Value::Uninitialized && strict_equal(heap, item, call.arg(0)));
    Ok(found.map_or(Value::number(-1.0), |at| count(start + at)))
}

pub(crate) fn last_index_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let len = items(machine, array).len() as f64;
    if len == 0.0 {
        return Ok(Value::number(-1.0));
    }
    let from = match call.args.get(1) {
        None => len - 1.0,
        Some(&from) => to_integer(machine.to_number(from)?),
    };
    let last = if from < 0.0 { len + from } else { from.min(len - 1.0) };
    if last < 0.0 {
        return Ok(Value::number(-1.0));
    }
    let heap = &*machine.context.heap;
    let mut candidates = items(machine, array).range(..=last as usize);
    let found = candidates.rposition(|&item| item != Value::Uninitialized && strict_equal(heap, item, call.arg(0)));
    Ok(found.map_or(Value::number(-1.0), count))
}

pub(crate) fn includes(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let len = items(machine, array).len();
    if len == 0 {
        return Ok(Value::Bool(false));
    }
    let start = machine.relative_or(call.arg(1), len, 0)?;
    let heap = &*machine.context.heap;
    let mut candidates = items(machine, array).range(start..);
    let found = candidates.any(|&item| same_value_zero(heap, filled(item), call.arg(0)));
    Ok(Value::Bool(found))
}

pub(crate) fn at(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let index = machine.integer_or(call.arg(0), 0.0)?;
    let items = items(machine, array);
    let index = if index < 0.0 { items.len() as f64 + index } else { index };
    let is_inside = index >= 0.0 && index < items.len() as f64;
    Ok(if is_inside {
        filled(items[index as usize])
    } else {
        Value::Undefined
    })
}

pub(crate) fn with(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let wanted = machine.integer_or(call.arg(0), 0.0)?;
    let len = items(machine, array).len() as f64;
    let index = if wanted < 0.0 { len + wanted } else { wanted };
    if index < 0.0 || index >= len {
        let wanted = crate::number::to_string(wanted);
        return Err(machine.range_error(&format!("Invalid index : {wanted}")));
    }
    let mut copy: Vec<Value> = items(machine, array).iter().copied().map(filled).collect();
    copy[index as usize] = call.arg(1);
    machine.new_array(copy)
}

fn iterator(machine: &mut Machine, call: Call, kind: IterationKind) -> Outcome<Value> {
    if call.this.is_nullish() {
        receiver(machine, call)?;
    }
    match machine.to_object(call.this)?.object() {
        Some(array) => Ok(machine.new_iterator(IteratorState::Array { array, index: 0, kind })),
        None => Err(Raise::Library),
    }
}

pub(crate) fn keys(machine: &mut Machine, call: Call) -> Outcome<Value> {
    iterator(machine, call, IterationKind::Keys)
}

pub(crate) fn values(machine: &mut Machine, call: Call) -> Outcome<Value> {
    iterator(machine, call, IterationKind::Values)
}

pub(crate) fn entries(machine: &mut Machine, call: Call) -> Outcome<Value> {
    iterator(machine, call, IterationKind::Entries)
}

pub(crate) fn to_reversed(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = receiver(machine, call)?;
    let copy: Vec<Value> = items(machine, array).iter().rev().copied().map(filled).collect();
    machine.new_array(copy)
}

pub(crate) fn flat(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let array = original(machine, call)?;
    let depth = machine.integer_or(call.arg(0), 1.0)?;
    let mut flattened = Vec::new();
    flatten(machine, array, depth.min(MAX_FLAT_DEPTH), &mut flattened)?;
    machine.new_array(flattened)
}

fn flatten(machine: &Machine, array: ObjectRef, depth: f64, flattened: &mut Vec<Value>) -> Result<(), Raise> {
    for &item in items(machine, array) {
        match item.object() {
            Some(inner) if depth >= 1.0 && machine.context.heap.as_array(item).is_some() => {
                flatten(machine, inner, depth - 1.0, flattened)?;
            }
            Some(_) | None if item == Value::Uninitialized => {}
            Some(_) | None => flattened.push(item),
        }
        machine.context.heap.check_array_len(flattened.len())?;
    }
    Ok(())
}
