// What can stand after a dot, and how a value can be called. Owns reading the bodies of interfaces, classes, object types
// and object expressions; nothing here looks at where in the program one is.
import { annotated, basesOf, libraryType, namedType, parametersOf, within } from "./resolve";
import { after, childOf, childrenOf, commentOf, textOf, type Place } from "./syntax";
import { ANY, EMPTY, basic, present, unionOf, widened, type Env, type Signature, type Type } from "./types";
import { returnOf } from "./signatures";

/** Something that can stand after a dot. */
export interface Member {
  name: string;
  kind: "method" | "property";
  /** Every place that declares it: overloads are several. */
  places: Place[];
  /** The name of the type that has it. */
  owner: string;
  isOptional: boolean;
  type(): Type;
}

export type Members = Map<string, Member>;

let typeOf: (place: Place) => Type = () => ANY;
export function setExpressionReader(read: typeof typeOf): void {
  typeOf = read;
}

const DEPTH_MAX = 10;
const APPARENT: Record<string, string> = { string: "String", number: "Number", boolean: "Boolean", symbol: "Symbol", bigint: "BigInt" };

/** All members of a value of the type; `from` is where one asks, which tells the library. */
export function membersOf(type: Type, from: Place, depth = 0): Members {
  if (depth > DEPTH_MAX) return new Map();
  const deeper = (inner: Type) => membersOf(inner, from, depth + 1);
  switch (type.kind) {
    case "basic":
      return APPARENT[type.name] ? deeper(libraryType(from, APPARENT[type.name]!)) : new Map();
    case "literal":
      return deeper(basic(type.base));
    case "named":
      return namedMembers(type, deeper);
    case "statics":
      return staticMembers(type.place, type.name, from, depth);
    case "function":
      return deeper(libraryType(from, "Function"));
    case "object":
      return bodyMembers(type.place, type.env, "", false);
    case "tuple":
      return deeper(libraryType(from, "Array", [unionOf(type.items)]));
    case "union": {
      const given = present(type);
      const [first, ...rest] = (given.kind === "union" ? given.items : [given]).map(deeper);
      return new Map([...(first ?? [])].filter(([name]) => rest.every((members) => members.has(name))));
    }
    case "intersection":
      return new Map(type.items.flatMap((item) => [...deeper(item)]));
    case "any":
    case "parameter":
    case "raw":
      return new Map();
  }
}

/** One member; those that every object has too. */
export function memberOf(type: Type, name: string, from: Place): Member | null {
  return membersOf(type, from).get(name) ?? (type.kind === "any" ? null : (membersOf(libraryType(from, "Object"), from).get(name) ?? null));
}

function namedMembers(type: Type & { kind: "named" }, deeper: (type: Type) => Members): Members {
  const all: Members = new Map();
  for (const place of type.places) {
    const env = new Map(parametersOf(place, type.args, EMPTY)).set("this", type);
    const body = childOf(place, "ObjectType", "ClassBody");
    if (body) merge(all, bodyMembers(body, env, type.name, false));
  }
  for (const base of basesOf(type)) {
    for (const [name, member] of deeper(base)) if (!all.has(name)) all.set(name, member);
  }
  return all;
}

function staticMembers(place: Place, name: string, from: Place, depth: number): Members {
  const values = childOf(place, "EnumBody");
  if (values) {
    const named = childrenOf(values).filter(({ node }) => node.name === "PropertyName");
    return new Map(named.map((value) => [textOf(value), property(textOf(value), value, name, () => basic(name))]));
  }
  const body = childOf(place, "ClassBody");
  const all = body ? bodyMembers(body, EMPTY, name, true) : new Map<string, Member>();
  const base = after(place, "extends");
  const inherited = base && depth < DEPTH_MAX ? membersOf(typeOf(base), from, depth + 1) : membersOf(libraryType(from, "Function"), from, depth + 1);
  for (const [key, member] of inherited) if (!all.has(key) && key !== "prototype") all.set(key, member);
  return all;
}

function merge(all: Members, more: Members): void {
  for (const [name, member] of more) {
    const there = all.get(name);
    all.set(name, there ? joined(there, member) : member);
  }
}

/** Two declarations of one method are overloads of it. */
function joined(one: Member, other: Member): Member {
  if (one.kind !== "method" || other.kind !== "method") return one;
  const type = (): Type => {
    const types = [one.type(), other.type()];
    return { kind: "function", signatures: types.flatMap((type) => (type.kind === "function" ? type.signatures : [])) };
  };
  return { ...one, places: [...one.places, ...other.places], type };
}

const property = (name: string, place: Place, owner: string, type: () => Type, isOptional = false): Member => ({
  name, kind: "property", places: [place], owner, isOptional, type,
});

/** The members that a body declares. */
function bodyMembers(body: Place, env: Env, owner: string, isStatic: boolean): Members {
  const all: Members = new Map();
  for (const place of childrenOf(body)) {
    const member = declaredMember(place, env, owner);
    if (member && (childOf(place, "static") !== null) === isStatic) {
      const there = all.get(member.name);
      // The body of an overloaded method is no way to call it.
      const isBody = there?.places.some((each) => !childOf(each, "Block")) && childOf(place, "Block");
      if (!isBody) all.set(member.name, there ? joined(there, member) : member);
    }
    if (!isStatic && isConstructor(place)) for (const field of constructorFields(place, env, owner)) if (!all.has(field.name)) all.set(field.name, field);
  }
  return all;
}

/** `new <T>(...)` looks like a method to the grammar. */
const isNewSignature = (place: Place) => place.node.name === "NewSignature" || (place.node.name === "MethodType" && memberName(place) === "new");

const isConstructor = (place: Place) => place.node.name === "MethodDeclaration" && memberName(place) === "constructor";

function memberName(place: Place): string | null {
  const name = childOf(place, "PropertyDefinition", "PrivatePropertyDefinition", "String");
  if (!name) return null;
  const text = textOf(name);
  return name.node.name === "String" ? text.slice(1, -1) : text;
}

function declaredMember(place: Place, env: Env, owner: string): Member | null {
  const name = memberName(place);
  if (name === null || isConstructor(place) || isNewSignature(place)) return null;
  const isOptional = childOf(place, "Optional") !== null;
  const isMethod = childOf(place, "ParamList") !== null && /^(MethodType|MethodDeclaration|Property)$/.test(place.node.name);
  if (isMethod) {
    const signature: Signature = { place, name, env, isConstructor: false };
    if (childOf(place, "get")) return property(name, place, owner, () => returnOf(signature));
    if (childOf(place, "set")) return property(name, place, owner, () => ANY);
    return { name, kind: "method", places: [place], owner, isOptional, type: () => ({ kind: "function", signatures: [signature] }) };
  }
  if (/^(PropertyType|PropertyDeclaration|Property)$/.test(place.node.name)) {
    return property(name, place, owner, () => propertyType(place, env), isOptional);
  }
  return null;
}

function propertyType(place: Place, env: Env): Type {
  const annotation = childOf(place, "TypeAnnotation");
  const isOptional = childOf(place, "Optional") !== null;
  if (annotation) return isOptional ? unionOf([annotated(annotation, env), basic("undefined")]) : annotated(annotation, env);
  const value = after(place, "Equals") ?? after(place, ":");
  if (value) return within(place, widened(typeOf(value)), env);
  // `{ name }` is the variable of that name.
  const name = place.node.name === "Property" ? childOf(place, "PropertyDefinition") : null;
  return name ? typeOf(name) : ANY;
}

/** What a constructor makes: parameter properties, and `this.x = value` where the class does not declare x. */
function constructorFields(place: Place, env: Env, owner: string): Member[] {
  const fields: Member[] = [];
  const list = childOf(place, "ParamList");
  let isProperty = false;
  for (const child of list ? childrenOf(list) : []) {
    if (/^(Privacy|readonly)$/.test(child.node.name)) isProperty = true;
    else if (child.node.name === ",") isProperty = false;
    else if (child.node.name === "VariableDefinition" && isProperty) fields.push(property(textOf(child), child, owner, () => within(child, typeOf(child), env)));
  }
  const body = childOf(place, "Block");
  for (const statement of body ? childrenOf(body) : []) {
    const assignment = childOf(statement, "AssignmentExpression");
    const target = assignment && childOf(assignment, "MemberExpression");
    const name = target && childOf(target, "this") ? childOf(target, "PropertyName") : null;
    const value = assignment && after(assignment, "Equals");
    if (name && value) fields.push(property(textOf(name), name, owner, () => within(value, widened(typeOf(value)), env)));
  }
  return fields;
}

/** The ways to call a value, or to construct with it. */
export function signaturesOf(type: Type, isNew: boolean, from: Place, depth = 0): Signature[] {
  if (depth > DEPTH_MAX) return [];
  switch (type.kind) {
    case "function":
      return type.signatures.filter(({ isConstructor }) => isConstructor === isNew);
    case "statics":
      return isNew ? constructors(type.place, type.name, from, depth) : [];
    case "named": {
      const own = type.places.flatMap((place) => {
        const body = childOf(place, "ObjectType");
        const env = parametersOf(place, type.args, EMPTY);
        const signatures = body ? childrenOf(body).filter((each) => (isNew ? isNewSignature(each) : each.node.name === "CallSignature")) : [];
        return signatures.map((each): Signature => ({ place: each, name: type.name.replace(/Constructor$/, ""), env, isConstructor: isNew }));
      });
      return own.length > 0 ? own : basesOf(type).flatMap((base) => signaturesOf(base, isNew, from, depth + 1));
    }
    case "union":
    case "intersection":
      return type.items.map((item) => signaturesOf(item, isNew, from, depth + 1)).find((found) => found.length > 0) ?? [];
    case "any":
    case "basic":
    case "literal":
    case "object":
    case "tuple":
    case "parameter":
    case "raw":
      return [];
  }
}

function constructors(place: Place, name: string, from: Place, depth: number): Signature[] {
  const env = parametersOf(place, [], EMPTY);
  const instance = namedType(name, [place], [...env.values()]);
  const body = childOf(place, "ClassBody");
  const own = body ? childrenOf(body).filter(isConstructor) : [];
  const overloads = own.filter((each) => !childOf(each, "Block"));
  const places = overloads.length > 0 ? overloads : own;
  if (places.length > 0) return places.map((each) => ({ place: each, name, env, isConstructor: true, instance }));
  const base = after(place, "extends");
  const inherited = base ? signaturesOf(typeOf(base), true, from, depth + 1) : [];
  if (inherited.length > 0) return inherited.map((signature) => ({ ...signature, name, instance }));
  return [{ place, name, env, isConstructor: true, instance }];
}

/** The comment of a member, or of what it overrides. */
export function memberComment({ places }: Member): string {
  return places.map(commentOf).find((text) => text !== "") ?? "";
}

