const memo = (f, { ttl = Infinity, key = JSON.stringify } = {}) => {
  const cache = new Map();
  return async (...args) => {
    const k = key(args);
    const hit = cache.get(k);
    if (hit && hit.expires > Date.now()) return hit.promise;
    const promise = f(...args);
    cache.set(k, { promise, expires: Date.now() + ttl });
    promise.catch(() => cache.delete(k));
    return promise;
  };
};
let calls = 0;
const slow = async (x) => {
  calls++;
  await new Promise((r) => setTimeout(r, 5));
  if (x < 0) throw new RangeError("negative");
  return x * x;
};
const sq = memo(slow, { ttl: 60 });
console.log(await Promise.all([sq(2), sq(2), sq(3)]), calls);
await sq(2);
console.log(calls);
await new Promise((r) => setTimeout(r, 90));
await sq(2);
console.log(calls);
await sq(-1).catch((e) => console.log(e.message));
await sq(-1).catch((e) => console.log(e.message));
console.log(calls);
const batcher = (load) => {
  let batch;
  return (id) => {
    if (!batch) {
      const b = (batch = { ids: [], p: null });
      b.p = Promise.resolve().then(() => {
        batch = null;
        return load(b.ids);
      });
    }
    const i = batch.ids.push(id) - 1;
    return batch.p.then((r) => r[i]);
  };
};
const load = batcher(async (ids) => {
  console.log("load", ids);
  return ids.map((i) => "user" + i);
});
console.log(await Promise.all([load(1), load(2)]));
console.log(
  await load(3),
  await (async () => {
    const [a, b] = await Promise.all([load(4), Promise.resolve().then(() => load(5))]);
    return a + b;
  })(),
);
//= [ 4, 4, 9 ] 2
//= 2
//= 3
//= negative
//= negative
//= 5
//= load [ 1, 2 ]
//= [ 'user1', 'user2' ]
//= load [ 3 ]
//= load [ 4 ]
//= load [ 5 ]
//= user3 user4user5
