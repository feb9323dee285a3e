// What values are: from expressions and definitions to types. Owns the reading of a program's code; it guesses as a
// reader would, from literals, calls, annotations and what a call expects of its arguments, and checks nothing.
import { memberOf, membersOf, setExpressionReader, signaturesOf } from "./members";
import { annotated, arrayOf, awaited, elementOf, libraryType, namedType, resolve, setValueReader, typeArguments, parametersOf, parametersIn } from "./resolve";
import { lookUp, thisOwner } from "./scope";
import { iterated, paramsOf, returnOf, setExpressions, signatureText, unify, type Param } from "./signatures";
import { after, childOf, childrenOf, isSame, nextOf, parentOf, remembered, textOf, type Place } from "./syntax";
import { ANY, EMPTY, basic, bound, present, setWriters, shown, unionOf, widened, type Bindings, type Signature, type Type } from "./types";

/** More items say nothing new about a list. */
const ITEMS_MAX = 8;

/** The type of an expression, or of a definition. */
export function typeOf(place: Place): Type {
  return remembered(place, "type", ANY, () => find(place));
}

function find(place: Place): Type {
  const first = () => childrenOf(place)[0];
  const of = (child: Place | null | undefined) => (child ? typeOf(child) : ANY);
  const text = textOf(place);
  switch (place.node.name) {
    case "Number":
    case "String":
    case "BooleanLiteral":
      return { kind: "literal", text, base: { Number: "number", String: "string", BooleanLiteral: "boolean" }[place.node.name] };
    case "TemplateString":
      return basic("string");
    case "null":
      return basic("null");
    case "RegExp":
      return libraryType(place, "RegExp");
    case "this":
    case "super":
      return thisType(place, place.node.name === "super");
    case "VariableName":
    case "PropertyDefinition":
      return nameType(place, text);
    case "VariableDefinition":
    case "TypeDefinition":
      return definitionType(place);
    case "ArrayExpression":
      return arrayOf(place, unionOf(items(place).map(widened)));
    case "ObjectExpression":
      return { kind: "object", place, env: EMPTY };
    case "FunctionExpression":
    case "ArrowFunction":
    case "FunctionDeclaration":
    case "AmbientFunctionDeclaration":
      return { kind: "function", signatures: [{ place, name: nameOf(place), env: EMPTY, isConstructor: false }] };
    case "ClassExpression":
    case "ClassDeclaration":
    case "EnumDeclaration":
      return { kind: "statics", name: nameOf(place), place };
    case "MemberExpression":
      return memberType(place);
    case "CallExpression":
    case "NewExpression":
      return callType(place);
    case "InstantiationExpression":
    case "SequenceExpression":
    case "TaggedTemplateExpression":
      return of(place.node.name === "SequenceExpression" ? childrenOf(place).at(-1) : first());
    case "ParenthesizedExpression":
      return of(childrenOf(place)[1]);
    case "AwaitExpression":
      return awaited(of(childrenOf(place)[1]));
    case "AssignmentExpression":
      return of(childrenOf(place).at(-1));
    case "ConditionalExpression": {
      const [, , yes, , no] = childrenOf(place);
      return unionOf([widened(of(yes)), widened(of(no))]);
    }
    case "UnaryExpression":
      return unaryType(textOf(first()!));
    case "PostfixExpression":
      return text.endsWith("!") ? present(of(first())) : basic("number");
    case "BinaryExpression":
      return binaryType(place);
    case "PrefixCast": {
      const type = childrenOf(place)[1];
      return type ? resolve(type, typeEnv(place)) : ANY;
    }
    default:
      return ANY;
  }
}

const nameOf = (place: Place) => {
  const name = childOf(place, "VariableDefinition", "TypeDefinition");
  return name ? textOf(name) : "";
};

function unaryType(operator: string): Type {
  const types: Record<string, string> = { "!": "boolean", delete: "boolean", typeof: "string", void: "undefined" };
  return basic(types[operator] ?? "number");
}

function binaryType(place: Place): Type {
  const [left, operator, right] = childrenOf(place);
  if (!left || !operator || !right) return ANY;
  const name = textOf(operator);
  if (name === "as") return textOf(right) === "const" ? typeOf(left) : resolve(right, typeEnv(place));
  if (name === "satisfies") return typeOf(left);
  if (/^(===?|!==?|[<>]=?|in|instanceof)$/.test(name)) return basic("boolean");
  if (name === "??" || name === "||") return unionOf([present(widened(typeOf(left))), widened(typeOf(right))]);
  if (name === "&&") return widened(typeOf(right));
  if (name !== "+") return basic("number");
  const both = [left, right].map((side) => shown(widened(typeOf(side))));
  if (both.includes("string")) return basic("string");
  return both.every((type) => type === "number") ? basic("number") : ANY;
}

/** The type parameters that are in force at a place of the program. */
function typeEnv(place: Place): Map<string, Type> {
  const lists: Place[] = [];
  for (let outer = parentOf(place); outer; outer = parentOf(outer)) if (childOf(outer, "TypeParamList")) lists.unshift(outer);
  return lists.reduce((env, outer) => new Map([...env, ...parametersOf(outer, [], env)]), new Map<string, Type>());
}

function items(list: Place): Type[] {
  const types: Type[] = [];
  let isSpread = false;
  for (const child of childrenOf(list)) {
    if (/^[[\],]$/.test(child.node.name)) isSpread = false;
    else if (child.node.name === "Spread") isSpread = true;
    else types.push(isSpread ? (iterated(typeOf(child)) ?? ANY) : typeOf(child));
    if (types.length === ITEMS_MAX) break;
  }
  return types;
}

/** The instance of the class around, or what it extends; the object whose method it is. */
function thisType(place: Place, isSuper: boolean): Type {
  const member = thisOwner(place);
  const body = member && parentOf(member);
  if (!body) return ANY;
  if (body.node.name === "ObjectExpression") return typeOf(body);
  const owner = parentOf(body);
  if (!owner) return ANY;
  const isStatic = childOf(member, "static") !== null;
  const base = after(owner, "extends");
  if (isSuper) {
    if (!base) return ANY;
    const signature = signaturesOf(typeOf(base), true, place)[0];
    return isStatic || !signature ? typeOf(base) : returnOf(signature);
  }
  if (isStatic) return typeOf(owner);
  return namedType(nameOf(owner), [owner], [...parametersOf(owner, [], EMPTY).values()]);
}

function nameType(place: Place, name: string): Type {
  if (name === "undefined") return basic("undefined");
  const definition = lookUp(place, name);
  if (definition) return isSame(definition, place) ? ANY : typeOf(definition);
  return libraryValue(place, name) ?? ANY;
}

/** The type of a global; null if there is none of this name. */
export function libraryValue(place: Place, name: string): Type | null {
  const places = place.source.library.places(name).filter(({ node }) => !/^(InterfaceDeclaration|TypeAliasDeclaration)$/.test(node.name));
  const types = places.map(typeOf);
  const signatures = types.flatMap((type) => (type.kind === "function" ? type.signatures : []));
  return signatures.length > 0 ? { kind: "function", signatures } : (types[0] ?? null);
}

/** The type of what a definition names. */
function definitionType(place: Place): Type {
  const parent = parentOf(place);
  if (!parent) return ANY;
  switch (parent.node.name) {
    case "VariableDeclaration":
      return variableType(place, parent);
    case "ForOfSpec": {
      const list = after(parent, "of");
      return (list && iterated(typeOf(list))) ?? ANY;
    }
    case "ForInSpec":
      return basic("string");
    case "ParamList":
      return parameterType(place, parent);
    case "PatternProperty":
    case "ArrayPattern":
      return patternType(place, parent);
    case "CatchClause":
      // Anything can be thrown; what a program looks at is nearly always an error.
      return libraryType(place, "Error");
    case "FunctionDeclaration":
    case "AmbientFunctionDeclaration":
      return overloads(parent);
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "EnumDeclaration":
      return typeOf(parent);
    default:
      return ANY;
  }
}

/** A function with its overloads, if it has some. */
function overloads(declaration: Place): Type {
  const name = nameOf(declaration);
  const around = parentOf(declaration);
  const same = around ? childrenOf(around).filter((each) => each.node.name === declaration.node.name && nameOf(each) === name) : [];
  const open = same.filter((each) => !childOf(each, "Block"));
  const places = open.length > 0 ? open : [declaration];
  return { kind: "function", signatures: places.map((place) => ({ place, name, env: EMPTY, isConstructor: false })) };
}

function variableType(place: Place, declaration: Place): Type {
  const next = nextOf(place);
  if (next?.node.name === "TypeAnnotation") return annotated(next, typeEnv(place));
  const value = next?.node.name === "Equals" ? nextOf(next) : null;
  if (value) return childOf(declaration, "const") ? typeOf(value) : widened(typeOf(value));
  // `for (const x of list)` is no VariableDeclaration here, so this is `let x;`.
  return ANY;
}

function parameterType(place: Place, list: Place): Type {
  const callable = parentOf(list);
  if (!callable) return ANY;
  const signature: Signature = { place: callable, name: "", env: typeEnv(place), isConstructor: false };
  return paramsOf(signature).find((param) => isSame(param.place, place))?.type ?? ANY;
}

/** What a part of a pattern takes out of the whole. */
function patternType(place: Place, parent: Place): Type {
  const pattern = parent.node.name === "PatternProperty" ? parentOf(parent) : parent;
  const whole = pattern ? wholeType(pattern) : ANY;
  const previous = place.node.prevSibling?.name;
  if (parent.node.name === "ArrayPattern") {
    const before = childrenOf(parent).findIndex((child) => isSame(child, place));
    const index = childrenOf(parent).slice(0, before).filter(({ node }) => node.name === ",").length;
    if (previous === "Spread") return arrayOf(place, iterated(whole) ?? ANY);
    return (whole.kind === "tuple" ? whole.items[index] : iterated(whole)) ?? ANY;
  }
  if (previous === "Spread") return whole;
  const key = childOf(parent, "PropertyName") ?? place;
  const type = memberOf(whole, textOf(key), place)?.type() ?? ANY;
  return childOf(parent, "Equals") ? present(type) : type;
}

/** The type of what a whole pattern takes apart. */
function wholeType(pattern: Place): Type {
  const parent = parentOf(pattern);
  switch (parent?.node.name) {
    case "VariableDeclaration":
      return variableType(pattern, parent);
    case "ForOfSpec":
    case "ParamList":
      return parent.node.name === "ParamList" ? parameterType(pattern, parent) : definitionType(pattern);
    case "PatternProperty":
    case "ArrayPattern":
      return patternType(pattern, parent);
    default:
      return ANY;
  }
}

function memberType(place: Place): Type {
  const [object, ...rest] = childrenOf(place);
  if (!object) return ANY;
  const whole = present(typeOf(object));
  const name = rest.find(({ node }) => /^(PropertyName|PrivatePropertyName)$/.test(node.name));
  if (name) return memberOf(whole, textOf(name), place)?.type() ?? ANY;
  const key = rest.find(({ node }) => !/^([[\]]|\?\.)$/.test(node.name));
  if (key?.node.name === "String") return memberOf(whole, textOf(key).slice(1, -1), place)?.type() ?? ANY;
  if (whole.kind === "tuple" && key?.node.name === "Number") return whole.items[Number(textOf(key))] ?? ANY;
  return elementOf(whole) ?? (shown(widened(whole)) === "string" ? basic("string") : ANY);
}

/** The signature that a call means, with what its arguments say about type parameters. */
export interface Call {
  all: Signature[];
  chosen: Signature;
  index: number;
}

export const argumentsOf = (call: Place): Place[] => {
  const list = childOf(call, "ArgList");
  return list ? childrenOf(list).filter(({ node }) => !/^([(),]|Spread|⚠)$/.test(node.name)) : [];
};

/** The callee of a call without its type arguments, and these. */
function calleeOf(call: Place): { callee: Place; typeList: Place | null } | null {
  const callee = childrenOf(call).find(({ node }) => node.name !== "new");
  if (!callee) return null;
  if (callee.node.name !== "InstantiationExpression") return { callee, typeList: childOf(call, "TypeArgList") };
  return { callee: childrenOf(callee)[0]!, typeList: childOf(callee, "TypeArgList") };
}

/** What a call calls, told by all but the functions among its arguments: those are told by it. */
export function callOf(call: Place): Call | null {
  return remembered(call, "call", null as Call | null, () => {
    const parts = calleeOf(call);
    if (!parts) return null;
    const all = signaturesOf(present(typeOf(parts.callee)), call.node.name === "NewExpression" || parts.callee.node.name === "super", call);
    if (all.length === 0) return null;
    const args = argumentsOf(call);
    const index = choose(all, args, parts.typeList !== null);
    const signature = all[index]!;
    const bindings: Bindings = new Map();
    const list = childOf(signature.place, "TypeParamList") ?? (signature.instance?.kind === "named" ? childOf(signature.instance.places[0]!, "TypeParamList") : null);
    if (parts.typeList && list) {
      const given = typeArguments(parts.typeList, typeEnv(call));
      parametersIn(list).forEach(({ id }, at) => given[at] && bindings.set(id, given[at]));
    }
    learn(paramsOf(signature), args.map((arg) => (isFunction(arg) ? null : arg)), bindings);
    return { all, chosen: bound(signature, bindings), index };
  });
}

const isFunction = ({ node }: Place) => /^(ArrowFunction|FunctionExpression)$/.test(node.name);

function learn(params: Param[], args: (Place | null)[], bindings: Bindings): void {
  args.forEach((arg, at) => {
    const param = params[at] ?? (params.at(-1)?.isRest ? params.at(-1) : undefined);
    if (!arg || !param) return;
    const type = param.isRest ? (elementOf(param.type) ?? param.type) : param.type;
    // A list that is written out where any list will do is known item by item: `Promise.all([a(), b()])`.
    const isList = type.kind === "parameter" && arg.node.name === "ArrayExpression" && !childOf(arg, "Spread");
    const given: Type = isList ? { kind: "tuple", items: items(arg) } : typeOf(arg);
    if (isList) bindings.set(type.id, given);
    else unify(type, given, bindings);
  });
}

function choose(all: Signature[], args: Place[], hasTypes: boolean): number {
  const takesTypes = (signature: Signature) => !hasTypes || childOf(signature.place, "TypeParamList") !== null || signature.instance !== undefined;
  const fitting = all.filter((signature) => fits(signature, args) && takesTypes(signature));
  // A list that is written out is best known item by item.
  const byItem = args[0]?.node.name === "ArrayExpression" ? fitting.find((signature) => paramsOf(signature)[0]?.type.kind === "parameter") : undefined;
  const index = all.indexOf(byItem ?? fitting[0]!);
  return index >= 0 ? index : closest(all, args.length);
}

/** Whether a call with these arguments can mean the signature, as far as one sees at once. */
function fits(signature: Signature, args: Place[]): boolean {
  const params = paramsOf(signature);
  if (args.length > params.length && !params.at(-1)?.isRest) return false;
  if (params.filter(({ isOptional, isRest }) => !isOptional && !isRest).length > args.length) return false;
  return args.every((arg, at) => {
    const param = params[at];
    if (!param) return true;
    const isBasic = (type: Type) => type.kind === "basic" && /^(string|number|boolean)$/.test(type.name);
    if (isFunction(arg)) return !isBasic(param.type);
    const given = widened(typeOf(arg));
    if (!isBasic(given)) return true;
    return param.type.kind !== "function" && (!isBasic(param.type) || shown(param.type) === shown(given));
  });
}

/** While one still types: the first that has a place for as many arguments. */
function closest(all: Signature[], count: number): number {
  const index = all.findIndex((signature) => {
    const params = paramsOf(signature);
    return params.length >= count || params.at(-1)?.isRest;
  });
  return Math.max(index, 0);
}

function callType(place: Place): Type {
  const call = callOf(place);
  if (!call) return ANY;
  const bindings: Bindings = new Map();
  learn(paramsOf(call.chosen), argumentsOf(place).map((arg) => (isFunction(arg) || arg.node.name === "VariableName" ? arg : null)), bindings);
  return returnOf(bound(call.chosen, bindings));
}

/** What the place where an expression stands expects of it; null if nothing is known. */
export function contextual(place: Place): Type | null {
  const parent = parentOf(place);
  switch (parent?.node.name) {
    case "ParenthesizedExpression":
      return contextual(parent);
    case "ArgList": {
      const call = parentOf(parent);
      const found = call ? callOf(call) : null;
      if (!call || !found) return null;
      const index = argumentsOf(call).findIndex((each) => isSame(each, place));
      const params = paramsOf(found.chosen);
      const param = params[index] ?? (params.at(-1)?.isRest ? params.at(-1) : undefined);
      return param ? (param.isRest ? elementOf(param.type) : param.type) : null;
    }
    case "VariableDeclaration": {
      const equals = place.node.prevSibling;
      const annotation = equals?.prevSibling;
      return equals?.name === "Equals" && annotation?.name === "TypeAnnotation" ? annotated({ source: place.source, node: annotation }, typeEnv(place)) : null;
    }
    case "Property": {
      const object = parentOf(parent);
      const expected = object ? contextual(object) : null;
      const name = childOf(parent, "PropertyDefinition");
      return expected && name ? (memberOf(present(expected), textOf(name), place)?.type() ?? null) : null;
    }
    default:
      return null;
  }
}

setExpressionReader(typeOf);
setExpressions({ typeOf, contextual });
setValueReader(typeOf);
setWriters({
  signature: (signature, depth) => signatureText(signature, " => ", depth),
  object(type, depth) {
    const members = [...membersOf(type, type.place).values()];
    const parts = members.map((member) => `${member.name}${member.isOptional ? "?" : ""}: ${shown(member.isOptional ? present(member.type()) : member.type(), depth)}`);
    return parts.length > 0 ? `{ ${parts.join("; ")} }` : "{}";
  },
});
