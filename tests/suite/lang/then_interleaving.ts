const a = Promise.resolve();
const b = Promise.resolve();
a.then(() => { console.log("a1"); return Promise.resolve(); }).then(() => console.log("a2"));
b.then(() => console.log("b1")).then(() => console.log("b2")).then(() => console.log("b3")).then(() => console.log("b4")).then(() => console.log("b5"));
(async () => { await a; console.log("c1"); await (async () => {})(); console.log("c2"); })();
//= a1
//= b1
//= c1
//= b2
//= c2
//= b3
//= a2
//= b4
//= b5
