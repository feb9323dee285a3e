const log = [];
const o = {
  get p() {
    log.push("get");
    return 1;
  },
  set p(v) {
    log.push("set " + v);
  },
};
const obj = () => (log.push("obj"), o),
  key = () => (
    log.push("key"),
    {
      toString() {
        log.push("toString");
        return "p";
      },
    }
  );
obj()[key()] += 1;
obj()[key()]++;
--obj()[key()];
obj()[key()] ||= log.push("not evaluated");
obj()[key()] &&= 5;
obj()[key()] ??= 6;
log.length = 0;
const r = [o.p++, ++o.p, (o.p = 7), (o.p **= 2), (o.p ||= 3)];
console.log(r, log.join(" "));
let s = "1";
s++;
console.log(s, typeof s);
let u;
u++;
console.log(u);
let n = null;
n += 5;
console.log(n);
let str = "a";
str += 1 + 2;
str += [3];
console.log(str);
let b = true;
b += 1;
b <<= 2;
console.log(b);
let z = 5;
z %= 3;
z **= 3;
z |= 16;
z &&= z - 1;
console.log(z);
const arr = [1, 2, 3];
let k = 0;
arr[k++] += 10;
arr[k++]++;
arr[k] = arr[k--] + arr[k];
console.log(arr, k);
const frozen = Object.freeze({ a: 1 });
frozen.a ||= 2;
frozen.a ??= 3;
try {
  frozen.a &&= 4;
} catch (e) {
  console.log(e.message);
}
try {
  frozen.b ??= 1;
} catch (e) {
  console.log(e.message);
}
class C {
  #x = 1;
  static s = 0;
  m() {
    this.#x += 2;
    this.#x++;
    this.#x ||= 9;
    this.#x **= 2;
    C.s += this.#x;
    return [this.#x++, ++this.#x, C.s];
  }
}
console.log(new C().m());
const c = 1;
try {
  c += 1;
} catch (e) {
  console.log(e.message);
}
c ||
  (() => {
    throw 1;
  })();
try {
  c &&= 2;
} catch (e) {
  console.log(e.message);
}
let l = 0;
l ||= l ??= 7;
console.log(l);
const d = null ?? undefined ?? 0 ?? 1;
console.log(d, (null || undefined) ?? "x", (0 || null) ?? (1 === 1 ? "t" : "f"));
//= [ 1, 2, 7, 1, 1 ] get set 2 get set 2 set 7 get set 1 get
//= 2 number
//= NaN
//= 5
//= a33
//= 8
//= 23
//= [ 11, 3, 6 ] 1
//= Cannot assign to read only property 'a' of object '#<Object>'
//= Cannot add property b, object is not extensible
//= [ 16, 18, 16 ]
//= Assignment to constant variable.
//= Assignment to constant variable.
//= 0
//= 0 x t
