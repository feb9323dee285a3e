//! What only a heap can hold, printed; expectations are Node's unless a comment says otherwise. What can be written as
//! an expression is compared beside the built-ins.

use crate::object::ErrorState;
use crate::run::tests::empty_program;
use crate::{
    ErrorKind, Heap, HeapLimits, Object, ObjectKind, ObjectRef, Promise, PromiseState, StackCall, StackLine, Text,
    Value,
};

use super::*;

fn heap() -> Heap {
    Heap::new(&empty_program(), HeapLimits::default())
}

fn set(heap: &mut Heap, object: ObjectRef, name: &str, value: Value) {
    let key = heap.intern(&Text::new(name));
    heap.object_mut(object).properties.set(key, value);
}

fn printed(heap: &Heap, value: Value) -> String {
    inspect(heap, &empty_program(), value)
}

fn error(heap: &mut Heap, kind: ErrorKind, message: &str, lines: &[u32]) -> ObjectRef {
    let main = empty_program().main;
    let stack = lines.iter().map(|&line| StackLine {
        call: StackCall::Function {
            function: main,
            name: None,
            class: None,
            is_new: false,
        },
        line,
        column: 3,
        is_async: false,
    });
    heap.alloc_error(kind, message, lines.first().copied().unwrap_or(0), stack.collect())
}

#[test]
fn circles_are_numbered() {
    let mut heap = heap();
    let outer = heap.alloc_plain();
    let inner = heap.alloc_plain();
    set(&mut heap, outer, "name", Value::Null);
    set(&mut heap, outer, "inner", Value::Object(inner));
    set(&mut heap, inner, "outer", Value::Object(outer));
    set(&mut heap, inner, "self", Value::Object(inner));
    let expected = "<ref *1> {\n  name: null,\n  inner: <ref *2> { outer: [Circular *1], self: [Circular *2] }\n}";
    assert_eq!(printed(&heap, Value::Object(outer)), expected);
    let array = heap.alloc_array(Vec::new());
    if let ObjectKind::Array(items) = &mut heap.object_mut(array).kind {
        items.push_back(Value::Object(array));
    }
    assert_eq!(printed(&heap, Value::Object(array)), "<ref *1> [ [Circular *1] ]");
}

#[test]
fn promises_show_their_state() {
    let mut heap = heap();
    let promise = heap.alloc_promise(Promise::pending());
    assert_eq!(printed(&heap, Value::Object(promise)), "Promise { <pending> }");
    let text = heap.alloc_str("done");
    heap.promise_mut(promise).state = PromiseState::Fulfilled(text);
    assert_eq!(printed(&heap, Value::Object(promise)), "Promise { 'done' }");
    heap.promise_mut(promise).state = PromiseState::Rejected(Value::number(1.0));
    assert_eq!(printed(&heap, Value::Object(promise)), "Promise { <rejected> 1 }");
    let list = heap.alloc_array([Value::Object(promise)]);
    let list = heap.alloc_array([Value::Object(list)]);
    let list = heap.alloc_array([Value::Object(list)]);
    assert_eq!(printed(&heap, Value::Object(list)), "[ [ [ [Promise] ] ] ]");
}

#[test]
fn errors_show_their_lines_and_what_they_carry() {
    let mut heap = heap();
    let failure = error(&mut heap, ErrorKind::TypeError, "no", &[3]);
    // Node would name a file.
    assert_eq!(
        printed(&heap, Value::Object(failure)),
        "TypeError: no\n    at main (line 3)"
    );
    let bare = error(&mut heap, ErrorKind::Error, "bare", &[]);
    assert_eq!(printed(&heap, Value::Object(bare)), "[Error: bare]");
    let list = heap.alloc_array([Value::Object(bare), Value::number(1.0)]);
    assert_eq!(printed(&heap, Value::Object(list)), "[ [Error: bare], 1 ]");
    set(&mut heap, failure, "code", Value::number(5.0));
    assert_eq!(
        printed(&heap, Value::Object(failure)),
        "TypeError: no\n    at main (line 3) {\n  code: 5\n}"
    );
    let holder = heap.alloc_plain();
    set(&mut heap, holder, "error", Value::Object(failure));
    let expected = "{\n  error: TypeError: no\n      at main (line 3) {\n    code: 5\n  }\n}";
    assert_eq!(printed(&heap, Value::Object(holder)), expected);
}

#[test]
fn causes_and_aggregated_errors_are_shown() {
    let mut heap = heap();
    let cause = Value::Object(error(&mut heap, ErrorKind::Error, "inner", &[]));
    let outer = error(&mut heap, ErrorKind::Error, "outer", &[2]);
    let key = heap.well_known().cause;
    heap.object_mut(outer)
        .properties
        .define(key, crate::Flags::HIDDEN, cause);
    let expected = "Error: outer\n    at main (line 2) {\n  [cause]: [Error: inner]\n}";
    assert_eq!(printed(&heap, Value::Object(outer)), expected);
    let aggregate = error(&mut heap, ErrorKind::AggregateError, "all failed", &[1]);
    let errors = Value::Object(heap.alloc_array([cause]));
    let key = heap.well_known().errors;
    heap.object_mut(aggregate)
        .properties
        .define(key, crate::Flags::HIDDEN, errors);
    let expected = "AggregateError: all failed\n    at main (line 1) {\n  [errors]: [ [Error: inner] ]\n}";
    assert_eq!(printed(&heap, Value::Object(aggregate)), expected);
}

#[test]
fn a_name_of_its_own_changes_the_description() {
    let mut heap = heap();
    let program = empty_program();
    let failure = error(&mut heap, ErrorKind::Error, "x", &[7]);
    let value = Value::Object(failure);
    assert_eq!(describe_error(&heap, &program, value), "Error: x");
    let name = heap.alloc_str("Timeout");
    set(&mut heap, failure, "name", name);
    assert_eq!(describe_error(&heap, &program, value), "Timeout: x");
    assert_eq!(printed(&heap, value), "Timeout: x\n    at main (line 7)");
    assert_eq!(
        error_stack(&heap, &program, value),
        crate::ErrorPlace {
            line: 7,
            column: 3,
            calls: vec!["main (line 7)".to_owned()],
        }
    );
    assert_eq!(error_stack(&heap, &program, Value::Null), crate::ErrorPlace::default());
    let thrown = heap.alloc_str("just text");
    assert_eq!(describe_error(&heap, &program, thrown), "'just text'");
}

#[test]
fn an_error_without_a_message_is_its_name() {
    let mut heap = heap();
    let state = ErrorState::new(ErrorKind::RangeError, 0, Vec::new());
    let bare = heap.alloc_object(Object::new(ObjectKind::Error(state)));
    assert_eq!(printed(&heap, Value::Object(bare)), "[RangeError]");
    assert_eq!(
        describe_error(&heap, &empty_program(), Value::Object(bare)),
        "RangeError"
    );
}

#[test]
fn functions_show_their_names_and_properties() {
    let mut heap = heap();
    let main = empty_program().main;
    let function = heap.alloc_closure(main, std::sync::Arc::from([]), Value::Undefined);
    assert_eq!(printed(&heap, Value::Object(function)), "[AsyncFunction (anonymous)]");
    set(&mut heap, function, "calls", Value::number(2.0));
    assert_eq!(
        printed(&heap, Value::Object(function)),
        "[AsyncFunction (anonymous)] { calls: 2 }"
    );
    let resolve = ObjectKind::ResolveFunction {
        promise: function,
        is_reject: false,
        generation: 0,
    };
    let resolve = heap.alloc_object(Object::new(resolve));
    assert_eq!(printed(&heap, Value::Object(resolve)), "[Function (anonymous)]");
    let host = heap.alloc_host(crate::HostClass::Mutex, 0);
    assert_eq!(printed(&heap, Value::Object(host)), "Mutex {}");
}

/// `console.log` of a text and of other values.
fn formatted(template: &str, args: &[Value], heap: &mut Heap) -> String {
    let mut all = vec![heap.alloc_str(template)];
    all.extend(args);
    format(heap, &empty_program(), &all)
}

#[test]
fn placeholders_are_replaced() {
    let mut heap = heap();
    let text = heap.alloc_str("x y");
    let number = Value::number(42.75);
    let object = heap.alloc_plain();
    set(&mut heap, object, "a", text);
    let object = Value::Object(object);
    let outer = heap.alloc_plain();
    set(&mut heap, outer, "o", object);
    let outer = Value::Object(outer);
    let list = Value::Object(heap.alloc_array([Value::number(1.0), text]));
    let cases: &[(&str, &[Value], &str)] = &[
        ("plain", &[], "plain"),
        ("100%", &[number], "100% 42.75"),
        ("%s|%s", &[text], "x y|%s"),
        ("%s", &[text, number, list], "x y 42.75 [ 1, 'x y' ]"),
        ("%d %i %f", &[number, number, number], "42.75 42 42.75"),
        ("%d", &[text], "NaN"),
        ("%d", &[Value::Null], "0"),
        ("%d %d", &[Value::Undefined, Value::Bool(true)], "NaN 1"),
        ("%s", &[Value::number(-0.0)], "-0"),
        ("%s", &[outer], "{ o: [Object] }"),
        ("%s", &[Value::Undefined], "undefined"),
        ("%j", &[object], "{\"a\":\"x y\"}"),
        ("%j", &[Value::Undefined], "undefined"),
        ("%O", &[object], "{ a: 'x y' }"),
        ("%o", &[list], "[ 1, 'x y', [length]: 2 ]"),
        ("%c styled", &[text], " styled"),
        ("50%% of %s", &[text], "50% of x y"),
        ("50%%", &[text], "50% x y"),
        ("%x %s", &[text], "%x x y"),
        ("ends with %", &[text], "ends with % x y"),
        ("", &[number], " 42.75"),
    ];
    for (template, args, expected) in cases {
        assert_eq!(formatted(template, args, &mut heap), *expected, "{template}");
    }
    assert_eq!(format(&heap, &empty_program(), &[number, text]), "42.75 x y");
    assert_eq!(format(&heap, &empty_program(), &[]), "");
    // A lone text is not a template.
    assert_eq!(formatted("50%% %s", &[], &mut heap), "50%% %s");
}

#[test]
fn json_of_a_circle_is_named() {
    let mut heap = heap();
    let circle = heap.alloc_plain();
    set(&mut heap, circle, "me", Value::Object(circle));
    assert_eq!(formatted("%j", &[Value::Object(circle)], &mut heap), "[Circular]");
}

#[test]
fn short_values_fit_on_a_line() {
    let mut heap = heap();
    let program = empty_program();
    let text = heap.alloc_str("say \"hi\"\n");
    assert_eq!(short(&heap, &program, text), "\"say \\\"hi\\\"\\n\"");
    let items: Vec<Value> = (0..1000).map(|number| Value::number(f64::from(number))).collect();
    let list = Value::Object(heap.alloc_array(items));
    assert_eq!(short(&heap, &program, list), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …");
    let object = heap.alloc_plain();
    set(&mut heap, object, "a", Value::number(1.0));
    set(&mut heap, object, "self", Value::Object(object));
    let shown = short(&heap, &program, Value::Object(object));
    assert_eq!(shown, "{a: 1, self: {a: 1, self: {a: 1, self: …");
    assert_eq!(shown.chars().count(), 40);
    let failure = Value::Object(error(&mut heap, ErrorKind::TypeError, "no", &[3]));
    assert_eq!(short(&heap, &program, failure), "TypeError: no");
    let long = heap.alloc_str(&"é".repeat(500_000));
    assert_eq!(short(&heap, &program, long).chars().count(), 40);
}
