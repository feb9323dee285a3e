import { promisify, inspect, format } from "node:util";
import util from "util";
console.log(util.promisify === promisify);
const later = promisify((a, b, done) => setTimeout(done, 1, null, a + b, "dropped"));
console.log(await later(1, 2), later.length, typeof later.then);
const failing = promisify((done) => done(new TypeError("no")));
console.log(await failing().catch((error) => `${error}`));
class Client {
  constructor(name) {
    this.name = name;
  }
  get(key, done) {
    queueMicrotask(() => done(undefined, `${this.name}/${key}`));
  }
}
Client.prototype.getAsync = promisify(Client.prototype.get);
console.log(await new Client("c").getAsync("k"));
const sleep = promisify(setTimeout);
console.log(await sleep(5, "slept"));
const custom = () => {};
custom[Symbol.for("nodejs.util.promisify.custom")] = () => Promise.resolve("custom");
console.log(await promisify(custom)());
try {
  promisify(5);
} catch (error) {
  console.log(error.code, error.message);
}
console.log(inspect("x"), inspect({ a: [1, 2, { b: {} }] }, { depth: 0 }), inspect({ a: { b: { c: { d: {} } } } }, { depth: null }));
console.log(format("%s=%d %j", "a", "5", { b: 1 }), format(1, "two", [3]), format("%%"));
//= true
//= 3 3 undefined
//= TypeError: no
//= c/k
//= slept
//= custom
//= ERR_INVALID_ARG_TYPE The "original" argument must be of type function. Received type number (5)
//= 'x' { a: [Array] } {
//=   a: { b: { c: { d: {} } } }
//= }
//= a=5 {"b":1} 1 two [ 3 ] %%
