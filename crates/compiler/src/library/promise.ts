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
    const react = (next, once, capability) => next.then(once((value) => value), capability.reject);
    return __combine(this, "Promise.all", iterable, react, ({ resolve }, values) => resolve(values));
  }
  static allSettled(iterable) {
    const fulfilled = (value) => ({ status: "fulfilled", value });
    const rejected = (reason) => ({ status: "rejected", reason });
    const react = (next, once) => next.then(once(fulfilled), once(rejected));
    return __combine(this, "Promise.allSettled", iterable, react, ({ resolve }, values) => resolve(values));
  }
  static any(iterable) {
    const react = (next, once, capability) => next.then(capability.resolve, once((error) => error));
    return __combine(this, "Promise.any", iterable, react, ({ reject }, errors) => {
      reject(new AggregateError(errors, "All promises were rejected"));
    });
  }
  static race(iterable) {
    const { promise, resolve, reject } = __capability(this, "Promise.race");
    try {
      const toPromise = __promiseResolve(this);
      for (const item of __eachOf(iterable)) toPromise.call(this, item).then(resolve, reject);
    } catch (error) {
      reject(error);
    }
    return promise;
  }
  static resolve(value) {
    if (!__isObject(this)) __typeError("PromiseResolve called on non-object");
    return __resolveWith(this, value);
  }
  static reject(reason) {
    const { promise, reject } = __capability(this, "PromiseReject");
    reject(reason);
    return promise;
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
// What `all`, `allSettled` and `any` have in common: a result for each item, and `finish` when all are there. `react` asks
// for the outcome of one; a function that `once` makes notes a result, the first time that one of an item's is called.
function __combine(constructor, method, iterable, react, finish) {
  const capability = __capability(constructor, method);
  const { promise, reject } = capability;
  try {
    const toPromise = __promiseResolve(constructor);
    const results = [];
    let remaining = 1;
    let index = 0;
    for (const item of __eachOf(iterable)) {
      const at = index++;
      __append(results, undefined);
      remaining++;
      let isCalled = false;
      const once = (resultOf) => (value) => {
        if (isCalled) return;
        isCalled = true;
        results[at] = resultOf(value);
        if (--remaining === 0) finish(capability, results);
      };
      react(toPromise.call(constructor, item), once, capability);
    }
    if (--remaining === 0) finish(capability, results);
  } catch (error) {
    reject(error);
  }
  return promise;
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
  const { promise, resolve } = __capability(constructor, "PromiseResolve");
  resolve(value);
  return promise;
}
function __promiseToAwait(value) {
  return __resolveWith(Promise, value);
}
function __eachOf(iterable) {
  if (iterable === undefined || iterable === null || !__isCallable(iterable[Symbol.iterator])) __notIterable(iterable);
  return iterable;
}
