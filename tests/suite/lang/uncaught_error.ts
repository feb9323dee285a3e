console.log("before");
setTimeout(() => console.log("never"), 0);
Promise.resolve().then(() => console.log("not even microtasks"));
throw new RangeError("out of range");
//= before
//= not even microtasks
//! RangeError: out of range
