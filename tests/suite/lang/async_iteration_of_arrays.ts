const items = [Promise.resolve(1), 2, Promise.resolve(3)];
for (const item of items) console.log(await item);
const results = [];
for (const ms of [20, 10]) {
  await new Promise((r) => setTimeout(r, ms));
  results.push(ms);
}
console.log(results);
const out = await Promise.all([20, 10].map(async (ms) => {
  await new Promise((r) => setTimeout(r, ms));
  console.log("done", ms);
  return ms;
}));
console.log(out);
[1, 2].forEach(async (v) => { await null; console.log("forEach", v); });
console.log("after forEach");
//= 1
//= 2
//= 3
//= [ 20, 10 ]
//= done 10
//= done 20
//= [ 20, 10 ]
//= after forEach
//= forEach 1
//= forEach 2
