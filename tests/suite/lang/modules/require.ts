//- commonjs
//- javascript
// What was written for Node as a script runs as it stands.
const EventEmitter = require("events");
const { once, EventEmitter: Same } = require("node:events");
const { setTimeout: sleep } = require("timers/promises");
const { performance } = require("perf_hooks");
const util = require("util");
const { promisify } = require("util");
function helper() {
  return "first";
}
function helper() {
  return "second";
}
class Store extends EventEmitter {
  async load(key) {
    await sleep(5);
    this.emit("loaded", key);
    return key.toUpperCase();
  }
}
const wait = promisify(setTimeout);
const read = promisify((path, done) => setTimeout(() => (path ? done(null, `text of ${path}`) : done(new Error("no path"))), 1));
async function main() {
  const store = new Store();
  store.on("loaded", (key) => console.log("loaded", key));
  console.log(await store.load("a"), helper(), Same === EventEmitter);
  setTimeout(() => store.emit("go", 1), 1);
  console.log(await once(store, "go"));
  console.log(await wait(1, "waited"), await read("x"));
  await read("").catch((error) => console.log(error.message));
  console.log(util.format("%s is %d", "x", 5), util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }));
  console.log(typeof performance.now(), global === globalThis);
}
module.exports = { main, Store };
exports.other = 1;
Object.defineProperty(exports, "__esModule", { value: true });
if (require.main === module || true) main().then(() => console.log("done", Object.keys(module.exports)));
//= loaded a
//= A second true
//= [ 1 ]
//= waited text of x
//= no path
//= x is 5 { a: [Object] }
//= number true
//= done [ 'main', 'Store' ]
