// Conversions of objects by code of the program, ECMA-262 section 7.1.1.
function __toPrimitive(input, hint) {
  const exotic = input[Symbol.toPrimitive];
  if (exotic !== undefined && exotic !== null) {
    if (!__isCallable(exotic)) __typeError(`${__show(exotic)} is not a function`);
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
// What an error message calls a value.
function __show(value) {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "symbol") return value.toString();
  if (typeof value === "function") return `${value.name}`;
  if (__isObject(value)) return Array.isArray(value) ? "[object Array]" : "#<Object>";
  return `${value}`;
}
