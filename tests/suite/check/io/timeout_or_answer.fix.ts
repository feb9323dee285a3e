// check: tasks=holds event-loop=holds
// The first one decides.
let settled = 0;
async function request() {
  const answer = io("request", [5, 50], "answer");
  await Promise.race([answer, sleep(20)]);
  settled++;
}
await request();
assert(settled === 1, `settled ${settled} times`);
