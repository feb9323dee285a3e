// Map and Map.prototype, ECMA-262 section 24.1.
class $Map {
  constructor(iterable) {
    const map = __adopt(new Map());
    const adder = map.set;
    if (!__isCallable(adder)) __typeError(`'${String(adder)}' returned for property 'set' of object '#<Map>' is not a function`);
    __addEntries(map, adder, iterable);
    return map;
  }
  static groupBy(items, callback) {
    if (items === undefined || items === null) __typeError(`${items} is not iterable`);
    if (!__isCallable(callback)) __typeError(`${__show(callback)} is not a function`);
    const map = new Map();
    let i = 0;
    for (const item of items) {
      const key = callback(item, i++);
      const group = map.get(key);
      if (group === undefined) map.set(key, [item]);
      else __define(group, group.length, item);
    }
    return map;
  }
  forEach(this: any, callback, ...rest) {
    const cursor = __entriesOf(this, false);
    if (!__isCallable(callback)) __typeError(`${__kindText(callback)} is not a function`);
    for (let entry = __nextEntry(cursor); entry !== undefined; entry = __nextEntry(cursor)) {
      callback.call(rest[0], entry[1], entry[0], this);
    }
  }
}
// AddEntriesFromIterable.
function __addEntries(target, adder, iterable) {
  for (const item of iterable) {
    if ((typeof item !== "object" || item === null) && typeof item !== "function") {
      __typeError(`Iterator value ${String(item)} is not an entry object`);
    }
    adder.call(target, item[0], item[1]);
  }
}
