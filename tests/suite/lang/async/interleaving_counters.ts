const out = [];
async function count(name, n) {
  for (let i = 0; i < n; i++) {
    out.push(name + i);
    await null;
  }
  return name;
}
console.log(await Promise.all([count("a", 3), count("b", 2), count("c", 4)]), out.join(" "));
out.length = 0;
let shared = 0;
async function inc(n) {
  for (let i = 0; i < n; i++) {
    const v = shared;
    await null;
    shared = v + 1;
  }
}
await Promise.all([inc(5), inc(5)]);
console.log(shared);
shared = 0;
async function safe(n) {
  for (let i = 0; i < n; i++) {
    await null;
    shared = shared + 1;
  }
}
await Promise.all([safe(5), safe(5)]);
console.log(shared);
shared = 0;
async function late(n) {
  for (let i = 0; i < n; i++) {
    shared += await 1;
  }
}
await Promise.all([late(5), late(5)]);
console.log(shared);
const turns = [];
const ping = async (o, n) => {
  for (let i = 0; i < n; i++) {
    await o.turn;
    turns.push(o.name + i);
    o.next();
  }
};
const mk = (name) => {
  const o = { name };
  o.turn = new Promise((r) => (o.go = r));
  o.rearm = () => {
    o.turn = new Promise((r) => (o.go = r));
  };
  return o;
};
const a = mk("ping"),
  b = mk("pong");
a.next = () => {
  a.rearm();
  b.go();
};
b.next = () => {
  b.rearm();
  a.go();
};
const both = Promise.all([ping(a, 3), ping(b, 3)]);
a.go();
await both;
console.log(turns.join(" "));
const micro = [];
await Promise.all([
  (async () => {
    micro.push("A1");
    await (async () => {
      micro.push("inner");
    })();
    micro.push("A2");
    await new Promise((r) => r());
    micro.push("A3");
  })(),
  (async () => {
    micro.push("B1");
    await 0;
    micro.push("B2");
    await { then: (r) => r() };
    micro.push("B3");
  })(),
  (async () => {
    micro.push("C1");
    await Promise.resolve().then(() => micro.push("C then"));
    micro.push("C2");
  })(),
]);
console.log(micro.join(" "));
const lines = [];
const w = async (id) => {
  lines.push(`${id} in`);
  try {
    await Promise.reject(id);
  } catch (e) {
    lines.push(`${e} caught`);
  } finally {
    lines.push(`${id} fin`);
  }
};
await Promise.all([w("x"), w("y")]);
console.log(lines.join(", "));
//= [ 'a', 'b', 'c' ] a0 b0 c0 a1 b1 c1 a2 c2 c3
//= 5
//= 10
//= 5
//= ping0 pong0 ping1 pong1 ping2 pong2
//= A1 inner B1 C1 A2 B2 C then A3 C2 B3
//= x in, y in, x caught, x fin, y caught, y fin
