// Writes `table.bin` and `cases.txt` beside it from what Node's `normalize` does.
//
// The table: canonical decompositions, those of compatibility where they differ, combining classes (numbered in their
// order), and which pairs compose. All numbers are in base 128, least significant digits first, with the high bit set on
// all but the last; characters are stored as the distance from the one before. Hangul syllables follow a rule.
import { writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const bytes = [];
function put(number) {
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  bytes.push(number);
}
const points = (text) => [...text].map((character) => character.codePointAt(0));
const all = [];
for (let point = 0x80; point < 0x110000; point++) {
  const isHangul = point >= 0xac00 && point < 0xd7a4;
  if (!isHangul && (point < 0xd800 || point >= 0xe000)) all.push(point);
}

function decompositions(list) {
  put(list.length);
  let before = 0;
  for (const [point, parts] of list) {
    put(point - before);
    put(parts.length);
    parts.forEach(put);
    before = point;
  }
}
const of = (point, form) => String.fromCodePoint(point).normalize(form);
const canonical = all.filter((point) => of(point, "NFD") !== String.fromCodePoint(point));
decompositions(canonical.map((point) => [point, points(of(point, "NFD"))]));
const compatible = all.filter((point) => of(point, "NFKD") !== of(point, "NFD"));
decompositions(compatible.map((point) => [point, points(of(point, "NFKD"))]));

// A mark's class is not zero if it changes places with some mark. Marks that never change places have the same class.
const marks = all.filter((point) => /\p{M}/u.test(String.fromCodePoint(point)) && of(point, "NFD") === String.fromCodePoint(point));
const swaps = (one, two) => {
  const text = String.fromCodePoint(one, two);
  return text.normalize("NFD") !== text;
};
const probes = [0x334, 0x345, 0x301];
const ordered = marks.filter((mark) => probes.some((probe) => swaps(mark, probe) || swaps(probe, mark)));
const classes = [];
for (const mark of ordered) {
  let found = classes.find((members) => !swaps(members[0], mark) && !swaps(mark, members[0]));
  if (!found) classes.push((found = []));
  found.push(mark);
}
classes.sort((one, two) => (swaps(one[0], two[0]) ? 1 : -1));
const classOf = new Map(classes.flatMap((members, at) => members.map((mark) => [mark, at + 1])));
put(ordered.length);
let before = 0;
for (const mark of ordered) {
  put(mark - before);
  put(classOf.get(mark));
  before = mark;
}

// What decomposes to more than one character and composes again: its last part, and what the others compose to.
const composites = canonical.filter((point) => of(point, "NFC") === String.fromCodePoint(point));
const pairs = [];
for (const point of composites) {
  const parts = points(of(point, "NFD"));
  if (parts.length < 2) continue;
  const first = points(String.fromCodePoint(...parts.slice(0, -1)).normalize("NFC"));
  const last = parts.at(-1);
  if (first.length !== 1 || String.fromCodePoint(first[0], last).normalize("NFC") !== String.fromCodePoint(point)) throw new Error(point.toString(16));
  pairs.push([point, first[0], last]);
}
put(pairs.length);
before = 0;
for (const [point, first, second] of pairs) {
  put(point - before);
  put(first);
  put(second);
  before = point;
}
writeFileSync(new URL("table.bin", here), Uint8Array.from(bytes));

let seed = 3;
const random = (count) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % count;
const pick = (list) => list[random(list.length)];
const sources = [composites, ordered, ordered, compatible, [0x41, 0x61, 0x65, 0x1112, 0x1161, 0x11ab, 0xac00, 0xd55c], all];
const hex = (text) => [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16)).join(" ");
const cases = [];
for (let count = 0; count < 600; count++) {
  const text = String.fromCodePoint(...Array.from({ length: 1 + random(5) }, () => pick(pick(sources))));
  cases.push([text, ...["NFC", "NFD", "NFKC", "NFKD"].map((form) => text.normalize(form))].map(hex).join(","));
}
writeFileSync(new URL("cases.txt", here), cases.join("\n") + "\n");
