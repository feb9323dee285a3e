// return, throw, break and continue in finally of async functions.
const w = (v) => new Promise((r) => setTimeout(r, 1, v));
const log = [];
async function a() {
  try {
    return await w("try");
  } finally {
    log.push(await w("fin a"));
  }
}
async function b() {
  try {
    throw new Error("lost");
  } finally {
    return await w("fin b");
  }
}
async function c() {
  for (const i of [1, 2, 3]) {
    try {
      if (i === 1) return "one";
      await w();
      if (i === 3) throw new Error("three");
    } finally {
      if (i < 3) continue;
    }
  }
}
async function d() {
  try {
    return Promise.reject(new Error("not caught here"));
  } catch {
    return "caught";
  }
}
async function e() {
  try {
    return await Promise.reject(new Error("caught here"));
  } catch (x) {
    return x.message;
  }
}
for (const f of [a, b, c, d, e]) console.log(f.name, await f().catch((x) => "rejected " + x.message));
console.log(log, await (async (x = (() => { throw new Error("default"); })()) => x)().catch((x) => x.message));
//= a try
//= b fin b
//= c rejected three
//= d rejected not caught here
//= e caught here
//= [ 'fin a' ] default
