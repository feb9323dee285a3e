// lanes: seed=3
// Without routes the network answers with the request. Two at a time; two of five fail, as the seed has it.
network({ latencyMs: 10, limit: 2, failureRate: 0.4 });
const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(async (n) => {
  const response = await fetch(`/${n}`);
  return `${Date.now()} ${(await response.json()).url}`;
}));
for (const answer of answers as any[]) console.log(answer.value ?? `${answer.reason}`);
// It is down at first; what is under way when it goes down is lost.
network({ latencyMs: 10, outages: [[0, 5]] });
for (let i = 0; i < 2; i++) {
  try {
    console.log((await fetch("/")).status);
  } catch (error) {
    console.log(`${error}`, error.cause?.code);
    await sleep(5);
  }
}
//= TypeError: fetch failed
//= 10 /2
//= TypeError: fetch failed
//= TypeError: fetch failed
//= 30 /5
//= TypeError: fetch failed ECONNREFUSED
//= 200
