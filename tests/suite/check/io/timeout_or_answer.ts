// check: tasks=assertion(7) event-loop=assertion(7)
// The timeout and the answer both settle the request.
let settled = 0;
async function request() {
  const answer = io("request", [5, 50], "answer").then(() => settled++);
  const timeout = sleep(20).then(() => settled++);
  await Promise.all([answer, timeout]);
}
await request();
assert(settled === 1, `settled ${settled} times`);
