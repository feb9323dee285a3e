// RegExp, ECMA-262 section 22.2, for regular expressions that the program has changed or made itself.
function __needObject(value, method) {
  if (!__isObject(value)) __typeError(`${method} called on incompatible receiver ${__show(value)}`);
}
// RegExpExec.
function __execRegExp(regexp, text) {
  const exec = regexp.exec;
  if (__isCallable(exec)) {
    const result = exec.call(regexp, text);
    if (result !== null && !__isObject(result)) __typeError("object null is not a function");
    return result;
  }
  return __regExpExec(regexp, text, __toLength(regexp.lastIndex));
}
// AdvanceStringIndex.
function __advance(text, index, isUnicode) {
  if (!isUnicode || index + 1 >= text.length) return index + 1;
  return index + (text.codePointAt(index) > 65535 ? 2 : 1);
}
function __constructorOf(object, fallback) {
  const constructor = object.constructor;
  if (constructor === undefined) return fallback;
  if (!__isObject(constructor)) __typeError("object.constructor[Symbol.species] is not a constructor");
  const species = constructor[Symbol.species];
  return species === undefined || species === null ? fallback : species;
}
// GetSubstitution.
function __substitute(matched, text, position, captures, groups, template) {
  const count = captures.length;
  let result = "";
  let at = 0;
  while (at < template.length) {
    const unit = template[at];
    const next = template[at + 1];
    at++;
    if (unit !== "$" || next === undefined) {
      result += unit;
      continue;
    }
    if (next === "$") {
      result += "$";
      at++;
    } else if (next === "&") {
      result += matched;
      at++;
    } else if (next === "`") {
      result += text.slice(0, position);
      at++;
    } else if (next === "'") {
      result += text.slice(Math.min(position + matched.length, text.length));
      at++;
    } else if (next >= "0" && next <= "9") {
      const second = template[at + 1];
      const one = +next;
      const two = second !== undefined && second >= "0" && second <= "9" ? one * 10 + +second : 0;
      if (two >= 1 && two <= count) {
        const capture = captures[two - 1];
        if (capture !== undefined) result += capture;
        at += 2;
      } else if (one >= 1 && one <= count) {
        const capture = captures[one - 1];
        if (capture !== undefined) result += capture;
        at++;
      } else {
        result += "$";
      }
    } else if (next === "<" && groups !== undefined && template.indexOf(">", at) >= 0) {
      const end = template.indexOf(">", at);
      const capture = groups[template.slice(at + 1, end)];
      if (capture !== undefined) result += `${capture}`;
      at = end + 1;
    } else {
      result += "$";
    }
  }
  return result;
}
function* __matches(regexp, text, isGlobal, isUnicode) {
  for (;;) {
    const result = __execRegExp(regexp, text);
    if (result === null) return;
    if (!isGlobal) {
      yield result;
      return;
    }
    if (`${result[0]}` === "") regexp.lastIndex = __advance(text, __toLength(regexp.lastIndex), isUnicode);
    yield result;
  }
}
// %RegExpStringIteratorPrototype%: the iterator is a generator inside.
class $RegExpStringIterator {
  next() {
    return __apply(__generatorNext, this, []);
  }
}
class $RegExp {
  constructor(pattern, flags) {
    const source = pattern.source;
    return new RegExp(source === undefined ? "" : `${source}`, flags === undefined ? `${pattern.flags}` : `${flags}`);
  }
  exec(string) {
    const text = `${string}`;
    return __regExpExec(this, text, __toLength(this.lastIndex));
  }
  test(string) {
    const text = `${string}`;
    return __execRegExp(this, text) !== null;
  }
  toString() {
    return `/${this.source}/${this.flags}`;
  }
  get flags() {
    let flags = "";
    if (this.hasIndices) flags += "d";
    if (this.global) flags += "g";
    if (this.ignoreCase) flags += "i";
    if (this.multiline) flags += "m";
    if (this.dotAll) flags += "s";
    if (this.unicode) flags += "u";
    if (this.unicodeSets) flags += "v";
    if (this.sticky) flags += "y";
    return flags;
  }
  [Symbol.match](string) {
    const text = `${string}`;
    const flags = `${this.flags}`;
    if (!flags.includes("g")) return __execRegExp(this, text);
    const isUnicode = flags.includes("u") || flags.includes("v");
    this.lastIndex = 0;
    const found = [];
    for (;;) {
      const result = __execRegExp(this, text);
      if (result === null) return found.length === 0 ? null : found;
      const matched = `${result[0]}`;
      __append(found, matched);
      if (matched === "") this.lastIndex = __advance(text, __toLength(this.lastIndex), isUnicode);
    }
  }
  [Symbol.matchAll](string) {
    __needObject(this, "RegExp.prototype.@@matchAll");
    const text = `${string}`;
    const constructor = __constructorOf(this, RegExp);
    const flags = `${this.flags}`;
    const matcher = new constructor(this, flags);
    matcher.lastIndex = __toLength(this.lastIndex);
    const isUnicode = flags.includes("u") || flags.includes("v");
    return __matchIterator(__matches(matcher, text, flags.includes("g"), isUnicode));
  }
  [Symbol.search](string) {
    const text = `${string}`;
    const previous = this.lastIndex;
    if (!Object.is(previous, 0)) this.lastIndex = 0;
    const result = __execRegExp(this, text);
    if (!Object.is(this.lastIndex, previous)) this.lastIndex = previous;
    return result === null ? -1 : result.index;
  }
  [Symbol.split](string, limit) {
    const text = `${string}`;
    const constructor = __constructorOf(this, RegExp);
    const flags = `${this.flags}`;
    const isUnicode = flags.includes("u") || flags.includes("v");
    const splitter = new constructor(this, flags.includes("y") ? flags : `${flags}y`);
    const most = limit === undefined ? 4294967295 : limit >>> 0;
    const parts = [];
    if (most === 0) return parts;
    if (text.length === 0) {
      if (__execRegExp(splitter, text) === null) __append(parts, text);
      return parts;
    }
    let start = 0;
    let at = 0;
    while (at < text.length) {
      splitter.lastIndex = at;
      const result = __execRegExp(splitter, text);
      const end = result === null ? start : Math.min(__toLength(splitter.lastIndex), text.length);
      if (end === start) {
        at = __advance(text, at, isUnicode);
        continue;
      }
      __append(parts, text.slice(start, at));
      if (parts.length === most) return parts;
      start = end;
      const count = Math.max(__toLength(result.length) - 1, 0);
      for (let i = 1; i <= count; i++) {
        __append(parts, result[i]);
        if (parts.length === most) return parts;
      }
      at = start;
    }
    __append(parts, text.slice(start));
    return parts;
  }
  [Symbol.replace](string, replacement) {
    const text = `${string}`;
    const isFunction = __isCallable(replacement);
    const template = isFunction ? "" : `${replacement}`;
    const flags = `${this.flags}`;
    const isGlobal = flags.includes("g");
    const isUnicode = flags.includes("u") || flags.includes("v");
    if (isGlobal) this.lastIndex = 0;
    const results = [];
    for (;;) {
      const result = __execRegExp(this, text);
      if (result === null) break;
      __append(results, result);
      if (!isGlobal) break;
      if (`${result[0]}` === "") this.lastIndex = __advance(text, __toLength(this.lastIndex), isUnicode);
    }
    let replaced = "";
    let next = 0;
    for (let i = 0; i < results.length; i++) {
      const result = results[i];
      const count = Math.max(__toLength(result.length) - 1, 0);
      const matched = `${result[0]}`;
      let position = Math.trunc(+result.index);
      position = position > 0 ? Math.min(position, text.length) : 0;
      const captures = [];
      for (let n = 1; n <= count; n++) {
        const capture = result[n];
        __append(captures, capture === undefined ? undefined : `${capture}`);
      }
      let groups = result.groups;
      let substitution;
      if (isFunction) {
        const args = [matched, ...captures, position, text];
        if (groups !== undefined) __append(args, groups);
        substitution = `${replacement(...args)}`;
      } else {
        if (groups === null) __typeError("Cannot convert undefined or null to object");
        if (groups !== undefined) groups = Object(groups);
        substitution = __substitute(matched, text, position, captures, groups, template);
      }
      if (position >= next) {
        replaced += text.slice(next, position) + substitution;
        next = position + matched.length;
      }
    }
    return next >= text.length ? replaced : replaced + text.slice(next);
  }
}
