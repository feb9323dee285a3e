console.log("%s %s", "a", 1, "extra", { x: 1 });
console.log("%d %i %f", "42.5", "42.9", "1.50", "x");
console.log("%j", { a: [1] }, "%s");
console.log("%o", { f() {}, a: [1, { b: {} }] });
console.log("%O", { a: { b: { c: { d: 1 } } } });
console.log("%c styled", "color: red");
console.log("100%", 5, "%%", "%d");
console.log("%% %s %%", "x");
console.log("%x %s", 1);
console.log("a%sb%sc", 1);
console.log(
  "%s",
  null,
  undefined,
  Symbol("q"),
  () => 1,
  class A {},
  [1, "x", [2]],
  {
    toString() {
      return "own";
    },
  },
  new Error("e").message,
  -0,
  12345678901234567890,
);
console.log("%d", "abc", "%i");
console.log("%d %d", {}, []);
console.log("%i", 3.99, -3.99);
console.log("%f", "abc");
console.log();
console.log("");
console.log(" ", "");
console.log("%s", "a\nb");
console.log("%s", [["nested", { deep: { deeper: 1 } }]]);
console.log(
  "%s",
  new (class X {
    constructor() {
      this.a = 1;
    }
  })(),
  new (class Y {
    toString() {
      return "Y!";
    }
  })(),
  new Date(0),
);
console.log("no format", "%s", 1);
console.log(5, "%s", 1);
console.log("%s");
console.log("%s %s", ..."ab");
console.log("%s", "", "|");
console.log({ a: "%s" }, 1);
console.log(
  "%j",
  (() => {
    const c = {};
    c.c = c;
    return c;
  })(),
);
//= a 1 extra { x: 1 }
//= 42.5 42 1.5 x
//= {"a":[1]} %s
//= {
//=   f: [Function: f] { [length]: 0, [name]: 'f' },
//=   a: [ 1, { b: {} }, [length]: 2 ]
//= }
//= { a: { b: { c: [Object] } } }
//=  styled
//= 100% 5 %% %d
//= % x %
//= %x 1
//= a1b%sc
//= null undefined Symbol(q) [Function (anonymous)] [class A] [ 1, 'x', [ 2 ] ] { toString: [Function: toString] } e -0 12345678901234567000
//= NaN %i
//= NaN 0
//= 3 -3.99
//= NaN
//=
//=
//=
//= a
//= b
//= [ [Array] ]
//= X { a: 1 } Y {} 1970-01-01T00:00:00.000Z
//= no format %s 1
//= 5 %s 1
//= %s
//= a b
//=  |
//= { a: '%s' } 1
//= [Circular]
