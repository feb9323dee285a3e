// check: threads=assertion(9) tasks=assertion(8) event-loop=assertion(10)
// The call may fail each time; after the last attempt nobody looks.
async function call() {
  if (choose([true, false])) throw new Error("unavailable");
  return "answer";
}
async function withRetries() {
  let answer: string | undefined;
  for (let attempt = 0; attempt < 2 && answer === undefined; attempt++) {
    try {
      answer = await call();
    } catch {
      await sleep(10);
    }
  }
  return answer;
}
const answer = await withRetries();
assert(answer === "answer", "no answer, and no error");
