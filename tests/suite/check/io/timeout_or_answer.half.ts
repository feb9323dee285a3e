// check: tasks=assertion(7) event-loop=assertion(7)
// The answer looks whether it is late; the timeout does not.
let settled = 0;
async function request() {
  const answer = io("request", [5, 50], "answer").then(() => {
    if (settled === 0) settled++;
  });
  const timeout = sleep(20).then(() => settled++);
  await Promise.all([answer, timeout]);
}
await request();
assert(settled === 1, `settled ${settled} times`);
