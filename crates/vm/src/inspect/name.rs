//! Names of functions and of what made an object.
//!
//! Owns the search for them. It reads plain properties only.

use bytecode::{FunctionId, Program};

use crate::run::{Held, Objects};
use crate::{Heap, Host, KeyId, Native, Object, ObjectKind, ObjectRef, PropertyKey, Prototype, Role, Text, Value};

/// The name of a function; empty if it has none or is no function.
#[must_use]
pub fn function_name(heap: &Heap, program: &Program, value: Value) -> String {
    match value {
        Value::Native(native) if native.is_callable() => native_name(heap, program, native),
        Value::Object(reference) => match &heap.object(reference).kind {
            ObjectKind::Closure { function, .. } => match own_name(heap, reference) {
                Some(name) => name,
                None if heap.object(reference).is_materialized => String::new(),
                None => name_of(program, *function),
            },
            ObjectKind::BoundFunction { .. } => own_name(heap, reference).unwrap_or_default(),
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_) => String::new(),
        },
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Native(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => String::new(),
    }
}

/// What a function was named by its program.
fn own_name(heap: &Heap, reference: ObjectRef) -> Option<String> {
    let own = heap.object(reference).properties.get(heap.well_known().name);
    own.and_then(|name| heap.as_text(name)).map(Text::to_display)
}

fn native_name(heap: &Heap, program: &Program, native: Native) -> String {
    if let Some(name) = heap.overlay(native).and_then(|overlay| own_name(heap, overlay)) {
        return name;
    }
    match (native, native.role()) {
        (Native::Prototype(_), _) => String::new(),
        (Native::Library(_), _) => native.name_in(program).to_owned(),
        (_, Role::Method) => native.name().to_owned(),
        (_, Role::Getter) => format!("get {}", native.name()),
        (_, Role::Setter) => format!("set {}", native.name()),
    }
}

/// What a function looks like as text.
pub(crate) fn function_text(heap: &Heap, program: &Program, function: Value) -> String {
    let name = function_name(heap, program, function);
    let closure = function.object().map(|reference| &heap.object(reference).kind);
    match closure {
        Some(ObjectKind::Closure { .. }) => format!("function {name}() {{ ... }}"),
        Some(_) => "function () { [native code] }".to_owned(),
        None => format!("function {name}() {{ [native code] }}"),
    }
}

/// The name of a function of the program.
pub(super) fn name_of(program: &Program, function: FunctionId) -> String {
    program.atom(program.function(function).name).to_owned()
}

/// A property that an object has or inherits, without what its kind implies.
pub(crate) fn property(heap: &Heap, reference: ObjectRef, key: KeyId) -> Option<Value> {
    let mut at = Some(reference);
    while let Some(reference) = at {
        let object = heap.object(reference);
        if let Some(value) = object.properties.get(key) {
            return Some(value);
        }
        at = object.prototype.object();
    }
    None
}

/// The name of the constructor of an object.
pub(crate) fn constructor_name(heap: &Heap, program: &Program, object: &Object) -> String {
    let key = PropertyKey::Name(heap.well_known().constructor);
    let objects = Objects { heap, program };
    let mut at = match object.prototype {
        Prototype::Default => return kind_name(program, &object.kind).to_owned(),
        Prototype::Null => Value::Null,
        Prototype::Object(reference) => Value::Object(reference),
        Prototype::Native(native) => Value::Native(native),
    };
    while at != Value::Null {
        if let Some(Held::Value(made_by)) = objects.own(at, key).map(|own| own.held) {
            let name = function_name(heap, program, made_by);
            if !name.is_empty() {
                return name;
            }
        }
        at = objects.prototype_of(at);
    }
    kind_name(program, &object.kind).to_owned()
}

fn kind_name(program: &Program, kind: &ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Plain
        | ObjectKind::Aggregate(_)
        | ObjectKind::Iterator(_)
        | ObjectKind::Accessor { .. }
        | ObjectKind::Arguments
        | ObjectKind::Generator(_)
        | ObjectKind::IteratorRecord { .. }
        | ObjectKind::WeakMap(_)
        | ObjectKind::WeakSet(_)
        | ObjectKind::WeakRef(_) => "Object",
        ObjectKind::RegExp(_) => "RegExp",
        ObjectKind::Date(_) => "Date",
        ObjectKind::Primitive(value) => primitive_class(*value),
        ObjectKind::Array(_) => "Array",
        ObjectKind::Closure { function, .. } => function_type(program, *function),
        ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => "Function",
        ObjectKind::Promise(_) => "Promise",
        ObjectKind::Error(error) => error.kind.name(),
        ObjectKind::Map(_) => "Map",
        ObjectKind::Set(_) => "Set",
        ObjectKind::Host { class, .. } => class.name(),
    }
}

/// The constructor behind a primitive value.
pub(crate) fn primitive_class(value: Value) -> &'static str {
    match value {
        Value::Bool(_) => "Boolean",
        Value::Number(_) => "Number",
        Value::Text(_) => "String",
        Value::Symbol(_) => "Symbol",
        Value::Undefined
        | Value::Null
        | Value::Object(_)
        | Value::Native(_)
        | Value::Cell(_)
        | Value::Uninitialized => "Object",
    }
}

/// The word for a kind of function.
pub(super) fn function_type(program: &Program, function: FunctionId) -> &'static str {
    if program.function(function).kind.is_async() {
        "AsyncFunction"
    } else {
        "Function"
    }
}

/// What a built-in value prints as.
pub(super) fn native_text(program: &Program, native: Native) -> String {
    let name = native.name_in(program);
    if !native.is_callable() {
        return format!("Object [{name}] {{}}");
    }
    match native {
        Native::Host(Host::Semaphore | Host::Mutex | Host::Channel | Host::AtomicInt) => format!("[class {name}]"),
        Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Prototype(_) | Native::Library(_) => {
            format!("[Function: {name}]")
        }
    }
}
