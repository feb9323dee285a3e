// What is shown of a name: how it is declared, in one line, and what its comment says. Owns the words; where they are
// shown is the editor's.
import { memberComment, signaturesOf, type Member } from "./members";
import { paramsOf, paramText, returnOf, signatureText } from "./signatures";
import { childOf, commentOf, parentOf, textOf, type Place } from "./syntax";
import { present, shown, type Signature, type Type } from "./types";

/** A comment in its parts. Text is plain, with `code` between backticks. */
export interface Comment {
  text: string;
  params: { name: string; text: string }[];
  returns: string;
  examples: string[];
}

/** What is known of a name. */
export interface Description {
  /** The declaration in TypeScript's words. */
  code: string;
  comment: Comment;
}

/** A way to call, for the line that shows parameters while one writes arguments. */
export interface SignatureText {
  before: string;
  params: { text: string; name: string; isRest: boolean }[];
  after: string;
  comment: Comment;
}

/** Reads a comment's tags. */
export function parseComment(text: string): Comment {
  const comment: Comment = { text: "", params: [], returns: "", examples: [] };
  const [before = "", ...tags] = text.replace(/\{@link(?:code|plain)?\s+([^\s}|]+)[^}]*\}/g, "`$1`").replace(/``/g, "`").split(/^@/m);
  comment.text = before.trim();
  for (const tag of tags) {
    const [, name = "", rest = ""] = /^(\w+)\s*([^]*)$/.exec(tag.trimEnd()) ?? [];
    const param = /^(\w+)\s+(?:-\s*)?([^]*)$/.exec(rest);
    if (name === "param" && param) comment.params.push({ name: param[1]!, text: flowing(param[2]!) });
    else if (/^returns?$/.test(name)) comment.returns = flowing(rest);
    else if (name === "example") comment.examples.push(rest.replace(/^```\w*\n|\n```$/g, "").trimEnd());
  }
  return comment;
}

const flowing = (text: string) => text.replace(/\s*\n\s*/g, " ").trim();

/** A definition of the program or the library, with its type. */
export function describeDefinition(place: Place, type: Type): Description {
  const name = nameText(place);
  // `declare var Map: MapConstructor` is a class to whoever uses it.
  const constructors = type.kind === "named" && /Constructor$/.test(type.name) ? signaturesOf(type, true, place) : [];
  if (constructors[0]) {
    const instance = returnOf(constructors[0]);
    const list = instance.kind === "named" && instance.places[0] ? parametersText(instance.places[0]) : "";
    return { code: `class ${name}${list}`, comment: parseComment(commentFor(place)) };
  }
  const owner = place.node.name === "VariableDefinition" || place.node.name === "TypeDefinition" ? parentOf(place) : place;
  return { code: `${kindWord(owner)}${declared(name, type)}`, comment: parseComment(commentFor(place)) };
}

function nameText(place: Place): string {
  const name = /Definition$/.test(place.node.name) ? place : childOf(place, "VariableDefinition", "TypeDefinition");
  return name ? textOf(name) : "";
}

function commentFor(place: Place): string {
  const parent = parentOf(place);
  const isInner = /Definition$/.test(place.node.name) && parent && /(Declaration|Expression)$/.test(parent.node.name);
  return commentOf(isInner && parent.node.name !== "VariableDeclaration" ? parent : place);
}

function kindWord(owner: Place | null): string {
  switch (owner?.node.name) {
    case "VariableDeclaration":
      return `${["const", "let", "var", "using"].find((word) => childOf(owner, word)) ?? "let"} `;
    case "ForOfSpec":
    case "ForInSpec":
    case "PatternProperty":
    case "ArrayPattern":
      return "";
    case "ParamList":
      return "(parameter) ";
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "AmbientFunctionDeclaration":
      return "function ";
    case "ClassDeclaration":
    case "ClassExpression":
      return "class ";
    case "InterfaceDeclaration":
      return "interface ";
    case "TypeAliasDeclaration":
      return "type ";
    case "EnumDeclaration":
      return "enum ";
    default:
      return "";
  }
}

/** Name and type as they are declared together. */
function declared(name: string, type: Type): string {
  if (type.kind === "statics") return `${name}${parametersText(type.place)}`;
  if (type.kind === "function") return callable(name, type.signatures);
  return `${name}: ${shown(type)}`;
}

function parametersText(place: Place): string {
  const list = childOf(place, "TypeParamList");
  return list ? textOf(list) : "";
}

function callable(name: string, signatures: Signature[]): string {
  const more = signatures.length > 1 ? ` (+${signatures.length - 1} more)` : "";
  return signatures[0] ? `${name}${signatureText(signatures[0])}${more}` : name;
}

/** A member, with the type that has it. */
export function describeMember(member: Member): Description {
  const type = member.type();
  const name = member.owner ? `${member.owner}.${member.name}` : member.name;
  const code = type.kind === "function" && member.kind === "method" ? callable(name, type.signatures) : `${name}${member.isOptional ? "?" : ""}: ${shown(member.isOptional ? present(type) : type)}`;
  return { code, comment: parseComment(memberComment(member)) };
}

/** The few letters beside a name in a list of completions. */
export function detailOf(type: Type): string {
  if (type.kind === "function" && type.signatures[0]) {
    const [signature] = type.signatures;
    const names = paramsOf(signature!).map(({ name, isOptional, isRest }) => `${isRest ? "..." : ""}${name}${isOptional && !isRest ? "?" : ""}`);
    return `(${names.join(", ")})`;
  }
  return type.kind === "any" || type.kind === "statics" ? "" : shown(present(type));
}

/** A way to call in parts, so that one of the parameters can be marked. */
export function describeSignature(signature: Signature, callee: string): SignatureText {
  const params = paramsOf(signature).map((param) => ({ text: paramText(param), name: param.name, isRest: param.isRest }));
  const name = `${signature.isConstructor ? "new " : ""}${signature.name || callee}`;
  const own = commentOf(signature.place);
  return {
    before: `${name}(`,
    params,
    after: `): ${shown(returnOf(signature))}`,
    comment: parseComment(own),
  };
}
