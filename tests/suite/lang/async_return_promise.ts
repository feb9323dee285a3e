async function direct() { return 1; }
async function viaPromise() { return Promise.resolve(2); }
async function viaAwait() { return await Promise.resolve(3); }
const log = (l) => (v) => console.log(l, v);
viaPromise().then(log("promise"));
viaAwait().then(log("await"));
direct().then(log("direct"));
let p = Promise.resolve();
for (let i = 1; i <= 6; i++) p = p.then(() => console.log("tick", i));
//= direct 1
//= tick 1
//= await 3
//= tick 2
//= promise 2
//= tick 3
//= tick 4
//= tick 5
//= tick 6
