// Promise, ECMA-262 section 27.2. Plain promises in plain arrays are the world's; the others are combined here, job for
// job as the standard has it.
class $Promise {
  constructor(executor) {
    if (!__isCallable(executor)) __typeError(`Promise resolver ${__show(executor)} is not a function`);
    const promise = __newPromise();
    const reject = __rejectFunction(promise);
    try {
      executor(__resolveFunction(promise), reject);
    } catch (error) {
      reject(error);
    }
    return promise;
  }
  static all(iterable) {
    const capability = __capability(this, "Promise.all");
    try {
      const values = [];
      let remaining = 1;
      let index = 0;
      const resolve = __promiseResolve(this);
      for (const item of __eachOf(iterable)) {
        const at = index++;
        values.push(undefined);
        let isCalled = false;
        remaining++;
        const next = resolve.call(this, item);
        next.then((value) => {
          if (isCalled) return;
          isCalled = true;
          values[at] = value;
          if (--remaining === 0) capability.resolve(values);
        }, capability.reject);
      }
      if (--remaining === 0) capability.resolve(values);
    } catch (error) {
      capability.reject(error);
    }
    return capability.promise;
  }
  static allSettled(iterable) {
    const capability = __capability(this, "Promise.allSettled");
    try {
      const values = [];
      let remaining = 1;
      let index = 0;
      const resolve = __promiseResolve(this);
      for (const item of __eachOf(iterable)) {
        const at = index++;
        values.push(undefined);
        let isCalled = false;
        remaining++;
        const next = resolve.call(this, item);
        const settle = (result) => {
          if (isCalled) return;
          isCalled = true;
          values[at] = result;
          if (--remaining === 0) capability.resolve(values);
        };
        next.then(
          (value) => settle({ status: "fulfilled", value }),
          (reason) => settle({ status: "rejected", reason }),
        );
      }
      if (--remaining === 0) capability.resolve(values);
    } catch (error) {
      capability.reject(error);
    }
    return capability.promise;
  }
  static any(iterable) {
    const capability = __capability(this, "Promise.any");
    try {
      const errors = [];
      let remaining = 1;
      let index = 0;
      const resolve = __promiseResolve(this);
      for (const item of __eachOf(iterable)) {
        const at = index++;
        errors.push(undefined);
        let isCalled = false;
        remaining++;
        const next = resolve.call(this, item);
        next.then(capability.resolve, (error) => {
          if (isCalled) return;
          isCalled = true;
          errors[at] = error;
          if (--remaining === 0) capability.reject(new AggregateError(errors, "All promises were rejected"));
        });
      }
      if (--remaining === 0) throw new AggregateError(errors, "All promises were rejected");
    } catch (error) {
      capability.reject(error);
    }
    return capability.promise;
  }
  static race(iterable) {
    const capability = __capability(this, "Promise.race");
    try {
      const resolve = __promiseResolve(this);
      for (const item of __eachOf(iterable)) resolve.call(this, item).then(capability.resolve, capability.reject);
    } catch (error) {
      capability.reject(error);
    }
    return capability.promise;
  }
  static resolve(value) {
    if (!__isObject(this)) __typeError("PromiseResolve called on non-object");
    return __resolveWith(this, value);
  }
  static reject(reason) {
    const capability = __capability(this, "PromiseReject");
    capability.reject(reason);
    return capability.promise;
  }
  static withResolvers() {
    return __capability(this, "Promise.withResolvers");
  }
  then(onFulfilled, onRejected) {
    if (!__isPromise(this)) {
      __typeError(`Method Promise.prototype.then called on incompatible receiver ${__show(this)}`);
    }
    const constructor = __speciesConstructor(this, Promise);
    if (constructor === Promise) return __then(this, onFulfilled, onRejected);
    const capability = __capability(constructor, "Promise.prototype.then");
    const { resolve, reject } = capability;
    const react = (handler, otherwise) => (value) => {
      try {
        if (!__isCallable(handler)) otherwise(value);
        else resolve(handler(value));
      } catch (error) {
        reject(error);
      }
    };
    __then(this, react(onFulfilled, resolve), react(onRejected, reject));
    return capability.promise;
  }
  catch(onRejected) {
    return this.then(undefined, onRejected);
  }
  finally(onFinally) {
    if (!__isObject(this)) __typeError("Promise.prototype.finally called on non-object");
    const constructor = __speciesConstructor(this, Promise);
    if (!__isCallable(onFinally)) return this.then(onFinally, onFinally);
    return this.then(
      (value) => {
        const result = onFinally();
        return __resolveWith(constructor, result).then(() => value);
      },
      (reason) => {
        const result = onFinally();
        return __resolveWith(constructor, result).then(() => {
          throw reason;
        });
      },
    );
  }
}
// NewPromiseCapability.
function __capability(constructor, method) {
  if (constructor === Promise) {
    const promise = __newPromise();
    return { promise, resolve: __resolveFunction(promise), reject: __rejectFunction(promise) };
  }
  if (!__isObject(constructor)) __typeError(`${method} called on non-object`);
  if (!__isConstructor(constructor)) __typeError(`${__show(constructor)} is not a constructor`);
  let resolve;
  let reject;
  const promise = new constructor((onFulfilled, onRejected) => {
    if (resolve !== undefined || reject !== undefined) {
      __typeError("Promise executor has already been invoked with non-undefined arguments");
    }
    resolve = onFulfilled;
    reject = onRejected;
  });
  if (!__isCallable(resolve) || !__isCallable(reject)) {
    __typeError("Promise resolve or reject function is not callable");
  }
  return { promise, resolve, reject };
}
// GetPromiseResolve.
function __promiseResolve(constructor) {
  const resolve = constructor.resolve;
  if (!__isCallable(resolve)) __typeError("Promise resolve or reject function is not callable");
  return resolve;
}
// PromiseResolve.
function __resolveWith(constructor, value) {
  if (__isPromise(value) && value.constructor === constructor) return value;
  const capability = __capability(constructor, "PromiseResolve");
  capability.resolve(value);
  return capability.promise;
}
function __promiseToAwait(value) {
  return __resolveWith(Promise, value);
}
function __eachOf(iterable) {
  if (iterable === undefined || iterable === null || !__isCallable(iterable[Symbol.iterator])) __notIterable(iterable);
  return iterable;
}
