// EventEmitter of Node's module `events`, with the properties that Node's has: those that print.
class $EventEmitter {
  constructor(options?) {
    const emitter = new.target === undefined ? this : Object.create(EventEmitter.prototype);
    if (emitter._events === undefined || emitter._events === Object.getPrototypeOf(emitter)._events) {
      emitter._events = { __proto__: null };
      emitter._eventsCount = 0;
    }
    emitter._maxListeners = emitter._maxListeners || undefined;
    emitter[Symbol.for("shapeMode")] = false;
    emitter[Symbol.for("kCapture")] = false;
    return emitter;
  }
  static once(emitter, name, options?) {
    const signal = options === undefined || options === null ? undefined : options.signal;
    if (signal !== undefined && signal.aborted) return Promise.reject(__operationAborted(signal.reason));
    const event = new Promise((resolve, reject) => {
      const isEmitter = typeof emitter.on === "function";
      const stop = () => {
        if (isEmitter) {
          emitter.removeListener(name, onEvent);
          emitter.removeListener("error", onError);
        } else {
          emitter.removeEventListener(name, onEvent);
        }
        if (signal !== undefined) signal.removeEventListener("abort", onAbort);
      };
      const onError = (error) => {
        stop();
        reject(error);
      };
      const onEvent = (...args) => {
        stop();
        resolve(args);
      };
      const onAbort = () => {
        stop();
        reject(__operationAborted(signal.reason));
      };
      if (isEmitter) {
        emitter.once(name, onEvent);
        if (name !== "error") emitter.once("error", onError);
      } else {
        emitter.addEventListener(name, onEvent, { once: true });
      }
      if (signal !== undefined) signal.addEventListener("abort", onAbort, { once: true });
    });
    // Node's is an async function: what it returns follows the event's promise.
    return new Promise((resolve) => resolve(event));
  }
  static listenerCount(emitter, name) {
    return emitter.listenerCount(name);
  }
  setMaxListeners(count) {
    if (typeof count !== "number" || count < 0 || count !== count) {
      throw __coded(
        new RangeError(`The value of "setMaxListeners" is out of range. It must be >= 0. Received ${__inspect(count, 0, 3, 80, false)}`),
        "ERR_OUT_OF_RANGE",
      );
    }
    this._maxListeners = count;
    return this;
  }
  getMaxListeners() {
    return this._maxListeners === undefined ? EventEmitter.defaultMaxListeners : this._maxListeners;
  }
  emit(name, ...args) {
    const events = this._events;
    const handler = events === undefined ? undefined : events[name];
    if (handler === undefined) {
      if (name === "error") __unhandledError(args[0]);
      return false;
    }
    if (typeof handler === "function") {
      handler.apply(this, args);
    } else {
      for (const listener of handler.slice()) listener.apply(this, args);
    }
    return true;
  }
  addListener(name, listener) {
    return __addListener(this, name, listener, false);
  }
  on(name, listener) {
    return __addListener(this, name, listener, false);
  }
  prependListener(name, listener) {
    return __addListener(this, name, listener, true);
  }
  once(name, listener) {
    __checkListener(listener);
    return this.on(name, __onceWrapped(this, name, listener));
  }
  prependOnceListener(name, listener) {
    __checkListener(listener);
    return this.prependListener(name, __onceWrapped(this, name, listener));
  }
  removeListener(name, listener) {
    __checkListener(listener);
    return __removeListener(this, name, listener);
  }
  off(name, listener) {
    __checkListener(listener);
    return __removeListener(this, name, listener);
  }
  removeAllListeners(name?) {
    const events = this._events;
    if (events === undefined) return this;
    if (arguments.length === 0) {
      if (events.removeListener !== undefined) {
        for (const key of Reflect.ownKeys(events)) {
          if (key !== "removeListener") this.removeAllListeners(key);
        }
      }
      this._events = { __proto__: null };
      this._eventsCount = 0;
      return this;
    }
    for (const listener of __listenersOf(this, name).reverse()) this.removeListener(name, listener);
    return this;
  }
  listeners(name) {
    return __listenersOf(this, name).map((listener) => (listener.listener === undefined ? listener : listener.listener));
  }
  rawListeners(name) {
    return __listenersOf(this, name);
  }
  listenerCount(name, listener?) {
    const all = __listenersOf(this, name);
    if (listener === undefined || listener === null) return all.length;
    return all.filter((known) => known === listener || known.listener === listener).length;
  }
  eventNames() {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  }
}
function __checkListener(listener) {
  if (__isCallable(listener)) return;
  const message = `The "listener" argument must be of type function. Received ${__received(listener)}`;
  throw __coded(new TypeError(message), "ERR_INVALID_ARG_TYPE");
}
function __unhandledError(error) {
  if (error instanceof Error) throw error;
  const failure = new Error(`Unhandled error. (${typeof error === "string" ? `'${error}'` : __inspect(error, 2, 100, 80, false)})`);
  __coded(failure, "ERR_UNHANDLED_ERROR");
  failure.context = error;
  throw failure;
}
function __listenersOf(emitter, name) {
  const events = emitter._events;
  const handler = events === undefined ? undefined : events[name];
  if (handler === undefined) return [];
  return typeof handler === "function" ? [handler] : handler.slice();
}
function __addListener(emitter, name, listener, isFirst) {
  __checkListener(listener);
  if (emitter._events === undefined) {
    emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (emitter._events.newListener !== undefined) {
    emitter.emit("newListener", name, listener.listener === undefined ? listener : listener.listener);
  }
  const events = emitter._events;
  const known = events[name];
  if (known === undefined) {
    events[name] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  if (typeof known === "function") events[name] = isFirst ? [listener, known] : [known, listener];
  else if (isFirst) known.unshift(listener);
  else known.push(listener);
  const most = emitter.getMaxListeners();
  const all = events[name];
  if (most > 0 && all.length > most && !all.warned) {
    __define(all, "warned", true);
    const kind = emitter.constructor === undefined ? "EventEmitter" : emitter.constructor.name;
    const count = `${all.length} ${String(name)} listeners added to [${kind}]. Use emitter.setMaxListeners() to increase limit`;
    console.warn("%s", `MaxListenersExceededWarning: Possible EventEmitter memory leak detected. ${count}`);
  }
  return emitter;
}
function __onceWrapper(...args) {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapFn);
  this.fired = true;
  return this.listener.apply(this.target, args);
}
function __onceWrapped(target, type, listener) {
  const state = { fired: false, wrapFn: undefined, target, type, listener };
  const wrapped = __onceWrapper.bind(state);
  Object.defineProperty(wrapped, "name", { value: "bound onceWrapper", configurable: true });
  wrapped.listener = listener;
  state.wrapFn = wrapped;
  return wrapped;
}
function __removeListener(emitter, name, listener) {
  const events = emitter._events;
  const known = events === undefined ? undefined : events[name];
  if (known === undefined) return emitter;
  if (known === listener || known.listener === listener) {
    emitter._eventsCount--;
    if (emitter._eventsCount === 0) emitter._events = { __proto__: null };
    else delete events[name];
    if (events.removeListener !== undefined) emitter.emit("removeListener", name, known.listener || listener);
  } else if (typeof known !== "function") {
    const position = known.findLastIndex((one) => one === listener || one.listener === listener);
    if (position < 0) return emitter;
    known.splice(position, 1);
    if (known.length === 1) events[name] = known[0];
    if (events.removeListener !== undefined) emitter.emit("removeListener", name, listener);
  }
  return emitter;
}
