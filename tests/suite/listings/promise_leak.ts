// A promise that nobody handles ends the program; the same with its error handled does not.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
const cache = new Map<string, string>();
const logger = {
  error: (message: string, details: { userId: string; err: unknown }) =>
    console.log(message, details.userId, String(details.err)),
};
const fetchUser = async (id: string) => {
  await sleep(5);
  if (id === "gone") throw new Error("no user " + id);
  return "user " + id;
};
function warmUp(id: string): void {
  fetchUser(id).then((account) => {
    cache.set(id, account);
  });
}
async function warmUpSafely(id: string): Promise<void> {
  try {
    const account = await fetchUser(id);
    cache.set(id, account);
  } catch (err) {
    logger.error("Failed to fetch user for cache warming", { id, err });
  }
}

await warmUpSafely("gone");
await warmUpSafely("1");
warmUp("2");
await sleep(20);
console.log(cache);
warmUp("gone");
await sleep(40);
console.log("never printed");
//= Failed to fetch user for cache warming undefined Error: no user gone
//= Map(2) { '1' => 'user 1', '2' => 'user 2' }
//! Error: no user gone
