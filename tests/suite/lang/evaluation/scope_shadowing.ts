let x = 1;
{
  let x = 2;
  {
    var y = x;
    let z = y + x;
    console.log(x, z);
  }
  console.log(typeof z);
}
console.log(x, y);
const f = (x) => {
  const g = (x) => {
    {
      const x = "block";
      return x;
    }
  };
  return g(x) + x;
};
console.log(f("p"));
function outer() {
  const v = "outer";
  function inner() {
    return typeof v === "undefined" ? "hoisted" : v;
  }
  {
    function inner() {
      return "block function";
    }
  }
  return inner();
}
console.log(outer());
try {
  throw "e";
} catch (e) {
  {
    let e = "inner";
    console.log(e);
  }
  var leaked = e;
  console.log(e);
}
console.log(leaked);
for (let i = 0, n = 2; i < n; i++) {
  let n = 10;
  var last = i + n;
}
console.log(last);
switch (1) {
  case 1: {
    let scoped = "a";
    console.log(scoped);
  }
  case 2:
    let scoped = "b";
    console.log(scoped);
}
const obj = { x, f, ["x" + 1]: x, async: 1, get: 2, set: 3, static: 4, of: 5, let: 6, yield_: 7 };
console.log(obj);
const { async, get, set, of } = obj;
console.log(async + get + set + of);
var of2 = (async) => async;
console.log(of2(1));
console.log(
  ((a, b = () => a, c) => {
    a = 5;
    return [b(), c];
  })(1),
  (function f() {
    return typeof f;
  })(),
  (() => {
    try {
      return fn();
      function fn() {
        return "hoisted fn";
      }
    } finally {
    }
  })(),
  typeof undeclaredVariable,
  (() => {
    if (true) {
      function cond() {
        return 1;
      }
    }
    return typeof cond;
  })(),
);
label: {
  const label = "same name";
  console.log(label);
  break label;
}
var undefinedVar;
console.log(undefinedVar);
var dup = 1;
var dup;
console.log(dup);
function dupf() {
  return 1;
}
console.log(dupf());
globalThis.gx = "global";
console.log(gx, typeof globalThis, globalThis.x, delete globalThis.gx, typeof gx);
class Outer {
  static v = 1;
  static Inner = class Outer {
    static v = 2;
    static read() {
      return Outer.v;
    }
  };
  static read() {
    return Outer.v;
  }
}
console.log(Outer.read(), Outer.Inner.read());
const closures = {};
for (const k of ["a", "b"]) {
  let n = 0;
  closures[k] = () => `${k}${n++}`;
}
console.log(closures.a(), closures.a(), closures.b());
//= 2 4
//= undefined
//= 1 2
//= blockp
//= outer
//= inner
//= e
//= e
//= 11
//= a
//= b
//= {
//=   x: 1,
//=   f: [Function: f],
//=   x1: 1,
//=   async: 1,
//=   get: 2,
//=   set: 3,
//=   static: 4,
//=   of: 5,
//=   let: 6,
//=   yield_: 7
//= }
//= 11
//= 1
//= [ 5, undefined ] function hoisted fn undefined undefined
//= same name
//= undefined
//= 1
//= 1
//= global object undefined true undefined
//= 1 2
//= a0 a1 b0
