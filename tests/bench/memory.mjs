// The most memory that a native process holds while it does work that is about memory: `cargo xtask bench memory`.
import { execFileSync } from "node:child_process";

const core = (...words) => execFileSync(process.env.LANES_CORE_NATIVE, words, { encoding: "utf8" }).trim();
for (const line of core("memory").split("\n")) {
  const [name, ...what] = line.split(" ");
  const [count, kilobytes] = core("weigh", name).split(" ").map(Number);
  console.log(`${name}: ${what.join(" ")}: ${(kilobytes / 1024).toFixed(0)} MB at most (${count} counted)`);
}
