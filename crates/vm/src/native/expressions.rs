//! Expressions of literals and built-ins against what Node printed for them.
//!
//! The expectations stand in `tests/node/*.txt` and were written by Node itself, through `bless.mjs` beside them. The
//! few forms that they consist of are evaluated here, so that no compiler is needed below it.

use crate::run::tests::empty_program;
use crate::run::{Machine, Switch};
use crate::{
    Context, Fiber, Heap, HeapLimits, Native, ObjectKind, PropertyKey, Raise, Text, Value, describe_error, inspect,
};

use super::namespace::global_value;

/// A parser that evaluates as it goes.
struct Evaluator<'t, 'm, 'c> {
    machine: Machine<'m, 'c>,
    text: &'t str,
}

type Evaluated = Result<Value, Raise>;

impl Evaluator<'_, '_, '_> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.text.trim_start();
        match rest.strip_prefix(token) {
            Some(rest) => {
                self.text = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> String {
        let rest = self.text.trim_start();
        let end = rest
            .find(|point: char| !point.is_alphanumeric() && point != '_')
            .unwrap_or(rest.len());
        self.text = &rest[end..];
        rest[..end].to_owned()
    }

    /// A primary expression followed by members and calls.
    fn expression(&mut self) -> Evaluated {
        let is_new = self.take("new ");
        let mut value = self.primary()?;
        let mut this = Value::Undefined;
        let mut may_construct = is_new;
        loop {
            if self.take(".") {
                let name = self.word();
                this = value;
                let key = self.machine.context.heap.intern(&Text::new(&name));
                value = self.machine.get_value(value, PropertyKey::Name(key))?;
            } else if self.take("(") {
                let args = self.list(")")?;
                value = self.call(value, this, &args, std::mem::take(&mut may_construct))?;
                this = Value::Undefined;
            } else {
                return Ok(value);
            }
        }
    }

    fn call(&mut self, callee: Value, this: Value, args: &[Value], is_new: bool) -> Evaluated {
        let Value::Native(Native::Pure(pure)) = callee else {
            panic!("not a pure built-in: {callee:?} before {}", self.text);
        };
        let args: Vec<Value> = args.iter().map(|&arg| crate::run::present(arg)).collect();
        let new_target = if is_new { callee } else { Value::Undefined };
        self.machine.call_pure(pure, this, &args, new_target)
    }

    fn primary(&mut self) -> Evaluated {
        if self.take("(") {
            let value = self.expression();
            assert!(self.take(")"));
            return value;
        }
        if self.take("[") {
            let items = self.list("]")?;
            return Ok(Value::Object(self.machine.context.heap.alloc_array(items)));
        }
        if self.take("{") {
            return self.object();
        }
        let rest = self.text.trim_start();
        if rest.starts_with('"') {
            let text = self.quoted();
            return Ok(self.machine.context.heap.alloc_text(text));
        }
        if rest.starts_with(|point: char| point.is_ascii_digit() || point == '-') && !rest.starts_with("-I") {
            return Ok(self.number());
        }
        if self.take("-") {
            assert_eq!(self.word(), "Infinity");
            return Ok(Value::number(f64::NEG_INFINITY));
        }
        let word = self.word();
        Ok(match word.as_str() {
            "undefined" => Value::Undefined,
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            name => {
                let value = global_value(name);
                assert_ne!(value, Value::Undefined, "no global `{name}` before {}", self.text);
                value
            }
        })
    }

    fn number(&mut self) -> Value {
        let rest = self.text.trim_start();
        let end = rest[1..].find(|point: char| !(point.is_ascii_digit() || "e.+-".contains(point)));
        // A dot without a digit behind it begins a member.
        let literal = rest[..end.map_or(rest.len(), |end| end + 1)].trim_end_matches('.');
        self.text = &rest[literal.len()..];
        Value::number(literal.parse().expect("a number"))
    }

    fn quoted(&mut self) -> Text {
        let rest = self.text.trim_start();
        let mut units = Vec::new();
        let mut chars = rest[1..].char_indices();
        while let Some((at, point)) = chars.next() {
            match point {
                '"' => {
                    self.text = &rest[at + 2..];
                    return Text::from_units(&units);
                }
                '\\' => match chars.next().expect("an escape").1 {
                    'n' => units.push(10),
                    't' => units.push(9),
                    'u' => {
                        let digits: String = chars.by_ref().take(4).map(|(_, digit)| digit).collect();
                        units.push(u16::from_str_radix(&digits, 16).expect("four digits"));
                    }
                    other => units.push(other as u16),
                },
                other => units.extend_from_slice(other.encode_utf16(&mut [0; 2])),
            }
        }
        panic!("a string without an end");
    }

    /// Elements up to a bracket; nothing between two commas is a hole.
    fn list(&mut self, close: &str) -> Result<Vec<Value>, Raise> {
        let mut items = Vec::new();
        loop {
            if self.take(close) {
                return Ok(items);
            }
            if self.take(",") {
                items.push(Value::Uninitialized);
                continue;
            }
            items.push(self.expression()?);
            if !self.take(",") {
                assert!(self.take(close), "no {close} before {}", self.text);
                return Ok(items);
            }
        }
    }

    fn object(&mut self) -> Evaluated {
        let object = self.machine.context.heap.alloc_plain();
        while !self.take("}") {
            let name = self.quoted();
            assert!(self.take(":"));
            let value = self.expression()?;
            let name = self.machine.context.heap.alloc_text(name);
            let key = self.machine.to_property_key(name)?;
            self.machine.put_own(object, key, value);
            self.take(",");
        }
        Ok(Value::Object(object))
    }
}

/// What an expression prints, or `! ` and the error.
fn print(expression: &str) -> String {
    let program = empty_program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let mut fiber = Fiber::main(&program);
    let mut context = Context {
        program: &program,
        heap: &mut heap,
        fuel: &mut 1_000,
        switch: Switch::Never,
        budget: 0,
        inline_awaited: false,
        record: false,
        may_join: false,
        has_acted: false,
        accesses: &mut Vec::new(),
        touch: crate::Touch::Nothing,
        callers: &(),
    };
    let mut evaluator = Evaluator {
        machine: Machine::new(&mut fiber, &mut context),
        text: expression,
    };
    let value = evaluator.expression();
    assert_eq!(evaluator.text.trim(), "", "not all of {expression} was understood");
    match value {
        Ok(value) => inspect(&heap, &program, value),
        Err(Raise::Throw(error)) => format!("! {}", describe_error(&heap, &program, error)),
        Err(Raise::Limit(kind)) => format!("limit {kind:?}"),
        Err(Raise::Primitive { .. } | Raise::Library) => "! needs the program".to_owned(),
    }
}

/// Compares each case of a file with what Node printed.
fn check(file: &str) {
    let cases: Vec<&str> = file.split("\n> ").collect();
    let mut wrong = String::new();
    // What stands before the first case is a comment.
    for case in &cases[1..] {
        let (expression, expected) = case.split_once('\n').expect("an expectation");
        let expected = expected.split("\n#").next().unwrap_or_default().trim_end_matches('\n');
        let printed = print(expression);
        if printed != expected {
            wrong += &format!("> {expression}\nNode:  {expected}\nLanes: {printed}\n\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(cases.len() > 100, "cases got lost");
}

#[test]
fn values_print_as_in_node() {
    check(include_str!("../../tests/node/print.txt"));
}

#[test]
fn builtins_give_what_node_gives() {
    check(include_str!("../../tests/node/builtins.txt"));
}

#[test]
fn too_long_results_are_limits_and_nothing_is_allocated_for_them() {
    assert_eq!(print("\"x\".repeat(2000000)"), "limit TextLength");
    assert_eq!(print("\"x\".padStart(1e9)"), "limit TextLength");
    assert_eq!(print("\"x\".repeat(1e300)"), "limit TextLength");
    assert_eq!(print("Array(4294967295)"), "limit ArrayLength");
    assert_eq!(
        print("Array(1000).fill(\"y\".repeat(100000)).join()"),
        "limit TextLength"
    );
}

#[test]
fn deep_json_is_an_error_and_no_crash() {
    let deep = format!("JSON.parse(\"{}\")", "[".repeat(100_000));
    assert_eq!(print(&deep), "! RangeError: Maximum call stack size exceeded");
}

#[test]
fn what_is_stored_in_a_shared_array_becomes_shared() {
    let program = empty_program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let array = heap.alloc_array(Vec::new());
    heap.share(Value::Object(array));
    let mut fiber = Fiber::main(&program);
    let mut context = Context {
        program: &program,
        heap: &mut heap,
        fuel: &mut 1_000,
        switch: Switch::Never,
        budget: 0,
        inline_awaited: false,
        record: false,
        may_join: false,
        has_acted: false,
        accesses: &mut Vec::new(),
        touch: crate::Touch::Nothing,
        callers: &(),
    };
    let mut machine = Machine::new(&mut fiber, &mut context);
    for method in [
        crate::Pure::ArrayPush,
        crate::Pure::ArrayUnshift,
        crate::Pure::ArrayFill,
    ] {
        let stored = machine.context.heap.alloc_plain();
        machine
            .call_pure(method, Value::Object(array), &[Value::Object(stored)], Value::Undefined)
            .expect("a result");
        assert!(machine.context.heap.is_shared(stored), "{method:?}");
        let ObjectKind::Array(items) = &machine.context.heap.object(array).kind else {
            panic!("no array");
        };
        assert!(items.contains(&Value::Object(stored)));
    }
}
