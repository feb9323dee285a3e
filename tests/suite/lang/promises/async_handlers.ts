// An async function that is called back returns a promise, and a handler's promise is adopted.
let tick = 0;
(async () => {
  for (; tick < 30; tick++) await null;
})();
const say = (...args) => console.log(...args, "@", tick);
Promise.resolve(1).then(async (x) => x + 1).then((x) => say("then", x));
Promise.resolve(1)
  .then(async (x) => {
    await null;
    return x + 2;
  })
  .then((x) => say("then after an await", x));
Promise.reject(1).catch(async (x) => x + 3).then((x) => say("catch", x));
Promise.resolve(1).finally(async () => 4).then((x) => say("finally", x));
Promise.resolve(1).then(async () => Promise.resolve(5)).then((x) => say("a promise of a promise", x));
Promise.resolve(1)
  .then(async () => {
    throw 6;
  })
  .catch((x) => say("thrown", x));
Promise.resolve(1)
  .then(async () => ({
    then(resolve) {
      say("asked");
      resolve(7);
    },
  }))
  .then((x) => say("thenable", x));
queueMicrotask(async () => {
  await null;
  say("queueMicrotask");
});
Promise.resolve({
  async then(resolve) {
    await null;
    resolve(8);
  },
})
  .then((x) => say("async then", x))
  .catch((x) => say("never", x));
async function* numbers() {
  yield 9;
}
Promise.resolve(1).then(numbers().next.bind(numbers())).then(({ value }) => say("a method of a generator", value));
const direct = async () => 10;
const passed = async () => direct();
const twice = async () => passed();
direct().then((x) => say("direct", x));
passed().then((x) => say("passed on", x));
twice().then((x) => say("passed on twice", x));
Promise.all([1, 2].map(async (x) => x * 10)).then((x) => say("map", x));
new Promise(async (resolve) => {
  await null;
  resolve(11);
}).then((x) => say("executor", x));
setTimeout(async () => {
  console.log("timer");
  await null;
  console.log("timer, later");
}, 0);
setTimeout(async () => {
  throw new RangeError("in an async timer");
}, 2);
setTimeout(() => console.log("never"), 5);
//= direct 10 @ 1
//= asked @ 2
//= queueMicrotask @ 2
//= map [ 10, 20 ] @ 2
//= executor 11 @ 2
//= async then 8 @ 3
//= passed on 10 @ 3
//= then 2 @ 4
//= then after an await 3 @ 4
//= catch 4 @ 4
//= finally 1 @ 4
//= thrown 6 @ 4
//= thenable 7 @ 4
//= a method of a generator 9 @ 4
//= passed on twice 10 @ 4
//= a promise of a promise 5 @ 5
//= timer
//= timer, later
//! RangeError: in an async timer
