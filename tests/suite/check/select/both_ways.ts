// check: threads=holds tasks=holds event-loop=holds
// Two tasks offer to send and to receive on one rendezvous: exactly one value goes over, and neither waits for ever.
const meet = new Channel<string>();
async function party(name: string) {
  const { index, value } = await select([meet.onSend(name), meet.onReceive()]);
  return index === 0 ? "sent" : `got ${value}`;
}
const results = await Promise.all([spawn("A", () => party("a")), spawn("B", () => party("b"))]);
assert(results.includes("sent") && results.some((result) => result.startsWith("got")), results.join());
