const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
console.log(fib(18));
function quick(list) {
  if (list.length < 2) return list;
  const [pivot, ...rest] = list;
  return [...quick(rest.filter((v) => v < pivot)), pivot, ...quick(rest.filter((v) => v >= pivot))];
}
console.log(quick([5, 3, 8, 1, 9, 2, 5]));
const isEven = (n) => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n) => (n === 0 ? false : isEven(n - 1));
console.log(isEven(50));
function hanoi(n, a, b, c) { return n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a); }
console.log(hanoi(8, "a", "b", "c"));
const memo = new Map();
const slow = (n) => { if (memo.has(n)) return memo.get(n); const v = n < 2 ? n : slow(n - 1) + slow(n - 2); memo.set(n, v); return v; };
console.log(slow(60));
const words = "the quick brown fox jumps over the lazy dog the end".split(" ");
const counts = {};
for (const w of words) counts[w] = (counts[w] ?? 0) + 1;
console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 3));
//= 2584
//= [
//=   1, 2, 3, 5,
//=   5, 8, 9
//= ]
//= true
//= 255
//= 1548008755920
//= [ [ 'the', 3 ], [ 'brown', 1 ], [ 'dog', 1 ] ]
