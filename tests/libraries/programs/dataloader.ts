import DataLoader from "dataloader";

const batches: (readonly number[])[] = [];
const users = new DataLoader<number, string>(async (ids) => {
  batches.push(ids);
  return ids.map((id) => (id < 0 ? new Error(`no user ${id}`) : `user ${id}`));
});
console.log(await Promise.all([users.load(1), users.load(2), users.load(1)]), batches);
console.log((await users.loadMany([2, 3, -1])).map(String), batches.length);
await users.load(-1).catch((error) => console.log(error.message));
users.clear(1).prime(7, "primed");
console.log(await users.load(7), await users.load(1), batches);
const nested = await Promise.all(
  [10, 20].map(async (id) => {
    const name = await users.load(id);
    return [name, await users.load(id + 1)];
  }),
);
console.log(nested, batches.slice(-2));
const uncached = new DataLoader<string, number, string>(async (keys) => keys.map((key) => key.length), {
  cache: false,
  maxBatchSize: 2,
});
console.log(await uncached.loadMany(["a", "bb", "a"]));
await new DataLoader(async () => 5 as never).load(1).catch((error) => console.log(error.message));
