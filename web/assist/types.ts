// Types as far as completion needs them: what members a value has, what a call gives. Owns their shapes, how they print
// and how type parameters are filled in. It checks nothing: what it does not understand is `any`.
import { type Place, textOf } from "./syntax";

/** What the names of type parameters stand for. */
export type Env = ReadonlyMap<string, Type>;

/** A type parameter is told by where it is declared. */
export type Bindings = Map<string, Type>;

export type Type =
  | { kind: "any" }
  | { kind: "basic"; name: string }
  | { kind: "literal"; text: string; base: string }
  /** An instance of an interface or class, with all the places that declare it. */
  | { kind: "named"; name: string; args: Type[]; places: Place[] }
  /** A class or enumeration itself. */
  | { kind: "statics"; name: string; place: Place }
  | { kind: "function"; signatures: Signature[] }
  /** The members of an object type or an object expression. */
  | { kind: "object"; place: Place; env: Env }
  | { kind: "tuple"; items: Type[] }
  | { kind: "union" | "intersection"; items: Type[] }
  | { kind: "parameter"; id: string; name: string }
  /** Not understood, shown as it is written. */
  | { kind: "raw"; text: string };

/** One way to call something. */
export interface Signature {
  /** The function, method or signature that has the parameters; a class that has no constructor. */
  place: Place;
  name: string;
  env: Env;
  isConstructor: boolean;
  /** What a constructor gives. */
  instance?: Type;
  /** What its own type parameters stand for, as far as a call tells. */
  bindings?: Bindings;
}

export const ANY: Type = { kind: "any" };
export const EMPTY: Env = new Map();
export const basic = (name: string): Type => ({ kind: "basic", name });

/** One of several; those that say the same once. */
export function unionOf(items: Type[]): Type {
  const seen = new Map<string, Type>();
  for (const item of items.flatMap((item) => (item.kind === "union" ? item.items : [item]))) {
    if (item.kind === "any") return ANY;
    const key = shown(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  const distinct = [...seen.values()];
  return distinct.length === 1 ? distinct[0]! : { kind: "union", items: distinct };
}

/** Without `undefined` and `null`. */
export function present(type: Type): Type {
  if (type.kind !== "union") return type;
  const left = type.items.filter((item) => !(item.kind === "basic" && /^(undefined|null|void)$/.test(item.name)));
  return left.length > 0 ? unionOf(left) : type;
}

/** A literal's general type: what a variable that may change holds. */
export function widened(type: Type): Type {
  if (type.kind === "literal") return basic(type.base);
  if (type.kind === "union") return unionOf(type.items.map(widened));
  return type;
}

/** Fills type parameters in. */
export function substitute(type: Type, bindings: Bindings): Type {
  const each = (types: Type[]) => types.map((item) => substitute(item, bindings));
  if (bindings.size === 0) return type;
  switch (type.kind) {
    case "parameter":
      return bindings.get(type.id) ?? type;
    case "named":
      return type.args.length > 0 ? { ...type, args: each(type.args) } : type;
    case "tuple":
      return { ...type, items: each(type.items) };
    case "union":
      return unionOf(each(type.items));
    case "intersection":
      return { ...type, items: each(type.items) };
    case "function":
      return { ...type, signatures: type.signatures.map((signature) => bound(signature, bindings)) };
    case "object":
      return { ...type, env: filled(type.env, bindings) };
    case "any":
    case "basic":
    case "literal":
    case "statics":
    case "raw":
      return type;
  }
}

/** A signature with type parameters filled in. */
export function bound(signature: Signature, bindings: Bindings): Signature {
  if (bindings.size === 0) return signature;
  const { instance } = signature;
  const next: Signature = {
    ...signature,
    env: filled(signature.env, bindings),
    bindings: new Map([...(signature.bindings ?? []), ...bindings]),
  };
  return instance ? { ...next, instance: substitute(instance, bindings) } : next;
}

function filled(env: Env, bindings: Bindings): Env {
  return new Map([...env].map(([name, type]) => [name, substitute(type, bindings)]));
}

/** Beyond this many letters a type is cut short where it is only a part of what is shown. */
const TEXT_MAX = 160;
const DEPTH_MAX = 3;

/** How the parts are written that only their readers understand. */
interface Writers {
  signature(signature: Signature, depth: number): string;
  object(type: Type & { kind: "object" }, depth: number): string;
}
let write: Writers = { signature: () => "(...)", object: ({ place }) => textOf(place) };
export function setWriters(writers: Writers): void {
  write = writers;
}

/** The type as TypeScript writes it. */
export function shown(type: Type, depth = 0): string {
  const inner = (item: Type) => shown(item, depth + 1);
  switch (type.kind) {
    case "any":
      return "any";
    case "basic":
      return type.name;
    case "literal":
      return type.text;
    case "raw":
      return clipped(type.text.replace(/\s+/g, " "));
    case "parameter":
      return type.name;
    case "named":
      return named(type.name, type.args, depth);
    case "statics":
      return `typeof ${type.name}`;
    case "function":
      return type.signatures[0] && depth < DEPTH_MAX ? write.signature(type.signatures[0], depth + 1) : "(...)";
    case "object":
      return depth < DEPTH_MAX ? clipped(write.object(type, depth + 1)) : "{...}";
    case "tuple":
      return `[${type.items.map(inner).join(", ")}]`;
    case "union":
      return type.items.map((item) => grouped(item, depth)).join(" | ");
    case "intersection":
      return type.items.map((item) => grouped(item, depth)).join(" & ");
  }
}

function named(name: string, args: Type[], depth: number): string {
  if (depth > DEPTH_MAX && args.length > 0) return `${name}<...>`;
  const [first] = args;
  if (name === "Array" && first) return `${grouped(first, depth)}[]`;
  return args.length > 0 ? `${name}<${args.map((item) => shown(item, depth + 1)).join(", ")}>` : name;
}

/** In brackets where it would read differently without. */
function grouped(type: Type, depth: number): string {
  const text = shown(type, depth + 1);
  return type.kind === "function" || type.kind === "union" ? `(${text})` : text;
}

function clipped(text: string): string {
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text;
}
