// The constructor Object, ECMA-262 section 20.1.2.
class $Object {
  static groupBy(items, callback) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    const result = {};
    let i = 0;
    for (const item of items) {
      const key = callback(item, i);
      if (!(key in result)) result[key] = [];
      result[key].push(item);
      i++;
    }
    return result;
  }
}
