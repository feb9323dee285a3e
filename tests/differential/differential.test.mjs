// The same usage against a library in Node, with fake timers, and against ours: both print the same.
//
// A case is a file with three parts: `//- theirs` is what stands before the usage in Node (imports, and words for what has
// another name there), `//- ours` what stands before it in ours, `//- both` is the usage. The comment on top says what is
// compared, and lists each deliberate difference with its reason: what differs is left out of the usage.
// `cargo xtask test --only differential` installs the packages beside this file and sets LANES_BIN; CASE=PART runs some.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const here = import.meta.dirname;
const esbuild = join(here, "../../web/node_modules/.bin/esbuild");
const lanes = process.env.LANES_BIN;
assert.ok(lanes, "LANES_BIN names the command");
const folder = mkdtempSync(join(tmpdir(), "lanes-differential-"));
// CommonJS in a module still asks for Node's own modules with require.
const banner = '--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
const names = readdirSync(join(here, "cases")).filter((name) => name.includes(process.env.CASE ?? ""));

/** The parts of a case by name. */
function parts(text) {
  const found = {};
  const marks = [...text.matchAll(/^\/\/- (theirs|ours|both)\n/gm)];
  marks.forEach((mark, at) => {
    found[mark[1]] = text.slice(mark.index + mark[0].length, marks[at + 1]?.index);
  });
  return found;
}

for (const name of names.sort()) {
  test(name, () => {
    const { theirs, ours, both } = parts(readFileSync(join(here, "cases", name), "utf8"));
    assert.ok(theirs && both && ours !== undefined, "a case has the parts theirs, ours and both");
    const program = join(folder, name);
    const bundle = join(folder, name.replace(/\.ts$/, ".mjs"));
    writeFileSync(program, theirs + both);
    execFileSync(
      esbuild,
      [program, "--bundle", "--format=esm", "--platform=node", "--target=es2022", "--log-level=warning", banner, `--outfile=${bundle}`],
      { env: { ...process.env, NODE_PATH: join(here, "node_modules") } },
    );
    const run = (command, ...words) => execFileSync(command, words, { encoding: "utf8", timeout: 60_000 });
    const expected = run(process.execPath, "--import", join(here, "fake_timers.mjs"), bundle);
    assert.ok(expected.split("\n").length > 3, "the usage prints something");
    writeFileSync(program, ours + both);
    assert.equal(run(lanes, "run", program), expected);
  });
}
