// In a module, whose body runs in a microtask, ticks come after the microtasks.
process.nextTick(() => console.log("tick 1"));
Promise.resolve().then(() => {
  console.log("micro 1");
  process.nextTick(() => console.log("tick 2"));
  queueMicrotask(() => console.log("micro 2"));
});
process.nextTick((a, b) => {
  console.log("tick with", a, b);
  Promise.resolve().then(() => console.log("micro of a tick"));
  process.nextTick(() => console.log("tick of a tick"));
}, 1, 2);
setTimeout(() => {
  console.log("timer");
  Promise.resolve().then(() => console.log("micro of a timer"));
  process.nextTick(() => console.log("tick of a timer"));
}, 1);
setImmediate(() => {
  console.log("immediate");
  Promise.resolve().then(() => {
    console.log("micro of an immediate");
    process.nextTick(() => console.log("tick of that"));
  });
  process.nextTick(() => console.log("tick of an immediate"));
});
try {
  process.nextTick(5);
} catch (error) {
  console.log(error.code, error.message, String(error));
}
const f = async () => {
  await null;
  console.log("async");
  process.nextTick(() => console.log("tick of async"));
  await null;
  console.log("async again");
};
f();
export {};
//= ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type number (5) TypeError [ERR_INVALID_ARG_TYPE]: The "callback" argument must be of type function. Received type number (5)
//= micro 1
//= async
//= micro 2
//= async again
//= tick 1
//= tick with 1 2
//= tick 2
//= tick of async
//= tick of a tick
//= micro of a tick
//= immediate
//= tick of an immediate
//= micro of an immediate
//= tick of that
//= timer
//= tick of a timer
//= micro of a timer
