//! Names of functions and of what made an object.
//!
//! Owns the search for them. It reads plain properties only.

use bytecode::{Const, FunctionId, FunctionKind, Op, Program};

use crate::object::TimerKind;
use crate::run::{Held, Objects};
use crate::{Heap, HostClass, KeyId, Native, ObjectKind, ObjectRef, PropertyKey, Role, Text, Value, WellKnownSymbol};

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
            | ObjectKind::Timer(_)
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

/// What a function was named by its program, other than by its declaration.
pub(crate) fn own_name(heap: &Heap, reference: ObjectRef) -> Option<String> {
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

/// What a function looks like as text: what was written, or that it is built in.
pub(crate) fn function_text(heap: &Heap, program: &Program, callee: Value) -> String {
    let kind = callee.object().map(|reference| &heap.object(reference).kind);
    match kind {
        Some(ObjectKind::Closure { function, .. }) => {
            let text = program.function_text(*function);
            if text.is_empty() {
                NAMELESS.to_owned()
            } else {
                text.to_owned()
            }
        }
        Some(_) => NAMELESS.to_owned(),
        None => format!(
            "function {}() {{ [native code] }}",
            function_name(heap, program, callee)
        ),
    }
}

/// The text of a function that nobody wrote and that has no name of its own.
const NAMELESS: &str = "function () { [native code] }";

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

/// The name of the constructor of an object, or of its kind if it inherits from nothing that has one.
pub(crate) fn constructor_name(heap: &Heap, program: &Program, value: Value) -> String {
    class_of(heap, program, value).unwrap_or_else(|| kind_name(heap, program, value).to_owned())
}

/// The name of the first constructor on the chain of an object that the object is an instance of.
pub(super) fn class_of(heap: &Heap, program: &Program, value: Value) -> Option<String> {
    let known = heap.well_known();
    let objects = Objects { heap, program };
    let mut at = value;
    while at != Value::Null {
        let made_by = objects.own(at, PropertyKey::Name(known.constructor));
        if let Some(Held::Value(made_by)) = made_by.map(|own| own.held)
            && heap.is_callable(made_by)
            && is_instance(objects, value, made_by)
        {
            let name = function_name(heap, program, made_by);
            if !name.is_empty() {
                return Some(name);
            }
        }
        at = objects.prototype_of(at);
    }
    None
}

/// OrdinaryHasInstance, as far as stored properties tell.
fn is_instance(objects: Objects, value: Value, constructor: Value) -> bool {
    let key = PropertyKey::Name(objects.heap.well_known().prototype);
    let Some(prototype) = objects.plain(constructor, key) else {
        return false;
    };
    let mut at = objects.prototype_of(value);
    while at != Value::Null && at != prototype {
        at = objects.prototype_of(at);
    }
    at != Value::Null
}

/// What V8 calls objects of a kind.
pub(super) fn kind_name(heap: &Heap, program: &Program, value: Value) -> &'static str {
    match value {
        Value::Object(reference) => kind_of(program, &heap.object(reference).kind),
        Value::Native(native) if native.is_callable() => "Function",
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Symbol(_)
        | Value::Native(_)
        | Value::Cell(_)
        | Value::Uninitialized => primitive_class(value),
    }
}

fn kind_of(program: &Program, kind: &ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Plain
        | ObjectKind::Aggregate(_)
        | ObjectKind::Iterator(_)
        | ObjectKind::Accessor { .. }
        | ObjectKind::Arguments
        | ObjectKind::Generator(_)
        | ObjectKind::IteratorRecord { .. } => "Object",
        ObjectKind::WeakMap(_) => "WeakMap",
        ObjectKind::WeakSet(_) => "WeakSet",
        ObjectKind::WeakRef(_) => "WeakRef",
        ObjectKind::Timer(timer) => match timer.kind {
            TimerKind::Timeout | TimerKind::Interval => "Timeout",
            TimerKind::Immediate => "Immediate",
        },
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

/// What `Symbol.toStringTag` gives, unless it is shown as a property anyway.
pub(super) fn hidden_tag_of(heap: &Heap, program: &Program, value: Value) -> String {
    let key = PropertyKey::Symbol(WellKnownSymbol::ToStringTag.reference());
    let own = Objects { heap, program }.own(value, key);
    if own.is_some_and(|own| own.flags.is_enumerable()) {
        return String::new();
    }
    tag_of(heap, program, value)
}

/// What `Symbol.toStringTag` gives, if that is a stored text.
pub(crate) fn tag_of(heap: &Heap, program: &Program, value: Value) -> String {
    let objects = Objects { heap, program };
    let key = PropertyKey::Symbol(WellKnownSymbol::ToStringTag.reference());
    let Some(lookup) = objects.lookup(value, key) else {
        return String::new();
    };
    match lookup.own.held {
        Held::Text(tag) => tag.to_owned(),
        Held::Value(tag) => heap.as_text(tag).map(Text::to_display).unwrap_or_default(),
        Held::Accessor { get, .. } => constant_result(heap, program, get).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The text that a getter of the form `get tag() { return "text"; }` gives: nothing is called to print a value.
fn constant_result(heap: &Heap, program: &Program, getter: Value) -> Option<String> {
    let function = program.function(heap.as_closure(getter)?);
    match function.ops[..] {
        [Op::LoadConst { dest, constant }, Op::Return { value }, ..] if dest == value => {
            match program.constant(constant) {
                Const::Text(text) => Some(text.to_string()),
                Const::Number(_) | Const::Utf16(_) | Const::Library(_) => None,
            }
        }
        _ => None,
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
    match program.function(function).kind {
        FunctionKind::Main | FunctionKind::Async | FunctionKind::AsyncArrow => "AsyncFunction",
        FunctionKind::Generator => "GeneratorFunction",
        FunctionKind::AsyncGenerator => "AsyncGeneratorFunction",
        FunctionKind::Function
        | FunctionKind::Arrow
        | FunctionKind::Method
        | FunctionKind::ClassConstructor
        | FunctionKind::DerivedConstructor => "Function",
    }
}

/// What a function prints as, without its properties.
pub(super) fn function_base(heap: &Heap, program: &Program, function: Value) -> String {
    let class = class_of(heap, program, function);
    let tag = hidden_tag_of(heap, program, function);
    let name = function_name(heap, program, function);
    let kind = heap.as_closure(function);
    let is_class = kind.is_some_and(|id| program.function(id).kind.is_class_constructor())
        || matches!(function, Value::Native(Native::Host(host)) if HostClass::made_by(host).is_some());
    let shown_tag = |base: &mut String| {
        if !tag.is_empty() && class.as_deref() != Some(&tag) {
            base.push_str(&format!(" [{tag}]"));
        }
    };
    if is_class {
        let name = if name.is_empty() { "(anonymous)" } else { &name };
        let mut base = format!("class {name}");
        if let Some(class) = class.as_deref().filter(|&class| class != "Function") {
            base.push_str(&format!(" [{class}]"));
        }
        shown_tag(&mut base);
        let parent = Objects { heap, program }.prototype_of(function);
        match function_name(heap, program, parent).as_str() {
            _ if class.is_none() => base.push_str(" extends null"),
            "" => {}
            parent => base.push_str(&format!(" extends {parent}")),
        }
        return format!("[{base}]");
    }
    let function_type = kind.map_or("Function", |id| function_type(program, id));
    let mut base = format!("[{function_type}");
    if class.is_none() {
        base.push_str(" (null prototype)");
    }
    match name.as_str() {
        "" => base.push_str(" (anonymous)]"),
        name => base.push_str(&format!(": {name}]")),
    }
    if let Some(class) = class.as_deref().filter(|&class| class != function_type) {
        base.push_str(&format!(" {class}"));
    }
    shown_tag(&mut base);
    base
}
