// String, ECMA-262 section 22.1: what calls back, and what depends on methods of an argument.
function __coercible(value, method) {
  if (value === undefined || value === null) __typeError(`String.prototype.${method} called on null or undefined`);
}
// GetMethod by a symbol, of an argument that may be a regular expression.
function __methodOf(value, symbol) {
  if (!__isObject(value)) return undefined;
  const method = value[symbol];
  if (method === undefined || method === null) return undefined;
  if (!__isCallable(method)) __typeError(`${__show(method)} is not a function`);
  return method;
}
function __isRegExp(value) {
  if (!__isObject(value)) return false;
  const matcher = value[Symbol.match];
  if (matcher !== undefined) return !!matcher;
  return __isRegExpObject(value);
}
function __refuseRegExp(value, method) {
  if (__isRegExp(value)) __typeError(`First argument to String.prototype.${method} must not be a regular expression`);
}
function __replaceText(string, pattern, replacement, isAll) {
  const text = `${string}`;
  const wanted = `${pattern}`;
  const isFunction = __isCallable(replacement);
  const template = isFunction ? "" : `${replacement}`;
  const step = Math.max(1, wanted.length);
  let result = "";
  let done = 0;
  let position = text.indexOf(wanted, 0);
  while (position >= 0) {
    const substitution = isFunction
      ? `${replacement(wanted, position, text)}`
      : __substitute(wanted, text, position, [], undefined, template);
    result += text.slice(done, position) + substitution;
    done = position + wanted.length;
    if (!isAll || position + step > text.length) break;
    position = text.indexOf(wanted, position + step);
  }
  return result + text.slice(done);
}
class $String {
  static raw(template, ...substitutions) {
    const raw = Object(Object(template).raw);
    const length = __toLength(raw.length);
    let result = "";
    for (let i = 0; i < length; i++) {
      result += `${raw[i]}`;
      if (i + 1 < length && i < substitutions.length) result += `${substitutions[i]}`;
    }
    return result;
  }
  match(pattern) {
    const method = __methodOf(pattern, Symbol.match);
    if (method !== undefined) return method.call(pattern, this);
    const text = `${this}`;
    return new RegExp(pattern)[Symbol.match](text);
  }
  matchAll(pattern) {
    __coercible(this, "matchAll");
    if (pattern !== undefined && pattern !== null) {
      if (__isRegExp(pattern)) {
        const flags = pattern.flags;
        if (flags === undefined || flags === null) __typeError("String.prototype.matchAll called with a non-global RegExp argument");
        if (!`${flags}`.includes("g")) __typeError("String.prototype.matchAll called with a non-global RegExp argument");
      }
      const method = __methodOf(pattern, Symbol.matchAll);
      if (method !== undefined) return method.call(pattern, this);
    }
    const text = `${this}`;
    return new RegExp(pattern, "g")[Symbol.matchAll](text);
  }
  search(pattern) {
    const method = __methodOf(pattern, Symbol.search);
    if (method !== undefined) return method.call(pattern, this);
    const text = `${this}`;
    return new RegExp(pattern)[Symbol.search](text);
  }
  split(separator, limit) {
    const method = __methodOf(separator, Symbol.split);
    if (method !== undefined) return method.call(separator, this, limit);
    const text = `${this}`;
    const most = limit === undefined ? 4294967295 : limit >>> 0;
    const wanted = separator === undefined ? undefined : `${separator}`;
    return text.split(wanted, most);
  }
  replace(pattern, replacement) {
    const method = __methodOf(pattern, Symbol.replace);
    if (method !== undefined) return method.call(pattern, this, replacement);
    return __replaceText(this, pattern, replacement, false);
  }
  replaceAll(pattern, replacement) {
    if (__isRegExp(pattern)) {
      const flags = pattern.flags;
      if (flags === undefined || flags === null) __typeError("String.prototype.replaceAll called with a non-global RegExp argument");
      if (!`${flags}`.includes("g")) __typeError("String.prototype.replaceAll called with a non-global RegExp argument");
    }
    const method = __methodOf(pattern, Symbol.replace);
    if (method !== undefined) return method.call(pattern, this, replacement);
    return __replaceText(this, pattern, replacement, true);
  }
  includes(wanted, position) {
    const text = `${this}`;
    __refuseRegExp(wanted, "includes");
    return text.indexOf(`${wanted}`, position) >= 0;
  }
  startsWith(wanted, position) {
    const text = `${this}`;
    __refuseRegExp(wanted, "startsWith");
    return text.startsWith(`${wanted}`, position);
  }
  endsWith(wanted, position) {
    const text = `${this}`;
    __refuseRegExp(wanted, "endsWith");
    return text.endsWith(`${wanted}`, position);
  }
}
