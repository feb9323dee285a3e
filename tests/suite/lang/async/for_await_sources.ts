const sleep = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const out = [];
for await (const x of [sleep(5, "a"), "b", Promise.resolve("c")]) out.push(x);
for await (const x of new Set([1, sleep(1, 2)])) out.push(x);
console.log(out);
const custom = {
  [Symbol.asyncIterator]() {
    let i = 0;
    return {
      next: () => sleep(1, { value: i, done: i++ >= 3 }),
      return() {
        console.log("closed");
        return Promise.resolve({});
      },
    };
  },
};
for await (const x of custom) {
  if (x === 1) break;
  console.log(x);
}
try {
  for await (const x of custom) throw new Error("body");
} catch (e) {
  console.log(e.message);
}
const sync = {
  [Symbol.iterator]() {
    return {
      next: () => ({ value: Promise.reject(new Error("rejected value")), done: false }),
      return() {
        console.log("sync closed");
        return {};
      },
    };
  },
};
try {
  for await (const x of sync);
} catch (e) {
  console.log(e.message);
}
for (const bad of [
  { [Symbol.asyncIterator]: () => 1 },
  { [Symbol.asyncIterator]: () => ({ next: () => 1 }) },
]) {
  try {
    for await (const x of bad);
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
}
outer: for await (const i of [1, 2]) {
  for await (const j of [1, 2]) {
    if (j === 2) continue outer;
    console.log(i, j);
  }
}
for await (const {
  a: [first],
  b = first,
} of [{ a: [1] }, Promise.resolve({ a: [2], b: 3 })])
  console.log(first, b);
label: {
  for await (const x of [1]) {
    break label;
  }
}
console.log((await Array.fromAsync?.([1])) ?? "no fromAsync");
//= [ 'a', 'b', 'c', 1, 2 ]
//= 0
//= closed
//= closed
//= body
//= rejected value
//= TypeError: Result of the Symbol.asyncIterator method is not an object
//= TypeError: Iterator result 1 is not an object
//= 1 1
//= 2 1
//= 1 1
//= 2 3
//= no fromAsync
