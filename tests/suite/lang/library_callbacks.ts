// The built-in methods that call back.
const xs = [3, 1, 2];
console.log(xs.map((x, i, all) => x * i + all.length).join(), xs.filter((x) => x > 1).join(), xs.reduce((a, b) => a + b), xs.reduce((a, b) => a + b, "s"), xs.reduceRight((a, b) => a + "" + b));
xs.forEach((x, i) => console.log(i, x));
console.log(xs.some((x) => x > 2), xs.every((x) => x > 2), xs.find((x) => x < 3), xs.findIndex((x) => x < 3), xs.findLast((x) => x < 3), xs.findLastIndex((x) => x === 9), xs.flatMap((x) => [x, [x]]).length);
console.log([].some(() => true), [].every(() => false), [].find(() => true), [1, , 3].map((x) => x * 2).length, 1 in [1, , 3].map((x) => x));
try { [].reduce((a, b) => a) } catch (e) { console.log(e.name, e.message) }
try { [1].map(5) } catch (e) { console.log(e.name) }
const people = [["b", 2], ["a", 2], ["c", 1], ["d", 2], ["e", 1]];
console.log(people.sort((l, r) => l[1] - r[1]).map((p) => p[0]).join(""));
const many = []; for (let i = 0; i < 50; i++) many.push((i * 37) % 50); console.log(many.sort((a, b) => b - a).join(), many === many.sort());
console.log([undefined, 3, , 1].sort().length, [true, false].sort().join(), [5, 25, 100].sort().join());
console.log(Array.from("abc").join(), Array.from({ length: 3 }).length, Array.from({ length: 3 }, (_, i) => i * i).join(), Array.from(new Map([[1, 2]])).join(), Array.from([1, 2], (x) => x + 1).join());
new Map([["k", 1], ["l", 2]]).forEach((value, key, map) => console.log(key, value, map.size));
new Set([5, 6]).forEach((value, same) => console.log(value === same));
const growing = [1, 2]; growing.forEach((x) => { if (growing.length < 5) growing.push(x) }); console.log(growing.length);
console.log(xs.map(String).join("|"), ["1", "2", "3"].map(Number).join(), [0, 1, ""].filter(Boolean).length);
console.log([1, 2, 3].map(function (x) { return x * this.k }, { k: 10 }).join());
function throwing() { return xs.map((x) => { if (x === 1) throw new Error("in map " + x); return x }) }
try { throwing() } catch (e) { console.log(e.message) }
//= 3,4,7 3,2 6 s312 213
//= 0 3
//= 1 1
//= 2 2
//= true false 1 1 2 -1 6
//= false true undefined 3 false
//= TypeError Reduce of empty array with no initial value
//= TypeError
//= cebad
//= 49,48,47,46,45,44,43,42,41,40,39,38,37,36,35,34,33,32,31,30,29,28,27,26,25,24,23,22,21,20,19,18,17,16,15,14,13,12,11,10,9,8,7,6,5,4,3,2,1,0 true
//= 4 false,true 100,25,5
//= a,b,c 3 0,1,4 1,2 2,3
//= k 1 2
//= l 2 2
//= true
//= true
//= 4
//= 3|1|2 1,2,3 1
//= 10,20,30
//= in map 1
