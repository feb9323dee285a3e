function f({ a = 1, b: { c = a + 1 } = {} } = {}, [d = c, ...e] = [], ...[g, h = g]) {
  return [a, c, d, e, g, h];
}
console.log(f(), f({ a: 5 }, [6, 7, 8], 9), f({ b: { c: 0 } }, "xy"), f.length);
const arrow = ({ x }, y = x, z = () => y) => z();
console.log(
  arrow({ x: 3 }),
  ((a, b = a, c = a + b) => c)(1),
  ((a, b = () => a) => {
    a = 2;
    return b();
  })(1),
);
for (const { id, tags: [first = "none"] = [] } of [{ id: 1, tags: ["t"] }, { id: 2 }]) console.log(id, first);
for (const [k, { v }] of Object.entries({ a: { v: 1 }, b: { v: 2 } })) console.log(k, v);
try {
  throw { code: 7, info: ["x"] };
} catch ({ code, info: [i], missing = "m" }) {
  console.log(code, i, missing);
}
const attempt = (g) => {
  try {
    g();
  } catch (e) {
    console.log(e.message);
  }
};
attempt(() => (({ a }) => a)());
attempt(() => (({ a: { b } }) => b)({}));
attempt(() => {
  const { x } = null;
});
attempt(() => {
  const {
    x: { y },
  } = { x: undefined };
});
attempt(() => {
  const [x] = undefined;
});
attempt(() => {
  const {
    [(() => {
      throw new Error("key");
    })()]: x,
  } = {};
});
attempt(() => {
  const { ...x } = undefined;
});
attempt(() => ((a = b, b = 1) => a)());
attempt(() => {
  let x = x + 1;
});
console.log((({ ...rest }) => rest)({ a: 1, [Symbol.for("s")]: 2 }), (([...s]) => s)("hey"));
//= [ 1, 2, 2, [], undefined, undefined ] [ 5, 6, 6, [ 7, 8 ], 9, 9 ] [ 1, 0, 'x', [ 'y' ], undefined, undefined ] 0
//= 3 2 2
//= 1 t
//= 2 none
//= a 1
//= b 2
//= 7 x m
//= Cannot destructure property 'a' of 'undefined' as it is undefined.
//= Cannot read properties of undefined (reading 'b')
//= Cannot destructure property 'x' of 'null' as it is null.
//= Cannot read properties of undefined (reading 'y')
//= undefined is not iterable
//= key
//= Cannot destructure 'undefined' as it is undefined.
//= Cannot access 'b' before initialization
//= Cannot access 'x' before initialization
//= { a: 1, [Symbol(s)]: 2 } [ 'h', 'e', 'y' ]
