// What calls the program's functions under a limit of some kind. All state is the machines': each asks its object by one
// call what to do, and tells it by one call how it went.
class $AdaptiveConcurrency {
  async execute(this: any, fn, options?) {
    __callable(fn, "execute");
    await __adaptiveAcquire(this, options);
    let result;
    try {
      result = await fn();
    } catch (error) {
      __adaptiveFinish(this, true, error);
      throw error;
    }
    __adaptiveFinish(this, false);
    return result;
  }
}
class $CircuitBreaker {
  async fire(this: any, ...args) {
    const admitted = __breakerAdmit(this);
    const ticket = __isArray(admitted) ? admitted[0] : admitted;
    if (ticket < 0) {
      const isOpen = ticket === -1;
      const error = isOpen ? __breakerError("Breaker is open", "EOPENBREAKER") : __breakerError("Semaphore locked", "ESEMLOCKED");
      __breakerTell(this, admitted, error, args);
      return await __fallback(this, error, args);
    }
    __breakerTell(this, admitted, undefined, args);
    let result;
    let late;
    try {
      const timeout = __breakerPart(this, 3);
      if (timeout !== false) {
        late = __timeoutError(`Timed out after ${timeout}ms`);
        late.code = "ETIMEDOUT";
      }
      const action = __breakerPart(this, 0);
      result = timeout === false ? await action(...args) : await __limited(__action(action, args), timeout, late);
    } catch (error) {
      const filter = __breakerPart(this, 2);
      if (filter !== undefined && filter(error, ...args)) {
        __breakerTell(this, __breakerFinish(this, ticket, 0), error, args);
        throw error;
      }
      const isLate = late !== undefined && error === late;
      __breakerTell(this, __breakerFinish(this, ticket, isLate ? 2 : 1, error), error, args);
      if (__isCancellation(error)) throw error;
      return await __fallback(this, error, args);
    }
    __breakerTell(this, __breakerFinish(this, ticket, 0), result, args);
    return result;
  }
  open(this: any) {
    __breakerTell(this, __breakerSet(this, true));
  }
  close(this: any) {
    __breakerTell(this, __breakerSet(this, false));
  }
  get stats() {
    const counts = __breakerStats(this);
    return { fires: counts[0], failures: counts[1] };
  }
}
class $LoadShedder {
  async execute(this: any, fn, options?) {
    __callable(fn, "execute");
    await __shedderEnter(this, options);
    try {
      return await fn();
    } finally {
      __shedderLeave(this);
    }
  }
}
class $Autoscaler {
  async evaluate(this: any) {
    const metric = __autoscalerMetric(this);
    if (metric === undefined) throw new Error("evaluate() takes its measurement from the option metric, which is not there");
    return this.observe(await metric());
  }
}
// A native hands over to these, which cannot be asynchronous themselves.
class $globalThis {
  static retry(fn, options?) {
    return __retry(fn, options);
  }
  static withTimeout(work, ms, message?) {
    return __withTimeout(work, ms, message);
  }
  static hedge(work, options?) {
    return __hedge(work, options);
  }
}
async function __retry(fn, options?) {
  __callable(fn, "retry");
  const given = options === undefined ? {} : options;
  const { retries = 10, minTimeout = 1000, maxTimeout = Infinity, factor = 2, jitter = "none" } = given;
  const { budget, signal, shouldRetry, onFailedAttempt } = given;
  if (retries !== Infinity && !(Number.isInteger(retries) && retries >= 0)) {
    throw new RangeError(`retry: retries must be a whole number of at least 0, or Infinity, not ${__show(retries)}`);
  }
  __backoff(minTimeout, maxTimeout, factor, jitter);
  let last;
  if (budget !== undefined) budget.deposit();
  for (let attempt = 1; ; attempt++) {
    if (signal !== undefined) signal.throwIfAborted();
    try {
      return await fn(attempt);
    } catch (error) {
      if (__isCancellation(error)) throw error;
      const context = { error, attemptNumber: attempt, retriesLeft: retries - attempt + 1 };
      if (onFailedAttempt !== undefined) await onFailedAttempt(context);
      if (attempt > retries) throw error;
      if (shouldRetry !== undefined && !(await shouldRetry(context))) throw error;
      if (budget !== undefined && !budget.tryWithdraw()) throw error;
      last = __backoff(minTimeout, maxTimeout, factor, jitter, attempt - 1, last);
      await sleep(last, { signal });
    }
  }
}
async function __withTimeout(work, ms, message = "Operation timed out") {
  __time(ms, "withTimeout");
  const error = __timeoutError(message);
  if (!__isCallable(work)) return await __limited(work, ms, error);
  const controller = new AbortController();
  try {
    return await __limited(work(controller.signal), ms, error);
  } catch (thrown) {
    if (thrown === error) controller.abort(error);
    throw thrown;
  }
}
async function __hedge(work, options?) {
  const given = options === undefined ? {} : options;
  const several = __isArray(work);
  const { delayMs = 0, max = several ? work.length : 2 } = given;
  __time(delayMs, "hedge");
  if (!(Number.isInteger(max) && max >= 1) || (several && max > work.length)) {
    throw new RangeError(`hedge: max must be a whole number of at least 1${several ? ` and at most ${work.length}` : ""}, not ${__show(max)}`);
  }
  for (const fn of several ? work : [work]) __callable(fn, "hedge");
  const stops = [];
  const errors = [];
  let open = [];
  let winner;
  try {
    while (winner === undefined) {
      if (stops.length < max) {
        const stop = new AbortController();
        const at = stops.length;
        __append(stops, stop);
        __append(open, { at, outcome: __hedged(several ? work[at] : work, stop.signal, at) });
      }
      if (open.length === 0) throw new AggregateError(errors, `hedge: all ${max} attempts failed`);
      const pause = stops.length < max ? __expire(delayMs) : undefined;
      const outcomes = open.map((attempt) => attempt.outcome);
      if (pause !== undefined) __append(outcomes, pause);
      const first = await __firstOf(outcomes, pause);
      if (first === undefined) continue;
      if (first.failed) {
        __append(errors, first.error);
        open = open.filter((attempt) => attempt.at !== first.at);
      } else {
        winner = first;
      }
    }
    return winner.value;
  } finally {
    for (const attempt of open) {
      if (winner === undefined || attempt.at !== winner.at) stops[attempt.at].abort();
    }
  }
}
function __callable(fn, name) {
  if (!__isCallable(fn)) __typeError(`${name} takes a function to call, not ${__show(fn)}`);
}
function __time(ms, name) {
  if (typeof ms !== "number" || !(ms >= 0)) {
    throw new RangeError(`${name} takes a number of milliseconds that is not negative, not ${__show(ms)}`);
  }
}
function __timeoutError(message) {
  const error = new Error(message);
  __hide(error, "name", "TimeoutError");
  return error;
}
// Waits for a promise, but not for longer; what it does later is nobody's concern.
async function __limited(promise, ms, error) {
  const expiry = __expire(ms, error);
  return await __firstOf([promise, expiry], expiry);
}
// Like `Promise.race`; the time limit among them is over with it.
async function __firstOf(promises, expiry) {
  try {
    return await Promise.race(promises);
  } finally {
    if (expiry !== undefined) __forget(expiry);
  }
}
async function __hedged(fn, signal, at) {
  try {
    return { at, failed: false, value: await fn(signal, at) };
  } catch (error) {
    return { at, failed: true, error };
  }
}
function __action(action, args) {
  return action(...args);
}
// Calls those who listen to what has just happened: the machine has said which. `value` is the result or the error.
function __breakerTell(breaker, told, value?, args?) {
  if (!__isArray(told)) return;
  for (let at = 1; at < told.length; at += 3) {
    const event = told[at];
    const number = told[at + 1];
    let given = [];
    if (event === "fire") given = [args];
    else if (event === "success" || event === "semaphoreLocked") given = [value, number];
    else if (event === "failure" || event === "timeout") given = [value, number, args];
    else if (event === "reject") given = [value];
    else if (event === "fallback") given = [value, args];
    else if (event === "halfOpen") given = [number];
    __apply(told[at + 2], breaker, given);
  }
}
function __breakerError(message, code) {
  const error = new Error(message);
  error.code = code;
  return error;
}
async function __fallback(breaker, error, args) {
  const fallback = __breakerPart(breaker, 1);
  if (fallback === undefined) throw error;
  const told = __breakerTold(breaker);
  if (told === undefined) return await fallback(...args, error);
  const result = fallback(...args, error);
  __breakerTell(breaker, told, result, error);
  return await result;
}
