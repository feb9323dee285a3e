// JSON where code of the program has a say: replacers, revivers, `toJSON`, getters. ECMA-262 section 25.5.
class $JSON {
  static parse(text, reviver) {
    const unfiltered = JSON.parse(`${text}`);
    return __isCallable(reviver) ? __revive({ "": unfiltered }, "", reviver) : unfiltered;
  }
  static stringify(value, replacer, space) {
    const state = { replacer: undefined, allowed: undefined, gap: __gap(space), stack: [], path: [] };
    if (__isCallable(replacer)) state.replacer = replacer;
    else if (Array.isArray(replacer)) state.allowed = __allowed(replacer);
    return __serialize(state, { "": value }, "", "");
  }
}
function __revive(holder, key, reviver) {
  const value = holder[key];
  if (__isObject(value)) {
    if (Array.isArray(value)) {
      const length = __lengthOf(value);
      for (let i = 0; i < length; i++) __reviveProperty(value, `${i}`, reviver);
    } else {
      for (const name of Object.keys(value)) __reviveProperty(value, name, reviver);
    }
  }
  return reviver.call(holder, key, value);
}
function __reviveProperty(object, key, reviver) {
  const value = __revive(object, key, reviver);
  if (value === undefined) Reflect.deleteProperty(object, key);
  else Reflect.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
function __gap(space) {
  const kind = __kindOf(space);
  if (kind === "Number") space = +space;
  else if (kind === "String") space = `${space}`;
  if (typeof space === "number") return " ".repeat(Math.max(0, Math.min(10, __toInteger(space))));
  return typeof space === "string" ? space.slice(0, 10) : "";
}
function __allowed(replacer) {
  const allowed = [];
  const length = __lengthOf(replacer);
  for (let i = 0; i < length; i++) {
    const item = replacer[i];
    const kind = __kindOf(item);
    if (typeof item === "string" || typeof item === "number" || kind === "String" || kind === "Number") {
      const name = `${item}`;
      if (!allowed.includes(name)) __append(allowed, name);
    }
  }
  return allowed;
}
// SerializeJSONProperty.
function __serialize(state, holder, key, indent) {
  let value = holder[key];
  if (__isObject(value)) {
    const toJSON = value.toJSON;
    if (__isCallable(toJSON)) value = toJSON.call(value, key);
  }
  if (state.replacer !== undefined) value = state.replacer.call(holder, key, value);
  const kind = __kindOf(value);
  if (kind === "Number") value = +value;
  else if (kind === "String") value = `${value}`;
  else if (kind === "Boolean") value = Boolean.prototype.valueOf.call(value);
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return Number.isFinite(value) ? `${value}` : "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object") return undefined;
  if (state.stack.includes(value)) __circular(state, value, key);
  __append(state.stack, value);
  __append(state.path, key);
  const inner = indent + state.gap;
  const isArray = Array.isArray(value);
  const parts = [];
  if (isArray) {
    const length = __lengthOf(value);
    for (let i = 0; i < length; i++) {
      const part = __serialize(state, value, `${i}`, inner);
      __append(parts, part === undefined ? "null" : part);
    }
  } else {
    const names = state.allowed === undefined ? Object.keys(value) : state.allowed;
    for (const name of names) {
      const part = __serialize(state, value, name, inner);
      if (part !== undefined) __append(parts, `${JSON.stringify(name)}:${state.gap === "" ? "" : " "}${part}`);
    }
  }
  state.stack.pop();
  state.path.pop();
  const open = isArray ? "[" : "{";
  const close = isArray ? "]" : "}";
  if (parts.length === 0) return open + close;
  if (state.gap === "") return open + parts.join(",") + close;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}
// V8 tells the circle: where it starts, the first and the last step, and what closes it.
function __circular(state, value, key) {
  const start = state.stack.indexOf(value);
  const name = (object) => `object with constructor '${__show(object).slice(2, -1)}'`;
  const step = (at) => (Array.isArray(state.stack[at]) ? "index" : "property");
  const told = (at, text) => (step(at) === "index" ? `index ${text}` : `property '${text}'`);
  let message = `Converting circular structure to JSON\n    --> starting at ${name(value)}`;
  const last = state.stack.length - 1;
  for (let at = start + 1; at <= last; at++) {
    if (at === start + 1 || at === last) {
      message += `\n    |     ${told(at - 1, state.path[at])} -> ${name(state.stack[at])}`;
    } else if (at === start + 2) {
      message += "\n    |     ...";
    }
  }
  __typeError(`${message}\n    --- ${told(last, key)} closes the circle`);
}
