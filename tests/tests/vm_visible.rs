//! Which operations of one fiber other tasks can notice. Owns a small host that answers calls with `undefined` and
//! counts visible operations; what tasks do with each other is the checker's tests'.
//!
//! Everything in [`PRELUDE`] is handed to a task by its last line, so that it is shared from there on. Constants are
//! never visible themselves: what is counted is what the code after it does to what they refer to.

use vm::{Access, AccessKind, Context, Fiber, Halt, Heap, HeapLimits, Host, Switch, Value, run};

const PRELUDE: &str = "\
let x = 0; const o = { a: 1, inner: { b: 1 } }; const arr = [3, 1, 2]; const map = new Map([['k', 1]]);
const set = new Set([1]); const err = new Error('e'); const iterator = arr.values(); const mutex = new Mutex();
const frozen = Object.freeze({ a: 1, inner: { b: 1 } }); const frozenMap = Object.freeze(new Map());
function F() {} F.prototype.greet = 1; const list = [arr]; const keys = { a: 1, b: 2 };
function read(value) { return value; } function Plain() {} const promise = (async () => 1)();
spawn(() => [x, o, arr, map, set, err, iterator, mutex, frozen, frozenMap, F, promise]);
";

struct Run {
    program: bytecode::Program,
    heap: Heap,
    fiber: Fiber,
    accesses: Vec<Access>,
    /// Whether state is shared yet.
    is_shared: bool,
}

impl Run {
    fn new(source: &str) -> Run {
        Run::with_limits(source, HeapLimits::default())
    }

    fn with_limits(source: &str, limits: HeapLimits) -> Run {
        let compilation = compiler::compile(source, &compiler::Options::default());
        assert!(!compilation.has_errors(), "{source}: {:?}", compilation.diagnostics);
        let program = compilation.program;
        let heap = Heap::new(&program, limits);
        let fiber = Fiber::main(&program);
        Run {
            program,
            heap,
            fiber,
            accesses: Vec::new(),
            is_shared: false,
        }
    }

    /// Runs to the next halt; returns it and how much of the budget is left.
    fn step(&mut self, switch: Switch, budget: u32, fuel: &mut u64) -> (Halt, u32) {
        let mut context = Context {
            program: &self.program,
            heap: &mut self.heap,
            fuel,
            switch,
            budget,
            inline_awaited: true,
            record: true,
            accesses: &mut self.accesses,
        };
        let halt = run(&mut self.fiber, &mut context);
        (halt, context.budget)
    }

    /// Answers whatever the program asks of its host; `false` at the end of the program.
    fn answer(&mut self, halt: Halt) -> bool {
        match halt {
            Halt::HostCall(call) => {
                if call.native == Host::Spawn {
                    call.args.iter().for_each(|&argument| self.heap.share(argument));
                    self.is_shared = true;
                }
                let answer = match call.native {
                    Host::Mutex if call.is_new => Value::Object(self.heap.alloc_host(vm::HostClass::Mutex, 0)),
                    _ => Value::Undefined,
                };
                self.fiber.resume(answer);
            }
            Halt::AsyncCall(_) => {
                let promise = self.heap.alloc_promise(vm::Promise::pending());
                self.fiber.resume(Value::Object(promise));
            }
            Halt::Await(value) => self.fiber.resume(value),
            Halt::Collect => {
                let fiber = &self.fiber;
                self.heap.collect(|tracer| tracer.fiber(fiber));
            }
            Halt::Fuel | Halt::Visible => {}
            Halt::Returned(_) => return false,
            Halt::Threw(_) | Halt::Limit(_) => panic!("{halt:?}"),
        }
        true
    }

    /// Runs until the state is shared.
    fn share(&mut self) {
        while !self.is_shared {
            let (halt, _) = self.step(Switch::Never, 0, &mut 1_000_000);
            assert!(self.answer(halt), "nothing was shared");
        }
    }

    /// Runs to the end and returns how many visible operations there were.
    fn count(&mut self, switch: Switch) -> u32 {
        let mut count = 0;
        loop {
            let (halt, left) = self.step(switch, 1000, &mut 1_000_000);
            count += 1000 - left;
            if !self.answer(halt) {
                return count;
            }
        }
    }
}

fn visible(code: &str) -> u32 {
    let mut run = Run::new(&format!("{PRELUDE}{code}"));
    run.share();
    run.count(Switch::Access)
}

fn check(cases: &[(&str, u32)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(code, expected)| (code, expected, visible(code)))
        .filter(|(_, expected, actual)| expected != actual)
        .map(|(code, expected, actual)| format!("{code}: {actual} visible operations instead of {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn variables() {
    check(&[
        ("o; arr; F;", 0),
        ("x = 1;", 1),
        ("x = x + 1;", 2),
        ("x += 1;", 2),
        ("x++;", 2),
        ("let own = 1; own = own + 1;", 0),
        // The variable of a closure that no task has.
        ("let own = 1; const f = () => { own++; }; f(); f();", 0),
        // And of one that a task has got: four accesses in two calls.
        ("let own = 1; const f = () => { own++; }; spawn(f); f(); f();", 4),
        // A loop's variable is copied for its next turn, from what closures over the last one may have changed.
        ("for (let i = 0; i < 1; i++) { spawn(() => { i = 7; }); }", 1),
        ("for (let i = 0; i < 1; i++) { spawn(() => () => { i = 7; }); }", 1),
        ("for (let i = 0; i < 1; i++) { spawn(() => i); }", 0),
    ]);
}

#[test]
fn properties_and_elements() {
    check(&[
        ("o.a;", 1),
        ("o.missing;", 1),
        ("o.a = 2;", 1),
        ("o.a += 1;", 2),
        ("o['a'];", 1),
        ("o['nobody' + 'knows'];", 1),
        ("delete o.a;", 1),
        ("'a' in o;", 1),
        ("o.inner.b;", 2),
        ("const { a, inner } = o;", 2),
        ("const { a, ...rest } = o;", 2),
        ("({ ...o });", 1),
        ("[...arr];", 4),
        ("const [first, ...others] = arr;", 2),
        ("arr[0];", 1),
        ("arr[0] = 1;", 1),
        ("arr.length;", 1),
        ("arr.length = 0;", 1),
        ("for (const key in keys) { read(key); }", 0),
        ("for (const key in o) { read(key); }", 4),
        (
            "const own = { a: 1 }; own.a = own.a + 1; own['b'] = 1; delete own.b; 'a' in own;",
            0,
        ),
        ("err.message;", 1),
        ("err.name;", 1),
        ("read.name;", 0),
    ]);
}

#[test]
fn what_cannot_change_is_not_visible() {
    check(&[
        ("frozen.a;", 0),
        ("frozen.missing;", 0),
        ("Object.keys(frozen); JSON.stringify({});", 0),
        ("frozen.inner;", 0),
        ("frozen.inner.b;", 1),
        ("JSON.stringify(frozen);", 1),
        ("Math.PI; console; JSON;", 0),
        // The method itself comes with every array.
        ("arr.push;", 0),
        // Freezing a map freezes its properties, not its entries.
        ("frozenMap.set('a', 1);", 1),
        ("frozenMap.get('a');", 1),
        ("frozenMap.size;", 1),
    ]);
}

#[test]
fn prototypes() {
    check(&[
        ("new F();", 1),
        ("new Plain();", 0),
        ("o instanceof F;", 1),
        ("o instanceof Object; o instanceof Map;", 0),
        ("F.prototype;", 1),
        // An instance of one's own looks into what all instances share, found or not.
        (
            "const own = Object.create(o); own.a; own.missing; 'a' in own; own['in' + 'ner'];",
            4,
        ),
        ("const own = Object.create(o); own.a = 1; own.a;", 0),
        ("const own = Object.create(o); for (const key in own) { read(key); }", 4),
        // What is read from a frozen prototype may be hidden by a property of the object itself.
        (
            "const p = Object.freeze({ a: 1 }); const own = Object.create(p); spawn(() => own); own.a;",
            1,
        ),
    ]);
}

#[test]
fn operators() {
    check(&[
        (
            "o === o; o !== arr; o == arr; o == null; undefined != o; typeof o; !o; o && arr; o ?? arr;",
            0,
        ),
        ("if (o) { read(1); }", 0),
        ("`${arr}`;", 1),
        ("`${list}`;", 1),
        ("arr + '';", 1),
        ("'' + list;", 1),
        ("-arr;", 1),
        ("+arr;", 1),
        ("~arr;", 1),
        ("arr == '3,1,2';", 1),
        ("arr < 1;", 1),
        ("1 * arr;", 1),
        ("({})[arr];", 1),
        ("({ [arr]: 1 });", 1),
        ("const own = {}; own[arr] = 1;", 1),
        ("const own = []; own.length = [[arr]] < 1 ? 0 : 0;", 1),
        ("arr in {};", 1),
        ("const own = [[[[[[[1]]]]]]]; `${own}`;", 0),
        ("const own = [[[[[[[arr]]]]]]]; `${own}`;", 1),
    ]);
}

#[test]
fn built_in_methods_are_one_operation() {
    check(&[
        ("arr.push(1, 2);", 1),
        (
            "arr.pop(); arr.shift(); arr.unshift(1); arr.splice(0, 1); arr.reverse(); arr.fill(0);",
            6,
        ),
        (
            "arr.slice(); arr.concat([1]); arr.join(); arr.indexOf(1); arr.includes(1); arr.at(0); arr.flat();",
            7,
        ),
        (
            "map.get(1); map.set(1, 2); map.has(1); map.delete(1); map.clear(); map.size;",
            6,
        ),
        ("set.add(1); set.has(1); set.delete(1); set.clear(); set.size;", 5),
        (
            "Object.keys(o); Object.values(o); Object.entries(o); Object.hasOwn(o, 'a'); o.hasOwnProperty('a');",
            6,
        ),
        ("Object.assign({}, o);", 1),
        ("Object.assign(o, {});", 1),
        ("Object.freeze(o); o.a; Object.isFrozen(o);", 1),
        ("JSON.stringify(o);", 1),
        ("JSON.stringify({ deep: { deeper: [o] } });", 1),
        (
            "const own = [1, 2]; own.push(3); own.concat([4]); own.join(); JSON.stringify(own); Object.keys(own);",
            0,
        ),
        // Putting something shared into a place of one's own reads nothing of it.
        (
            "const own = []; own.push(arr); own.indexOf(arr); own.includes(arr); [arr, o]; ({ o });",
            0,
        ),
        ("const own = new Map(); own.set(o, arr); own.get(o); own.has(o);", 0),
        ("Array.isArray(arr); Array.of(arr); Object.is(o, arr);", 0),
    ]);
}

#[test]
fn built_in_functions_that_look_into_their_arguments() {
    check(&[
        (
            "String(arr); Number(arr); parseInt(arr); isNaN(arr); Math.max(arr); Math.abs(arr);",
            6,
        ),
        ("'abc'.slice(arr); 'abc'.includes(arr); 'abc'.padEnd(arr);", 3),
        ("try { (5).toFixed(arr); (5).toString(list); } catch { read(1); }", 2),
        (
            "[1].slice(arr); [1].at(arr); [1].fill(0, arr); [1].indexOf(1, arr); [1].splice(arr);",
            5,
        ),
        ("[1].join(arr); [1].concat(arr); [arr].join(); [arr].flat();", 4),
        (
            "new Map(map); new Map([arr]); new Set(arr); Object.fromEntries([arr]); new Map(map.entries());",
            5,
        ),
        ("new Error(arr); Error(arr);", 2),
        (
            "Math.max.apply(null, arr); read.apply(null, arr); [].push.apply([], arr);",
            3,
        ),
        ("arr.push.call(arr, 1); [].push.call(arr, 1); arr.push.bind(arr)(1);", 3),
        ("Math.max(...arr);", 4),
        ("new Mutex(o); spawn(read, o); spawn(read);", 2),
        ("assert(o); assert(true, arr); assert(true, 'fine');", 1),
    ]);
}

#[test]
fn iterators() {
    check(&[
        (
            "arr.values(); arr.keys(); arr.entries(); map.entries(); map.keys(); set.values();",
            0,
        ),
        ("for (const item of arr) { read(item); }", 4),
        ("for (const [key] of map) { read(key); }", 2),
        ("for (const item of set) { read(item); }", 2),
        ("const own = [1, 2]; for (const item of own) { read(item); }", 0),
        ("iterator.next();", 1),
        ("arr.values().next();", 1),
        ("Array.from(arr);", 4),
        ("new Set(arr.values());", 1),
    ]);
}

#[test]
fn methods_of_the_library_are_as_many_operations_as_they_make() {
    // Its length, and of each element whether it is there and what it is.
    check(&[
        ("arr.map(read);", 7),
        ("arr.forEach(read);", 7),
        ("[1, 2].map(read);", 0),
    ]);
    assert!(visible("arr.sort();") > 7);
}

#[test]
fn the_world() {
    check(&[
        ("console.log(1);", 1),
        (
            "sleep(1); work(1); yieldNow(); Date.now(); Math.random(); setTimeout(read, 1);",
            6,
        ),
        ("mutex.lock(); mutex.locked;", 2),
        ("const own = new Mutex(); own.lock(); own.locked;", 0),
        ("spawn(read); assert(true); always('p', () => true);", 0),
        ("Promise.all([promise]);", 1),
        ("promise.then(read);", 1),
        ("(async () => 1)().then(1);", 0),
    ]);
}

#[test]
fn what_is_stored_into_something_shared_is_shared() {
    check(&[
        ("const own = { a: 1 }; own.a; o.own = own; own.a;", 2),
        ("const own = { a: 1 }; x = own; own.a;", 2),
        ("const own = { a: 1 }; arr.push(own); own.a;", 2),
        ("const own = { a: 1 }; map.set(own, 1); own.a;", 2),
        ("const own = { a: 1 }; set.add([own]); own.a;", 2),
        ("const own = { a: 1 }; o.f = () => own; own.a;", 2),
        ("const own = { a: 1 }; Object.assign(o, { own }); own.a;", 2),
        ("let own = 1; o.f = () => own++; own = 2;", 2),
        ("let own = 1; const f = () => own++; spawn(f); own = 2;", 1),
    ]);
}

#[test]
fn a_built_in_method_of_something_shared_stays_what_it_is() {
    let mut run = Run::new(&format!(
        "{PRELUDE}let said = ''; try {{ arr.push = read; }} catch (error) {{ said = error.message; }} assert(said);"
    ));
    run.share();
    loop {
        let (halt, _) = run.step(Switch::Access, 1000, &mut 1_000_000);
        if let Halt::HostCall(call) = &halt
            && call.native == Host::Assert
        {
            let said = run.heap.as_text(call.args[0]).expect("a message").to_display();
            assert!(said.starts_with("Cannot replace the built-in 'push'"), "{said}");
            return;
        }
        assert!(run.answer(halt), "the assertion was not reached");
    }
}

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

/// Runs the code after the prelude; after the visible operation of each given number, somebody else changes what was
/// accessed there. Returns for each write whether it loses that.
fn losses(code: &str, overwritten_after: &[usize]) -> Vec<bool> {
    let mut run = Run::new(&format!("{PRELUDE}{code}"));
    run.share();
    run.accesses.clear();
    let mut operation = 0;
    loop {
        let (halt, left) = run.step(Switch::Access, 1, &mut 1_000_000);
        if left == 0 {
            operation += 1;
            if overwritten_after.contains(&operation) {
                let location = run.accesses.last().expect("an access").location;
                run.fiber.note_overwrite(location, 1, 1);
            }
        }
        if !run.answer(halt) {
            break;
        }
    }
    let writes = run.accesses.iter().filter(|access| access.kind == AccessKind::Write);
    writes.map(|access| access.lost.is_some()).collect()
}

/// [`losses`], where each visible operation is one step. A run stops *before* the next visible operation, so the
/// change comes right after the one that was counted.
#[test]
fn a_write_computed_from_a_stale_read_loses_an_update() {
    assert_eq!(losses("x = x + 1;", &[]), [false]);
    assert_eq!(losses("x = x + 1;", &[1]), [true]);
    assert_eq!(losses("const old = x; const next = old * 2; x = next;", &[1]), [true]);
    assert_eq!(losses("o.a = o.a + 1;", &[1]), [true]);
    assert_eq!(losses("arr[0] += 1;", &[1]), [true]);
    // After the write it is somebody else's affair.
    assert_eq!(losses("x = x + 1; x = 5;", &[2]), [false, false]);
}

#[test]
fn a_blind_write_loses_nothing() {
    assert_eq!(losses("const old = x; x = 5; read(old);", &[1]), [false]);
    // What the condition depends on is no part of the value.
    assert_eq!(losses("if (x === 0) { x = 1; }", &[1]), [false]);
}

#[test]
fn reading_again_refreshes() {
    assert_eq!(losses("let old = x; old = x; x = old + 1;", &[1]), [false]);
    assert_eq!(losses("let old = x; old = x; x = old + 1;", &[2]), [true]);
}

#[test]
fn a_read_dies_with_its_frame() {
    assert_eq!(losses("function get() { return x; } x = get() + 1;", &[1]), [false]);
    let again = "function add() { x = x + 1; } add(); add();";
    assert_eq!(losses(again, &[1]), [true, false]);
    assert_eq!(losses(again, &[3]), [false, true]);
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
