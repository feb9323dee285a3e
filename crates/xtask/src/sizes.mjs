// Prints a line per file below a folder: name, raw, gzip and brotli bytes, separated by tabs.
// In Node.js because its zlib has all the encoders that hosts use.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = process.argv[2];
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));
for (const name of names.sort()) {
  const content = readFileSync(join(folder, name));
  const gzip = gzipSync(content, { level: 9 }).length;
  console.log([name, content.length, gzip, brotliCompressSync(content).length].join("\t"));
}
