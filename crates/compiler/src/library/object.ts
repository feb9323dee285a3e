// Object where code of the program has a say, ECMA-262 section 20.1.
class $Object {
  static assign(target, ...sources) {
    const to = __toObject(target);
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i];
      if (source === undefined || source === null) continue;
      const from = __toObject(source);
      const keys = __ownKeys(from);
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at];
        const property = __getOwnPropertyDescriptor(from, key);
        if (property !== undefined && property.enumerable) to[key] = from[key];
      }
    }
    return to;
  }
  static create(prototype, properties) {
    return __defineProperties(__create(prototype), properties);
  }
  static defineProperties(object, properties) {
    return __defineProperties(object, properties);
  }
  static defineProperty(object, key, attributes) {
    return __defineProperty(object, key, __attributes(object, key, __descriptor(attributes)));
  }
  static entries(object) {
    return __enumerableOwn(object, (key, value) => [key, value]);
  }
  static fromEntries(entries) {
    const result = {};
    if (!__isCallable(entries[Symbol.iterator])) __notIterable(entries);
    for (const entry of entries) {
      if (!__isObject(entry)) __typeError(`Iterator value ${__show(entry)} is not an entry object`);
      const key = entry[0];
      const value = entry[1];
      __defineProperty(result, key, __dataProperty(value));
    }
    return result;
  }
  static groupBy(items, callback) {
    if (items === undefined || items === null) __typeError(`${items} is not iterable`);
    if (!__isCallable(callback)) __typeError(`${__show(callback)} is not a function`);
    const result = { __proto__: null };
    let i = 0;
    for (const item of items) {
      const key = __toPropertyKey(callback(item, i));
      const group = result[key];
      if (group === undefined) result[key] = [item];
      else group[group.length] = item;
      i++;
    }
    return result;
  }
  static values(object) {
    return __enumerableOwn(object, (_key, value) => value);
  }
  toLocaleString() {
    return this.toString();
  }
  toString() {
    const object = __toObject(this);
    const tag = object[Symbol.toStringTag];
    return `[object ${typeof tag === "string" ? tag : __builtinTag(object)}]`;
  }
}
// EnumerableOwnProperties.
function __enumerableOwn(object, select) {
  const source = __toObject(object);
  const keys = __ownKeys(source);
  const result = [];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof key !== "string") continue;
    const property = __getOwnPropertyDescriptor(source, key);
    if (property !== undefined && property.enumerable) result[result.length] = select(key, source[key]);
  }
  return result;
}
// ObjectDefineProperties.
function __defineProperties(object, properties) {
  const source = __toObject(properties);
  const keys = __ownKeys(source);
  const described = [];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    const property = __getOwnPropertyDescriptor(source, key);
    if (property !== undefined && property.enumerable) {
      described[described.length] = { key, attributes: __descriptor(source[key]) };
    }
  }
  for (let at = 0; at < described.length; at++) {
    const key = described[at].key;
    __defineProperty(object, key, __attributes(object, key, described[at].attributes));
  }
  return object;
}
// ToPropertyDescriptor: the same attributes without anything that calls back.
function __descriptor(attributes) {
  if (!__isObject(attributes)) __typeError(`Property description must be an object: ${__show(attributes)}`);
  const result = { __proto__: null };
  if ("enumerable" in attributes) result.enumerable = attributes.enumerable;
  if ("configurable" in attributes) result.configurable = attributes.configurable;
  if ("value" in attributes) result.value = attributes.value;
  if ("writable" in attributes) result.writable = attributes.writable;
  if ("get" in attributes) {
    result.get = attributes.get;
    if (result.get !== undefined && !__isCallable(result.get)) {
      __typeError(`Getter must be a function: ${__show(result.get)}`);
    }
  }
  if ("set" in attributes) {
    result.set = attributes.set;
    if (result.set !== undefined && !__isCallable(result.set)) {
      __typeError(`Setter must be a function: ${__show(result.set)}`);
    }
  }
  return result;
}
// The attributes for a property of an object: of an array's length, the value is converted (ArraySetLength).
function __attributes(object, key, attributes) {
  if (key === "length" && __isObject(attributes.value) && __isArray(object)) {
    const length = attributes.value >>> 0;
    if (length !== +attributes.value) throw new RangeError("Invalid array length");
    attributes.value = length;
  }
  return attributes;
}
function __dataProperty(value) {
  return { __proto__: null, value, writable: true, enumerable: true, configurable: true };
}
