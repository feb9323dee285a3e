// lanes: model=event-loop
// In which order do these lines come? Guess, then step: first
// the main line, then microtasks until there are none, then one
// timer at a time. The event loop's queues stand below the
// lanes.
setTimeout(() => console.log("timer"), 0);
process.nextTick(() => console.log("tick"));
Promise.resolve().then(() => console.log("microtask"));
queueMicrotask(() => console.log("another microtask"));
(async () => {
  console.log("an async function begins at once");
  await null;
  console.log("and goes on as a microtask");
})();
console.log("main line");
