// Error and its kinds, ECMA-262 section 20.5: where the options have a getter, or the errors come from an iterable of the
// program's own.
class $Error {
  constructor(message, options) {
    return __installCause(__adopt(new Error(message)), options);
  }
  toString() {
    if (!__isObject(this)) {
      __typeError(`Error.prototype.toString requires that 'this' be a JSReceiver, not ${__show(this)}`);
    }
    const given = this.name;
    const name = given === undefined ? "Error" : `${given}`;
    const told = this.message;
    const message = told === undefined ? "" : `${told}`;
    if (name === "") return message;
    return message === "" ? name : `${name}: ${message}`;
  }
}
class $TypeError {
  constructor(message, options) {
    return __installCause(__adopt(new TypeError(message)), options);
  }
}
class $RangeError {
  constructor(message, options) {
    return __installCause(__adopt(new RangeError(message)), options);
  }
}
class $ReferenceError {
  constructor(message, options) {
    return __installCause(__adopt(new ReferenceError(message)), options);
  }
}
class $SyntaxError {
  constructor(message, options) {
    return __installCause(__adopt(new SyntaxError(message)), options);
  }
}
class $EvalError {
  constructor(message, options) {
    return __installCause(__adopt(new EvalError(message)), options);
  }
}
class $URIError {
  constructor(message, options) {
    return __installCause(__adopt(new URIError(message)), options);
  }
}
class $AggregateError {
  constructor(errors, message, options) {
    const error = __installCause(__adopt(new AggregateError([], message)), options);
    __defineProperty(error, "errors", { value: [...errors], writable: true, enumerable: false, configurable: true });
    return error;
  }
}
function __installCause(error, options) {
  if (__isObject(options) && "cause" in options) {
    __defineProperty(error, "cause", { value: options.cause, writable: true, enumerable: false, configurable: true });
  }
  return error;
}
