// Limiting concurrency: the same program text over our primitives in wasm and over npm's libraries in this Node.js, in
// turn, several rounds. What is measured is processor time of the whole run (our compiling included, Node's not); what is
// printed is the median a submitted operation with the least and the most, and our time divided by theirs, round by round.
//
// `cargo xtask bench limiters` builds the core, installs the libraries and starts this.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const ROUNDS = 5;
const OPERATIONS = 100_000;
const here = import.meta.dirname;
const ours = createRequire(import.meta.url)(process.env.LANES_CORE_WASM);

const QUEUE_SEMAPHORE = `class Limit {
  constructor(permits) { this.permits = permits; this.queue = []; }
  async acquire() {
    if (this.permits > 0) { this.permits--; return; }
    return new Promise((resolve) => { this.queue.push(resolve); });
  }
  release() {
    const next = this.queue.shift();
    if (next) queueMicrotask(next); else this.permits++;
  }
}
`;
const holding = (make) => `${make}
async function limited(work) {
  await limit.acquire();
  try { return await work(); } finally { limit.release(); }
}
`;

/** What stands before a program: `limited(work)`, over each library. */
const OURS = {
  "Lanes Semaphore": "const limit = new Semaphore(100);\nconst limited = (work) => limit.withPermit(work);\n",
  "Lanes pLimit": "const limited = pLimit(100);\n",
};
const THEIRS = {
  "p-limit": 'import pLimit from "p-limit";\nconst limited = pLimit(100);\n',
  "async-sema": holding('import { Sema } from "async-sema";\nconst limit = new Sema(100);'),
  "p-queue": 'import PQueue from "p-queue";\nconst limit = new PQueue({ concurrency: 100 });\nconst limited = (work) => limit.add(work);\n',
  bottleneck:
    'import Bottleneck from "bottleneck";\nconst limit = new Bottleneck({ maxConcurrent: 100 });\nconst limited = (work) => limit.schedule(work);\n',
  "array queue, in Node.js": holding(`${QUEUE_SEMAPHORE}const limit = new Limit(100);`),
};
const CLOCK = `const start = process.cpuUsage();
function finish(value) {
  const { user, system } = process.cpuUsage(start);
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, result: value }));
  process.exit();
}
`;

const inLanes = (source) => {
  const start = process.cpuUsage();
  const result = ours.script(`function finish(value) { console.log(value); }\n${source}`, "whole").trim();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, result: Number(result) };
};
const inNode = (source) =>
  JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", source], { cwd: here, encoding: "utf8", timeout: 30_000 }));

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[sorted.length >> 1], most: sorted.at(-1) };
};
const shown = ({ least, median, most }, digits, unit) =>
  `${median.toFixed(digits)}${unit} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;

const wanted = process.argv[2] ?? "";
for (const file of readdirSync(join(here, "limiters")).sort()) {
  const name = basename(file, ".js");
  if (!name.includes(wanted)) continue;
  const source = readFileSync(join(here, "limiters", file), "utf8");
  // Who has not finished once within the time is not asked again.
  const late = new Set();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const round = {};
    for (const [library, prelude] of Object.entries(OURS)) round[library] = inLanes(prelude + source);
    for (const [library, prelude] of Object.entries(THEIRS)) {
      const imports = /^import .*\n/.exec(prelude)?.[0] ?? "";
      if (late.has(library)) continue;
      try {
        round[library] = inNode(imports + CLOCK + prelude.slice(imports.length) + source);
      } catch (error) {
        if (error.code !== "ETIMEDOUT") throw error;
        late.add(library);
      }
    }
    for (const [library, { result }] of Object.entries(round)) {
      if (result !== OPERATIONS) throw new Error(`${name}: ${library} finished ${result} of ${OPERATIONS}`);
    }
    return round;
  });
  console.log(`\n${name}: ${source.split("\n")[0].replace("// ", "")}`);
  console.log("".padEnd(26) + "ns an operation".padEnd(28) + "Lanes Semaphore / it".padEnd(26) + "Lanes pLimit / it");
  for (const library of [...Object.keys(OURS), ...Object.keys(THEIRS)]) {
    if (late.has(library)) {
      console.log(`${library.padEnd(26)}did not finish within 30 s`);
      continue;
    }
    const cost = spread(rounds.map((round) => (round[library].seconds / OPERATIONS) * 1e9));
    const of = (mine) => spread(rounds.map((round) => round[mine].seconds / round[library].seconds));
    const columns = [shown(cost, 0, "").padEnd(28), shown(of("Lanes Semaphore"), 2, "x").padEnd(26), shown(of("Lanes pLimit"), 2, "x")];
    console.log(library.padEnd(26) + columns.join(""));
  }
}
