// Delays that are no sensible number count as one millisecond, and order stays.
const out = [];
for (const d of [1, 0, -5, NaN, undefined, null, "1", "x", 0.5, 1.5]) setTimeout(() => out.push(String(d)), d);
await new Promise((r) => setTimeout(r, 15));
console.log(out.join(" "));
clearTimeout(undefined);
clearTimeout(null);
clearTimeout(123456);
for (const bad of [undefined, {}])
  try {
    setTimeout(bad, 1);
  } catch (e) {
    console.log(e.name);
  }
let n = 0;
await new Promise((r) => {
  const i = setInterval(() => {
    if (++n === 3) r(clearInterval(i));
  }, 1);
});
console.log(n);
const id = +setTimeout(() => console.log("never"), 5);
clearTimeout(id);
//= 1 0 -5 NaN undefined null 1 x 0.5 1.5
//= TypeError
//= TypeError
//= 3
