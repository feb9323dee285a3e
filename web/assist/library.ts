// The declarations that come with the page, parsed one by one as they are asked for. Owns their form: a name to the
// texts that declare it (see extract.mjs); what they mean is for the rest to read.
import { Source, childOf, move, type Library, type Parse, type Place } from "./syntax";

/** A name to the texts that declare it. */
export type Declarations = Readonly<Record<string, readonly string[]>>;

export function createLibrary(declarations: Declarations, parse: Parse): Library {
  const parsed = new Map<string, Place[]>();
  const library: Library = {
    names: Object.keys(declarations),
    places(name) {
      const known = parsed.get(name);
      if (known) return known;
      const texts = Object.hasOwn(declarations, name) ? declarations[name]! : [];
      const places = texts.flatMap((text) => declared(new Source(text, parse(text), library)));
      parsed.set(name, places);
      return places;
    },
  };
  return library;
}

/** The one declaration of a text; for a variable the definition in it. */
function declared(source: Source): Place[] {
  const { top } = source;
  for (let node = top.node.firstChild; node; node = node.nextSibling) {
    if (node.name.endsWith("Comment")) continue;
    const inner = node.name === "AmbientDeclaration" ? node.lastChild! : node;
    const place = move(top, inner);
    if (inner.name !== "VariableDeclaration") return [place];
    const definition = childOf(place, "VariableDefinition");
    return definition ? [definition] : [];
  }
  return [];
}
