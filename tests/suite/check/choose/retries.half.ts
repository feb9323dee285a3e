// check: threads=assertion(13) tasks=assertion(11) event-loop=assertion(14)
// One attempt more.
async function call() {
  if (choose([true, false])) throw new Error("unavailable");
  return "answer";
}
async function withRetries() {
  let answer: string | undefined;
  for (let attempt = 0; attempt < 3 && answer === undefined; attempt++) {
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
