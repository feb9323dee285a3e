const find = (grid, want) => {
  search: for (let y = 0; y < grid.length; y++)
    for (let x = 0; x < grid[y].length; x++) {
      if (grid[y][x] < 0) continue search;
      if (grid[y][x] === want) return [x, y];
    }
  return null;
};
console.log(
  find(
    [
      [1, -1, 3],
      [4, 5, 3],
    ],
    3,
  ),
  find([[1]], 2),
);
const validate = (u) => {
  if (!u) return "missing";
  const { name, age, tags = [] } = u;
  if (typeof name !== "string" || !name.trim()) return "name";
  if (!(age >= 0 && age < 150)) return "age";
  for (const t of tags) if (t.length > 3) return `tag ${t}`;
  return "ok";
};
console.log(
  [null, {}, { name: " " }, { name: "a", age: -1 }, { name: "a", age: "5" }, { name: "a", age: 5, tags: ["abcd"] }].map(
    validate,
  ),
);
const classify = (n) => {
  switch (true) {
    case Number.isNaN(n):
      return "nan";
    case n < 0:
      return "neg";
    case n === 0:
      return "zero";
    case n > 1e3: {
      const digits = String(n).length;
      return `big(${digits})`;
    }
    default:
      return n % 2 ? "odd" : "even";
  }
};
console.log([NaN, -1, 0, 5, 8, 12345].map(classify));
const firstLine = (s) => {
  let line = "";
  for (const c of s) {
    if (c === "\r") continue;
    if (c === "\n") break;
    line += c;
  }
  return line;
};
console.log(firstLine("ab\r\ncd"));
const days = (m, y) => {
  switch (m) {
    case 2:
      return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
};
console.log(
  [1, 2, 4].map((m) => days(m, 2024)),
  days(2, 1900),
);
const gcd = (a, b) => {
  for (;;) {
    if (!b) return a;
    [a, b] = [b, a % b];
  }
};
console.log(gcd(12, 18));
let tries = 0;
do {
  if (++tries === 2) continue;
  if (tries > 3) break;
} while (true);
console.log(tries);
const collatz = (n, steps = 0) => (n === 1 ? steps : collatz(n % 2 ? 3 * n + 1 : n / 2, steps + 1));
console.log(collatz(27));
blk: {
  const r = Math.max(1, 2);
  if (r === 2) break blk;
  console.log("never");
}
console.log([..."loop"].reduce((acc, c, i, all) => (i === 2 ? ((all.length = 0), acc) : acc + c), ""));
//= [ 2, 1 ] null
//= [ 'missing', 'name', 'name', 'age', 'ok', 'tag abcd' ]
//= [ 'nan', 'neg', 'zero', 'odd', 'even', 'big(5)' ]
//= ab
//= [ 31, 29, 30 ] 28
//= 6
//= 4
//= 111
//= lo
