// WeakMap and WeakSet, ECMA-262 sections 24.3 and 24.4.
class $WeakMap {
  constructor(iterable) {
    const map = __adopt(new WeakMap());
    const adder = map.set;
    if (!__isCallable(adder)) __typeError(`'${String(adder)}' returned for property 'set' of object '#<WeakMap>' is not a function`);
    __addEntries(map, adder, iterable);
    return map;
  }
}
class $WeakSet {
  constructor(iterable) {
    const set = __adopt(new WeakSet());
    const adder = set.add;
    if (!__isCallable(adder)) __typeError(`'${String(adder)}' returned for property 'add' of object '#<WeakSet>' is not a function`);
    for (const item of iterable) adder.call(set, item);
    return set;
  }
}
