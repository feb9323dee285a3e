// Iterators that compiled code asks for, ECMA-262 section 7.4, and those of async generators, sections 27.1 and 27.6.
function __syncIterator(iterable) {
  if (iterable === undefined || iterable === null || !__isCallable(iterable[Symbol.iterator])) {
    __notIterable(iterable);
  }
  const iterator = iterable[Symbol.iterator]();
  if (!__isObject(iterator)) __typeError("Result of the Symbol.iterator method is not an object");
  return iterator;
}
function __asyncIterator(iterable) {
  if (iterable === undefined || iterable === null) __typeError(`${iterable} is not async iterable`);
  const method = iterable[Symbol.asyncIterator];
  if (method === undefined || method === null) {
    // The method is read once, which a getter can see.
    const sync = iterable[Symbol.iterator];
    if (!__isCallable(sync)) __typeError(`${__show(iterable)} is not async iterable`);
    const iterator = sync.call(iterable);
    if (!__isObject(iterator)) __typeError("Result of the Symbol.iterator method is not an object");
    return __fromSyncIterator(iterator);
  }
  if (!__isCallable(method)) __typeError(`${__show(iterable)} is not async iterable`);
  const iterator = method.call(iterable);
  if (!__isObject(iterator)) __typeError("Result of the Symbol.asyncIterator method is not an object");
  return iterator;
}
// CreateAsyncFromSyncIterator: the value of a result is awaited before it is handed on.
function __fromSyncIterator(iterator) {
  const nextMethod = iterator.next;
  return {
    async next(...sent) {
      const result = nextMethod.apply(iterator, sent);
      if (!__isObject(result)) __typeError(`Iterator result ${__show(result)} is not an object`);
      const done = !!result.done;
      return { value: await result.value, done };
    },
    async return(...sent) {
      const method = iterator.return;
      if (method === undefined || method === null) return { value: sent[0], done: true };
      const result = method.apply(iterator, sent);
      if (!__isObject(result)) __typeError(`Iterator result ${__show(result)} is not an object`);
      const done = !!result.done;
      return { value: await result.value, done };
    },
    async throw(...sent) {
      const method = iterator.throw;
      // ES2022 and V8: nothing is closed, which later editions changed.
      if (method === undefined || method === null) throw sent[0];
      const result = method.apply(iterator, sent);
      if (!__isObject(result)) __typeError(`Iterator result ${__show(result)} is not an object`);
      const done = !!result.done;
      return { value: await result.value, done };
    },
  };
}
// Every request drives the generator itself, in the lane that awaits it. The queue holds the promises that those requests
// await that came meanwhile; it is `undefined` while the generator is idle.
class $AsyncGenerator {
  async next(value) {
    const request = __request(this, "next", 0, value);
    while (__proceed(request)) {
      try {
        __answer(request, 0, await request.awaited);
      } catch (error) {
        __answer(request, 1, error);
      }
    }
    return request.value;
  }
  async return(value) {
    const request = __request(this, "return", 2, value);
    while (__proceed(request)) {
      try {
        __answer(request, 0, await request.awaited);
      } catch (error) {
        __answer(request, 1, error);
      }
    }
    return request.value;
  }
  async throw(exception) {
    const request = __request(this, "throw", 1, exception);
    while (__proceed(request)) {
      try {
        __answer(request, 0, await request.awaited);
      } catch (error) {
        __answer(request, 1, error);
      }
    }
    return request.value;
  }
}
// A request: `mode` and `value` are what the generator is resumed with next, `awaited` is what comes before that.
function __request(generator, method, mode, value) {
  if (__generatorState(generator) === undefined) {
    __typeError(`Method [AsyncGenerator].prototype.${method} called on incompatible receiver ${__show(generator)}`);
  }
  const queue = __generatorQueue(generator);
  let turn;
  if (queue === undefined) __setGeneratorQueue(generator, []);
  else queue.push((turn = __newPromise()));
  return { generator, mode, value, turn, awaited: turn, isReturn: false };
}
// Whether something is to be awaited; otherwise `value` is the answer, and the next request has its turn.
function __proceed(request) {
  const { generator, mode, value } = request;
  if (request.turn !== undefined) return true;
  if (request.isReturn) {
    __nextRequest(generator);
    if (mode === 1) throw value;
    request.value = { value, done: true };
    return false;
  }
  const state = __generatorState(generator);
  if (mode === 2 && (state === "suspended-start" || state === "completed")) {
    // AsyncGeneratorAwaitReturn: there is nothing to be resumed.
    __resumeGenerator(generator, 2, undefined);
    request.isReturn = true;
    request.awaited = value;
    return true;
  }
  let step;
  try {
    step = __resumeGenerator(generator, mode, value);
  } catch (error) {
    __nextRequest(generator);
    throw error;
  }
  if (step.done === undefined) {
    request.awaited = step.value;
    return true;
  }
  __nextRequest(generator);
  request.value = step;
  return false;
}
// What was awaited is there.
function __answer(request, mode, value) {
  if (request.turn !== undefined) {
    request.turn = undefined;
    return;
  }
  request.mode = mode;
  request.value = value;
}
function __nextRequest(generator) {
  const queue = __generatorQueue(generator);
  if (queue.length > 0) __grantTurn(queue.shift());
  else __setGeneratorQueue(generator, undefined);
}
