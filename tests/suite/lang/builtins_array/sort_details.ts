// sort: stable, undefined last, strings by default, comparators that answer oddly.
console.log([10, 9, 1, undefined, -1, null, "b", "B", true].sort());
const rows = Array.from({ length: 24 }, (_, i) => ({ k: (i * 7) % 4, i }));
console.log(rows.toSorted((a, b) => a.k - b.k).map((r) => r.k + ":" + r.i).join(" "));
console.log([3, 1, 2].sort(() => 0), [3, 1, 2].sort((a, b) => String(a - b)));
console.log([3, 1, 2].sort((a, b) => NaN), [1, 2, 3].sort((a, b) => ({ valueOf: () => b - a })));
console.log([5, undefined, 1].sort((a, b) => b - a), [, 2, undefined, 1].sort());
for (const c of [null, {}, "x", 5])
  try {
    [2, 1].sort(c);
  } catch (e) {
    console.log(e.constructor.name);
  }
let calls = 0;
try {
  [3, 2, 1].sort(() => {
    calls++;
    throw new Error("stop");
  });
} catch (e) {
  console.log(e.message, calls);
}
console.log(["\u{1F600}", "\uFFFF", "z", "é", "e"].sort().map((s) => s.codePointAt(0).toString(16)));
console.log([[2, 1], [10], [1, 5]].sort(), [-0, 0, NaN, -Infinity, 5e-7].sort());
const a = [1, 2, 3];
console.log(a.sort() === a, a.toSorted() === a, [].sort(), [7].sort(() => console.log("not called")));
//= [ -1, 1, 10, 9, 'B', 'b', null, true, undefined ]
//= 0:0 0:4 0:8 0:12 0:16 0:20 1:3 1:7 1:11 1:15 1:19 1:23 2:2 2:6 2:10 2:14 2:18 2:22 3:1 3:5 3:9 3:13 3:17 3:21
//= [ 3, 1, 2 ] [ 1, 2, 3 ]
//= [ 3, 1, 2 ] [ 3, 2, 1 ]
//= [ 5, 1, undefined ] [ 1, 2, undefined, <1 empty item> ]
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= stop 1
//= [ '65', '7a', 'e9', '1f600', 'ffff' ]
//= [ [ 1, 5 ], [ 10 ], [ 2, 1 ] ] [ -Infinity, -0, 0, 5e-7, NaN ]
//= true false [] [ 7 ]
