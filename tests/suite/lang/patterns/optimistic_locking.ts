const store = { value: 0, version: 0 };
const read = async () => {
  await null;
  return { ...store };
};
const write = async (value, version) => {
  await null;
  if (store.version !== version) return false;
  store.value = value;
  store.version++;
  return true;
};
let retries = 0;
const increment = async () => {
  for (;;) {
    const { value, version } = await read();
    if (await write(value + 1, version)) return;
    retries++;
  }
};
await Promise.all(Array.from({ length: 5 }, increment));
console.log(store, retries > 0);
//= { value: 5, version: 5 } true
