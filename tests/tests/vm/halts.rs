//! Why a run halts, and that nothing is lost or done twice by it.

use vm::{Halt, HeapLimits, Switch, Value};

use crate::support::{PRELUDE, Run};

#[test]
fn without_budget_nothing_of_a_visible_operation_happens() {
    let source = format!("{PRELUDE}o.a = x; x = x + 1; arr.push(x); map.set(x, [...arr]); console.log(`${{arr}}`);");
    let mut run = Run::new(&source);
    run.share();
    let mut whole = Run::new(&source);
    whole.share();
    let total = whole.count(Switch::Access);
    let mut visible = 0;
    loop {
        let (halt, _) = run.step(Switch::Access, 0, &mut 1_000_000);
        if halt == Halt::Visible {
            let before = (run.fiber.clone(), run.heap.clone(), run.accesses.len());
            let (again, _) = run.step(Switch::Access, 0, &mut 1_000_000);
            assert_eq!(again, Halt::Visible);
            assert!(before == (run.fiber.clone(), run.heap.clone(), run.accesses.len()));
            let (halt, left) = run.step(Switch::Access, 1, &mut 1_000_000);
            assert_eq!(left, 0);
            visible += 1;
            assert!(run.fiber != before.0, "the operation did not happen");
            if !run.answer(halt) {
                break;
            }
        } else if !run.answer(halt) {
            break;
        }
    }
    assert_eq!(visible, total);
    assert_eq!(run.heap, whole.heap);
}

#[test]
fn a_cut_anywhere_changes_nothing() {
    let source = format!(
        "{PRELUDE}function fib(n) {{ if (n < 2) {{ return n; }} return fib(n - 1) + fib(n - 2); }}
        let caught = 0; for (const item of [1, 2, 3]) {{ try {{ if (item === 2) {{ throw item; }} }} \
        catch (thrown) {{ caught += thrown; }} finally {{ x = x + fib(item); }} }}
        o.result = [x, caught, `${{arr.map((n) => n * 2)}}`];"
    );
    let mut whole = Run::new(&source);
    whole.share();
    whole.count(Switch::Access);
    for fuel in [1, 2, 7] {
        let mut run = Run::new(&source);
        run.share();
        loop {
            let (halt, _) = run.step(Switch::Access, 1000, &mut { fuel });
            if !run.answer(halt) {
                break;
            }
        }
        assert!(run.heap == whole.heap, "fuel {fuel}");
        assert_eq!(run.accesses, whole.accesses, "fuel {fuel}");
    }
}

#[test]
fn statements_are_charged_once_and_again_on_every_turn() {
    let count = |source: &str| Run::new(source).count(Switch::Statement);
    assert_eq!(count("let a = 1; a = a + a * a; a++;"), 3);
    // The test of `while` is one each time.
    assert_eq!(count("let i = 0; while (i < 3) { i++; }"), 1 + 4 + 3);
    assert_eq!(count("function f() { return 1; } f(); f();"), 2 + 2);
    // The library's own statements are none.
    assert_eq!(count("[1, 2, 3].map(Number);"), 1);

    let mut run = Run::new("let a = 1; a = 2; a = 3;");
    let mut statements = 0;
    while run.step(Switch::Statement, 0, &mut 1000).0 == Halt::Visible {
        // However often it is asked without a budget, it is one statement.
        assert_eq!(run.step(Switch::Statement, 0, &mut 1000).0, Halt::Visible);
        let (halt, _) = run.step(Switch::Statement, 1, &mut 1000);
        statements += 1;
        if matches!(halt, Halt::Returned(_)) {
            break;
        }
    }
    assert_eq!(statements, 3);
}

#[test]
fn an_awaited_call_runs_in_the_callers_fiber_where_it_may() {
    let source = "async function f() { return 5; } const got = await f(); spawn(got);";
    let mut run = Run::new(source);
    let (halt, _) = run.step(Switch::Never, 0, &mut 1000);
    assert_eq!(
        halt,
        Halt::Await(Value::number(5.0)),
        "its result is a value, not a promise"
    );
    let mut run = Run::new("async function f() { return 5; } const got = f(); spawn(got);");
    let (halt, _) = run.step(Switch::Never, 0, &mut 1000);
    assert!(matches!(halt, Halt::AsyncCall(call) if !call.is_awaited));
}

#[test]
fn a_stack_overflow_can_be_caught() {
    let source = "function down(n) { return down(n + 1) + 1; } let said; try { down(0); } catch (error) { said = error; } \
                  assert(said instanceof RangeError, said.message); spawn(1);";
    let mut run = Run::new(source);
    let halt = loop {
        let (halt, _) = run.step(Switch::Never, 0, &mut 10_000_000);
        match halt {
            Halt::Collect => assert!(run.answer(halt)),
            other => break other,
        }
    };
    let Halt::HostCall(call) = halt else { panic!("{halt:?}") };
    assert_eq!(call.args[0], Value::Bool(true));
    let said = run.heap.as_text(call.args[1]).expect("a message").to_display();
    assert_eq!(said, "Maximum call stack size exceeded");
    assert_eq!(run.fiber.depth(), 1);
}

#[test]
fn a_full_heap_halts_and_goes_on_after_a_collection() {
    let limits = HeapLimits {
        max_bytes: 100_000,
        ..HeapLimits::default()
    };
    let source = "let last; for (let i = 0; i < 5000; i++) { last = { i, text: `${i}` }; } assert(last.i);";
    let mut run = Run::with_limits(source, limits);
    let mut collections = 0;
    let call = loop {
        match run.step(Switch::Never, 0, &mut 10_000_000).0 {
            Halt::Limit(vm::LimitKind::HeapBytes) | Halt::Collect => {
                collections += 1;
                assert!(run.answer(Halt::Collect));
                assert!(run.heap.bytes() < limits.max_bytes / 2);
            }
            Halt::HostCall(call) => break call,
            other => panic!("{other:?}"),
        }
    };
    assert!(collections > 2, "{collections} collections");
    assert_eq!(call.args[0], Value::number(4999.0));
}
