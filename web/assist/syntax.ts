// Syntax trees with their texts. Owns what every reader of them needs: children by name, texts, comments. Says nothing
// of what a program means.
import type { SyntaxNode, Tree } from "@lezer/common";

/** Makes a tree of a text in the learner's language. */
export type Parse = (text: string) => Tree;

/** The declarations that every program finds, by name. */
export interface Library {
  readonly names: readonly string[];
  places(name: string): Place[];
}

/** A text and its tree: the program, or a declaration of the library. */
export class Source {
  /** What is known of its nodes already, by what was asked. */
  readonly known = new Map<string, unknown>();

  constructor(
    readonly text: string,
    readonly tree: Tree,
    /** What is declared elsewhere. */
    readonly library: Library,
  ) {}

  get top(): Place {
    return { source: this, node: this.tree.topNode };
  }
}

/** A node of a source. */
export interface Place {
  readonly source: Source;
  readonly node: SyntaxNode;
}

export const textOf = ({ source, node }: Place): string => source.text.slice(node.from, node.to);

/** Another node of the same source. */
export const move = ({ source }: Place, node: SyntaxNode): Place => ({ source, node });

export function parentOf(place: Place): Place | null {
  return place.node.parent ? move(place, place.node.parent) : null;
}

/** The first child with one of the names. */
export function childOf(place: Place, ...names: string[]): Place | null {
  for (let node = place.node.firstChild; node; node = node.nextSibling) {
    if (names.includes(node.name)) return move(place, node);
  }
  return null;
}

/** All children that are no comments. */
export function childrenOf(place: Place): Place[] {
  const children: Place[] = [];
  for (let node = place.node.firstChild; node; node = node.nextSibling) {
    if (node.name !== "BlockComment" && node.name !== "LineComment") children.push(move(place, node));
  }
  return children;
}

/** The sibling that follows, comments left out. */
export function nextOf(place: Place): Place | null {
  let node = place.node.nextSibling;
  while (node?.name.endsWith("Comment")) node = node.nextSibling;
  return node ? move(place, node) : null;
}

/** The sibling that follows a child of this name. */
export function after(place: Place, name: string): Place | null {
  const child = childOf(place, name);
  return child ? nextOf(child) : null;
}

/** Same node of the same source. */
export const isSame = (one: Place, other: Place): boolean =>
  one.source === other.source && one.node.from === other.node.from && one.node.to === other.node.to && one.node.name === other.node.name;

/** What was found before under the key, or what `find` finds now; `cycle` to whoever asks for it meanwhile. */
export function remembered<T>(place: Place, what: string, cycle: T, find: () => T): T {
  const { known } = place.source;
  const key = `${what} ${place.node.name} ${place.node.from} ${place.node.to}`;
  if (known.has(key)) return known.get(key) as T;
  known.set(key, cycle);
  const found = find();
  known.set(key, found);
  return found;
}

/** The comment before a declaration, without its stars; empty if there is none. */
export function commentOf(place: Place): string {
  let { node } = place;
  // `const`, `export` and `declare` stand between a declaration and its comment.
  while (/^(VariableDeclaration|ExportDeclaration|AmbientDeclaration)$/.test(node.parent?.name ?? "")) node = node.parent!;
  let before = node.prevSibling;
  if (before?.name === "BlockComment") {
    const text = place.source.text.slice(before.from, before.to);
    if (!text.startsWith("/**")) return "";
    return text.slice(3, -2).replace(/^[ \t]*\*? ?/gm, "").trim();
  }
  const lines: string[] = [];
  let { from } = node;
  // Lines of comment that touch the declaration and stand alone on their lines.
  while (before?.name === "LineComment" && /^\n[ \t]*$/.test(place.source.text.slice(before.to, from))) {
    const lineStart = place.source.text.lastIndexOf("\n", before.from - 1) + 1;
    if (place.source.text.slice(lineStart, before.from).trim() !== "") break;
    const line = place.source.text.slice(before.from + 2, before.to).trim();
    if (line.startsWith("lanes:")) break;
    lines.unshift(line);
    from = before.from;
    before = before.prevSibling;
  }
  return lines.join("\n");
}
