// The rates of the core, natively and in wasm under Node.js, in turn: `cargo xtask bench` builds both and runs this.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const ROUNDS = 7;
const native = process.env.LANES_CORE_NATIVE;
const wasm = createRequire(import.meta.url)(process.env.LANES_CORE_WASM);

const onNative = (name) => {
  const [count, seconds] = execFileSync(native, ["round", name], { encoding: "utf8" }).split(" ").map(Number);
  return count / seconds;
};
const inWasm = (name) => {
  wasm.round(name);
  const start = performance.now();
  const count = wasm.round(name);
  return count / ((performance.now() - start) / 1000);
};

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[sorted.length >> 1], max: sorted.at(-1) };
};
const per = (rate) => (rate >= 1e6 ? `${(rate / 1e6).toFixed(2)} M/s` : `${(rate / 1e3).toFixed(1)} k/s`);
const show = ({ min, median, max }) => `${per(median).padStart(11)}  (${per(min)} to ${per(max)})`.padEnd(40);

console.log(`rates: median of ${ROUNDS} rounds (least to most), native and wasm in turn\n`);
console.log("what".padEnd(28) + "native".padEnd(40) + "wasm under Node.js".padEnd(40) + "wasm / native");
for (const line of execFileSync(native, ["names"], { encoding: "utf8" }).trim().split("\n")) {
  const [name, unit] = line.split(" ");
  const rounds = Array.from({ length: ROUNDS }, () => [onNative(name), inWasm(name)]);
  const ratio = spread(rounds.map(([a, b]) => b / a));
  const columns = [0, 1].map((column) => show(spread(rounds.map((pair) => pair[column]))));
  const range = `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})`;
  console.log(`${name}, ${unit}`.padEnd(28) + columns.join("") + range);
}
