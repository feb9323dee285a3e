let depth = 0;
function down() {
  depth++;
  down();
}
try {
  down();
} catch (e) {
  console.log(e instanceof RangeError, e.message, depth > 1000);
}
const o = {
  get x() {
    return this.x;
  },
};
try {
  o.x;
} catch (e) {
  console.log(e.name);
}
const s = {
  toString() {
    return `${this}`;
  },
};
try {
  String(s);
} catch (e) {
  console.log(e.name);
}
const even = (n) => (n === 0 ? true : odd(n - 1)),
  odd = (n) => (n === 0 ? false : even(n - 1));
console.log(even(1000));
const deep = (n) => (n === 0 ? 0 : 1 + deep(n - 1));
console.log(deep(2000));
class R {
  constructor(n) {
    if (n) this.next = new R(n - 1);
  }
}
console.log(new R(500).next.next instanceof R);
try {
  (function f() {
    try {
      f();
    } finally {
    }
  })();
} catch (e) {
  console.log(e.name);
}
console.log("alive");
//= true Maximum call stack size exceeded true
//= RangeError
//= RangeError
//= true
//= 2000
//= true
//= RangeError
//= alive
