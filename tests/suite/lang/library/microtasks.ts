// microtask order
const log = [];
const tick = (n, name) => { let p = Promise.resolve(); for (let i = 0; i < n; i++) p = p.then(() => { log.push(`${name}${i}`) }); return p };
async function* ag() { log.push("start"); const a = yield 1; log.push("a" + a); try { yield Promise.resolve(2); } finally { log.push("fin"); await null; log.push("fin2") } return 5 }
const ticks = tick(30, "t");
await ticks;
console.log(log.join(" "));
log.length = 0;
const t2 = tick(40, "u");
(async () => { for await (const v of ag()) log.push("v" + v); log.push("end") })();
(async () => { for await (const v of [1, Promise.resolve(2)]) log.push("s" + v); log.push("send") })();
await t2;
console.log(log.join(" "));
log.length = 0;
const t3 = tick(30, "w");
class P extends Promise {}
P.resolve(1).then(v => log.push("P" + v)).finally(() => log.push("Pf")).then(() => log.push("Pf2"));
Promise.all(new Set([P.resolve(1), 2])).then(v => log.push("all" + v));
Promise.race([P.resolve(1), 2]).then(v => log.push("race" + v));
Promise.allSettled([P.reject(1), 2]).then(v => log.push("settled" + JSON.stringify(v)));
Promise.any([P.reject(1), P.resolve(3)]).then(v => log.push("any" + v));
Promise.resolve({ then(r) { log.push("then"); r("th") } }).then(v => log.push(v));
Promise.resolve(4).finally(() => Promise.resolve()).then(v => log.push("f" + v));
async function inner() { yieldStar: for await (const x of (async function*() { yield* ag() })()) log.push("d" + x) }
void inner();
await t3;
console.log(log.join(" "));
//= t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 t13 t14 t15 t16 t17 t18 t19 t20 t21 t22 t23 t24 t25 t26 t27 t28 t29
//= start u0 u1 v1 aundefined s1 u2 u3 v2 fin s2 u4 fin2 u5 send u6 end u7 u8 u9 u10 u11 u12 u13 u14 u15 u16 u17 u18 u19 u20 u21 u22 u23 u24 u25 u26 u27 u28 u29 u30 u31 u32 u33 u34 u35 u36 u37 u38 u39
//= start w0 P1 then w1 Pf race2 th w2 d1 aundefined w3 all1,2 settled[{"status":"rejected","reason":1},{"status":"fulfilled","value":2}] any3 f4 w4 Pf2 w5 d2 fin w6 fin2 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29
