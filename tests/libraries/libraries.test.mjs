// Libraries that people paste, each bundled into one text with a program that uses it: our engine prints what Node prints.
// `cargo xtask test --only libraries` installs the packages beside this file and sets LANES_BIN.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const here = import.meta.dirname;
const esbuild = join(here, "../../web/node_modules/.bin/esbuild");
const lanes = process.env.LANES_BIN;
assert.ok(lanes, "LANES_BIN names the command");
const folder = mkdtempSync(join(tmpdir(), "lanes-libraries-"));

for (const name of readdirSync(join(here, "programs")).sort()) {
  test(name, () => {
    const bundle = join(folder, name.replace(/\.ts$/, ".mjs"));
    execFileSync(esbuild, [
      join(here, "programs", name),
      "--bundle",
      "--format=esm",
      "--platform=neutral",
      "--main-fields=module,main",
      "--target=es2022",
      "--log-level=warning",
      `--outfile=${bundle}`,
    ]);
    const run = (program, ...words) => execFileSync(program, [...words, bundle], { encoding: "utf8", timeout: 60_000 });
    const expected = run(process.execPath);
    assert.ok(expected.split("\n").length > 3, "the program prints something");
    assert.equal(run(lanes, "run"), expected);
  });
}
