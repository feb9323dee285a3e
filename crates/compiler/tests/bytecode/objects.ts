const key = "k";
const base = { a: 1, "b c": 2, 3: 4, [key]: 5, key, method(x) { return this.a + x }, async later() { return await sleep(1) } };
const copy = { ...base, arrow: () => copy, f: function () { return this } };
const list = [1, , ...[2, 3], base];
console.log(...list, copy);
const max = Math.max(...list, 1);
delete copy[key];
copy.a.b.c = max;
