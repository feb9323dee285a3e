const log = [];
const v = (x) => (log.push(x), x);
const p = async (x) => (log.push("p" + x), x);
const r = v(1) + (await p(2)) * v(3) - (await p(4));
console.log(r, log);
const o = { [await p("k")]: await p("v"), ...(await p({ s: 1 })) };
console.log(o, [await p(1), ...(await p([2, 3]))], `${await p("t")}`);
let x = 1;
const bump = async () => {
  x = 10;
  return 5;
};
x += await bump();
console.log(x);
let obj = { n: 1 };
const keep = obj;
const swap = async () => {
  obj = { n: 100 };
  return 1;
};
obj.n += await swap();
console.log(keep, obj);
const f = async (a, b = await_(a)) => [a, b];
function await_(a) {
  return "sync default " + a;
}
console.log(
  await f(1),
  -(await p(3)),
  !(await p(0)),
  typeof (await p("")),
  await (
    await p
  )(9),
  (await p({ m: () => "called" })).m(),
  (await p(null)) ?? "nullish",
  (await p(1)) ? "then" : "else",
);
for (let i = await p(0); i < (await p(2)); i += await p(1)) console.log("loop", i);
switch (await p(2)) {
  case await p(1):
    console.log("no");
  case await p(2):
    console.log("yes");
}
if (await p(true))
  label: {
    while (await p(1)) {
      break label;
    }
  }
//= 3 [ 1, 'p2', 3, 'p4' ]
//= { k: 'v', s: 1 } [ 1, 2, 3 ] t
//= 6
//= { n: 2 } { n: 100 }
//= [ 1, 'sync default 1' ] -3 true string 9 called nullish then
//= loop 0
//= loop 1
//= yes
