//- javascript
console.log("start");
console.group("Group A");
console.log("in\nside");
console.group();
console.log({ a: 1, b: { c: [1, 2, 3] } });
console.groupEnd();
console.groupCollapsed("x %s", "y");
console.log("deep");
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log("out");
console.count();
console.count();
console.count("a");
console.count(undefined);
console.countReset();
console.count();
console.count("%s");
console.count(5);
console.count(null);
console.dir({ a: { b: { c: { d: { e: 1 } } } } });
console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null });
console.dir("x");
console.dir([1, 2], { showHidden: true });
console.dir(5);
console.dir();
console.dir("50%s", {});
console.assert(true, "no");
console.assert(false, "err");
console.dirxml({ a: 1 }, [2]);
console.trace("t");
console.log(typeof console.table, typeof console.time, Object.prototype.toString.call(console), console.log.name, console.group.name);
console.log("%s|%s|%s|%s", "a", 1, { a: { b: 1 } }, [1, [2, [3]]]);
console.log("%d|%i|%f|%d", "42", 3.9, "1.5x", {});
console.log("%j", { a: [1, "x"] });
console.log("%o", { f() {} });
console.log("%O", { a: { b: { c: { d: 1 } } } });
console.log("%c styled", "color: red");
console.log("100%", 5);
console.log("%%", 1);
console.log("%s");
console.log("%x", 1);
console.log("%s %s", "only");
console.log("a", "%s", "b");
console.log(5, "%s", "b");
console.log("%s", null, undefined);
console.log("%d", Symbol("s").description);
console.log("%s", Symbol("s"));
console.log("%i", "abc");
console.log("%s", () => 1);
console.log("%s", class A {});
console.log("%s", new Error("e").message);
console.log("%s", -0);
console.log("%d", -0);
console.log("%s", new Date(0));
console.log("%s", [new Date(0)]);
console.log("%s", Object.create(null));
console.log("%s", new Error("x") instanceof Error);
try { console.table([1], 5) } catch (e) { console.log(e.code, e.message) }
console.time("t");
console.time("t");
console.timeEnd("none");
console.log(console.timeEnd("q")); const { log } = console; log("free"); [1].forEach(console.log);
console.group("last");
console.table([[1]]);
console.groupEnd();
console.timeStamp("a");
//= start
//= Group A
//=   in
//=   side
//=     { a: 1, b: { c: [ 1, 2, 3 ] } }
//=   x y
//=     deep
//= out
//= default: 1
//= default: 2
//= a: 1
//= default: 3
//= default: 1
//= %s: 1
//= 5: 1
//= null: 1
//= { a: { b: { c: [Object] } } }
//= { a: [Object] }
//= {
//=   a: {
//=     b: { c: { d: { e: 1 } } }
//=   }
//= }
//= 'x'
//= [ 1, 2, [length]: 2 ]
//= 5
//= undefined
//= '50%s'
//= { a: 1 } [ 2 ]
//= function function [object console] log group
//= a|1|{ a: [Object] }|[ 1, [Array] ]
//= 42|3|1.5|NaN
//= {"a":[1,"x"]}
//= { f: [Function: f] { [length]: 0, [name]: 'f' } }
//= { a: { b: { c: [Object] } } }
//=  styled
//= 100% 5
//= % 1
//= %s
//= %x 1
//= only %s
//= a %s b
//= 5 %s b
//= null undefined
//= NaN
//= Symbol(s)
//= NaN
//= () => 1
//= class A {}
//= e
//= -0
//= -0
//= 1970-01-01T00:00:00.000Z
//= [ 1970-01-01T00:00:00.000Z ]
//= [Object: null prototype] {}
//= true
//= ERR_INVALID_ARG_TYPE The "properties" argument must be an instance of Array. Received type number (5)
//= undefined
//= free
//= 1 0 [ 1 ]
//= last
//=   ┌─────────┬───┐
//=   │ (index) │ 0 │
//=   ├─────────┼───┤
//=   │ 0       │ 1 │
//=   └─────────┴───┘
