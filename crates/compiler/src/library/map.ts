// Map.prototype, ECMA-262 section 24.1.3.
class $Map {
  forEach(this: any, callback, thisArg) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (const [key, value] of this) callback.call(thisArg, value, key, this);
  }
}
