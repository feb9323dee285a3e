// lanes: model=event-loop seed=11
// Arrivals by chance at a server that takes an exponential time: how long they wait is what Erlang's formula says, within the spread
// that 4,000 arrivals have.
function erlangC(servers: number, load: number): number {
  let [term, sum] = [1, 0];
  for (let at = 0; at < servers; at++) {
    sum += term;
    term *= load / (at + 1);
  }
  const busy = (term * servers) / (servers - load);
  return busy / (sum + busy);
}
async function meanWait(servers: number, utilisation: number): Promise<number> {
  const serviceMs = 100;
  const server = new Server({ concurrency: servers, serviceMs: { distribution: "exponential", mean: serviceMs } });
  const requests: Promise<number>[] = [];
  for (let i = 0; i < 4000; i++) {
    const asked = performance.now();
    requests.push(server.request().then(() => performance.now() - asked));
    await io("next client", { distribution: "exponential", mean: serviceMs / servers / utilisation } as any);
  }
  const times = await Promise.all(requests);
  return times.reduce((sum, time) => sum + time) / times.length - serviceMs;
}
for (const [servers, utilisation] of [[1, 0.5], [3, 0.7]]) {
  const load = servers * utilisation;
  const expected = (erlangC(servers, load) * 100) / (servers - load);
  const off = (await meanWait(servers, utilisation)) / expected - 1;
  console.log(servers, utilisation, `${expected.toFixed(1)} ms expected`, Math.abs(off) < 0.1 ? "and found" : `but ${(off * 100).toFixed(1)} % off`);
}
//= 1 0.5 100.0 ms expected and found
//= 3 0.7 54.7 ms expected and found
