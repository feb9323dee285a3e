// From types as they are written to types. Owns the syntax of annotations; members and expressions are read elsewhere.
import { typeDeclarations } from "./scope";
import { after, childOf, childrenOf, parentOf, textOf, type Place } from "./syntax";
import { ANY, EMPTY, basic, present, substitute, unionOf, type Bindings, type Env, type Type } from "./types";

const BASIC = /^(number|string|boolean|symbol|bigint|undefined|null|void|never|unknown|object)$/;
const LITERAL_BASE: Record<string, string> = { String: "string", Number: "number", BooleanLiteral: "boolean" };
/** An alias may name itself. */
const DEPTH_MAX = 12;

/** How `typeof x` finds the value's type: set by the reader of expressions, which needs this module. */
let valueType: (place: Place) => Type = () => ANY;
export function setValueReader(read: typeof valueType): void {
  valueType = read;
}

/** The type that an annotation `: T` gives. */
export function annotated(annotation: Place, env: Env): Type {
  const inner = childrenOf(annotation).find(({ node }) => node.name !== ":");
  return inner ? resolve(inner, env) : ANY;
}

/** The type that a node of the type syntax means. */
export function resolve(place: Place, env: Env, depth = 0): Type {
  const all = () => childrenOf(place).filter(({ node }) => !/^[[\](){}<>|&,;:]$|^(LogicOp|Label|Optional|readonly|Spread)$/.test(node.name));
  const inner = (child: Place | undefined) => (child && depth < DEPTH_MAX ? resolve(child, env, depth + 1) : ANY);
  switch (place.node.name) {
    case "TypeName":
      return nameType(place, textOf(place), [], env, depth);
    case "ParameterizedType": {
      const args = childOf(place, "TypeArgList");
      const name = childOf(place, "TypeName");
      const types = args ? typeArguments(args, env, depth) : [];
      return name ? nameType(place, textOf(name), types, env, depth) : ANY;
    }
    case "VoidType":
      return basic("void");
    case "NullType":
      return basic("null");
    case "ThisType":
      return env.get("this") ?? ANY;
    case "LiteralType": {
      const literal = childrenOf(place).at(-1);
      const base = literal && LITERAL_BASE[literal.node.name];
      return base ? { kind: "literal", text: textOf(place), base } : ANY;
    }
    case "ArrayType":
      return arrayOf(place, inner(all()[0]));
    case "TupleType":
      return { kind: "tuple", items: all().map(inner) };
    case "UnionType":
      return unionOf(all().map(inner));
    case "IntersectionType":
      return { kind: "intersection", items: all().map(inner) };
    case "ReadonlyType":
    case "ParenthesizedType":
      return inner(all()[0]);
    case "FunctionSignature":
    case "NewSignature":
      return { kind: "function", signatures: [{ place, name: "", env, isConstructor: place.node.name === "NewSignature" }] };
    case "ObjectType":
      return mapped(place, env, depth) ?? { kind: "object", place, env };
    case "IndexedType": {
      const of = inner(all()[0]);
      return elementOf(of) ?? { kind: "raw", text: textOf(place) };
    }
    case "TypePredicate":
      return basic(childOf(place, "asserts") ? "void" : "boolean");
    case "TypeofType": {
      const value = childrenOf(place).at(-1);
      return value ? valueType(value) : ANY;
    }
    case "TemplateType":
      return basic("string");
    case "UniqueType":
      return basic("symbol");
    default:
      return { kind: "raw", text: textOf(place) };
  }
}

/** What is in an array or tuple. */
export function elementOf(type: Type): Type | null {
  if (type.kind === "tuple") return type.items.length > 0 ? unionOf(type.items) : ANY;
  const array = baseOf(type, /^(Array|ReadonlyArray|ArrayLike|ConcatArray)$/);
  return array ? (array.args[0] ?? ANY) : null;
}

/** `{ [P in keyof T]: F<T[P]> }`: of a list a list, item by item. */
function mapped(place: Place, env: Env, depth: number): Type | null {
  const signature = childOf(place, "IndexSignature");
  const keys = signature && after(signature, "in");
  const annotation = signature && childOf(signature, "TypeAnnotation");
  const name = keys?.node.name === "KeyofType" ? childOf(keys, "TypeName") : null;
  const list = name && env.get(textOf(name));
  if (!annotation || !list || depth > DEPTH_MAX) return null;
  const map = (item: Type) => annotated(annotation, new Map(env).set(textOf(name), arrayOf(place, item)));
  if (list.kind === "tuple") return { kind: "tuple", items: list.items.map(map) };
  const element = elementOf(list);
  return element && arrayOf(place, map(element));
}

/** The types between the angle brackets. */
export function typeArguments(list: Place, env: Env, depth = 0): Type[] {
  return childrenOf(list).filter(({ node }) => !/^[<>,]$/.test(node.name)).map((argument) => resolve(argument, env, depth + 1));
}

function nameType(place: Place, name: string, args: Type[], env: Env, depth: number): Type {
  const parameter = env.get(name);
  if (parameter) return parameter;
  if (name === "any") return ANY;
  if (BASIC.test(name)) return basic(name);
  if (/^(Readonly|Required|Partial|NoInfer|NonNullable)$/.test(name) && args[0]) return name === "NonNullable" ? present(args[0]) : args[0];
  if (name === "Awaited" && args[0]) return awaited(args[0]);
  const places = typeDeclarations(place, name);
  const alias = places.find(({ node }) => node.name === "TypeAliasDeclaration");
  if (alias) {
    const value = after(alias, "Equals");
    return value && depth < DEPTH_MAX ? resolve(value, parametersOf(alias, args, EMPTY), depth + 1) : ANY;
  }
  if (places.length === 0) return { kind: "raw", text: textOf(place) };
  if (places[0]!.node.name === "EnumDeclaration") return basic(name);
  return namedType(name, places, args);
}

/** An instance with arguments; those that are not given are what their default says. */
export function namedType(name: string, places: Place[], args: Type[] = []): Type {
  const list = places.map((place) => childOf(place, "TypeParamList")).find((list) => list !== null);
  const parameters = list ? parametersIn(list) : [];
  const all = parameters.map(({ fallback }, index) => args[index] ?? (fallback ? resolve(fallback, EMPTY) : ANY));
  return { kind: "named", name, args: all, places };
}

/** A type of the library by its name. */
export function libraryType(place: Place, name: string, args: Type[] = []): Type {
  const { library } = place.source;
  const places = library.places(name).filter(({ node }) => /^(InterfaceDeclaration|ClassDeclaration)$/.test(node.name));
  return places.length > 0 ? namedType(name, places, args) : ANY;
}

export const arrayOf = (place: Place, element: Type): Type => libraryType(place, "Array", [element]);

/** A type parameter as it is declared. */
export interface Parameter {
  name: string;
  id: string;
  fallback: Place | null;
}

export function parametersIn(list: Place): Parameter[] {
  const children = childrenOf(list);
  return children.flatMap((child, index) => {
    if (child.node.name !== "TypeDefinition") return [];
    const fallback = children[index + 1]?.node.name === "Equals" ? (children[index + 2] ?? null) : null;
    return [{ name: textOf(child), id: idOf(child), fallback }];
  });
}

const sourceNumbers = new WeakMap<object, number>();
let sources = 0;
function idOf(place: Place): string {
  let number = sourceNumbers.get(place.source);
  if (number === undefined) sourceNumbers.set(place.source, (number = ++sources));
  return `${number}:${place.node.from}`;
}

/** The type parameters of a declaration in an environment: the arguments where given, else themselves. */
export function parametersOf(declaration: Place, args: readonly Type[], outer: Env): Env {
  const list = childOf(declaration, "TypeParamList");
  if (!list) return outer;
  const env = new Map(outer);
  parametersIn(list).forEach(({ name, id }, index) => env.set(name, args[index] ?? { kind: "parameter", id, name }));
  return env;
}

/** What was found in the code at a place, where the type parameters around it stand for what the environment says. */
export function within(place: Place, type: Type, env: Env): Type {
  const bindings: Bindings = new Map();
  for (let outer = parentOf(place); outer; outer = parentOf(outer)) {
    const list = childOf(outer, "TypeParamList");
    for (const { name, id } of list ? parametersIn(list) : []) {
      const known = env.get(name);
      if (known && !(known.kind === "parameter" && known.id === id)) bindings.set(id, known);
    }
  }
  return substitute(type, bindings);
}

/** What `await` gives. */
export function awaited(type: Type, depth = 0): Type {
  if (depth > DEPTH_MAX) return ANY;
  if (type.kind === "union") return unionOf(type.items.map((item) => awaited(item, depth + 1)));
  const promise = type.kind === "named" ? baseOf(type, /^(Promise|PromiseLike)$/) : null;
  return promise ? awaited(promise.args[0] ?? ANY, depth + 1) : type;
}

/** The type itself, or what it extends, by name. */
export function baseOf(type: Type, name: RegExp, depth = 0): (Type & { kind: "named" }) | null {
  if (type.kind !== "named" || depth > DEPTH_MAX) return null;
  if (name.test(type.name)) return type;
  for (const base of basesOf(type)) {
    const found = baseOf(base, name, depth + 1);
    if (found) return found;
  }
  return null;
}

/** What an interface or class extends. */
export function basesOf(type: Type & { kind: "named" }): Type[] {
  return type.places.flatMap((place) => {
    const env = parametersOf(place, type.args, EMPTY);
    const children = childrenOf(place);
    const start = children.findIndex(({ node }) => node.name === "extends");
    if (start < 0) return [];
    if (place.node.name === "ClassDeclaration" || place.node.name === "ClassExpression") {
      const base = children[start + 1];
      const args = children[start + 2]?.node.name === "TypeArgList" ? typeArguments(children[start + 2]!, env) : [];
      return base ? instanceOf(valueType(base), args) : [];
    }
    const end = children.findIndex(({ node }) => node.name === "ObjectType");
    return children.slice(start + 1, end).filter(({ node }) => node.name.endsWith("Type") || node.name === "TypeName").map((base) => resolve(base, env));
  });
}

/** What `new` of a class gives, its arguments given. */
function instanceOf(type: Type, args: Type[]): Type[] {
  if (type.kind === "statics") return [namedType(type.name, [type.place], args)];
  // `interface ErrorConstructor { readonly prototype: Error }` and its like: the name says it.
  if (type.kind === "named" && type.name.endsWith("Constructor") && type.places[0]) {
    return [libraryType(type.places[0], type.name.slice(0, -"Constructor".length), args)];
  }
  return [];
}
