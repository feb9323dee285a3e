const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(e instanceof Error ? `${e.constructor.name}: ${e.message}` : e);
  }
};
attempt(() => null.x);
attempt(() => undefined.foo());
attempt(() => {
  const o = {};
  o.method();
});
attempt(() => {
  const o = { a: {} };
  o.a.b.c;
});
attempt(() => {
  let f = 5;
  f();
});
attempt(() => {
  let o = {};
  new o.C();
});
attempt(() => {
});
attempt(() => {
  const k = "key";
  undefined[k];
});
attempt(() => {
  null.x = 1;
});
attempt(() => {
  (void 0)();
});
attempt(() => 1());
attempt(() => "abc".foo());
attempt(() => {
  [].reduce((a, b) => a);
});
attempt(() => new Array(-1));
attempt(() => "x".repeat(-1));
attempt(() => (1).toFixed(101));
attempt(() => {
  "use strict";
  "abc".length = 1;
});
attempt(() => {
  "abc"[0] = "x";
});
attempt(() => {
  (5).x = 1;
});
attempt(() => decodeURIComponent("%"));
attempt(() => "a" in "abc");
attempt(() => ({}) instanceof {});
attempt(() => {
  throw undefined;
});
attempt(() => {
  throw { custom: 1 };
});
attempt(() => Symbol() + 1);
attempt(() => new (() => {})());
attempt(() => JSON.parse("{bad"));
attempt(() => {
  const a = [];
  a.x.y;
});
attempt(() => {
  const m = new Map();
  m.get("a").b;
});
attempt(() => {
  (() => {
    throw new Error("deep");
  })();
});
attempt(() => {
  let x = {
    get y() {
      throw new TypeError("getter");
    },
  };
  x.y;
});
//= TypeError: Cannot read properties of null (reading 'x')
//= TypeError: Cannot read properties of undefined (reading 'foo')
//= TypeError: o.method is not a function
//= TypeError: Cannot read properties of undefined (reading 'c')
//= TypeError: f is not a function
//= TypeError: o.C is not a constructor
//= ok undefined
//= TypeError: Cannot read properties of undefined (reading 'key')
//= TypeError: Cannot set properties of null (setting 'x')
//= TypeError: (void 0) is not a function
//= TypeError: 1 is not a function
//= TypeError: "abc".foo is not a function
//= TypeError: Reduce of empty array with no initial value
//= RangeError: Invalid array length
//= RangeError: Invalid count value: -1
//= RangeError: toFixed() digits argument must be between 0 and 100
//= TypeError: Cannot assign to read only property 'length' of string 'abc'
//= TypeError: Cannot assign to read only property '0' of string 'abc'
//= TypeError: Cannot create property 'x' on number '5'
//= URIError: URI malformed
//= TypeError: Cannot use 'in' operator to search for 'a' in abc
//= TypeError: Right-hand side of 'instanceof' is not callable
//= undefined
//= { custom: 1 }
//= TypeError: Cannot convert a Symbol value to a number
//= TypeError: (intermediate value) is not a constructor
//= SyntaxError: Expected property name or '}' in JSON at position 1
//= TypeError: Cannot read properties of undefined (reading 'y')
//= TypeError: Cannot read properties of undefined (reading 'b')
//= Error: deep
//= TypeError: getter
