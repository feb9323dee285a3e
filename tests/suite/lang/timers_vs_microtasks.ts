setTimeout(() => console.log("timer 0"), 0);
setTimeout(() => { console.log("timer 0b"); Promise.resolve().then(() => console.log("microtask of 0b")); }, 0);
setTimeout(() => console.log("timer 0c"), 0);
queueMicrotask(() => { console.log("microtask"); queueMicrotask(() => console.log("nested microtask")); });
Promise.resolve().then(() => console.log("promise"));
(async () => { console.log("async start"); await 0; console.log("async end"); })();
console.log("main");
//= async start
//= main
//= microtask
//= promise
//= async end
//= nested microtask
//= timer 0
//= timer 0b
//= microtask of 0b
//= timer 0c
