// One fetch for all who ask at the same time; a failure is not kept.
const users = new DedupedCache<string>();
let fetches = 0;
const fetchUser = async () => {
  const n = ++fetches;
  await sleep(10);
  return `user ${n}`;
};
const get = (name: string, key: string) =>
  spawn(name, async () => console.log(name, await users.get(key, fetchUser, 100), Date.now()));
await Promise.all([get("A", "x"), get("B", "x"), get("C", "y")]);
console.log(await users.get("x", fetchUser, 100), fetches);
await sleep(99);
console.log(await users.get("x", fetchUser, 100), fetches);
await sleep(1);
console.log(await users.get("x", fetchUser, 100), fetches);

const broken = async () => {
  fetches++;
  await sleep(5);
  throw new Error(`no answer to ${fetches}`);
};
const attempt = (name: string) =>
  spawn(name, async () => {
    try {
      await users.get("z", broken, 100);
    } catch (error) {
      console.log(name, String(error));
    }
  });
await Promise.all([attempt("A"), attempt("B")]);
await attempt("C");
try {
  await users.get("z", () => { throw new Error("at once"); }, 100);
} catch (error) {
  console.log(String(error));
}
console.log(await users.get("z", () => "no promise" as any, 100));
//= A user 1 10
//= B user 1 10
//= C user 2 10
//= user 1 2
//= user 1 2
//= user 3 3
//= A Error: no answer to 4
//= B Error: no answer to 4
//= C Error: no answer to 5
//= Error: at once
//= no promise
