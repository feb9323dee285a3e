// Set and Set.prototype, ECMA-262 section 24.2.
class $Set {
  constructor(iterable) {
    const set = __adopt(new Set());
    const adder = set.add;
    if (!__isCallable(adder)) __typeError(`'${String(adder)}' returned for property 'add' of object '#<Set>' is not a function`);
    for (const item of iterable) adder.call(set, item);
    return set;
  }
  forEach(this: any, callback, ...rest) {
    const cursor = __entriesOf(this, true);
    if (!__isCallable(callback)) __typeError(`${__kindText(callback)} is not a function`);
    for (let entry = __nextEntry(cursor); entry !== undefined; entry = __nextEntry(cursor)) {
      callback.call(rest[0], entry[0], entry[0], this);
    }
  }
}
