// Date.prototype, ECMA-262 section 21.4.4: conversions by methods of the program.
class $Date {
  toJSON() {
    const object = Object(this);
    const time = __primitiveOf(object, "number");
    if (typeof time === "number" && !Number.isFinite(time)) return null;
    return object.toISOString();
  }
  [Symbol.toPrimitive](hint) {
    return __ordinaryPrimitive(this, hint === "number");
  }
}
function __primitiveOf(object, hint) {
  const exotic = object[Symbol.toPrimitive];
  if (exotic === undefined || exotic === null) return __ordinaryPrimitive(object, hint === "number");
  return __toPrimitive(object, hint);
}
// OrdinaryToPrimitive.
function __ordinaryPrimitive(object, isNumber) {
  const first = isNumber ? object.valueOf : object.toString;
  if (__isCallable(first)) {
    const result = first.call(object);
    if (!__isObject(result)) return result;
  }
  const second = isNumber ? object.toString : object.valueOf;
  if (__isCallable(second)) {
    const result = second.call(object);
    if (!__isObject(result)) return result;
  }
  __typeError("Cannot convert object to primitive value");
}
