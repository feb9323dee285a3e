import pLimit from "p-limit";

const limit = pLimit(2);
const log: string[] = [];
const job = (name: string, ms: number, fails = false) =>
  limit(async (label: string) => {
    log.push(`${label} in (${limit.activeCount} active, ${limit.pendingCount} pending)`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    log.push(`${label} out`);
    if (fails) throw new Error(`${label} failed`);
    return label.toUpperCase();
  }, name);
const results = await Promise.allSettled([job("a", 400), job("b", 20), job("c", 20, true), job("d", 20)]);
console.log(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message)));
console.log(log);
limit.concurrency = 1;
console.log(await Promise.all([3, 2, 1].map((n) => limit(() => n * n))), limit.activeCount, limit.pendingCount);
const ticks: string[] = [];
limit(() => ticks.push("job"));
Promise.resolve().then(() => ticks.push("tick 1")).then(() => ticks.push("tick 2"));
await new Promise((resolve) => setTimeout(resolve, 1));
console.log(ticks);
try {
  pLimit(0);
} catch (error) {
  console.log(String(error));
}
