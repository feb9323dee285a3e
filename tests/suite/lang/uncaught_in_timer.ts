setTimeout(() => console.log("first"), 1);
setTimeout(() => { throw new Error("in a timer"); }, 5);
setTimeout(() => console.log("never"), 10);
//= first
//! Error: in a timer
