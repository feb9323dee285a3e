// Promise.prototype, ECMA-262 section 27.2.5.3: as many jobs as the standard has. The underscore is not part of the
// name: `finally` is a reserved word.
class $Promise {
  finally(this: any, onFinally) {
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
  constructor(executor) {
    if (!__isCallable(executor)) __typeError(`Promise resolver ${executor} is not a function`);
    const promise = __newPromise();
    const reject = __rejectFunction(promise);
    try {
      executor(__resolveFunction(promise), reject);
    } catch (error) {
      reject(error);
    }
    return promise;
  }
}
