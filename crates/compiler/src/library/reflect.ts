// Reflect and Function where code of the program has a say, ECMA-262 sections 28.1 and 20.2.
class $Reflect {
  static apply(target, receiver, list) {
    return __apply(target, receiver, __listFromArrayLike(list));
  }
  static construct(target, list, ...rest) {
    const items = __listFromArrayLike(list);
    return rest.length === 0 ? __construct(target, items) : __construct(target, items, rest[0]);
  }
  static defineProperty(target, key, attributes) {
    return __reflectDefineProperty(target, key, __attributes(target, key, __descriptor(attributes)));
  }
  static get(target, key, ...rest) {
    const receiver = rest.length === 0 ? target : rest[0];
    const property = __findProperty(target, key);
    if (property === undefined) return undefined;
    return property.get === undefined ? property.value : __apply(property.get, receiver, []);
  }
  static set(target, key, value, ...rest) {
    const receiver = rest.length === 0 ? target : rest[0];
    const property = __findProperty(target, key);
    __apply(property.set, receiver, [value]);
    return true;
  }
}
class $Function {
  apply(receiver, list) {
    return __apply(this, receiver, __listFromArrayLike(list));
  }
  bind(receiver, ...items) {
    const own = __getOwnPropertyDescriptor(this, "length");
    const length = own === undefined ? 0 : this.length;
    return __bind(this, receiver, items, length, this.name);
  }
}
// The property that an object has or inherits.
function __findProperty(object, key) {
  let at = object;
  while (at !== null) {
    const property = __getOwnPropertyDescriptor(at, key);
    if (property !== undefined) return property;
    at = __getPrototypeOf(at);
  }
  return undefined;
}
// CreateListFromArrayLike.
function __listFromArrayLike(list) {
  if (!__isObject(list)) __typeError("CreateListFromArrayLike called on non-object");
  let length = +list.length;
  if (!(length >= 1)) length = 0;
  const items = [];
  for (let i = 0; i < length - (length % 1); i++) items[i] = list[i];
  return items;
}
