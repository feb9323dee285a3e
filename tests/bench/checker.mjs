// Our checker beside loom, shuttle and stateright on the same programs: each in a process of its own, several rounds, in
// turn. Ours runs the program that a learner writes, compiled and run by our VM; stateright runs a machine that was written by
// hand for it; loom and shuttle run native code, one execution after the other. What is printed is the median with the
// least and the most, and our time divided by the other's, round by round.
//
// `cargo xtask bench checker` builds them and starts this. LANES_PEER_SECONDS is how long a peer may take (10).
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";

const ROUNDS = 5;
const LIMIT = Number(process.env.LANES_PEER_SECONDS ?? 10);
const ours = createRequire(import.meta.url)(process.env.LANES_CORE_WASM);
const folder = join(import.meta.dirname, "checkers/programs");
const wanted = process.argv[2] ?? "";
const programs = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name.includes(wanted))
  .map((name) => ({ name: basename(name, ".ts"), path: join(folder, name) }));

// A bug is looked for until it is found, a program without one to the end.
const extent = ({ name }) => (name.endsWith("-bug") ? "first" : "whole");
const output = (command, args) => {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // A checker that panics has said before what it found.
    return error.stdout;
  }
};
const peer = (tool) => ({ name }) => JSON.parse(output(process.env.LANES_PEERS, [tool, name, String(LIMIT)]));
const CHECKERS = {
  "Lanes, native": (program) => {
    const [seconds, report, peak] = output(process.env.LANES_CORE_NATIVE, ["explore", `@${program.path}`, extent(program)]).split("\n");
    return { seconds: Number(seconds), peak: Number(peak) * 1024, ...JSON.parse(report) };
  },
  "Lanes, wasm": (program) => {
    const source = readFileSync(program.path, "utf8");
    const start = performance.now();
    const report = JSON.parse(ours.explore(source, extent(program)));
    return { seconds: (performance.now() - start) / 1000, ...report };
  },
  stateright: peer("stateright"),
  loom: peer("loom"),
  shuttle: peer("shuttle"),
};

// Once for the library that every program starts with.
ours.explore("", "whole");

const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[sorted.length >> 1], max: sorted.at(-1) };
};
const time = (seconds) => (seconds >= 1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1e3).toFixed(2)} ms`);
const range = ({ min, median, max }, show) => `${show(median)} (${show(min)} to ${show(max)})`;
const isDone = ({ end }) => end !== "not done" && end !== "gave up";

/** What one round's answer says besides its time. */
function said({ end, executions, states, steps, seconds, bytes, peak }) {
  const walked = executions === undefined ? `${states} states` : `${executions} executions`;
  const rate = states > 10_000 ? `, ${Math.round(states / seconds / 1000)} k/s` : "";
  const each = (all) => `${Math.round(all / states)} bytes a state`;
  // What the search counts itself, where the system does not tell what the whole process took at most.
  const memory = !bytes || states <= 10_000 ? "" : peak ? `, ${Math.round(peak / 2 ** 20)} MB: ${each(peak)}` : `, about ${each(bytes)}`;
  return `${end}${steps ? ` in ${steps} steps` : ""}, ${walked}${rate}${memory}`;
}

console.log(`checkers: median of ${ROUNDS} rounds (least to most), in turn; a peer may take ${LIMIT} s\n`);
for (const program of programs) {
  console.log(`${program.name} (${extent(program) === "first" ? "until the bug is found" : "every state"})`);
  const rounds = [];
  // Who did not finish once will not finish the other times either.
  const out = new Set();
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = {};
    for (const [name, check] of Object.entries(CHECKERS)) {
      if (out.has(name)) continue;
      answers[name] = check(program);
      if (!isDone(answers[name])) out.add(name);
    }
    rounds.push(answers);
  }
  for (const name of Object.keys(CHECKERS)) {
    const answers = rounds.map((round) => round[name]).filter(Boolean);
    const open = answers.find((answer) => !isDone(answer));
    if (open) {
      console.log(`  ${name.padEnd(14)} ${open.end} after ${time(open.seconds)}, ${said(open)}`);
      continue;
    }
    const taken = range(spread(answers.map(({ seconds }) => seconds)), time);
    const ratio = spread(answers.map(({ seconds }, round) => rounds[round]["Lanes, native"].seconds / seconds));
    const beside = name === "Lanes, native" ? "" : `; ours/its ${range(ratio, (value) => value.toPrecision(3))}`;
    console.log(`  ${name.padEnd(14)} ${taken}${beside}; ${said(answers[0])}`);
  }
}
