// Set.prototype, ECMA-262 section 24.2.4.
class $Set {
  forEach(this: any, callback, thisArg) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (const value of this) callback.call(thisArg, value, value, this);
  }
}
