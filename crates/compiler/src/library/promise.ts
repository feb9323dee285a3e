// Promise.prototype, ECMA-262 section 27.2.5.3: as many jobs as the standard has. The underscore is not part of the
// name: `finally` is a reserved word.
function finally_(this: any, onFinally) {
  if (!__isCallable(onFinally)) return this.then(onFinally, onFinally);
  return this.then(
    (value) => {
      const result = onFinally();
      return Promise.resolve(result).then(() => value);
    },
    (reason) => {
      const result = onFinally();
      return Promise.resolve(result).then(() => {
        throw reason;
      });
    },
  );
}
