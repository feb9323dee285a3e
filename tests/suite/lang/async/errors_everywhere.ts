const log = (...a) => console.log(...a);
async function a() {
  throw new Error("sync part");
}
async function b() {
  await null;
  null.x;
}
const c = async ({ x }) => x;
const d = async (
  x = (() => {
    throw new Error("default");
  })(),
) => x;
for (const f of [a, b, c, d]) {
  let threw = false;
  try {
    await f().catch((e) => {
      throw e;
    });
  } catch (e) {
    threw = true;
    log(f.name, e.message);
  }
  if (!threw) log("no error");
}
const results = await Promise.allSettled([a(), b(), c(), d(), d(1)]);
log(results.map((r) => r.status).join());
async function nested() {
  try {
    try {
      await a();
    } finally {
      log("inner finally");
      await null;
      log("after await in finally");
    }
  } catch (e) {
    return "outer " + e.message;
  }
}
log(await nested());
async function retry(f, n) {
  for (let i = 1; ; i++) {
    try {
      return await f(i);
    } catch (e) {
      if (i >= n) throw new Error(`gave up after ${i}`, { cause: e });
    }
  }
}
log(
  await retry(async (i) => {
    if (i < 3) throw i;
    return "ok " + i;
  }, 5),
);
await retry(async (i) => {
  throw "E" + i;
}, 2).catch((e) => log(e.message, e.cause));
async function* g() {
  try {
    yield 1;
    yield 2;
  } finally {
    log("gen closed");
  }
}
try {
  for await (const x of g()) throw new Error("in loop " + x);
} catch (e) {
  log(e.message);
}
log(
  await (async () => {
    for await (const x of g()) return "returned " + x;
  })(),
);
await Promise.reject(new Error("x")).then(
  () => log("never"),
  (e) => log("second arg", e.message),
);
//= a sync part
//= b Cannot read properties of null (reading 'x')
//= c Cannot destructure property 'x' of 'undefined' as it is undefined.
//= d default
//= rejected,rejected,rejected,rejected,fulfilled
//= inner finally
//= after await in finally
//= outer sync part
//= ok 3
//= gave up after 2 E2
//= gen closed
//= in loop 1
//= gen closed
//= returned 1
//= second arg x
