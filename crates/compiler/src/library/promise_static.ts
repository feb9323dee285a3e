// The constructor Promise, ECMA-262 section 27.2.3.1. Both functions act on the promise, once.
function constructor(executor) {
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
