// Makes the declarations that the editor completes from: lanes.d.ts, and of TypeScript's own files what the engine has.
//
//     node extract.mjs LANES_PROGRAM LANES_D_TS OUTPUT_JSON
//
// What the engine has is asked of the engine: for every global and every member a program looks whether it is there. So
// nothing is offered that does not work, and what starts to work is offered by the next build. Owns the choice and the
// form (a name to the source texts that declare it, see declarations.ts); how they are read is the chunk's.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parser as javascript } from "@lezer/javascript";

const [lanes, own, output] = process.argv.slice(2);
const parser = javascript.configure({ dialect: "ts" });

/** The newest edition whose declarations are read: of all of them only that is kept which the engine has. */
const EDITION = "esnext";
/** Kept whole where something needs them: nothing in the program is called by these names. */
const UTILITIES = new Set(["Partial", "Required", "Readonly", "Pick", "Record", "Exclude", "Extract", "Omit", "NonNullable", "Parameters", "ReturnType", "InstanceType", "Awaited", "ThisType", "Uppercase", "Lowercase", "Capitalize", "Uncapitalize", "NoInfer"]);
/** Types of what the language itself makes. */
const MADE = ["Generator", "AsyncGenerator", "IterableIterator", "AsyncIterable", "AsyncIterator", "AsyncIterableIterator", "TemplateStringsArray", "IArguments"];
/** Formatting by language and region, which the engine has none of, and what nobody should begin to use. */
const LEFT_OUT = new Set(["Intl", "escape", "unescape"]);
/** An expression that is an instance, for those that a bare `new` does not make or should not. */
const INSTANCES = {
  Array: "[]", String: "''", Number: "0", Boolean: "true", Function: "(() => 0)", Object: "({})", Symbol: "Symbol()", RegExp: "/x/",
  IteratorObject: "[].values()", Generator: "(function* () {})()", AsyncGenerator: "(async function* () {})()", Promise: "Promise.resolve()", Date: "new Date(0)", WeakRef: "new WeakRef({})", BigInt: "0n", FinalizationRegistry: "new FinalizationRegistry(() => {})",
};

/** A declaration of the top level: its name, its text with the comment before it, and its members. */
function read(text) {
  const found = [];
  const documented = (node) => {
    const before = node.prevSibling;
    const isDoc = before?.name === "BlockComment" && text.startsWith("/**", before.from);
    return text.slice(isDoc ? before.from : node.from, node.to);
  };
  const members = (body) => {
    const list = [];
    for (let node = body.firstChild; node; node = node.nextSibling) {
      if (!/(Type|Declaration|Signature)$/.test(node.name)) continue;
      const definition = node.getChild("PropertyDefinition");
      const name = definition ? text.slice(definition.from, definition.to) : null;
      // `new <T>(...)` looks like a method to this grammar.
      list.push({ name: name === "new" ? null : name, text: documented(node).replace(/;?$/, ";") });
    }
    return list;
  };
  for (let node = parser.parse(text).topNode.firstChild; node; node = node.nextSibling) {
    const inner = node.name === "AmbientDeclaration" ? node.lastChild : node;
    const name = inner.getChild("TypeDefinition") ?? inner.getChild("VariableDefinition");
    if (!name) continue;
    const declaration = { kind: inner.name, name: text.slice(name.from, name.to), text: documented(node), members: null };
    const body = inner.name === "InterfaceDeclaration" ? inner.getChild("ObjectType") : null;
    if (body) {
      declaration.members = members(body);
      declaration.head = text.slice(inner.from, body.from);
      declaration.doc = declaration.text.slice(0, declaration.text.length - (node.to - node.from));
    }
    found.push(declaration);
  }
  return found;
}

/** The files of an edition, those that they refer to first. */
function editionFiles() {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve("typescript/package.json"));
  // The declarations are in the package of the platform's program.
  const platform = `@typescript/typescript-${process.platform}-${process.arch}`;
  const folder = join(dirname(createRequire(join(root, "package.json")).resolve(`${platform}/package.json`)), "lib");
  const seen = new Map();
  const visit = (name) => {
    if (seen.has(name)) return;
    const text = readFileSync(join(folder, `lib.${name}.d.ts`), "utf8");
    seen.set(name, "");
    for (const [, lib] of text.matchAll(/^\/\/\/ <reference lib="(\S+)"/gm)) visit(lib);
    seen.set(name, text);
  };
  visit(EDITION);
  return [...seen].filter(([name]) => !/intl|decorators|sharedmemory|dom|scripthost|temporal/.test(name)).map(([, text]) => objectsOf(text));
}

/** `declare namespace Reflect { function get(...) }` as an object with methods, which is what it is to a program. */
function objectsOf(text) {
  const methods = (body) => body.replace(/^(\s*)function (\w+)/gm, "$1$2");
  return text.replace(/declare namespace (\w+) \{([^]*?)\n\}/g, (whole, name, body) =>
    LEFT_OUT.has(name) ? whole : `interface ${name} {${methods(body)}\n}\ndeclare var ${name}: ${name};`);
}

/** Which of the expressions' members are there: a list of names for each. One run each: one may not even compile. */
function present(expression, names) {
  const asks = names.map((name) => {
    const key = JSON.stringify(name);
    return `try { if (it[${key}] !== undefined || ${key} in it) console.log(${key}); } catch {}`;
  });
  const { status, stdout } = spawnSync(lanes, ["run", "-"], { input: `const it = ${expression};\n${asks.join("\n")}\n`, encoding: "utf8" });
  return new Set(status === 0 ? stdout.split("\n") : []);
}

function isThere(name) {
  const input = `console.log(typeof ${name} !== "undefined");`;
  return spawnSync(lanes, ["run", "-"], { input, encoding: "utf8" }).stdout === "true\n";
}

const language = new Map();
for (const text of editionFiles()) {
  for (const declaration of read(text)) {
    const known = language.get(declaration.name);
    if (known) known.push(declaration);
    else language.set(declaration.name, [declaration]);
  }
}

const chosen = new Map();
const typeOfValue = (name) => /:\s*([A-Za-z]+);?\s*$/.exec(language.get(name)?.find(({ kind }) => kind === "VariableDeclaration")?.text ?? "")?.[1];

/** Takes a type with those of its members that are there, and what it mentions. */
function take(name, expression) {
  if (chosen.has(name) || !language.has(name) || LEFT_OUT.has(name)) return;
  chosen.set(name, []);
  const declarations = language.get(name);
  const names = declarations.flatMap(({ members }) => members ?? []).map(({ name }) => name).filter(Boolean);
  const there = expression && names.length > 0 ? present(expression, names) : null;
  for (const declaration of declarations) {
    const { kind, members, text } = declaration;
    if (kind === "VariableDeclaration" || kind === "AmbientFunctionDeclaration") {
      if (values.has(name)) add(name, text);
    } else if (members) {
      const kept = members.filter(({ name }) => name !== "prototype" && (!there || (name && there.has(name)) || !name));
      if (kept.length > 0 || members.length === 0) add(name, `${declaration.doc}${declaration.head}{${kept.map(({ text }) => text).join("\n")}}`);
    } else {
      add(name, text);
    }
  }
}

function add(name, text) {
  // What it mentions is part of it; comments mention nothing.
  const code = text.replace(/\/\*[^]*?\*\//g, "");
  chosen.get(name).push(compact(text));
  for (const [word] of code.matchAll(/\b[A-Z][A-Za-z]+\b/g)) {
    if (word !== name && (!values.has(word) || word === "Promise")) take(word, INSTANCES[word]);
  }
}

/** Less white space, and the one tag of TypeScript's comments that says nothing to a learner. */
function compact(text) {
  return text.replace(/\r/g, "").replace(/^[ \t]+/gm, "").replace(/\n\* @(deprecated|see|throws)[^\n]*/g, "").replace(/\n+/g, "\n").trim();
}

const values = new Set();
for (const [name, declarations] of language) {
  const isValue = declarations.some(({ kind }) => kind === "VariableDeclaration" || kind === "AmbientFunctionDeclaration");
  if (isValue && isThere(name)) values.add(name);
}
for (const name of values) {
  const constructor = typeOfValue(name);
  if (constructor && constructor !== name) take(constructor, name);
  const isFunction = language.get(name).some(({ kind }) => kind === "AmbientFunctionDeclaration");
  take(name, isFunction ? undefined : (INSTANCES[name] ?? (constructor === name ? name : `new ${name}()`)));
}
for (const name of [...UTILITIES, ...MADE]) take(name, INSTANCES[name]);
for (const { name, text } of read(readFileSync(own, "utf8"))) {
  const known = chosen.get(name);
  if (known) known.push(compact(text));
  else chosen.set(name, [compact(text)]);
}
for (const [name, texts] of chosen) if (texts.length === 0) chosen.delete(name);
if (!chosen.has("Semaphore") || !chosen.has("Array") || values.size < 20) throw new Error("the declarations were not read");
writeFileSync(output, JSON.stringify(Object.fromEntries(chosen)));
