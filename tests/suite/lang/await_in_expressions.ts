const id = async (v) => v;
console.log((await id(1)) + (await id(2)) * (await id(3)));
console.log([await id("a"), await id("b")], { k: await id("v") }, `${await id("t")}`);
if (await id(true)) console.log("yes");
console.log((await id(null)) ?? "default", (await id({ f: () => 5 })).f());
for (let i = await id(0); i < (await id(2)); i++) console.log("loop", i);
const fn = await id((a, b) => a + b);
console.log(fn(await id(1), await id(2)));
let n = 0;
while ((await id(n++)) < 2);
console.log(n);
switch (await id("x")) { case await id("x"): console.log("case"); }
console.log(await (await id(id))(9));
console.log(typeof (await id(undefined)), await id(1) ? "t" : "f");
//= 7
//= [ 'a', 'b' ] { k: 'v' } t
//= yes
//= default 5
//= loop 0
//= loop 1
//= 3
//= 3
//= case
//= 9
//= undefined t
