//- commonjs
// In a script ticks come first.
setTimeout(() => console.log("timeout"), 1);
process.nextTick(() => console.log("nextTick"));
Promise.resolve().then(() => console.log("promise"));
queueMicrotask(() => console.log("microtask"));
(async () => {
  console.log("async start");
  await null;
  console.log("async end");
  process.nextTick(() => console.log("tick after async"));
})();
process.nextTick(() => {
  console.log("nextTick 2");
  process.nextTick(() => console.log("nextTick within"));
  Promise.resolve().then(() => console.log("promise within"));
});
console.log("sync");
//= async start
//= sync
//= nextTick
//= nextTick 2
//= nextTick within
//= promise
//= microtask
//= async end
//= promise within
//= tick after async
//= timeout
