// Ways to call: their parameters, what they give, and how they are written. Owns reading a signature and what a call's
// arguments say about its type parameters. Which signatures a value has is in members.ts.
import { annotated, arrayOf, awaited, baseOf, elementOf, libraryType, parametersOf, resolve, within } from "./resolve";
import { after, childOf, childrenOf, remembered, textOf, type Place } from "./syntax";
import { ANY, basic, present, shown, substitute, unionOf, widened, type Bindings, type Env, type Signature, type Type } from "./types";

/** A parameter of a signature. */
export interface Param {
  name: string;
  isOptional: boolean;
  isRest: boolean;
  type: Type;
  /** Its definition, or the pattern in its place. */
  place: Place;
}

/** How the types of expressions are found: set by the reader of expressions, which needs this module. */
export interface Expressions {
  typeOf(place: Place): Type;
  contextual(place: Place): Type | null;
}
let expressions: Expressions = { typeOf: () => ANY, contextual: () => null };
export function setExpressions(reader: Expressions): void {
  expressions = reader;
}

function envOf({ place, env, bindings }: Signature): Env {
  const own = parametersOf(place, [], env);
  return bindings ? new Map([...own].map(([name, type]) => [name, substitute(type, bindings)])) : own;
}

/** Stretches of a parameter list between its commas. */
function pieces(list: Place): Place[][] {
  const all: Place[][] = [[]];
  for (const child of childrenOf(list)) {
    if (child.node.name === ",") all.push([]);
    else if (!/^[()]$/.test(child.node.name)) all.at(-1)!.push(child);
  }
  return all.filter((piece) => piece.length > 0 && piece[0]!.node.name !== "this");
}

export function paramsOf(signature: Signature): Param[] {
  const list = childOf(signature.place, "ParamList");
  if (!list) return [];
  const env = envOf(signature);
  return pieces(list).flatMap((piece, index) => {
    const of = (pattern: RegExp) => piece.find(({ node }) => pattern.test(node.name));
    const place = of(/^(VariableDefinition|ObjectPattern|ArrayPattern)$/);
    if (!place) return [];
    const annotation = of(/^TypeAnnotation$/);
    const isRest = of(/^Spread$/) !== undefined;
    const equals = piece.findIndex(({ node }) => node.name === "Equals");
    const fallback = equals >= 0 ? piece[equals + 1] : undefined;
    const type = annotation ? annotated(annotation, env) : guessed(signature, index, fallback, isRest);
    const isOptional = fallback !== undefined || of(/^Optional$/) !== undefined;
    const name = place.node.name === "VariableDefinition" ? textOf(place) : patternName(place);
    return [{ name, isOptional, isRest, type, place }];
  });
}

const patternName = (place: Place) => textOf(place).replace(/\s+/g, " ").replace(/^(.{24}).+$/, "$1…");

/** The type of a parameter that says none: of its default, or what the place where the function stands expects. */
function guessed({ place }: Signature, index: number, fallback: Place | undefined, isRest: boolean): Type {
  if (fallback) return widened(expressions.typeOf(fallback));
  if (!/^(ArrowFunction|FunctionExpression)$/.test(place.node.name)) return isRest ? arrayOf(place, ANY) : ANY;
  const expected = present(expressions.contextual(place) ?? ANY);
  const signature = expected.kind === "function" ? expected.signatures[0] : undefined;
  const params = signature ? paramsOf(signature) : [];
  const param = params[index] ?? (params.at(-1)?.isRest ? params.at(-1) : undefined);
  if (!param) return ANY;
  return param.isRest && !isRest ? (elementOf(param.type) ?? ANY) : param.type;
}

/** What a call gives. */
export function returnOf(signature: Signature): Type {
  const { place, instance } = signature;
  if (instance) return instance;
  const env = envOf(signature);
  const annotation = childOf(place, "TypeAnnotation");
  if (annotation) return annotated(annotation, env);
  const predicate = childOf(place, "TypePredicate");
  if (predicate) return resolve(predicate, env);
  const body = after(place, "Arrow");
  if (/^(FunctionSignature|NewSignature)$/.test(place.node.name)) return body ? resolve(body, env) : ANY;
  const given = remembered(place, "returns", ANY, () => {
    const block = childOf(place, "Block");
    const given = block ? returned(block) : body ? expressions.typeOf(body) : ANY;
    if (childOf(place, "Star")) {
      return libraryType(place, childOf(place, "async") ? "AsyncGenerator" : "Generator", [block ? yielded(block) : ANY, ANY, ANY]);
    }
    return childOf(place, "async") ? libraryType(place, "Promise", [awaited(given)]) : given;
  });
  return within(place, given, env);
}

/** The expressions behind a keyword in a function's body, those of inner functions left out. */
function behind(body: Place, statement: string): (Place | null)[] {
  const found: (Place | null)[] = [];
  const visit = (place: Place) => {
    if (/^(Function|Arrow|Method|Class)/.test(place.node.name)) return;
    if (place.node.name === statement) found.push(childrenOf(place).find(({ node }) => !/^(return|yield|Star|;)$/.test(node.name)) ?? null);
    childrenOf(place).forEach(visit);
  };
  childrenOf(body).forEach(visit);
  return found;
}

function returned(body: Place): Type {
  const values = behind(body, "ReturnStatement");
  if (values.length === 0) return basic("void");
  return unionOf(values.map((value) => (value ? widened(expressions.typeOf(value)) : basic("undefined"))));
}

function yielded(body: Place): Type {
  const values = behind(body, "YieldExpression");
  return values.length > 0 ? unionOf(values.map((value) => (value ? widened(expressions.typeOf(value)) : basic("undefined")))) : ANY;
}

/** The signature as TypeScript writes it; `between` stands before what it gives. */
export function signatureText(signature: Signature, between = ": ", depth = 0): string {
  const list = childOf(signature.place, "TypeParamList");
  const isOpen = list && !signature.bindings;
  const params = paramsOf(signature).map((param) => paramText(param, depth));
  return `${isOpen ? textOf(list) : ""}(${params.join(", ")})${between}${shown(returnOf(signature), depth)}`;
}

export function paramText({ name, isOptional, isRest, type }: Param, depth = 0): string {
  const isOpen = isOptional && !isRest;
  return `${isRest ? "..." : ""}${name}${isOpen ? "?" : ""}: ${shown(isOpen ? present(type) : type, depth)}`;
}

/** What an argument's type says about the type parameters in a parameter's type. */
export function unify(param: Type, arg: Type, bindings: Bindings): void {
  switch (param.kind) {
    case "parameter": {
      const known = bindings.get(param.id);
      if (arg.kind !== "any" && (!known || known.kind === "any")) bindings.set(param.id, widened(arg));
      return;
    }
    case "named": {
      const [first] = param.args;
      if (!first) return;
      const element = /^(Iterable|ArrayLike|ConcatArray|ReadonlyArray|AsyncIterable)$/.test(param.name) ? iterated(arg) : null;
      if (element) return unify(first, element, bindings);
      const same = /^(Promise|PromiseLike)$/.test(param.name) ? baseOf(arg, /^(Promise|PromiseLike)$/) : baseOf(arg, new RegExp(`^${param.name}$`));
      same?.args.forEach((inner, index) => param.args[index] && unify(param.args[index], inner, bindings));
      return;
    }
    case "union": {
      const isOpen = (type: Type) => type.kind === "parameter";
      const match = param.items.find((item) => item.kind === "named" && arg.kind === "named" && baseOf(arg, item.name === "PromiseLike" ? /^Promise/ : new RegExp(`^${item.name}$`)));
      if (match) return unify(match, arg, bindings);
      for (const item of param.items) if (!isOpen(item) && item.kind === arg.kind) unify(item, arg, bindings);
      const open = param.items.filter(isOpen);
      // `T | undefined` given a value that may be undefined: T is the rest.
      for (const item of open) unify(item, open.length < param.items.length ? present(arg) : arg, bindings);
      return;
    }
    case "function": {
      const [expected, given] = [param.signatures[0], arg.kind === "function" ? arg.signatures[0] : undefined];
      if (expected && given) unify(returnOf(expected), returnOf(given), bindings);
      return;
    }
    case "tuple": {
      const items = arg.kind === "tuple" ? arg.items : [];
      const element = elementOf(arg);
      param.items.forEach((item, index) => unify(item, items[index] ?? element ?? ANY, bindings));
      return;
    }
    case "any":
    case "basic":
    case "literal":
    case "statics":
    case "object":
    case "intersection":
    case "raw":
      return;
  }
}

/** What a loop over the value visits; null if it is nothing to loop over. */
export function iterated(type: Type): Type | null {
  const element = elementOf(type);
  if (element) return element;
  if ((type.kind === "basic" && type.name === "string") || (type.kind === "literal" && type.base === "string")) return basic("string");
  const pairs = baseOf(type, /^(Map|ReadonlyMap)$/);
  if (pairs) return { kind: "tuple", items: [pairs.args[0] ?? ANY, pairs.args[1] ?? ANY] };
  const holder = baseOf(type, /^(Set|ReadonlySet|Iterable|Iterator|Generator|IteratorObject|AsyncIterable|AsyncIterator|AsyncGenerator|Channel)$|Iterator$/);
  return holder ? (holder.args[0] ?? ANY) : null;
}

