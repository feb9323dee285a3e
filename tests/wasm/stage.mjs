// The app without a screen over long runs, natively and in wasm under Node.js: `cargo xtask bench stage` builds both and
// runs this. What is timed is the session's update and the view that comes of it; painting is the browser's.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const TURNS = 15;
const wanted = process.argv[2] ?? "";
const native = process.env.LANES_CORE_NATIVE;
const wasmPath = process.env.LANES_CORE_WASM;

/** In a process of its own, as wasm memory never shrinks: `node stage.mjs --wasm NAME`. */
function inWasm(name, deeds) {
  const wasm = createRequire(import.meta.url)(wasmPath);
  const start = performance.now();
  const stage = wasm.Stage.open(name);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = wasm.memory_bytes() / 1e6;
  const times = deeds.map((deed) =>
    Array.from({ length: TURNS }, () => {
      stage.prepare(deed);
      const from = performance.now();
      stage.act(deed);
      return performance.now() - from;
    }));
  return { seconds, megabytes, times };
}

function onNative(name) {
  const text = execFileSync(native, ["stage", name, String(TURNS)], { encoding: "utf8" });
  const [head, ...rows] = text.trim().split("\n");
  const [seconds, kilobytes] = head.split(" ").map(Number);
  return { seconds, megabytes: kilobytes / 1e3, times: rows.map((row) => row.split(" ").map(Number)) };
}

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[sorted.length >> 1].toFixed(2)} (most ${sorted.at(-1).toFixed(2)})`.padEnd(26);
};

const [first, ...cases] = execFileSync(native, ["stages"], { encoding: "utf8" }).trim().split("\n");
// A name may have a comma in it, with a space after it.
const deeds = first.split(/,(?! )/);
if (wanted === "--wasm") {
  console.log(JSON.stringify(inWasm(process.argv[3], deeds)));
} else {
  console.log(`stage: median of ${TURNS} turns in milliseconds (most), update and view\n`);
  for (const [name, events] of cases.map((line) => line.split(" ")).filter(([name]) => name.includes(wanted))) {
    const both = [
      onNative(name),
      JSON.parse(execFileSync(process.execPath, [import.meta.filename, "--wasm", name], { encoding: "utf8" })),
    ];
    console.log(`${name}: ${Number(events).toLocaleString("en-US")} events`.padEnd(28) + "native".padEnd(26) + "wasm under Node.js");
    const row = (what, show) => console.log(`  ${what}`.padEnd(28) + both.map(show).join(""));
    row("to run it, seconds", ({ seconds }) => seconds.toFixed(2).padEnd(26));
    row("memory then, MB", ({ megabytes }) => megabytes.toFixed(0).padEnd(26));
    deeds.forEach((deed, index) => row(deed, ({ times }) => spread(times[index])));
    console.log();
  }
}
