//! Which operations other tasks can notice: cases of code and how many of its operations are visible.

use vm::{Halt, Host, Switch};

use crate::support::{PRELUDE, Run};

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
            5,
        ),
        // That something inherits from it decides what may still happen to it, but only the first time.
        ("const own = Object.create(o); own.a = 1; own.a;", 1),
        ("Object.create(o); Object.create(o); Object.setPrototypeOf({}, o);", 1),
        ("const own = Object.create(o); for (const key in own) { read(key); }", 5),
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
            5,
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
        (
            "let own = 1; always('own', () => own < 2); eventually('own', () => own > 0);",
            0,
        ),
        ("always('x', () => x < 2); sometimes('arr', () => arr.length > 9);", 2),
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
fn functions_that_are_inherited() {
    let class = "class C { x = 1; m() {} get v() { return 1; } get w() { return this.x; } static s() {} } \
                 const c = new C(); spawn(() => c);";
    let cases = [
        ("c.m(); c.m(); c.v;", 0),
        ("c.x; c.w;", 2),
        ("c.missing;", 1),
        ("c.toString; c.hasOwnProperty;", 0),
        // What is the object's own may be replaced.
        ("C.s();", 1),
        // Only what the class inherits from is read.
        ("class D extends C {} spawn(() => D); D.s();", 1),
        ("const own = { f() {} }; spawn(() => own); own.f();", 1),
        ("const own = { get v() { return 1; } }; spawn(() => own); own.v;", 1),
        ("Math.floor(1.5); Array.isArray(1);", 0),
        ("c.x = 2; c.y = 3;", 2),
    ];
    let cases: Vec<(String, u32)> = cases
        .iter()
        .map(|&(code, count)| (format!("{class}{code}"), count))
        .collect();
    let cases: Vec<(&str, u32)> = cases.iter().map(|(code, count)| (code.as_str(), *count)).collect();
    check(&cases);
}

/// What a program says in `said` when it gets there.
fn said(code: &str) -> String {
    let mut run = Run::new(&format!(
        "{PRELUDE}let said = 'nothing'; class C {{ m() {{}} get v() {{ return 1; }} }} class D extends C {{}} \
         const c = new C(); const d = new D(); spawn(() => [c, d]); \
         try {{ {code} }} catch (error) {{ said = error.message; }} assert(said);"
    ));
    run.share();
    loop {
        let (halt, _) = run.step(Switch::Access, 1000, &mut 1_000_000);
        if let Halt::HostCall(call) = &halt
            && call.native == Host::Assert
        {
            return run.heap.as_text(call.args[0]).expect("a message").to_display();
        }
        assert!(run.answer(halt), "the assertion was not reached");
    }
}

#[test]
fn what_makes_lookups_of_inherited_functions_invisible_is_enforced() {
    for code in [
        "c.m = read;",
        "d.m = read;",
        "D.prototype.m = read;",
        "C.prototype.m = 1;",
        "delete C.prototype.m;",
        "delete C.prototype.v;",
        "Object.defineProperty(c, 'm', { value: read });",
        "Object.defineProperty(C.prototype, 'v', { get: read });",
        "c.toString = read;",
        "arr.push = read;",
        "Math.floor = read;",
        "Object.assign(c, { m: read });",
    ] {
        let said = said(code);
        assert!(said.starts_with("Cannot replace the "), "{code}: {said}");
    }
    for code in [
        "Array.prototype.push = read;",
        "Array.prototype.extra = read;",
        "delete Object.prototype.toString;",
    ] {
        let said = said(code);
        assert!(said.starts_with("Cannot change "), "{code}: {said}");
    }
    for code in [
        "Object.setPrototypeOf(c, {});",
        "c.__proto__ = null;",
        "Object.setPrototypeOf(D.prototype, {});",
    ] {
        let said = said(code);
        assert!(said.starts_with("Cannot change the prototype"), "{code}: {said}");
    }
}

#[test]
fn everything_else_of_something_shared_may_change() {
    for code in [
        "c.x = 1; c.x = read; delete c.x;",
        "C.prototype.extra = read; c.extra;",
        "C.prototype.count = 1; C.prototype.count = 2; delete C.prototype.count;",
        "C.helper = read; C.helper = 1; Math.extra = 1;",
        "Object.freeze(c);",
        "const own = new D(); own.m = read; Object.setPrototypeOf(own, null);",
        "o.f = read; o.f = 1; delete o.f;",
        "C.prototype.m = C.prototype.m;",
    ] {
        assert_eq!(said(code), "nothing", "{code}");
    }
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
