// Keys that are asked for one by one are loaded together, each once.
const users = batch(async (ids: number[]) => {
  console.log("loading", ids);
  await sleep(5);
  return ids.map((id) => (id < 0 ? new Error(`no user ${id}`) : `user ${id}`));
});
console.log(await users.loadMany([1, 2, 1]));
console.log((await users.loadMany([2, -3, 4])).map(String));
users.clear(2).prime(9, "primed").prime(9, "too late");
console.log(await users.loadMany([2, 9]));
users.clearAll();
console.log(await users.loadMany([9]));

// By size or time: what inference servers do.
const infer = batch(
  async (inputs: number[]) => {
    console.log("batch of", inputs.length);
    await sleep(10);
    return inputs.map((input) => input * 2);
  },
  { maxSize: 2, maxWaitMs: 20, cache: false },
);
const start = performance.now();
console.log(await Promise.all([infer.load(1), infer.load(1)]), performance.now() - start);
console.log(await infer.load(3), performance.now() - start);

// Keys that are objects have a name; a batch that fails as a whole is not remembered.
let attempts = 0;
const points = batch(
  async (keys: { x: number }[]) => {
    attempts++;
    if (attempts === 1) throw new Error("down");
    return keys.map((key) => key.x);
  },
  { key: (key) => key.x },
);
console.log((await Promise.allSettled([points.load({ x: 1 }), points.load({ x: 1 })])).map((r) => r.status));
console.log(await points.loadMany([{ x: 1 }, { x: 1 }]), attempts);
//= loading [ 1, 2 ]
//= [ 'user 1', 'user 2', 'user 1' ]
//= loading [ -3, 4 ]
//= [ 'user 2', 'Error: no user -3', 'user 4' ]
//= loading [ 2 ]
//= [ 'user 2', 'primed' ]
//= loading [ 9 ]
//= [ 'user 9' ]
//= batch of 2
//= [ 2, 2 ] 10
//= batch of 1
//= 6 40
//= [ 'rejected', 'rejected' ]
//= [ 1, 1 ] 2
