// lanes: model=threads
let log = [];
const a = spawn("A", async () => { for (let i = 0; i < 2; i++) { log.push("A" + i); await yieldNow(); } });
const b = spawn("B", async () => { for (let i = 0; i < 2; i++) { log.push("B" + i); await yieldNow(); } });
await Promise.all([a, b]);
console.log(log.length);
//= 4
