// Writes `sets.bin` beside it: the code points of every property in `names.txt`, as Node knows them.
//
// Per property and, after all of them, per script with its extensions: how many numbers follow, then gaps and lengths of
// ranges in turn. All numbers are in base 128, least significant digits first, with the high bit set on all but the last.
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const names = readFileSync(new URL("names.txt", here), "utf8").trim().split("\n").map((line) => line.split(" "));
const bytes = [];

function put(number) {
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  bytes.push(number);
}

function write(property) {
  const matches = new RegExp(`^\\p{${property}}$`, "u");
  const numbers = [];
  let boundary = 0;
  let isInside = false;
  for (let point = 0; point <= 0x110000; point++) {
    const isMember = point < 0x110000 && matches.test(String.fromCodePoint(point));
    if (isMember === isInside) continue;
    numbers.push(point - boundary);
    boundary = point;
    isInside = isMember;
  }
  put(numbers.length);
  numbers.forEach(put);
}

for (const [kind, name] of names) write(kind === "bin" ? name : `${kind}=${name}`);
for (const [kind, name] of names) if (kind === "sc") write(`scx=${name}`);
writeFileSync(new URL("sets.bin", here), Uint8Array.from(bytes));
