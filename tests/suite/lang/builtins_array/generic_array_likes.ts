const like = { length: 3, 0: "a", 1: "b", 2: "c" };
const A = Array.prototype;
console.log(
  A.map.call(like, (x) => x + x),
  A.join.call(like, "+"),
  A.slice.call(like, 1),
  A.indexOf.call(like, "b"),
  A.filter.call("hello", (c) => c > "h"),
  A.includes.call({ length: 1 }, undefined),
);
console.log(
  A.push.call(like, "d"),
  like,
  A.pop.call(like),
  A.shift.call(like),
  A.unshift.call(like, "z"),
  A.splice.call(like, 1, 1),
  A.reverse.call(like),
  like,
);
console.log(
  A.concat.call(1, 2),
  A.every.call("abc", (c) => c),
  A.reduce.call("abc", (a, c) => c + a),
  A.fill.call({ length: 2 }, 0),
  A.sort.call({ length: 3, 0: 3, 2: 1 }),
  A.at.call("xyz", -1),
  A.flat.call({ length: 1, 0: [1] }),
  [...A.keys.call({ length: 2 })],
);
function f() {
  return A.slice.call(arguments).concat([...arguments], Array.from(arguments));
}
console.log(f(1, 2));
for (const g of [
  () => A.map.call(null, (x) => x),
  () => A.push.call(Object.freeze({ length: 0 }), 1),
  () => A.push.call({ length: 2 ** 53 - 1 }, 1),
])
  try {
    console.log(g());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
const logged = [];
const spy = {
  get length() {
    logged.push("length");
    return 2;
  },
  get 0() {
    logged.push("0");
    return "x";
  },
};
A.forEach.call(spy, (x) => logged.push(x));
console.log(
  logged,
  A.lastIndexOf.call({ length: 5, 3: "q" }, "q"),
  A.toString.call({ join: () => "J" }),
  A.toString.call({}),
);
//= [ 'aa', 'bb', 'cc' ] a+b+c [ 'b', 'c' ] 1 [ 'l', 'l', 'o' ] true
//= 4 { '0': 'c', '1': 'z', length: 2 } d a 3 [ 'b' ] { '0': 'c', '1': 'z', length: 2 } { '0': 'c', '1': 'z', length: 2 }
//= [ [Number: 1], 2 ] true cba { '0': 0, '1': 0, length: 2 } { '0': 1, '1': 3, length: 3 } z [ 1 ] [ 0, 1 ]
//= [ 1, 2, 1, 2, 1, 2 ]
//= TypeError: Array.prototype.map called on null or undefined
//= TypeError: Cannot add property 0, object is not extensible
//= TypeError: Pushing 1 elements on an array-like of length 9007199254740991 is disallowed, as the total surpasses 2**53-1
//= [ 'length', '0', 'x' ] 3 J [object Object]
