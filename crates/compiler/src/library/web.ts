// What Node has from the web, as its documentation and the DOM standard tell it: events, abort signals, DOMException.
// `__state(object)` is what an object keeps to itself.
class $EventTarget {
  constructor() {
    if (new.target === undefined) __typeError("Class constructor EventTarget cannot be invoked without 'new'");
    const target = Object.create(EventTarget.prototype);
    __setState(target, { listeners: [] });
    return target;
  }
  addEventListener(type, listener, options?) {
    const listeners = __targetState(this, "addEventListener").listeners;
    if (listener === null || listener === undefined) return;
    const isObject = __isObject(options);
    const capture = isObject ? !!options.capture : !!options;
    const signal = isObject ? options.signal : undefined;
    if (signal !== undefined) {
      if (signal.aborted) return;
      signal.addEventListener("abort", () => this.removeEventListener(type, listener, options), { once: true });
    }
    const name = `${type}`;
    const isKnown = (known) => known.type === name && known.listener === listener && known.capture === capture;
    if (listeners.some(isKnown)) return;
    listeners.push({ type: name, listener, capture, once: isObject && !!options.once, isRemoved: false });
  }
  removeEventListener(type, listener, options?) {
    const state = __targetState(this, "removeEventListener");
    const capture = __isObject(options) ? !!options.capture : !!options;
    const name = `${type}`;
    state.listeners = state.listeners.filter((known) => {
      const isIt = known.type === name && known.listener === listener && known.capture === capture;
      if (isIt) known.isRemoved = true;
      return !isIt;
    });
  }
  dispatchEvent(event) {
    const state = __targetState(this, "dispatchEvent");
    const told = __state(event);
    if (told === undefined || told.isEvent !== true) {
      throw __coded(
        new TypeError(`The "event" argument must be an instance of Event. Received ${__received(event)}`),
        "ERR_INVALID_ARG_TYPE",
      );
    }
    if (told.isDispatching) throw new DOMException("The event is already being dispatched", "InvalidStateError");
    told.target = this;
    told.currentTarget = this;
    told.eventPhase = 2;
    told.isDispatching = true;
    for (const known of state.listeners.slice()) {
      if (known.type !== told.type || known.isRemoved) continue;
      if (known.once) {
        known.isRemoved = true;
        state.listeners = state.listeners.filter((other) => other !== known);
      }
      try {
        if (__isCallable(known.listener)) known.listener.call(this, event);
        else known.listener.handleEvent(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
      if (told.isStopped) break;
    }
    told.currentTarget = null;
    told.eventPhase = 0;
    told.isDispatching = false;
    return !(told.cancelable && told.defaultPrevented);
  }
}
class $Event {
  constructor(type, options?) {
    if (new.target === undefined) __typeError("Class constructor Event cannot be invoked without 'new'");
    if (arguments.length === 0) {
      throw __coded(new TypeError('The "type" argument must be specified'), "ERR_MISSING_ARGS");
    }
    const event = Object.create(Event.prototype);
    __setState(event, __eventState(type, options));
    return event;
  }
  get type() {
    return __eventOf(this).type;
  }
  get target() {
    return __eventOf(this).target;
  }
  get currentTarget() {
    return __eventOf(this).currentTarget;
  }
  get srcElement() {
    return __eventOf(this).target;
  }
  get eventPhase() {
    return __eventOf(this).eventPhase;
  }
  get bubbles() {
    return __eventOf(this).bubbles;
  }
  get cancelable() {
    return __eventOf(this).cancelable;
  }
  get composed() {
    return __eventOf(this).composed;
  }
  get defaultPrevented() {
    const event = __eventOf(this);
    return event.cancelable && event.defaultPrevented;
  }
  get returnValue() {
    const event = __eventOf(this);
    return !(event.cancelable && event.defaultPrevented);
  }
  get timeStamp() {
    return __eventOf(this).timeStamp;
  }
  get isTrusted() {
    return false;
  }
  composedPath() {
    const target = __eventOf(this).currentTarget;
    return target === null ? [] : [target];
  }
  preventDefault() {
    __eventOf(this).defaultPrevented = true;
  }
  stopPropagation() {
    __eventOf(this);
  }
  stopImmediatePropagation() {
    __eventOf(this).isStopped = true;
  }
}
class $CustomEvent {
  constructor(type, options?) {
    if (new.target === undefined) __typeError("Class constructor CustomEvent cannot be invoked without 'new'");
    if (arguments.length === 0) {
      throw __coded(new TypeError('The "type" argument must be specified'), "ERR_MISSING_ARGS");
    }
    const event = Object.create(CustomEvent.prototype);
    const state = __eventState(type, options);
    state.detail = options === undefined || options === null || options.detail === undefined ? null : options.detail;
    __setState(event, state);
    return event;
  }
  get detail() {
    return __eventOf(this).detail;
  }
}
class $AbortController {
  constructor() {
    if (new.target === undefined) __typeError("Class constructor AbortController cannot be invoked without 'new'");
    const controller = Object.create(AbortController.prototype);
    __setState(controller, { signal: __newSignal(false, undefined) });
    return controller;
  }
  get signal() {
    return __controllerOf(this).signal;
  }
  abort(reason?) {
    __abort(__controllerOf(this).signal, reason);
  }
}
class $AbortSignal {
  constructor() {
    throw __coded(new TypeError("Illegal constructor"), "ERR_ILLEGAL_CONSTRUCTOR");
  }
  static abort(reason?) {
    return __newSignal(true, reason === undefined ? __abortError() : reason);
  }
  static timeout(delay) {
    const signal = __newSignal(false, undefined);
    setTimeout(() => {
      __abort(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    }, delay);
    return signal;
  }
  static any(signals) {
    const list = [...signals];
    for (const signal of list) __signalOf(signal);
    const aborted = list.find((signal) => signal.aborted);
    if (aborted !== undefined) return __newSignal(true, aborted.reason);
    const result = __newSignal(false, undefined);
    for (const signal of list) __signalOf(signal).dependents.push(result);
    return result;
  }
  get aborted() {
    return __signalOf(this).aborted;
  }
  get reason() {
    return __signalOf(this).reason;
  }
  throwIfAborted() {
    const state = __signalOf(this);
    if (state.aborted) throw state.reason;
  }
  get onabort() {
    return __signalOf(this).onabort;
  }
  set onabort(handler) {
    const state = __signalOf(this);
    const isHandler = __isCallable(handler);
    if (!state.hasHandler && isHandler) {
      state.hasHandler = true;
      this.addEventListener("abort", (event) => {
        if (state.onabort !== null) state.onabort.call(this, event);
      });
    }
    state.onabort = isHandler ? handler : null;
  }
}
class $DOMException {
  constructor(message?, name?) {
    if (new.target === undefined) __typeError("Class constructor DOMException cannot be invoked without 'new'");
    const error = new Error(message === undefined ? "" : message);
    Object.setPrototypeOf(error, DOMException.prototype);
    let kind = "Error";
    if (__isObject(name)) {
      if (name.name !== undefined) kind = `${name.name}`;
      if ("cause" in name) __hide(error, "cause", name.cause);
    } else if (name !== undefined) {
      kind = `${name}`;
    }
    __setState(error, { name: kind });
    return error;
  }
  get name() {
    const state = __state(this);
    return state === undefined ? "Error" : state.name;
  }
  get code() {
    const codes = {
      IndexSizeError: 1,
      NotFoundError: 8,
      NotSupportedError: 9,
      InvalidStateError: 11,
      SyntaxError: 12,
      InvalidAccessError: 15,
      NetworkError: 19,
      AbortError: 20,
      QuotaExceededError: 22,
      TimeoutError: 23,
      DataCloneError: 25,
    };
    const code = codes[this.name];
    return code === undefined ? 0 : code;
  }
}
class $globalThis {
  static structuredClone(value, options?) {
    if (arguments.length === 0) {
      throw __coded(new TypeError("The value argument must be specified"), "ERR_MISSING_ARGS");
    }
    return __clone(value, new Map());
  }
}
function __hide(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}
function __targetState(target, method) {
  let state = __state(target);
  if (state === undefined || state.listeners === undefined) {
    throw __coded(new TypeError('Value of "this" must be of type EventTarget'), "ERR_INVALID_THIS");
  }
  return state;
}
function __eventState(type, options) {
  const given = options === undefined || options === null ? {} : options;
  return {
    isEvent: true,
    type: `${type}`,
    target: null,
    currentTarget: null,
    eventPhase: 0,
    bubbles: !!given.bubbles,
    cancelable: !!given.cancelable,
    composed: !!given.composed,
    defaultPrevented: false,
    isStopped: false,
    isDispatching: false,
    timeStamp: performance.now(),
  };
}
function __eventOf(event) {
  const state = __state(event);
  if (state !== undefined && state.isEvent === true) return state;
  throw __coded(new TypeError('Value of "this" must be of type Event'), "ERR_INVALID_THIS");
}
function __controllerOf(controller) {
  const state = __state(controller);
  if (state !== undefined && state.signal !== undefined) return state;
  throw __coded(new TypeError('Value of "this" must be of type AbortController'), "ERR_INVALID_THIS");
}
function __signalOf(signal) {
  const state = __state(signal);
  if (state !== undefined && state.dependents !== undefined) return state;
  throw __coded(new TypeError('Value of "this" must be of type AbortSignal'), "ERR_INVALID_THIS");
}
function __newSignal(aborted, reason) {
  const signal = Object.create(AbortSignal.prototype);
  __setState(signal, { listeners: [], aborted, reason, onabort: null, hasHandler: false, dependents: [] });
  return signal;
}
function __abortError() {
  return new DOMException("This operation was aborted", "AbortError");
}
function __abort(signal, reason) {
  const state = __signalOf(signal);
  if (state.aborted) return;
  const told = reason === undefined ? __abortError() : reason;
  const pending = [signal];
  const dependents = state.dependents;
  state.reason = told;
  state.aborted = true;
  for (const dependent of dependents) {
    const other = __signalOf(dependent);
    if (!other.aborted) {
      other.reason = told;
      other.aborted = true;
      pending.push(dependent);
    }
  }
  state.dependents = [];
  for (const aborted of pending) __abortWaits(aborted, told);
  for (const aborted of pending) aborted.dispatchEvent(new Event("abort"));
}
// StructuredSerialize and StructuredDeserialize in one, HTML section 2.7.
function __clone(value, known) {
  if (typeof value === "symbol") __notCloneable(value);
  if (!__isObject(value)) return value;
  if (known.has(value)) return known.get(value);
  const kind = __kindOf(value);
  if (kind === "Boolean" || kind === "Number" || kind === "String") return Object(value.valueOf());
  if (kind === "Date") return new Date(value.getTime());
  if (kind === "RegExp") return new RegExp(value.source, value.flags);
  if (kind === "Error") return __cloneError(value, known);
  if (kind === "Map") {
    const copy = new Map();
    known.set(value, copy);
    const entries = [...Map.prototype.entries.call(value)];
    for (const [key, item] of entries) copy.set(__clone(key, known), __clone(item, known));
    return copy;
  }
  if (kind === "Set") {
    const copy = new Set();
    known.set(value, copy);
    for (const item of [...Set.prototype.values.call(value)]) copy.add(__clone(item, known));
    return copy;
  }
  if (kind !== "Array" && kind !== "Object") __notCloneable(value);
  const copy = kind === "Array" ? __arrayCreate(value.length) : {};
  known.set(value, copy);
  for (const key of Object.keys(value)) __define(copy, key, __clone(value[key], known));
  return copy;
}
function __cloneError(value, known) {
  let constructor = Error;
  const kinds = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  for (const kind of kinds) {
    if (kind.name === value.name) constructor = kind;
  }
  const copy = new constructor();
  known.set(value, copy);
  if (Object.hasOwn(value, "message")) __hide(copy, "message", `${value.message}`);
  if (Object.hasOwn(value, "cause")) __hide(copy, "cause", __clone(value.cause, known));
  __hide(copy, "stack", `${value.stack}`);
  return copy;
}
function __notCloneable(value) {
  throw new DOMException(`${__show(value)} could not be cloned.`, "DataCloneError");
}
