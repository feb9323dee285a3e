const q = Promise.reject(new TypeError("branch"));
q.catch(() => console.log("handled here"));
q.then(() => console.log("no"));
setTimeout(() => console.log("never"), 5);
//= handled here
//! TypeError: branch
