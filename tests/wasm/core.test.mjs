// The core natively and in wasm, byte for byte. `cargo xtask test --only wasm` builds both and runs this.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run this through \`cargo xtask test --only wasm\``);
  return value;
};
const native = path("LANES_CORE_NATIVE");
const wasm = createRequire(import.meta.url)(path("LANES_CORE_WASM"));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Makes one call on both machines and returns the answer that they agree on. An argument `@path` is a file's text. */
function agree(call, ...given) {
  const natively = execFileSync(native, [call, ...given], { maxBuffer: 1 << 30 });
  const texts = given.map((text) => (text.startsWith("@") ? readFileSync(text.slice(1), "utf8") : text));
  const inWasm = Buffer.from(wasm[call](...texts), "utf8");
  assert.ok(natively.equals(inWasm), `${call} differs:\n--- native\n${natively}\n--- wasm\n${inWasm}`);
  return natively.toString("utf8");
}

/** The TypeScript files below a folder of the project. */
function programs(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(root, folder, name));
}

test("text reaches the core unharmed on both machines", () => {
  assert.equal(agree("fingerprint", "a"), "af63dc4c8601ec8c");
  agree("fingerprint", "const grüße = `\u{1F6A6} ${1}`;\n");
});

// What a program prints may hold line separators, which would end the comment that expects it.
const withoutExpectation = (program) =>
  readFileSync(program, "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("//="))
    .join("\n");

for (const [folder, policies] of [
  ["tests/suite/lang", ["fifo"]],
  ["tests/suite/world", ["fifo", "7", "8"]],
  ["tests/suite/objects", ["fifo"]],
  ["lessons", ["fifo", "7", "8"]],
]) {
  test(`every program of ${folder} gives the same events and the same last state`, () => {
    for (const program of programs(folder)) {
      const source = withoutExpectation(program);
      for (const policy of policies) {
        const log = agree("trace", source, policy);
        assert.match(log, /#0 L0 spawned "main"/, `${program} ran`);
      }
    }
  });
}

test("every program of tests/suite/world and every lesson gives the same report", () => {
  for (const program of [...programs("tests/suite/world"), ...programs("lessons")]) {
    assert.match(agree("check", `@${program}`, "2000"), /verdict:/);
  }
});

/** The machines that a program of tests/suite/check names, as directives: `tasks/any` is `model=tasks time=any`. */
function machines(source) {
  const words = source.match(/^\/\/ check:.*$/gm).flatMap((line) => line.slice("// check:".length).trim().split(/\s+/));
  return words.map((word) => {
    const [model, time] = word.split("=")[0].split("/");
    const granularity = model === "statement" ? "statement" : "access";
    const name = model === "statement" ? "threads" : model;
    return `// lanes: model=${name} granularity=${granularity}${time ? ` time=${time}` : ""}`;
  });
}

test("every program of tests/suite/check gives the same report on each of its machines", () => {
  for (const program of programs("tests/suite/check")) {
    const source = readFileSync(program, "utf8");
    const text = source.replace(/^\/\/ lanes:.*\n/, "");
    for (const machine of machines(source)) {
      assert.match(agree("check", `${machine}\n${text}`, "5000"), /verdict:/, program);
    }
  }
});

test("a program that does not compile says the same", () => {
  assert.match(agree("trace", "const = 1;", "fifo"), /1:7/);
});
