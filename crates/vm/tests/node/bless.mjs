// Fills in what Node prints for each expression of the `.txt` files beside this one: `node bless.mjs`.
// A case is a line `> expression` and the lines after it; a thrown error stands as `! Name: message`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { inspect } from "node:util";

const here = new URL(".", import.meta.url);
for (const name of readdirSync(here).filter((name) => name.endsWith(".txt"))) {
  const file = new URL(name, here);
  const lines = readFileSync(file, "utf8").split("\n");
  const out = [];
  for (const line of lines) {
    if (line.startsWith("#")) out.push(line);
    if (!line.startsWith("> ")) continue;
    out.push(line, evaluate(line.slice(2)));
  }
  writeFileSync(file, out.join("\n") + "\n");
}

function evaluate(expression) {
  try {
    return inspect((0, eval)(`(${expression})`));
  } catch (error) {
    return `! ${error.name}: ${error.message}`;
  }
}
