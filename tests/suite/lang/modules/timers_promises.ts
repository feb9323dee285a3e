import { setTimeout as sleep, setImmediate as turn, setInterval as every } from "node:timers/promises";
import timers from "node:timers";
import * as promises from "timers/promises";
import { performance } from "node:perf_hooks";
import { setTimeout as plain } from "timers";
console.log(promises.setTimeout === sleep, timers.promises.setTimeout === sleep, timers.setTimeout === setTimeout, plain === setTimeout);
console.log(await sleep(5), await sleep(5, "value"), await turn("now"));
const order = [];
sleep(1, "a").then((x) => order.push(x));
setTimeout(() => order.push("timer"), 1);
sleep(1, "b").then((x) => order.push(x));
Promise.resolve().then(() => order.push("micro"));
await sleep(20);
console.log(order);
const controller = new AbortController();
const aborted = sleep(1000, null, { signal: controller.signal });
controller.abort(new Error("enough"));
await aborted.catch((error) => console.log(error.name, error.code, error.message, error.cause.message));
await sleep(5, 1, { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.cause.name));
await turn(1, { signal: AbortSignal.abort("why") }).catch((error) => console.log(error.name, error.cause));
let count = 0;
for await (const value of every(20, "tick")) {
  console.log(value, ++count);
  if (count === 3) break;
}
const stop = new AbortController();
try {
  for await (const value of every(20, count, { signal: stop.signal })) {
    console.log("again", value);
    stop.abort();
  }
} catch (error) {
  console.log(error.name);
}
sleep(100000, null, { ref: false });
console.log(typeof performance.now(), sleep.name, sleep.constructor.name);
//= true true true true
//= undefined value now
//= [ 'micro', 'a', 'timer', 'b' ]
//= AbortError ABORT_ERR The operation was aborted enough
//= AbortError AbortError
//= AbortError why
//= tick 1
//= tick 2
//= tick 3
//= again 3
//= AbortError
//= number setTimeout Function
