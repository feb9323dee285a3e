const csv = (s) =>
  s
    .trim()
    .split("\n")
    .map((l) =>
      [...l.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, c]) => (c.startsWith('"') ? c.slice(1, -1).replaceAll('""', '"') : c)),
    );
console.log(csv('id,name,note\n1,"Smith, J","said ""hi"""\n2,,x'));
const words = "the quick brown the lazy dog the end quick".split(" ");
const freq = Object.entries(words.reduce((m, w) => ({ ...m, [w]: (m[w] ?? 0) + 1 }), {})).sort(
  ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
);
console.log(freq);
const wrap = (s, n) =>
  s.split(" ").reduce(
    (ls, w) => {
      const l = ls.at(-1);
      l.length + w.length + 1 > n && l ? ls.push(w) : (ls[ls.length - 1] = l ? `${l} ${w}` : w);
      return ls;
    },
    [""],
  );
console.log(wrap("a journey of a thousand miles begins with one step", 16));
const table = (rows) => {
  const w = rows[0].map((_, i) => Math.max(...rows.map((r) => String(r[i]).length)));
  return rows
    .map((r) => r.map((c, i) => (typeof c === "number" ? String(c).padStart(w[i]) : c.padEnd(w[i]))).join(" | "))
    .join("\n");
};
console.log(
  table([
    ["name", "n"],
    ["apple", 5],
    ["fig", 100],
  ]),
);
const roman = (n) =>
  Object.entries({
    M: 1000,
    CM: 900,
    D: 500,
    CD: 400,
    C: 100,
    XC: 90,
    L: 50,
    XL: 40,
    X: 10,
    IX: 9,
    V: 5,
    IV: 4,
    I: 1,
  }).reduce((s, [r, v]) => {
    while (n >= v) {
      s += r;
      n -= v;
    }
    return s;
  }, "");
console.log([1994, 2024, 4].map(roman));
const caesar = (s, k) =>
  s.replace(/[a-z]/gi, (c) => {
    const b = c <= "Z" ? 65 : 97;
    return String.fromCharCode(((c.charCodeAt(0) - b + k + 26) % 26) + b);
  });
console.log(caesar("Hello, World!", 3), caesar(caesar("abcxyz", 5), -5));
const slug = (s) =>
  s
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
console.log(
  slug("  Crème Brûlée & Co. "),
  "racecar" === [..."racecar"].reverse().join(""),
  "hello world".replace(/\b\w/g, (c) => c.toUpperCase()),
  "aaabbc".replace(/(.)\1*/g, (m, c) => c + m.length),
  "a3b2".replace(/(\w)(\d)/g, (_, c, n) => c.repeat(n)),
);
const levenshtein = (a, b) => {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array(b.length).fill(0)]);
  for (let j = 1; j <= b.length; j++) d[0][j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] !== b[j - 1]));
  return d.at(-1).at(-1);
};
console.log(levenshtein("kitten", "sitting"));
//= [
//=   [ 'id', 'name', 'note' ],
//=   [ '1', 'Smith, J', 'said "hi"' ],
//=   [ '2', '', 'x' ]
//= ]
//= [
//=   [ 'the', 3 ],
//=   [ 'quick', 2 ],
//=   [ 'brown', 1 ],
//=   [ 'dog', 1 ],
//=   [ 'end', 1 ],
//=   [ 'lazy', 1 ]
//= ]
//= [ 'a journey of a', 'thousand miles', 'begins with one', 'step' ]
//= name  | n
//= apple |   5
//= fig   | 100
//= [ 'MCMXCIV', 'MMXXIV', 'IV' ]
//= Khoor, Zruog! abcxyz
//= creme-brulee-co true Hello World a3b2c1 aaabb
//= 3
