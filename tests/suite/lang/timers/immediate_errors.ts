const log = [];
setTimeout(() => {
  log.push("first");
}, 1);
setTimeout(() => {
  log.push("second");
  console.log(log.join());
  throw new TypeError("in a timer");
}, 5);
setTimeout(() => console.log("never reached"), 30);
//= first,second
//! TypeError: in a timer
