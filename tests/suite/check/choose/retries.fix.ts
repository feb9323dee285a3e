// check: threads=holds tasks=holds event-loop=holds
// No answer is an answer as well.
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
if (answer === undefined) console.log("sorry, later");
else assert(answer === "answer");
