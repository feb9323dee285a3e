const out = [];
async function level(n) {
  if (n === 0) {
    out.push("bottom");
    await null;
    out.push("after bottom");
    return "done";
  }
  const r = await level(n - 1);
  out.push("back " + n);
  return r;
}
let ticks = 0;
const counter = (async () => {
  while (ticks < 30) {
    await null;
    ticks++;
  }
})();
const r = await level(5);
console.log(r, ticks, out);
await counter;
async function thrower(n) {
  if (n === 0) {
    await null;
    throw new Error("deep");
  }
  try {
    await thrower(n - 1);
  } finally {
    out.push("unwind " + n);
  }
}
out.length = 0;
await thrower(3).catch((e) => console.log(e.message, out));
const lazy = async () => {
  for (const f of [
    async () => 1,
    () => 2,
    async () => {
      await null;
      return 3;
    },
  ])
    out.push(await f());
};
await lazy();
console.log(out);
console.log(
  await (async () => {
    try {
      return await Promise.reject("r");
    } catch (e) {
      return "c" + e;
    } finally {
      out.push("fin");
    }
  })(),
  out.at(-1),
);
//= done 7 [
//=   'bottom',
//=   'after bottom',
//=   'back 1',
//=   'back 2',
//=   'back 3',
//=   'back 4',
//=   'back 5'
//= ]
//= deep [ 'unwind 1', 'unwind 2', 'unwind 3' ]
//= [ 'unwind 1', 'unwind 2', 'unwind 3', 1, 2, 3 ]
//= cr fin
