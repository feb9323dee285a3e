// The chunk that knows names: completion, hover and the parameters of a call, for a program and a place in it. Owns what
// is offered where. Text and syntax tree in, plain data out: it knows neither the editor nor how anything is shown.
//
// It reads the program as the other modules here say: a reader's guess, not TypeScript's proof, in a hundredth of its size.
import type { Tree } from "@lezer/common";
import declarations from "lanes:declarations";
import { describeDefinition, describeMember, describeSignature, detailOf, type Description, type SignatureText } from "./describe";
import { argumentsOf, callOf, contextual, libraryValue, typeOf } from "./expressions";
import { createLibrary } from "./library";
import { memberOf, membersOf, signaturesOf, type Member } from "./members";
import { parametersOf, resolve } from "./resolve";
import { lookUp, typeDeclarations, visible } from "./scope";
import { Source, childOf, childrenOf, move, parentOf, textOf, type Parse, type Place } from "./syntax";
import { EMPTY, present, type Type } from "./types";

export type { Comment, Description, SignatureText } from "./describe";

export type OptionKind = "function" | "method" | "class" | "variable" | "constant" | "property" | "keyword" | "interface" | "type" | "enum";

/** A name that would fit. */
export interface Option {
  label: string;
  kind: OptionKind;
  detail: string;
  /** Higher comes first among those that match as well. */
  boost: number;
  describe(): Description | null;
}

/** What would fit from `from` to the cursor. */
export interface Offer {
  from: number;
  options: Option[];
}

/** What is known of the name from `from` to `to`. */
export interface Found extends Description {
  from: number;
  to: number;
}

/** The call whose arguments one is writing. */
export interface Calling {
  /** Where its bracket opens. */
  at: number;
  signatures: SignatureText[];
  /** The one that its arguments fit. */
  index: number;
  /** Which argument. */
  argument: number;
}

export interface Assist {
  complete(text: string, tree: Tree, at: number, isAsked: boolean): Offer | null;
  describe(text: string, tree: Tree, at: number): Found | null;
  calling(text: string, tree: Tree, at: number): Calling | null;
}

const KEYWORDS =
  "async await break case catch class const continue default delete do else export extends false finally for function globalThis if in instanceof interface let new null of return static super switch this throw true try type typeof undefined void while yield".split(" ");
/** Types that nobody writes by hand. */
const INNER_TYPE = /Constructor$|^(ConcatArray|FlatArray|BuiltinIteratorReturn|ThisType|Intl|NoInfer|PropertyDescriptorMap|StringIterator|RegExpStringIterator|IteratorObject)$/;
const BASIC_TYPES = ["any", "boolean", "never", "null", "number", "object", "string", "symbol", "undefined", "unknown", "void"];

/** Reads programs with the declarations that come with the page. */
export function createAssist(parse: Parse): Assist {
  const library = createLibrary(declarations, parse);
  let last: Source | undefined;
  // Three questions about one text, often.
  const source = (text: string, tree: Tree) => (last?.tree === tree ? last : (last = new Source(text, tree, library)));
  return {
    complete: (text, tree, at, isAsked) => complete(source(text, tree), at, isAsked),
    describe: (text, tree, at) => describe(source(text, tree), at),
    calling: (text, tree, at) => calling(source(text, tree), at),
  };
}

const placeAt = (source: Source, at: number, side: -1 | 0 | 1): Place => ({ source, node: source.tree.resolveInner(at, side) });

function complete(source: Source, at: number, isAsked: boolean): Offer | null {
  const word = /#?[\w$]*$/.exec(source.text.slice(0, at))![0];
  const from = at - word.length;
  const place = placeAt(source, at, -1);
  if (/^(BlockComment|LineComment|String|TemplateString|RegExp|Number|Escape)$/.test(place.node.name)) return null;
  const object = objectBefore(source, from);
  if (object) return offer(from, memberOptions(object, word.startsWith("#")));
  if (!isAsked && word === "") return null;
  if (/^\d/.test(word)) return null;
  if (isType(place)) return offer(from, typeOptions(place));
  const literal = literalAround(place, from);
  if (literal) {
    const options = expectedOptions(literal);
    if (options.length > 0) return offer(from, options);
  }
  // A new name is being invented.
  if (/^(VariableDefinition|TypeDefinition|PropertyDefinition|PrivatePropertyDefinition|Label)$/.test(place.node.name) && word !== "") return null;
  const isNew = /\bnew\s+$/.test(source.text.slice(0, from));
  return offer(from, nameOptions(placeAt(source, from, 0), isNew));
}

const offer = (from: number, options: Option[]): Offer | null => (options.length > 0 ? { from, options } : null);

/** The value before the dot, if there is a dot before the word. */
function objectBefore(source: Source, from: number): Place | null {
  const dot = /\.\s*$/.exec(source.text.slice(0, from));
  if (!dot) return null;
  const token = placeAt(source, dot.index + 1, -1);
  if (token.node.name !== "." && token.node.name !== "?.") return null;
  const member = parentOf(token);
  return member?.node.name === "MemberExpression" ? (childrenOf(member)[0] ?? null) : null;
}

function memberOptions(object: Place, isPrivate: boolean): Option[] {
  const type = present(typeOf(object));
  const members = [...membersOf(type, object).values()];
  if (members.length === 0 && type.kind === "any") return usedNames(object);
  const isInside = object.node.name === "this";
  return members.filter(({ name }) => (isPrivate ? name.startsWith("#") : /^[#A-Za-z_$]/.test(name) && (isInside || !name.startsWith("#")))).map((member) => memberOption(member));
}

/** Of what nothing is known: the names that the program has after other dots, and in its objects. */
function usedNames(object: Place): Option[] {
  const names = new Set<string>();
  object.source.tree.iterate({
    enter({ name, from, to }) {
      if (/^Property(Name|Definition)$/.test(name)) names.add(object.source.text.slice(from, to));
    },
  });
  // What is written after this dot is no use of a name.
  const own = object.node.nextSibling?.nextSibling;
  if (own) names.delete(object.source.text.slice(own.from, own.to));
  names.delete("constructor");
  return [...names].map((label) => ({ label, kind: "property", detail: "", boost: 0, describe: () => null }));
}

function memberOption(member: Member): Option {
  return {
    label: member.name,
    kind: member.kind,
    detail: detailOf(member.type()),
    boost: member.owner === "Object" || member.owner === "Function" ? -1 : 0,
    describe: () => describeMember(member),
  };
}

function isType({ node }: Place): boolean {
  if (/^(TypeName|TypeAnnotation|TypeArgList|ParameterizedType|UnionType|ArrayType)$/.test(node.name)) return true;
  return node.parent?.name === "TypeAnnotation";
}

function typeOptions(place: Place): Option[] {
  const option = (label: string, kind: OptionKind, describe: () => Description | null): Option => ({ label, kind, detail: "", boost: 0, describe });
  const options = new Map(BASIC_TYPES.map((name) => [name, option(name, "keyword", () => null)]));
  for (let outer = parentOf(place); outer; outer = parentOf(outer)) {
    for (const name of parametersOf(outer, [], EMPTY).keys()) options.set(name, option(name, "type", () => null));
  }
  place.source.tree.iterate({
    enter({ name: kind, node }) {
      if (!/^(InterfaceDeclaration|ClassDeclaration|TypeAliasDeclaration|EnumDeclaration)$/.test(kind)) return;
      const definition = childOf(move(place, node), "TypeDefinition", "VariableDefinition");
      if (definition) options.set(textOf(definition), option(textOf(definition), "interface", () => describeType(place, textOf(definition))));
    },
  });
  for (const name of place.source.library.names) {
    if (options.has(name) || INNER_TYPE.test(name) || typeDeclarations(place, name).length === 0) continue;
    options.set(name, option(name, "interface", () => describeType(place, name)));
  }
  return [...options.values()];
}

function describeType(place: Place, name: string): Description | null {
  const [declaration] = typeDeclarations(place, name);
  if (!declaration) return null;
  const { comment } = describeDefinition(declaration, { kind: "any" });
  const list = childOf(declaration, "TypeParamList");
  const words: Record<string, string> = { ClassDeclaration: "class", TypeAliasDeclaration: "type", EnumDeclaration: "enum" };
  return { code: `${words[declaration.node.name] ?? "interface"} ${name}${list ? textOf(list) : ""}`, comment };
}

/** The object in which the word is, or will be, the name of a property. One that is not closed yet looks like a pattern. */
function literalAround(place: Place, from: number): Place | null {
  const before = place.source.text.slice(0, from).trimEnd().at(-1);
  if (before !== "{" && before !== ",") return null;
  for (let around: Place | null = place; around; around = parentOf(around)) {
    const { name, parent } = around.node;
    if (name === "ObjectExpression" || (name === "ObjectPattern" && parent?.name === "AssignmentExpression")) return around;
    if (!/^(Property|PatternProperty|PropertyDefinition|PropertyName|VariableName|[{,}⚠])$/.test(name)) return null;
  }
  return null;
}

/** The properties that are expected there and not given yet. */
function expectedOptions(literal: Place): Option[] {
  const expected = contextual(literal.node.name === "ObjectPattern" ? parentOf(literal)! : literal);
  if (!expected) return [];
  const given = childrenOf(literal).filter((property) => childOf(property, ":"));
  const names = new Set(given.map((property) => textOf(childrenOf(property)[0]!)));
  const open = [...membersOf(present(expected), literal).values()].filter(({ name }) => !names.has(name));
  return open.map((member) => ({ ...memberOption(member), boost: 2 }));
}

/** Everything that can be named, nearest first; after `new` only what can be constructed. */
function nameOptions(place: Place, isNew: boolean): Option[] {
  const options: Option[] = [];
  const own = visible(place);
  const add = (label: string, definition: Place, type: () => Type, boost: number) => {
    const known = type();
    const isClass = known.kind === "statics" || signaturesOf(known, true, place).length > 0;
    if (isNew && !isClass) return;
    options.push({ label, kind: kindOf(known, isClass, definition), detail: isClass ? "" : detailOf(known), boost, describe: () => describeDefinition(definition, known) });
  };
  for (const [name, definition] of own) add(name, definition, () => typeOf(definition), 2);
  for (const name of place.source.library.names) {
    if (own.has(name)) continue;
    const type = libraryValue(place, name);
    const definition = type && valueDefinition(place, name);
    if (type && definition) add(name, definition, () => type, 0);
  }
  if (!isNew) options.push(...KEYWORDS.filter((word) => !own.has(word)).map(keyword));
  return options;
}

const keyword = (label: string): Option => ({ label, kind: "keyword", detail: "", boost: -1, describe: () => null });

function kindOf(type: Type, isClass: boolean, definition: Place): OptionKind {
  if (type.kind === "function") return "function";
  if (isClass) return "class";
  const parent = parentOf(definition);
  return parent && childOf(parent, "const") ? "constant" : "variable";
}

/** Where the library declares a value; its comment may be with the type of the same name. */
function valueDefinition(place: Place, name: string): Place | null {
  const places = place.source.library.places(name);
  return places.find(({ node }) => !/^(InterfaceDeclaration|TypeAliasDeclaration)$/.test(node.name)) ?? null;
}

function describe(source: Source, at: number): Found | null {
  for (const side of [1, -1] as const) {
    const place = placeAt(source, at, side);
    const known = describeNode(place);
    if (known) return { from: place.node.from, to: place.node.to, ...known };
  }
  return null;
}

function describeNode(place: Place): Description | null {
  const name = textOf(place);
  const parent = parentOf(place);
  switch (place.node.name) {
    case "VariableName": {
      const definition = lookUp(place, name);
      if (definition) return describeDefinition(definition, calledType(place) ?? typeOf(definition));
      const type = calledType(place) ?? libraryValue(place, name);
      const declared = valueDefinition(place, name);
      return type && declared ? described(place, name, describeDefinition(declared, type)) : null;
    }
    case "VariableDefinition":
      return describeDefinition(place, typeOf(place));
    case "TypeName":
    case "TypeDefinition":
      return describeType(place, name);
    case "PropertyName":
    case "PrivatePropertyName": {
      const object = parent?.node.name === "MemberExpression" ? childrenOf(parent)[0] : undefined;
      const member = object ? memberOf(present(typeOf(object)), name, place) : null;
      if (!member) return null;
      const called = parent ? calledType(parent) : null;
      return describeMember(called ? { ...member, type: () => called } : member);
    }
    case "PropertyDefinition":
    case "PrivatePropertyDefinition":
      return describeProperty(place, name);
    default:
      return null;
  }
}

/** A class of the library is documented where its instances are. */
function described(place: Place, name: string, known: Description): Description {
  return known.comment.text === "" ? { ...known, comment: describeType(place, name)?.comment ?? known.comment } : known;
}

/** The one overload that a call means, where the place is what is called. */
function calledType(place: Place): Type | null {
  const call = parentOf(place);
  if (call?.node.name !== "CallExpression" || childrenOf(call)[0]?.node.from !== place.node.from) return null;
  const found = callOf(call);
  return found ? { kind: "function", signatures: [found.chosen, ...found.all.filter((_, index) => index !== found.index)] } : null;
}

/** A property where it is written: in an object as it is expected, in a class as it is declared. */
function describeProperty(place: Place, name: string): Description | null {
  const owner = parentOf(place);
  const body = owner && parentOf(owner);
  if (!owner || !body) return null;
  const expected = body.node.name === "ObjectExpression" ? contextual(body) : null;
  const member = expected ? memberOf(present(expected), name, place) : null;
  if (member) return describeMember(member);
  if (body.node.name === "ObjectExpression") {
    const own = membersOf(typeOf(body), body).get(name);
    return own ? describeMember(own) : null;
  }
  const holder = parentOf(body);
  if (!holder || !/^Class/.test(holder.node.name)) {
    const own = body.node.name === "ObjectType" ? membersOf(resolve(body, EMPTY), body).get(name) : undefined;
    return own ? describeMember(own) : null;
  }
  const isStatic = childOf(owner, "static") !== null;
  const type = typeOf(holder);
  const constructor = signaturesOf(type, true, place)[0];
  const own = isStatic ? memberOf(type, name, place) : constructor?.instance ? memberOf(constructor.instance, name, place) : null;
  return own ? describeMember(own) : null;
}

function calling(source: Source, at: number): Calling | null {
  for (let around: Place | null = placeAt(source, at, -1); around; around = parentOf(around)) {
    // In the body of a function that is an argument, one is not writing arguments any more.
    if (around.node.name === "Block" && around.node.from < at && at < around.node.to) return null;
    if (around.node.name !== "ArgList") continue;
    const open = around.node.firstChild!;
    const close = around.node.lastChild!;
    if (at < open.to || (close.name === ")" && at > close.from)) continue;
    const call = parentOf(around);
    const found = call ? callOf(call) : null;
    if (!call || !found) return null;
    const argument = childrenOf(around).filter(({ node }) => node.name === "," && node.to <= at).length;
    // With the comma of an argument that is still to come, one more must fit.
    const isOpen = argument >= argumentsOf(call).length;
    const signatures = found.all.map((each, index) => describeSignature(index === found.index ? found.chosen : each, textOf(childrenOf(call)[0]!)));
    const index = isOpen ? Math.max(signatures.findIndex(({ params }, each) => each >= found.index && (params.length > argument || params.at(-1)?.isRest)), 0) : found.index;
    return { at: open.from, signatures, index, argument };
  }
  return null;
}
