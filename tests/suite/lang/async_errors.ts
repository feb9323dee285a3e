async function boom() { throw new Error("boom"); }
try { await boom(); } catch (e) { console.log("caught", e.message); }
boom().catch((e) => console.log("catch", e.message));
async function cleanup() {
  try {
    await boom();
  } finally {
    console.log("cleanup");
  }
}
await cleanup().catch((e) => console.log("outer", e.message));
async function retry(n) {
  for (let i = 1; i <= n; i++) {
    try {
      if (i < 3) throw new Error("try " + i);
      return "ok at " + i;
    } catch (e) {
      console.log(e.message);
      await null;
    }
  }
}
console.log(await retry(5));
async function fin() { try { return await 1; } finally { await null; console.log("awaited in finally"); } }
console.log(await fin());
//= caught boom
//= catch boom
//= cleanup
//= outer boom
//= try 1
//= try 2
//= ok at 3
//= awaited in finally
//= 1
