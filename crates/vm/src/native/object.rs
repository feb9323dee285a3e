//! `Object` and what every object can do.
//!
//! Owns the functions; which properties there are and what defining one means is the interpreter's. A getter of the
//! program's, met where a value is needed, leaves the work to the library's function of the same name.

use super::{Call, Pure, descriptor};
use crate::error::Outcome;
use crate::object::{Integrity, Object, OwnProperty, PropertyDescriptor};
use crate::run::{Held, Machine, same_value};
use crate::{ErrorKind, Native, ObjectKind, Owner, PropertyKey, Prototype, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

#[allow(
    clippy::wrong_self_convention,
    reason = "the names are those of ECMA-262; they convert the argument"
)]
impl Machine<'_, '_> {
    /// ToObject.
    pub(crate) fn to_object(&mut self, value: Value) -> Outcome<Value> {
        match value {
            Value::Object(_) | Value::Native(_) => Ok(value),
            Value::Undefined | Value::Null | Value::Cell(_) | Value::Uninitialized => {
                let message = "Cannot convert undefined or null to object";
                Err(self.error(ErrorKind::TypeError, message))
            }
            Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Symbol(_) => {
                let object = Object::new(ObjectKind::Primitive(value));
                Ok(Value::Object(self.context.heap.alloc_object(object)))
            }
        }
    }

    /// What a constructor of primitive values gives: with `new`, an object.
    pub(super) fn boxed_for(&mut self, call: Call, value: Value) -> Outcome<Value> {
        if call.new_target == Value::Undefined {
            return Ok(value);
        }
        self.to_object(value)
    }

    /// RequireObjectCoercible, with the words that ToObject has.
    pub(super) fn require_object(&mut self, value: Value) -> Outcome<()> {
        if value.is_nullish() {
            return Err(self.type_error("Cannot convert undefined or null to object"));
        }
        Ok(())
    }

    fn require_real_object(&mut self, value: Value, function: &str) -> Outcome<()> {
        if value.is_object() {
            return Ok(());
        }
        Err(self.type_error(&format!("{function} called on non-object")))
    }

    /// Keys as an array of strings and symbols.
    pub(super) fn key_array(&mut self, keys: Vec<PropertyKey>) -> Outcome<Value> {
        let names = keys.into_iter().map(|key| self.key_value(key)).collect();
        self.new_array(names)
    }

    /// The prototype that an argument is.
    pub(super) fn prototype_argument(&mut self, value: Value) -> Outcome<Value> {
        if Prototype::of(value).is_some() {
            return Ok(value);
        }
        let shown = self.shown(value);
        Err(self.type_error(&format!("Object prototype may only be an Object or null: {shown}")))
    }
}

pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    let is_derived =
        call.new_target != Value::Undefined && call.new_target != Value::Native(Native::Pure(Pure::Object));
    if is_derived || call.arg(0).is_nullish() {
        return Ok(Value::Object(machine.context.heap.alloc_plain()));
    }
    machine.to_object(call.arg(0))
}

pub(crate) fn keys(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let keys = machine.enumerable_keys(call.arg(0));
    machine.key_array(keys)
}

pub(crate) fn get_own_property_names(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let mut keys = machine.own_keys(call.arg(0));
    keys.retain(|key| !matches!(key, PropertyKey::Symbol(_)));
    machine.key_array(keys)
}

pub(crate) fn get_own_property_symbols(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let mut keys = machine.own_keys(call.arg(0));
    keys.retain(|key| matches!(key, PropertyKey::Symbol(_)));
    machine.key_array(keys)
}

pub(crate) fn values(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let mut values = Vec::new();
    for key in machine.enumerable_keys(call.arg(0)) {
        values.push(machine.get_plain(call.arg(0), key)?);
    }
    machine.new_array(values)
}

pub(crate) fn entries(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let mut entries = Vec::new();
    for key in machine.enumerable_keys(call.arg(0)) {
        let value = machine.get_plain(call.arg(0), key)?;
        let name = machine.key_value(key);
        entries.push(machine.new_array(vec![name, value])?);
    }
    machine.new_array(entries)
}

pub(crate) fn assign(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let sources = call.args.get(1..).unwrap_or_default();
    let mut properties = Vec::new();
    for &source in sources {
        for key in machine.own_keys(source) {
            if machine.is_enumerable(source, key) {
                properties.push((key, machine.get_plain(source, key)?));
            }
        }
        // What one source has may be what the target gives the next one.
        if source == call.arg(0) && sources.len() > 1 {
            return Err(Raise::Library);
        }
    }
    let target = machine.to_object(call.arg(0))?;
    if properties
        .iter()
        .any(|&(key, value)| calls_program(machine, target, key, value))
    {
        return Err(Raise::Library);
    }
    for (key, value) in properties {
        machine.set_plain(target, key, value)?;
    }
    Ok(target)
}

/// Whether assigning to a property may run code of the program: a setter, or the conversion of an array's length.
fn calls_program(machine: &M, target: Value, key: PropertyKey, value: Value) -> bool {
    let length = PropertyKey::Name(machine.context.heap.well_known().length);
    let held = machine.lookup(target, key).map(|lookup| lookup.own.held);
    let has_setter = matches!(held, Some(Held::Accessor { set, .. }) if set != Value::Undefined);
    has_setter || (key == length && value.is_object())
}

pub(crate) fn from_entries(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.arg(0).is_nullish() {
        // V8 says the same of `null`.
        return Err(machine.type_error("undefined is not iterable"));
    }
    let Some(entries) = machine.context.heap.as_array(call.arg(0)) else {
        return from_iterable(machine, call.arg(0));
    };
    let entries: Vec<Value> = entries.iter().copied().collect();
    let mut properties = Vec::new();
    for entry in entries {
        if !entry.is_object() {
            let shown = machine.class_label(crate::run::present(entry));
            return Err(machine.type_error(&format!("Iterator value {shown} is not an entry object")));
        }
        let key = machine.get_plain(entry, PropertyKey::Index(0))?;
        if key.is_object() {
            // Its conversion may look at what this function has made of the entries before.
            return Err(Raise::Library);
        }
        let key = machine.to_property_key(key)?;
        properties.push((key, machine.get_plain(entry, PropertyKey::Index(1))?));
    }
    let target = machine.context.heap.alloc_plain();
    for (key, value) in properties {
        machine.put_own(target, key, value);
    }
    Ok(Value::Object(target))
}

/// The entries of maps, which cannot be anything but pairs.
fn from_iterable(machine: &mut M, iterable: Value) -> Outcome<Value> {
    let is_map = iterable
        .object()
        .is_some_and(|map| matches!(machine.context.heap.object(map).kind, ObjectKind::Map(_)));
    if !is_map {
        // What is no iterable at all is told here, where the words of V8 are.
        if !iterable.is_object() && machine.context.heap.as_text(iterable).is_none() {
            return Err(machine.no_iterator(iterable));
        }
        return Err(Raise::Library);
    }
    let Some(ObjectKind::Map(entries)) = iterable.object().map(|map| &machine.context.heap.object(map).kind) else {
        return Err(Raise::Library);
    };
    let entries: Vec<(Value, Value)> = entries.iter().collect();
    if entries.iter().any(|(key, _)| key.is_object()) {
        return Err(Raise::Library);
    }
    let target = machine.context.heap.alloc_plain();
    for (key, value) in entries {
        let key = machine.to_property_key(key)?;
        machine.put_own(target, key, value);
    }
    Ok(Value::Object(target))
}

pub(crate) fn is(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(same_value(machine.context.heap, call.arg(0), call.arg(1))))
}

// Attributes

pub(crate) fn define_property(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_real_object(call.arg(0), "Object.defineProperty")?;
    let key = machine.to_property_key(call.arg(1))?;
    let described = descriptor::from_value(machine, call.arg(2))?;
    define_or_throw(machine, call.arg(0), key, &described)?;
    Ok(call.arg(0))
}

/// DefinePropertyOrThrow.
fn define_or_throw(machine: &mut M, object: Value, key: PropertyKey, described: &PropertyDescriptor) -> Outcome<()> {
    if machine.define_own(object, key, described)? {
        return Ok(());
    }
    Err(machine.not_definable(object, key))
}

pub(crate) fn define_properties(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_real_object(call.arg(0), "Object.defineProperties")?;
    define_all(machine, call.arg(0), call.arg(1))?;
    Ok(call.arg(0))
}

/// ObjectDefineProperties.
fn define_all(machine: &mut M, object: Value, properties: Value) -> Outcome<()> {
    machine.require_object(properties)?;
    let mut described = Vec::new();
    for key in machine.own_keys(properties) {
        if machine.is_enumerable(properties, key) {
            let value = machine.get_plain(properties, key)?;
            described.push((key, descriptor::from_value(machine, value)?));
        }
    }
    for (key, described) in described {
        define_or_throw(machine, object, key, &described)?;
    }
    Ok(())
}

pub(crate) fn create(machine: &mut M, call: Call) -> Outcome<Value> {
    let prototype = machine.prototype_argument(call.arg(0))?;
    let object = machine.context.heap.alloc_plain();
    machine.link(object, prototype);
    let object = Value::Object(object);
    if call.arg(1) != Value::Undefined {
        define_all(machine, object, call.arg(1))?;
    }
    Ok(object)
}

pub(crate) fn get_own_property_descriptor(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let key = machine.to_property_key(call.arg(1))?;
    Ok(descriptor::of_property(machine, call.arg(0), key))
}

pub(crate) fn get_own_property_descriptors(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    let result = machine.context.heap.alloc_plain();
    for key in machine.own_keys(call.arg(0)) {
        let described = descriptor::of_property(machine, call.arg(0), key);
        machine.put_own(result, key, described);
    }
    Ok(Value::Object(result))
}

/// Makes an object less changeable; never more.
pub(crate) fn restrict(machine: &mut M, call: Call) -> Outcome<Value> {
    let integrity = match call.native {
        Pure::ObjectFreeze => Integrity::Frozen,
        Pure::ObjectSeal => Integrity::Sealed,
        _ => Integrity::NotExtensible,
    };
    machine.restrict(call.arg(0), integrity);
    Ok(call.arg(0))
}

pub(crate) fn is_restricted(machine: &mut M, call: Call) -> Outcome<Value> {
    let integrity = if call.native == Pure::ObjectIsFrozen {
        Integrity::Frozen
    } else {
        Integrity::Sealed
    };
    Ok(Value::Bool(machine.has_integrity(call.arg(0), integrity)))
}

pub(crate) fn is_extensible(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.is_extensible(call.arg(0))))
}

fn has(machine: &mut M, object: Value, key: Value) -> Outcome<Value> {
    machine.require_object(object)?;
    let key = machine.to_property_key(key)?;
    Ok(Value::Bool(machine.objects().own(object, key).is_some()))
}

pub(crate) fn has_own(machine: &mut M, call: Call) -> Outcome<Value> {
    match call.native {
        Pure::ObjectHasOwnProperty => {
            // The key is converted first, in contrast to `hasOwn`.
            machine.to_property_key(call.arg(0))?;
            has(machine, call.this, call.arg(0))
        }
        _ => has(machine, call.arg(0), call.arg(1)),
    }
}

pub(crate) fn property_is_enumerable(machine: &mut M, call: Call) -> Outcome<Value> {
    let key = machine.to_property_key(call.arg(0))?;
    machine.require_object(call.this)?;
    Ok(Value::Bool(machine.is_enumerable(call.this, key)))
}

// Prototypes

pub(crate) fn get_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.arg(0))?;
    Ok(machine.prototype_of(call.arg(0)))
}

pub(crate) fn set_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.arg(0).is_nullish() {
        return Err(machine.type_error("Object.setPrototypeOf called on null or undefined"));
    }
    let prototype = machine.prototype_argument(call.arg(1))?;
    change_prototype(machine, call.arg(0), prototype)?;
    Ok(call.arg(0))
}

fn change_prototype(machine: &mut M, object: Value, prototype: Value) -> Outcome<()> {
    if !object.is_object() || machine.set_prototype_of(object, prototype)? {
        return Ok(());
    }
    let message = if object == Value::Native(Native::Prototype(Owner::Object)) {
        "Immutable prototype object 'Object.prototype' cannot have their prototype set".to_owned()
    } else if machine.is_extensible(object) {
        "Cyclic __proto__ value".to_owned()
    } else {
        format!("{} is not extensible", machine.class_label(object))
    };
    Err(machine.type_error(&message))
}

pub(crate) fn get_proto(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.this)?;
    Ok(machine.prototype_of(call.this))
}

pub(crate) fn set_proto(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.this)?;
    if Prototype::of(call.arg(0)).is_some() {
        change_prototype(machine, call.this, call.arg(0))?;
    }
    Ok(Value::Undefined)
}

pub(crate) fn is_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.arg(0).is_object() {
        return Ok(Value::Bool(false));
    }
    machine.require_object(call.this)?;
    let mut at = machine.prototype_of(call.arg(0));
    while at != Value::Null {
        if at == call.this {
            return Ok(Value::Bool(true));
        }
        at = machine.prototype_of(at);
    }
    Ok(Value::Bool(false))
}

// Getters and setters of old

pub(crate) fn define_half(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.this)?;
    let is_getter = call.native == Pure::ObjectDefineGetter;
    if !machine.context.heap.is_callable(call.arg(1)) {
        let name = call.native.name();
        return Err(machine.type_error(&format!("Object.prototype.{name}: Expecting function")));
    }
    let key = machine.to_property_key(call.arg(0))?;
    let object = machine.to_object(call.this)?;
    let described = PropertyDescriptor {
        get: is_getter.then_some(call.arg(1)),
        set: (!is_getter).then_some(call.arg(1)),
        enumerable: Some(true),
        configurable: Some(true),
        ..PropertyDescriptor::default()
    };
    define_or_throw(machine, object, key, &described)?;
    Ok(Value::Undefined)
}

pub(crate) fn lookup_half(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.require_object(call.this)?;
    let key = machine.to_property_key(call.arg(0))?;
    let held = machine.lookup(call.this, key).map(|lookup| lookup.own.held);
    Ok(match held {
        Some(Held::Accessor { get, set }) if call.native == Pure::ObjectLookupGetter => {
            let _ = set;
            get
        }
        Some(Held::Accessor { set, .. }) => set,
        Some(_) | None => Value::Undefined,
    })
}

// Conversions

pub(crate) fn value_of(machine: &mut M, call: Call) -> Outcome<Value> {
    machine.to_object(call.this)
}

/// `get [Symbol.species]`.
pub(crate) fn species(_machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(call.this)
}

/// `__toPropertyKey(value)`.
pub(crate) fn to_property_key(machine: &mut M, call: Call) -> Outcome<Value> {
    let key = machine.to_property_key(call.arg(0))?;
    Ok(machine.key_value(key))
}

/// `toLocaleString` calls `toString`: in place if that is the one of all objects, else the library does it.
pub(crate) fn to_locale_string(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.this.is_nullish() {
        return Err(machine.type_error("Object.prototype.toLocaleString called on null or undefined"));
    }
    let key = PropertyKey::Name(machine.context.heap.well_known().to_string);
    match machine.get_plain(call.this, key)? {
        Value::Native(Native::Pure(pure)) => machine.call_pure(pure, call.this, &[], Value::Undefined),
        _ => Err(Raise::Library),
    }
}

/// `__templateObject(cooked, raw)`: what a tag function gets (GetTemplateObject).
pub(crate) fn template_object(machine: &mut M, call: Call) -> Outcome<Value> {
    let key = machine.context.heap.intern(&crate::Text::new("raw"));
    let described = PropertyDescriptor::data(call.arg(1), crate::Flags::NONE);
    machine.define_own(call.arg(0), PropertyKey::Name(key), &described)?;
    machine.restrict(call.arg(1), Integrity::Frozen);
    machine.restrict(call.arg(0), Integrity::Frozen);
    Ok(call.arg(0))
}

impl Machine<'_, '_> {
    /// Another form of an own property: FromPropertyDescriptor.
    pub(super) fn described(&mut self, property: OwnProperty) -> Value {
        let object = self.context.heap.alloc_plain();
        let put = |machine: &mut Machine, name: &str, value: Value| {
            let key = machine.context.heap.intern(&crate::Text::new(name));
            machine.put_own(object, PropertyKey::Name(key), value);
        };
        let flags = property.flags();
        match property {
            OwnProperty::Data { value, .. } => {
                put(self, "value", value);
                put(self, "writable", Value::Bool(flags.is_writable()));
            }
            OwnProperty::Accessor { get, set, .. } => {
                put(self, "get", get);
                put(self, "set", set);
            }
        }
        put(self, "enumerable", Value::Bool(flags.is_enumerable()));
        put(self, "configurable", Value::Bool(flags.is_configurable()));
        Value::Object(object)
    }
}
