let x = 1;
assert(x > 0, "fine");
console.log("still going");
assert(x === 2, `x is ${x}`);
console.log("never");
//= still going
//! x is 1
