// Bounded work: what calls the program's functions around the machines of the world, which keep all state.
class $globalThis {
  // p-limit: a function that runs others, so many at a time.
  static pLimit(concurrency) {
    const isObject = __isObject(concurrency);
    const most = isObject ? concurrency.concurrency : concurrency;
    const rejectOnClear = isObject && concurrency.rejectOnClear !== undefined ? concurrency.rejectOnClear : false;
    __checkConcurrency("pLimit", most);
    if (typeof rejectOnClear !== "boolean") __typeError("pLimit: rejectOnClear must be true or false");
    const machine = new __Limit(most);
    const limit = async (fn, ...args) => {
      await __limitEnter(machine);
      try {
        if (args.length === 0) return await fn();
        return await fn(...args);
      } finally {
        // p-limit wraps the function in another, which costs a microtask.
        const turn = __limitTurn(machine);
        if (turn !== undefined) await turn;
        __limitLeave(machine);
      }
    };
    Object.defineProperties(limit, {
      activeCount: { get: () => __limitActive(machine) },
      pendingCount: { get: () => __limitPending(machine) },
      concurrency: { get: () => __limitConcurrency(machine), set: (value) => __limitSetConcurrency(machine, value) },
      clearQueue: { value: () => __limitClear(machine, rejectOnClear ? __abortError() : undefined) },
      map: {
        value: async (iterable, fn) => await Promise.all(Array.from(iterable, (value, index) => limit(fn, value, index))),
      },
    });
    return limit;
  }
  static parallelMap(items, fn, options?) {
    return __parallelMap(items, fn, options);
  }
  static mapReduce(items, options) {
    return __mapReduce(items, options);
  }
  // Stages that work at the same time, with a channel before each: who is too fast waits for who is too slow.
  static pipeline(source, ...stages) {
    if (!__isObject(source) && typeof source !== "string") __typeError("pipeline takes something to iterate over");
    const last = stages[stages.length - 1];
    const options = stages.length > 0 && !__isCallable(last) && __isObject(last) ? stages.pop() : {};
    for (const stage of stages) if (!__isCallable(stage)) __typeError("pipeline: a stage is a function");
    if (stages.length === 0) __typeError("pipeline takes at least one stage");
    const { buffer = 1, workers = 1 } = options;
    if (!Number.isInteger(workers) || workers < 1) {
      throw new RangeError("pipeline: workers must be a whole number of at least 1");
    }
    let channel = new Channel(buffer);
    const lanes = [__source(source, channel)];
    for (let i = 0; i < stages.length; i++) {
      const next = new Channel(buffer);
      lanes.push(__stage(i + 1, stages[i], channel, next, workers));
      channel = next;
    }
    const end = Promise.all(lanes);
    end.catch(() => {});
    return __results(channel, end);
  }
  // A data loader: keys that are asked for one by one are loaded together.
  static batch(fn, options?) {
    if (!__isCallable(fn)) __typeError("batch takes a function of the keys of a batch");
    const key = __isObject(options) ? options.key : undefined;
    if (key !== undefined && !__isCallable(key)) __typeError("batch: key must be a function");
    const waits = __isObject(options) && options.maxWaitMs !== undefined;
    const machine = new __Batcher(options);
    const nameOf = (given) => (key === undefined ? given : key(given));
    const load = (given, options?) => {
      if (given === null || given === undefined) __typeError(`load() takes a key, not ${given}`);
      const [promise, opened] = __batchLoad(machine, nameOf(given), given, options);
      if (opened >= 0 && waits) __batch(opened, machine, fn, true);
      else if (opened >= 0) {
        Promise.resolve().then(() => process.nextTick(() => void __batch(opened, machine, fn, false)));
      }
      return promise;
    };
    const loader = {
      load,
      loadMany: (keys) => Promise.all(Array.from(keys, (given) => load(given).catch((error) => error))),
      clear(given) {
        __batchClear(machine, nameOf(given));
        return loader;
      },
      clearAll() {
        __batchClearAll(machine);
        return loader;
      },
      prime(given, value) {
        const isError = value instanceof Error;
        const promise = isError ? Promise.reject(value) : Promise.resolve(value);
        if (isError) promise.catch(() => {});
        __batchPrime(machine, nameOf(given), promise);
        return loader;
      },
    };
    return loader;
  }
}
// p-map, with chunks: results in the order of the items; after the first error nothing more is begun.
async function __parallelMap(items, fn, options) {
  if (!__isCallable(fn)) __typeError("parallelMap takes a function of an item");
  const chunks = await __inChunks("parallelMap", items, options, async (chunk, start) => {
    const results = [];
    for (let i = 0; i < chunk.length; i++) results.push(await fn(chunk[i], start + i));
    return results;
  });
  return chunks.flat();
}
// Each chunk is mapped and reduced by itself, then the results of the chunks in their order.
async function __mapReduce(items, options) {
  if (!__isObject(options) || !__isCallable(options.map) || !__isCallable(options.reduce)) {
    __typeError("mapReduce takes { map, reduce } with two functions");
  }
  const { map, reduce } = options;
  const parts = await __inChunks("mapReduce", items, options, async (chunk, start) => {
    let result = await map(chunk[0], start);
    for (let i = 1; i < chunk.length; i++) result = await reduce(result, await map(chunk[i], start + i));
    return result;
  });
  if ("initial" in options) parts.unshift(options.initial);
  if (parts.length === 0) __typeError("mapReduce of no items with no initial value");
  let result = parts[0];
  for (let i = 1; i < parts.length; i++) result = await reduce(result, parts[i]);
  return result;
}
function __checkConcurrency(name, value) {
  if (!(Number.isInteger(value) || value === Infinity) || value < 1) {
    __typeError(`${name}: concurrency must be a whole number of at least 1 or Infinity, not ${__show(value)}`);
  }
}
async function __inChunks(name, items, options, work) {
  const { concurrency = Infinity, chunkSize = 1 } = __isObject(options) ? options : {};
  __checkConcurrency(name, concurrency);
  if (!Number.isInteger(chunkSize) || chunkSize < 1) {
    throw new RangeError(`${name}: chunkSize must be a whole number of at least 1, not ${__show(chunkSize)}`);
  }
  const list = Array.from(items);
  const machine = new __Limit(concurrency);
  const chunks = [];
  for (let start = 0; start < list.length; start += chunkSize) {
    chunks.push(__chunk(start, list.slice(start, start + chunkSize), machine, work));
  }
  return await Promise.all(chunks);
}
async function __chunk(start, items, machine, work) {
  await __limitEnter(machine);
  try {
    return await work(items, start);
  } catch (error) {
    __limitClear(machine, error);
    throw error;
  } finally {
    __limitLeave(machine);
  }
}
// A closed channel ends whoever still wants to send: nobody is left to receive.
function __closeQuietly(channel) {
  try {
    channel.close();
  } catch {}
}
async function __sends(channel, value) {
  try {
    await channel.send(value);
    return true;
  } catch {
    return false;
  }
}
async function __source(source, output) {
  try {
    const isAsync = source[Symbol.asyncIterator] !== undefined;
    const iterator = isAsync ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    for (;;) {
      const step = await iterator.next();
      if (step.done) return;
      if (!(await __sends(output, await step.value))) {
        if (iterator.return !== undefined) await iterator.return();
        return;
      }
    }
  } finally {
    __closeQuietly(output);
  }
}
async function __stage(number, fn, input, output, workers) {
  try {
    if (workers === 1) await __stageWorker(number, fn, input, output);
    else await Promise.all(Array.from({ length: workers }, () => __stageWorker(number, fn, input, output)));
  } finally {
    __closeQuietly(output);
    __closeQuietly(input);
  }
}
async function __stageWorker(number, fn, input, output) {
  for (;;) {
    const value = await input.receive();
    if (value === undefined && input.closed && input.length === 0) return;
    if (!(await __sends(output, await fn(value)))) return;
  }
}
function __results(channel, end) {
  return {
    async next() {
      const value = await channel.receive();
      const done = value === undefined && channel.closed && channel.length === 0;
      if (done) await end;
      return { value, done };
    },
    async return(value?) {
      __closeQuietly(channel);
      return { value, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
// The lane of a batch: it waits until the batch is due, has it loaded, and hands the results out.
async function __batch(number, machine, fn, waits) {
  if (waits) await __batchDue(machine, number);
  const keys = __batchSend(machine, number);
  const count = keys.length;
  if (count === 0) {
    __batchLand(machine, number, keys, keys);
    return;
  }
  let results;
  try {
    results = await fn(keys);
    if (!Array.isArray(results)) __typeError(`the function of a batch returns an array, not ${__show(results)}`);
    if (results.length !== count) {
      __typeError(`the function of a batch returns one result for each key: ${count}, not ${results.length}`);
    }
  } catch (error) {
    __batchLand(machine, number, undefined, error);
    return;
  }
  __batchLand(machine, number, results, results.map((result) => result instanceof Error));
}
class $Bulkhead {
  async execute(this: any, fn, options?) {
    const turn = __bulkheadEnter(this, options);
    if (turn !== undefined) await turn;
    try {
      return await fn();
    } finally {
      __bulkheadLeave(this);
    }
  }
}
class $WorkerPool {
  run(this: any, fn, options?) {
    const result = __workerSubmit(this, fn, false, options);
    return result === undefined ? __callerRuns(fn) : result;
  }
  submit(this: any, fn, options?) {
    const accepted = __workerSubmit(this, fn, true, options);
    return accepted === undefined ? Promise.resolve({ result: __callerRuns(fn) }) : accepted;
  }
}
async function __callerRuns(job) {
  return await job();
}
// The lane of a worker. What became of a job is told with the request for the next.
async function __workerLoop(pool, number) {
  let outcome = 0;
  let value = undefined;
  for (;;) {
    const job = await __workerNext(pool, number, outcome, value);
    if (job === undefined) return;
    try {
      value = await job();
      outcome = 1;
    } catch (error) {
      value = error;
      outcome = 2;
    }
  }
}
