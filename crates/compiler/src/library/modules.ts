// What Node's modules `timers/promises` and `util` have that programs about concurrency use.
class $TimersPromises {
  static setTimeout(delay?, value?, options?) {
    return __promisedTimer((callback) => setTimeout(callback, delay), clearTimeout, value, options);
  }
  static setImmediate(value?, options?) {
    return __promisedTimer((callback) => setImmediate(callback), clearImmediate, value, options);
  }
  static setInterval(delay?, value?, options?) {
    const signal = options === undefined || options === null ? undefined : options.signal;
    const ticks = async function* () {
      if (signal !== undefined && signal.aborted) throw __operationAborted(signal.reason);
      let due = 0;
      let wake = undefined;
      const turn = () => {
        if (wake !== undefined) wake();
        wake = undefined;
      };
      const interval = setInterval(() => {
        due++;
        turn();
      }, delay);
      if (signal !== undefined) signal.addEventListener("abort", turn, { once: true });
      try {
        while (signal === undefined || !signal.aborted) {
          if (due === 0) {
            await new Promise((resolve) => {
              wake = resolve;
            });
          }
          for (; due > 0; due--) yield value;
        }
        throw __operationAborted(signal.reason);
      } finally {
        clearInterval(interval);
        if (signal !== undefined) signal.removeEventListener("abort", turn);
      }
    };
    return ticks();
  }
}
class $Util {
  static promisify(original) {
    if (!__isCallable(original)) {
      const message = `The "original" argument must be of type function. Received ${__received(original)}`;
      throw __coded(new TypeError(message), "ERR_INVALID_ARG_TYPE");
    }
    if (original === setTimeout) return __timersPromises.setTimeout;
    if (original === setImmediate) return __timersPromises.setImmediate;
    const custom = original[Symbol.for("nodejs.util.promisify.custom")];
    if (custom !== undefined) return custom;
    const promised = function (...args) {
      return new Promise((resolve, reject) => {
        original.call(this, ...args, (error, ...values) => {
          if (error) reject(error);
          else resolve(values[0]);
        });
      });
    };
    Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
    return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
  }
  static inspect(value?, options?) {
    const given = __isObject(options) ? options : {};
    const amount = (wanted, usual) => (wanted === undefined ? usual : wanted === null ? Infinity : +wanted);
    const depth = amount(given.depth, 2);
    return __inspect(value, depth, amount(given.maxArrayLength, 100), amount(given.breakLength, 80), !!given.showHidden);
  }
  static format(...values) {
    return __format(...values);
  }
  static inherits(constructor, parent) {
    Object.defineProperty(constructor, "super_", { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  }
}
function __operationAborted(reason) {
  const error = new Error("The operation was aborted", { cause: reason });
  error.code = "ABORT_ERR";
  error.name = "AbortError";
  return error;
}
function __promisedTimer(start, stop, value, options) {
  const signal = options === undefined || options === null ? undefined : options.signal;
  const isRefed = options === undefined || options === null || options.ref !== false;
  if (signal !== undefined && signal.aborted) return Promise.reject(__operationAborted(signal.reason));
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      stop(timer);
      reject(__operationAborted(signal.reason));
    };
    const timer = start(() => {
      if (signal !== undefined) signal.removeEventListener("abort", onAbort);
      resolve(value);
    });
    if (!isRefed) timer.unref();
    if (signal !== undefined) signal.addEventListener("abort", onAbort, { once: true });
  });
}
