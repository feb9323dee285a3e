console.log("start");
Promise.reject(new Error("nobody cares"));
setTimeout(() => console.log("never reached"), 10);
await null;
console.log("microtasks still run");
//= start
//= microtasks still run
//! Error: nobody cares
