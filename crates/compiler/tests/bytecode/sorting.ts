const names = ["b", "a"].sort();
const byLength = names.filter((n) => n).sort((a, b) => a.length - b.length);
new Map([[1, 2]]).forEach((value, key) => console.log(key, value));
console.log(Array.from({ length: 3 }, (_, i) => i).reduce((a, b) => a + b, 0), byLength);
