// Conversions and checks that the standard has in its sections 7.1 to 7.3.
function __toPrimitive(input, hint) {
  const exotic = input[Symbol.toPrimitive];
  if (exotic !== undefined && exotic !== null) {
    if (!__isCallable(exotic)) __typeError(`${__kindText(exotic)} is not a function`);
    const result = exotic.call(input, hint);
    if (!__isObject(result)) return result;
    __typeError("Cannot convert object to primitive value");
  }
  const first = hint === "string" ? input.toString : input.valueOf;
  if (__isCallable(first)) {
    const result = first.call(input);
    if (!__isObject(result)) return result;
  }
  const second = hint === "string" ? input.valueOf : input.toString;
  if (__isCallable(second)) {
    const result = second.call(input);
    if (!__isObject(result)) return result;
  }
  __typeError("Cannot convert object to primitive value");
}
function __isObject(value) {
  return typeof value === "object" ? value !== null : typeof value === "function";
}
function __toObject(value, method?) {
  if (value === undefined || value === null) {
    const isNamed = method !== undefined;
    __typeError(isNamed ? `${method} called on null or undefined` : "Cannot convert undefined or null to object");
  }
  return typeof value === "object" ? value : Object(value);
}
// ToIntegerOrInfinity.
function __toInteger(value) {
  const number = Math.trunc(+value);
  return number === number ? number + 0 : 0;
}
function __toLength(value) {
  const length = __toInteger(value);
  return length <= 0 ? 0 : Math.min(length, 9007199254740991);
}
function __lengthOf(object) {
  return __toLength(object.length);
}
// An index as `slice` and its like take it: negative ones count from the end.
function __relative(value, length) {
  const relative = __toInteger(value);
  return relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length);
}
function __getMethod(value, key) {
  const method = value[key];
  if (method === undefined || method === null) return undefined;
  if (!__isCallable(method)) __notCallable(method);
  return method;
}
function __notCallable(value) {
  __typeError(`${__show(value)} is not a function`);
}
// What V8 says of a value for which it has no words of the source.
function __kindText(value) {
  const kind = typeof value;
  if (typeof value === "string") return `string "${value}"`;
  return value === null || kind === "number" || kind === "boolean" ? `${kind} ${value}` : kind;
}
function __notIterable(value) {
  __typeError(`${__kindText(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`);
}
// SpeciesConstructor.
function __speciesConstructor(object, fallback) {
  const constructor = object.constructor;
  if (constructor === undefined) return fallback;
  if (!__isObject(constructor)) __typeError("The .constructor property is not an object");
  const species = constructor[Symbol.species];
  if (species === undefined || species === null) return fallback;
  if (!__isConstructor(species)) __typeError("object.constructor[Symbol.species] is not a constructor");
  return species;
}
