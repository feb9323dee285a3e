// Which names a place of a program sees, and where each is declared. Owns scopes; the types behind the names are found
// elsewhere. A name is its definition: the node `VariableDefinition`, or for the library its declaration.
import { childOf, childrenOf, move, parentOf, remembered, textOf, type Place } from "./syntax";

const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration|Property|MethodType)$/;

/** The definitions in a pattern or parameter list, as deep as it goes. */
export function definitionsIn(place: Place): Place[] {
  if (place.node.name === "VariableDefinition") return [place];
  if (!/^(ObjectPattern|ArrayPattern|PatternProperty|ParamList|ImportGroup)$/.test(place.node.name)) return [];
  return childrenOf(place).flatMap(definitionsIn);
}

/** What a statement declares in the block that it stands in. */
function declaredBy(statement: Place): Place[] {
  switch (statement.node.name) {
    case "ExportDeclaration":
    case "AmbientDeclaration":
      return childrenOf(statement).flatMap(declaredBy);
    case "VariableDeclaration":
    case "ImportDeclaration":
    case "ForOfSpec":
    case "ForInSpec":
      return childrenOf(statement).flatMap(definitionsIn);
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "AmbientFunctionDeclaration": {
      const name = childOf(statement, "VariableDefinition");
      return name ? [name] : [];
    }
    case "EnumDeclaration": {
      const name = childOf(statement, "TypeDefinition");
      return name ? [name] : [];
    }
    case "ForSpec": {
      const inner = childOf(statement, "VariableDeclaration");
      return inner ? declaredBy(inner) : [];
    }
    default:
      return [];
  }
}

/** What a node declares for what is inside of it. */
function declaredIn(scope: Place): Place[] {
  return remembered(scope, "declared", [], () => {
    const { name } = scope.node;
    if (name === "Block" || name === "Script" || name === "SwitchBody") return childrenOf(scope).flatMap(declaredBy);
    if (name === "ForStatement") return childrenOf(scope).flatMap(declaredBy);
    if (name === "CatchClause") return childrenOf(scope).flatMap(definitionsIn);
    if (!FUNCTIONS.test(name) && name !== "ClassExpression") return [];
    const parameters = childOf(scope, "ParamList");
    const own = name.endsWith("Expression") ? childOf(scope, "VariableDefinition") : null;
    return [...(parameters ? definitionsIn(parameters) : []), ...(own ? [own] : [])];
  });
}

/** All definitions that a place sees in its program, the nearest first, none hidden by a nearer one. */
export function visible(place: Place): Map<string, Place> {
  const names = new Map<string, Place>();
  for (let scope: Place | null = place; scope; scope = parentOf(scope)) {
    for (const definition of declaredIn(scope)) {
      const name = textOf(definition);
      if (!names.has(name)) names.set(name, definition);
    }
  }
  return names;
}

/** Where the program declares a name that a place sees. */
export function lookUp(place: Place, name: string): Place | null {
  for (let scope: Place | null = place; scope; scope = parentOf(scope)) {
    const found = declaredIn(scope).find((definition) => textOf(definition) === name);
    if (found) return found;
  }
  return null;
}

/** The nearest function around a place that is no arrow, or the class body's initialiser: whose `this` it is. */
export function thisOwner(place: Place): Place | null {
  for (let node = place.node.parent; node; node = node.parent) {
    if (/^(FunctionDeclaration|FunctionExpression)$/.test(node.name)) return null;
    if (/^(MethodDeclaration|PropertyDeclaration|StaticBlock|Property)$/.test(node.name)) {
      const isMember = node.parent?.name === "ClassBody" || childOf(move(place, node), "ParamList") !== null;
      if (isMember) return move(place, node);
    }
  }
  return null;
}

/** The interfaces, classes, aliases and enumerations of this name that a place can mean. */
export function typeDeclarations(place: Place, name: string): Place[] {
  const own = remembered(place.source.top, "types", new Map<string, Place[]>(), () => {
    const found = new Map<string, Place[]>();
    place.source.tree.iterate({
      enter({ name: kind, node }) {
        if (!/^(InterfaceDeclaration|ClassDeclaration|TypeAliasDeclaration|EnumDeclaration)$/.test(kind)) return;
        const declaration = move(place, node);
        const definition = childOf(declaration, "TypeDefinition", "VariableDefinition");
        if (!definition) return;
        const there = found.get(textOf(definition));
        if (there) there.push(declaration);
        else found.set(textOf(definition), [declaration]);
      },
    });
    return found;
  }).get(name);
  if (own) return own;
  const isType = ({ node }: Place) => /^(InterfaceDeclaration|ClassDeclaration|TypeAliasDeclaration)$/.test(node.name);
  return place.source.library.places(name).filter(isType);
}
