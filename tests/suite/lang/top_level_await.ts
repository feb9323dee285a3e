console.log("a");
setTimeout(() => console.log("timer"), 5);
await null;
console.log("b");
const v = await new Promise((r) => setTimeout(() => r("c"), 20));
console.log(v);
console.log(await 5, await (async () => "d")());
//= a
//= b
//= timer
//= c
//= 5 d
