console.log("before");
setTimeout(() => console.log("never"), 0);
throw new RangeError("out of range");
//= before
//! RangeError: out of range
