// Libraries that people paste, each bundled into one text with a program that uses it: our engine prints what Node prints. And
// libraries beside what we have of their kind: `against/NAME.ts` is a use of either, which imports it as "subject";
// `NAME.theirs.ts` makes the subject of the library and runs in Node on a virtual clock, `NAME.ours.ts` makes it of our globals
// and runs in our engine. Both print the same; what is different on purpose is said at the top of the use.
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

const options = { encoding: "utf8", timeout: 60_000 };

function bundled(entry, subject) {
  const bundle = join(folder, `${subject ?? entry}`.replaceAll(/[^a-z.-]/g, "_").replace(/\.ts$/, ".mjs"));
  execFileSync(esbuild, [
    join(here, entry),
    "--bundle",
    "--format=esm",
    "--platform=neutral",
    "--main-fields=module,main",
    "--target=es2022",
    "--log-level=warning",
    ...(subject === undefined ? [] : [`--alias:subject=${join(here, subject)}`]),
    `--outfile=${bundle}`,
  ]);
  return bundle;
}

for (const name of readdirSync(join(here, "programs")).sort()) {
  test(name, () => {
    const bundle = bundled(join("programs", name));
    const run = (program, ...words) => execFileSync(program, [...words, bundle], options);
    const expected = run(process.execPath);
    assert.ok(expected.split("\n").length > 3, "the program prints something");
    assert.equal(run(lanes, "run"), expected);
  });
}

for (const file of readdirSync(join(here, "against")).sort()) {
  const name = /^([^.]+)\.ts$/.exec(file)?.[1];
  if (name === undefined) continue;
  test(`${name}, and what we have of its kind`, () => {
    const theirs = bundled(join("against", file), join("against", `${name}.theirs.ts`));
    const ours = bundled(join("against", file), join("against", `${name}.ours.ts`));
    const clock = join(here, "against/virtual-time.mjs");
    const expected = execFileSync(process.execPath, ["--import", clock, theirs], options);
    assert.ok(expected.split("\n").length > 3, "the program prints something");
    assert.equal(execFileSync(lanes, ["run", ours], options), expected);
  });
}
