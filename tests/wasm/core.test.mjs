// The core natively and in wasm, byte for byte. `cargo xtask test --only wasm` builds both and runs this.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";

const path = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run this through \`cargo xtask test --only wasm\``);
  return value;
};
const native = path("LANES_CORE_NATIVE");
const wasm = createRequire(import.meta.url)(path("LANES_CORE_WASM"));

/** Makes one call on both machines and returns the answer that they agree on. */
function agree(call, ...given) {
  const natively = execFileSync(native, [call, ...given], { maxBuffer: 1 << 30 });
  const inWasm = Buffer.from(wasm[call](...given), "utf8");
  assert.ok(natively.equals(inWasm), `${call} differs:\n--- native\n${natively}\n--- wasm\n${inWasm}`);
  return natively.toString("utf8");
}

test("text reaches the core unharmed on both machines", () => {
  assert.equal(agree("fingerprint", "a"), "af63dc4c8601ec8c");
  agree("fingerprint", "const grüße = `\u{1F6A6} ${1}`;\n");
});
