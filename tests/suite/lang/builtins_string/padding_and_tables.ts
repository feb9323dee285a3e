const rows = [
  ["id", "name", "price"],
  [1, "Tea", 2.5],
  [23, "Coffee beans", 12],
  [456, "Ünïcödé", 0.333],
];
const widths = rows[0].map((_, i) =>
  Math.max(...rows.map((r) => String(typeof r[i] === "number" && i === 2 ? r[i].toFixed(2) : r[i]).length)),
);
const cell = (v, i) =>
  typeof v === "number" ? (i === 2 ? v.toFixed(2) : String(v)).padStart(widths[i]) : v.padEnd(widths[i]);
for (const [n, r] of rows.entries()) {
  console.log(r.map(cell).join(" | "));
  if (n === 0) console.log(widths.map((w) => "-".repeat(w)).join("-+-"));
}
console.log(
  "7".padStart(3, "0"),
  "abc".padStart(2),
  "abc".padEnd(6, "12"),
  "x".padStart(5, "ab"),
  "x".padEnd(5, ""),
  "".padStart(3, "-"),
  "é".padStart(3, "→"),
);
const bar = (p, n = 10) => "[" + "#".repeat(Math.round(p * n)).padEnd(n, ".") + "]";
console.log([0, 0.33, 0.5, 1].map((p) => bar(p)));
const hex = (n, w = 2) => n.toString(16).padStart(w, "0").toUpperCase();
console.log(
  [0, 15, 255, 4096].map((n) => hex(n)),
  `#${[255, 128, 0].map((n) => hex(n)).join("")}`,
  (5).toString(2).padStart(8, "0"),
);
const wrap = (s, n) =>
  s.split(" ").reduce(
    (ls, w) => {
      const last = ls[ls.length - 1];
      if ((last + " " + w).trim().length > n) ls.push(w);
      else ls[ls.length - 1] = (last + " " + w).trim();
      return ls;
    },
    [""],
  );
console.log(wrap("to be or not to be that is the question", 12));
const dedent = (s) => {
  const lines = s.split("\n").filter((l) => l.trim());
  const min = Math.min(...lines.map((l) => l.search(/\S/)));
  return lines.map((l) => l.slice(min)).join("\n");
};
console.log(dedent("\n    a\n      b\n    c\n"));
const truncate = (s, n) => (s.length > n ? s.slice(0, n - 1) + "…" : s);
console.log(truncate("a long sentence", 8), truncate("short", 8));
const human = (n) => {
  const u = ["B", "KB", "MB"];
  let i = 0;
  while (n >= 1024 && i < u.length - 1) {
    n /= 1024;
    i++;
  }
  return `${n.toFixed(i ? 1 : 0)} ${u[i]}`;
};
console.log([512, 2048, 5e6, 3e9].map(human));
console.log(
  (1234567.891).toFixed(1).replace(/\B(?=(\d{3})+(?!\d))/g, ","),
  (0.1 + 0.2).toFixed(2),
  (1e21).toString().length,
);
//= id  | name         | price
//= ----+--------------+------
//=   1 | Tea          |  2.50
//=  23 | Coffee beans | 12.00
//= 456 | Ünïcödé      |  0.33
//= 007 abc abc121 ababx x --- →→é
//= [ '[..........]', '[###.......]', '[#####.....]', '[##########]' ]
//= [ '00', '0F', 'FF', '1000' ] #FF8000 00000101
//= [ 'to be or not', 'to be that', 'is the', 'question' ]
//= a
//=   b
//= c
//= a long … short
//= [ '512 B', '2.0 KB', '4.8 MB', '2861.0 MB' ]
//= 1,234,567.9 0.30 5
