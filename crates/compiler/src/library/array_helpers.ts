// What the methods of arrays have in common: making arrays of the right class, flattening.
function __arrayCreate(length) {
  if (length > 4294967295) throw new RangeError("Invalid array length");
  const result = [];
  result.length = length;
  return result;
}
// ArraySpeciesCreate.
function __speciesCreate(original, length) {
  if (__isPlainArray(original)) {
    const result = [];
    result.length = length;
    return result;
  }
  if (!Array.isArray(original)) return __arrayCreate(length);
  let constructor = original.constructor;
  if (__isObject(constructor)) {
    constructor = constructor[Symbol.species];
    if (constructor === null) constructor = undefined;
  }
  if (constructor === undefined) return __arrayCreate(length);
  if (!__isConstructor(constructor)) __typeError("object.constructor[Symbol.species] is not a constructor");
  return new constructor(length);
}
function __isSpreadable(value) {
  if (!__isObject(value)) return false;
  const spreadable = value[Symbol.isConcatSpreadable];
  return spreadable !== undefined ? !!spreadable : Array.isArray(value);
}
function __flatten(target, source, length, start, depth, mapper, thisArg) {
  let to = start;
  for (let k = 0; k < length; k++) {
    if (k in source) {
      const value = mapper === undefined ? source[k] : mapper.call(thisArg, source[k], k, source);
      if (depth > 0 && Array.isArray(value)) {
        to = __flatten(target, value, __lengthOf(value), to, depth - 1, undefined, undefined);
      } else {
        if (to >= 9007199254740991) __typeError("Invalid array length");
        __define(target, to++, value);
      }
    }
  }
  return to;
}
function __checkCompare(compare) {
  if (compare !== undefined && !__isCallable(compare)) {
    __typeError("The comparison function must be either a function or undefined");
  }
}
// Puts a value at the end of a list of the library's own, whatever the program has made of `push` and of what arrays inherit.
function __append(list, value) {
  __define(list, list.length, value);
}
