const log = [];
const say = (x) => (log.push(x), x);
const source = {
  get a() {
    say("get a");
    return undefined;
  },
  get b() {
    say("get b");
    return 2;
  },
  get rest() {
    say("get rest");
    return 3;
  },
};
const { [say("a")]: x = say("default a"), [say("b")]: y = say("default b"), ...others } = source;
console.log(x, y, others, log);
const target = {};
const obj = () => (say("target"), target);
log.length = 0;
[obj().p = say("dp"), obj()[say("q")] = say("dq")] = [say("v0")];
console.log(target, log);
log.length = 0;
({ a: obj()[say("k")] = 5 } =
  (say("source"),
  {
    get a() {
      say("read");
    },
  }));
console.log(target, log);
const [a = 1, [b = 2, { c = 3 } = {}] = [], ...[d, ...e]] = [undefined, undefined, 4, 5, 6];
console.log(a, b, c, d, e);
let p = 1,
  q = 2,
  r = 3;
[p, q, r] = [r, p, q];
console.log(p, q, r);
const { length, [length - 1]: last } = "hello";
console.log(length, last);
const {
  0: zero,
  "quoted-name": qn = "dflt",
  nested: {
    deep: [, second],
  },
} = { 0: "z", nested: { deep: [1, 2] } };
console.log(zero, qn, second);
//= default a 2 { rest: 3 } [ 'a', 'get a', 'default a', 'b', 'get b', 'get rest' ]
//= { p: 'v0', q: 'dq' } [ 'v0', 'target', 'target', 'q', 'dq' ]
//= { p: 'v0', q: 'dq', k: 5 } [ 'source', 'target', 'k', 'read' ]
//= 1 2 3 4 [ 5, 6 ]
//= 3 1 2
//= 5 o
//= z dflt 2
