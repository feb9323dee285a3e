// The learner's language beside other engines: every program of `programs/` in each engine in turn, several rounds.
// What is measured is processor time of the whole run, parsing and compiling included; what is printed is the median
// with the least and the most, and our time divided by the other's, round by round. An engine that is not done with a
// program in time is stopped and gets a row that says so: JS-Interpreter needs minutes to shift a long array empty.
//
// `cargo xtask bench language` builds the engines and starts this.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { getQuickJS, shouldInterruptAfterDeadline } from "quickjs-emscripten";

const ROUNDS = 5;
/** How long an engine may take for one run of one program, in seconds. */
const LIMIT = 30;
const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const ours = require(process.env.LANES_CORE_WASM);
const quickjs = await getQuickJS();
// The bundle looks for a page's `window` first.
globalThis.window ??= globalThis;
const Interpreter = require("js-interpreter");
const folder = mkdtempSync(join(tmpdir(), "lanes-bench-"));

const lines = (text) => text.trim().split("\n");
const UNFINISHED = { seconds: Number.NaN };
const inProcess = (work) => {
  const start = process.cpuUsage();
  const result = work();
  if (result === UNFINISHED) return UNFINISHED;
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, result };
};
const inFile = (name, prelude, source, command, ...words) => {
  const path = join(folder, name);
  writeFileSync(path, prelude + source);
  const last = words.length > 0 ? words.map((word) => word.replace("PATH", path)) : [path];
  try {
    const output = execFileSync(command, last, { encoding: "utf8", timeout: LIMIT * 1e3 });
    const [seconds, result] = lines(output);
    return { seconds: Number(seconds), result };
  } catch (error) {
    if (error.code === "ETIMEDOUT") return UNFINISHED;
    throw error;
  }
};

const PRINT = "function finish(value) { console.log(value); }\n";
const KEEP = "function finish(value) { globalThis.result = String(value); }\n";

// JS-Interpreter knows ECMAScript 5 and no promises.
const isPlain = (source) => !/async|class/.test(source.replace(/^\/\/.*$/gm, ""));

const ENGINES = {
  "Lanes, native": (name, source) =>
    inFile(`${name}.ours.js`, PRINT, source, process.env.LANES_CORE_NATIVE, "script", "@PATH", "whole"),
  "Lanes, wasm": (_, source) => inProcess(() => ours.script(PRINT + source, "whole").trim()),
  "Node.js": (name, source) =>
    inFile(
      `${name}.node.js`,
      "const start = process.cpuUsage();\nfunction finish(value) {\n  const { user, system } = process.cpuUsage(start);\n  console.log((user + system) / 1e6);\n  console.log(String(value));\n}\n",
      source,
      process.execPath,
    ),
  "boa, native": (name, source) => inFile(`${name}.boa.js`, KEEP, source, process.env.LANES_PEERS),
  // A context is left to the end of the process: disposing of one that still holds promises aborts the module.
  "QuickJS, wasm": (_, source) => {
    const context = quickjs.newContext();
    const deadline = Date.now() + LIMIT * 1e3;
    context.runtime.setInterruptHandler(shouldInterruptAfterDeadline(deadline));
    return inProcess(() => {
      const evaluated = context.evalCode(KEEP + source);
      const jobs = context.runtime.executePendingJobs();
      if (Date.now() > deadline) return UNFINISHED;
      context.unwrapResult(evaluated).dispose();
      context.unwrapResult(jobs);
      return context.dump(context.unwrapResult(context.evalCode("globalThis.result")));
    });
  },
  // One statement a step, every event kept: what the stage does.
  "Lanes, stepped": (name, source) => {
    if (!isPlain(source)) return undefined;
    return inFile(`${name}.stepped.js`, PRINT, source, process.env.LANES_CORE_NATIVE, "script", "@PATH", "steps");
  },
  // Stepped too: `step()` is the only way it moves.
  "JS-Interpreter": (_, source) => {
    if (!isPlain(source)) return undefined;
    return inProcess(() => {
      let result;
      const interpreter = new Interpreter(source, (self, global) => {
        const finish = (value) => {
          result = String(value);
        };
        self.setProperty(global, "finish", self.createNativeFunction(finish));
      });
      const deadline = Date.now() + LIMIT * 1e3;
      for (let step = 1; interpreter.step(); step++) {
        if (step % 1000 === 0 && Date.now() > deadline) return UNFINISHED;
      }
      return result;
    });
  },
};

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[sorted.length >> 1], most: sorted.at(-1) };
};
const time = (seconds) => (seconds >= 1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1e3).toFixed(1)} ms`);
const times = (factor) => `${factor.toFixed(2)}x`;
const shown = ({ least, median, most }, unit) => `${unit(median)} (${unit(least)} to ${unit(most)})`;

const wanted = process.argv[2] ?? "";
for (const file of readdirSync(join(here, "programs")).sort()) {
  const name = basename(file, ".js");
  if (!name.includes(wanted)) continue;
  const source = readFileSync(join(here, "programs", file), "utf8");
  const rounds = [];
  const unfinished = new Set();
  for (let round = 0; round < ROUNDS; round++) {
    const measured = {};
    for (const [engine, run] of Object.entries(ENGINES)) {
      const outcome = unfinished.has(engine) ? undefined : run(name, source);
      if (outcome === UNFINISHED) unfinished.add(engine);
      else if (outcome) measured[engine] = outcome;
    }
    const results = new Set(Object.values(measured).map(({ result }) => String(result)));
    if (results.size !== 1) throw new Error(`${name}: the engines differ: ${[...results].join(", ")}`);
    rounds.push(measured);
  }
  console.log(`\n${name}: ${lines(source)[0].replace("// ", "")}`);
  console.log("".padEnd(18) + "processor time".padEnd(36) + "Lanes native / it".padEnd(30) + "Lanes wasm / it");
  for (const engine of Object.keys(ENGINES)) {
    if (unfinished.has(engine)) {
      console.log(`${engine.padEnd(18)}did not finish in ${LIMIT} s`);
      continue;
    }
    if (!rounds[0][engine]) continue;
    const of = (other) => rounds.map((round) => round[other].seconds / round[engine].seconds);
    const columns = [
      shown(spread(rounds.map((round) => round[engine].seconds)), time).padEnd(36),
      shown(spread(of("Lanes, native")), times).padEnd(30),
      shown(spread(of("Lanes, wasm")), times),
    ];
    console.log(engine.padEnd(18) + columns.join(""));
  }
}
rmSync(folder, { recursive: true });
