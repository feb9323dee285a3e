// Writes `matches.txt` and `folds.txt` beside it: what Node's regular expressions give.
//
// The patterns are those of `patterns.txt`, and as many made up by a small generator from a fixed seed.
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const escape = (text) =>
  [...Array(text.length).keys()]
    .map((at) => text.charCodeAt(at))
    .map((unit) => (unit > 31 && unit < 127 && unit !== 37 ? String.fromCharCode(unit) : "%u" + unit.toString(16).padStart(4, "0")))
    .join("");

function result(pattern, flags, text) {
  let expression;
  try {
    expression = new RegExp(pattern, flags + "d");
  } catch (error) {
    const message = error.message.replace("Invalid regular expression: /", "").slice(pattern.length);
    return "! " + message.slice(message.indexOf(": ") + 2);
  }
  const found = expression.exec(text);
  return found === null ? "null" : found.indices.map((range) => (range ? range.join("-") : "-")).join(" ");
}

const lines = [];
const add = (pattern, flags, text) => lines.push([escape(pattern), flags, escape(text), result(pattern, flags, text)].join("\t"));
for (const line of readFileSync(new URL("patterns.txt", here), "utf8").trim().split("\n")) {
  const [pattern, flags, ...texts] = line.split("\t").map((column) => column.replace(/%u(....)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
  for (const text of texts) add(pattern, flags, text);
}

let seed = 7;
const random = (count) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % count;
const pick = (list) => list[random(list.length)];
const atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\b", "^", "$", "[a-c]", "\\d", "1", "\\1", "\\2", "B", "(?:)", "\\s", "\u00e9", "\ud83d\ude00"];
function make(depth) {
  const parts = [];
  for (let count = 1 + random(3); count > 0; count--) {
    let part;
    const kind = depth > 0 ? random(9) : 0;
    if (kind < 4) part = pick(atoms);
    else if (kind < 6) part = `(${make(depth - 1)})`;
    else if (kind < 7) part = `(?:${make(depth - 1)}|${make(depth - 1)})`;
    else part = `(?${pick(["=", "!", "<=", "<!"])}${make(depth - 1)})`;
    if (random(3) === 0) part += pick(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,1}?", "{1,}", "{0}"]);
    parts.push(part);
  }
  return parts.join("") + (random(6) === 0 ? "|" + pick(atoms) : "");
}
for (let count = 0; count < 1500; count++) {
  const pattern = make(3);
  const text = Array.from({ length: random(9) }, () => pick(["a", "b", "c", "A", "1", " ", "\n", "\u00e9", "\ud83d\ude00", "ab"])).join("");
  add(pattern, pick(["", "", "i", "u", "iu", "m", "s", "y", "v", "iv"]), text);
}
writeFileSync(new URL("matches.txt", here), "// Written by bless.mjs: pattern, flags, text, where the match and its groups are.\n" + lines.join("\n") + "\n");

// Candidates are the characters that any mapping of case changes.
const cased = [];
for (let point = 0; point < 0x110000; point++) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const text = String.fromCodePoint(point);
  if (/[\p{CWCM}\p{CWCF}]/u.test(text)) cased.push(point);
}
const folds = ["// Written by bless.mjs: characters that are the same as others where case does not matter, with the least of those."];
const buckets = new Map();
for (const point of cased) {
  const text = String.fromCodePoint(point);
  const keys = [text.toLowerCase(), text.toUpperCase(), text.toUpperCase().toLowerCase(), text.normalize("NFC")];
  const near = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
  const expression = new RegExp(`^\\u{${point.toString(16)}}$`, "iu");
  const same = [...near].filter((other) => expression.test(String.fromCodePoint(other)));
  if (same.length > 0) folds.push(`${point.toString(16)} ${Math.min(...same).toString(16)}`);
  for (const key of keys) buckets.set(key, [...(buckets.get(key) ?? []), point]);
}
writeFileSync(new URL("folds.txt", here), folds.join("\n") + "\n");
