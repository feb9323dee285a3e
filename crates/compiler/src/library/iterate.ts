// Iterators that compiled code asks for, ECMA-262 section 7.4, and those of async generators, sections 27.1 and 27.6.
function __syncIterator(iterable) {
  if (iterable === undefined || iterable === null || !__isCallable(iterable[Symbol.iterator])) {
    __typeError(`${__show(iterable)} is not iterable`);
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
      if (method === undefined || method === null) {
        const close = iterator.return;
        if (close !== undefined && close !== null) close.call(iterator);
        __typeError("The iterator does not provide a 'throw' method");
      }
      const result = method.apply(iterator, sent);
      if (!__isObject(result)) __typeError(`Iterator result ${__show(result)} is not an object`);
      const done = !!result.done;
      return { value: await result.value, done };
    },
  };
}
// Every request drives the generator itself, in the lane that awaits it. The queue holds what resumes the requests that
// came meanwhile; it is `undefined` while the generator is idle.
class $AsyncGenerator {
  async next(value) {
    __checkAsyncGenerator(this, "next");
    const queue = __generatorQueue(this);
    if (queue !== undefined) await new Promise((resolve) => queue.push(resolve));
    else __setGeneratorQueue(this, []);
    let mode = 0;
    for (;;) {
      const step = __stepGenerator(this, mode, value);
      if (step.done !== undefined) {
        __nextRequest(this);
        return step;
      }
      try {
        value = await step.value;
        mode = 0;
      } catch (error) {
        value = error;
        mode = 1;
      }
    }
  }
  async return(value) {
    __checkAsyncGenerator(this, "return");
    const queue = __generatorQueue(this);
    if (queue !== undefined) await new Promise((resolve) => queue.push(resolve));
    else __setGeneratorQueue(this, []);
    let mode = 2;
    const state = __generatorState(this);
    if (state === "suspended-start" || state === "completed") {
      __resumeGenerator(this, 2, undefined);
      try {
        return { value: await value, done: true };
      } finally {
        __nextRequest(this);
      }
    }
    for (;;) {
      const step = __stepGenerator(this, mode, value);
      if (step.done !== undefined) {
        __nextRequest(this);
        return step;
      }
      try {
        value = await step.value;
        mode = 0;
      } catch (error) {
        value = error;
        mode = 1;
      }
    }
  }
  async throw(exception) {
    __checkAsyncGenerator(this, "throw");
    const queue = __generatorQueue(this);
    if (queue !== undefined) await new Promise((resolve) => queue.push(resolve));
    else __setGeneratorQueue(this, []);
    let value = exception;
    let mode = 1;
    for (;;) {
      const step = __stepGenerator(this, mode, value);
      if (step.done !== undefined) {
        __nextRequest(this);
        return step;
      }
      try {
        value = await step.value;
        mode = 0;
      } catch (error) {
        value = error;
        mode = 1;
      }
    }
  }
}
function __checkAsyncGenerator(generator, method) {
  if (__generatorState(generator) !== undefined) return;
  __typeError(`Method [AsyncGenerator].prototype.${method} called on incompatible receiver ${__show(generator)}`);
}
// Runs a generator up to its next `yield`, `await` or end; an error ends the request, and the next one has its turn.
function __stepGenerator(generator, mode, value) {
  try {
    return __resumeGenerator(generator, mode, value);
  } catch (error) {
    __nextRequest(generator);
    throw error;
  }
}
function __nextRequest(generator) {
  const queue = __generatorQueue(generator);
  if (queue.length > 0) queue.shift()();
  else __setGeneratorQueue(generator, undefined);
}
