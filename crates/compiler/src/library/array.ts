// Array and Array.prototype, ECMA-262 section 23.1, for any receiver. What a plain array can do alone is the VM's.
class $Array {
  static from(items, mapper?, thisArg?) {
    if (mapper !== undefined && !__isCallable(mapper)) __notCallable(mapper);
    if (items === undefined || items === null) __notIterable(items);
    const method = __getMethod(items, Symbol.iterator);
    if (method !== undefined) {
      const result = __isConstructor(this) ? new this() : [];
      let k = 0;
      for (const value of items) {
        const mapped = mapper === undefined ? value : mapper.call(thisArg, value, k);
        __define(result, k, mapped);
        k++;
      }
      result.length = k;
      return result;
    }
    const source = Object(items);
    const length = __lengthOf(source);
    const result = __isConstructor(this) ? new this(length) : __arrayCreate(length);
    for (let k = 0; k < length; k++) {
      const value = source[k];
      __define(result, k, mapper === undefined ? value : mapper.call(thisArg, value, k));
    }
    result.length = length;
    return result;
  }
  static of(...items) {
    const length = items.length;
    const result = __isConstructor(this) ? new this(length) : __arrayCreate(length);
    for (let k = 0; k < length; k++) __define(result, k, items[k]);
    result.length = length;
    return result;
  }
  at(index) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const relative = __toInteger(index);
    const k = relative >= 0 ? relative : length + relative;
    return k < 0 || k >= length ? undefined : object[k];
  }
  concat(...items) {
    const object = __toObject(this, "Array.prototype.concat");
    const result = __speciesCreate(object, 0);
    let n = 0;
    for (let i = -1; i < items.length; i++) {
      const item = i < 0 ? object : items[i];
      if (__isSpreadable(item)) {
        const length = __lengthOf(item);
        if (n + length > 9007199254740991) __typeError("Invalid array length");
        for (let k = 0; k < length; k++, n++) {
          if (k in item) __define(result, n, item[k]);
        }
      } else {
        if (n >= 9007199254740991) __typeError("Invalid array length");
        __define(result, n++, item);
      }
    }
    result.length = n;
    return result;
  }
  copyWithin(target, start, end?) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    let to = __relative(target, length);
    let from = __relative(start, length);
    const final = end === undefined ? length : __relative(end, length);
    let count = Math.min(final - from, length - to);
    let step = 1;
    if (from < to && to < from + count) {
      step = -1;
      from += count - 1;
      to += count - 1;
    }
    for (; count > 0; count--) {
      if (from in object) object[to] = object[from];
      else delete object[to];
      from += step;
      to += step;
    }
    return object;
  }
  every(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.every");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = 0; i < length; i++) {
      if (i in object && !callback.call(thisArg, object[i], i, object)) return false;
    }
    return true;
  }
  fill(value, start?, end?) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    let k = __relative(start, length);
    const final = end === undefined ? length : __relative(end, length);
    for (; k < final; k++) object[k] = value;
    return object;
  }
  filter(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.filter");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    if (thisArg === undefined && __isPlainArray(object)) {
      const result = [];
      let to = 0;
      for (let i = 0; i < length; i++) {
        if (i in object) {
          const value = object[i];
          if (callback(value, i, object)) result[to++] = value;
        }
      }
      return result;
    }
    const result = __speciesCreate(object, 0);
    let to = 0;
    for (let i = 0; i < length; i++) {
      if (i in object) {
        const value = object[i];
        if (callback.call(thisArg, value, i, object)) __define(result, to++, value);
      }
    }
    return result;
  }
  find(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.find");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = 0; i < length; i++) {
      const value = object[i];
      if (callback.call(thisArg, value, i, object)) return value;
    }
  }
  findIndex(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.findIndex");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = 0; i < length; i++) {
      if (callback.call(thisArg, object[i], i, object)) return i;
    }
    return -1;
  }
  findLast(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.findLast");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = length - 1; i >= 0; i--) {
      const value = object[i];
      if (callback.call(thisArg, value, i, object)) return value;
    }
  }
  findLastIndex(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.findLastIndex");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = length - 1; i >= 0; i--) {
      if (callback.call(thisArg, object[i], i, object)) return i;
    }
    return -1;
  }
  flat(depth?) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const levels = depth === undefined ? 1 : __toInteger(depth);
    const result = __speciesCreate(object, 0);
    __flatten(result, object, length, 0, levels, undefined, undefined);
    return result;
  }
  flatMap(callback, thisArg?) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (!__isCallable(callback)) __typeError("flatMap mapper function is not callable");
    const result = __speciesCreate(object, 0);
    __flatten(result, object, length, 0, 1, callback, thisArg);
    return result;
  }
  forEach(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.forEach");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    if (thisArg === undefined) {
      for (let i = 0; i < length; i++) {
        if (i in object) callback(object[i], i, object);
      }
      return;
    }
    for (let i = 0; i < length; i++) {
      if (i in object) callback.call(thisArg, object[i], i, object);
    }
  }
  includes(searched, start?) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (length === 0) return false;
    for (let k = __relative(start, length); k < length; k++) {
      const value = object[k];
      if (value === searched || (value !== value && searched !== searched)) return true;
    }
    return false;
  }
  indexOf(searched, start?) {
    const object = __toObject(this, "Array.prototype.indexOf");
    const length = __lengthOf(object);
    if (length === 0) return -1;
    for (let k = __relative(start, length); k < length; k++) {
      if (k in object && object[k] === searched) return k;
    }
    return -1;
  }
  join(separator) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const between = separator === undefined ? "," : `${separator}`;
    if (__isNested(this)) return "";
    let text = "";
    for (let k = 0; k < length; k++) {
      if (k > 0) text += between;
      const value = object[k];
      if (value !== undefined && value !== null) text += `${value}`;
    }
    return text;
  }
  lastIndexOf(searched, ...start) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (length === 0) return -1;
    const n = start.length > 0 ? __toInteger(start[0]) : length - 1;
    for (let k = n >= 0 ? Math.min(n, length - 1) : length + n; k >= 0; k--) {
      if (k in object && object[k] === searched) return k;
    }
    return -1;
  }
  map(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.map");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    if (thisArg === undefined && __isPlainArray(object)) {
      const result = __arrayCreate(length);
      for (let i = 0; i < length; i++) {
        if (i in object) result[i] = callback(object[i], i, object);
      }
      return result;
    }
    const result = __speciesCreate(object, length);
    for (let i = 0; i < length; i++) {
      if (i in object) __define(result, i, callback.call(thisArg, object[i], i, object));
    }
    return result;
  }
  pop() {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (length === 0) {
      object.length = 0;
      return undefined;
    }
    const value = object[length - 1];
    delete object[length - 1];
    object.length = length - 1;
    return value;
  }
  push(...items) {
    const object = __toObject(this);
    let length = __lengthOf(object);
    const count = items.length;
    if (length + count > 9007199254740991) {
      __typeError(`Pushing ${count} elements on an array-like of length ${length} is disallowed, ` +
        "as the total surpasses 2**53-1");
    }
    for (let i = 0; i < count; i++) object[length++] = items[i];
    object.length = length;
    return length;
  }
  reduce(callback, ...initial) {
    const object = __toObject(this, "Array.prototype.reduce");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    let i = 0;
    let result;
    if (initial.length > 0) {
      result = initial[0];
    } else {
      while (i < length && !(i in object)) i++;
      if (i >= length) __typeError("Reduce of empty array with no initial value");
      result = object[i];
      i++;
    }
    for (; i < length; i++) {
      if (i in object) result = callback(result, object[i], i, object);
    }
    return result;
  }
  reduceRight(callback, ...initial) {
    const object = __toObject(this, "Array.prototype.reduceRight");
    let i = __lengthOf(object) - 1;
    if (typeof callback !== "function") __notCallable(callback);
    let result;
    if (initial.length > 0) {
      result = initial[0];
    } else {
      while (i >= 0 && !(i in object)) i--;
      if (i < 0) __typeError("Reduce of empty array with no initial value");
      result = object[i];
      i--;
    }
    for (; i >= 0; i--) {
      if (i in object) result = callback(result, object[i], i, object);
    }
    return result;
  }
  reverse() {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const middle = Math.floor(length / 2);
    for (let lower = 0; lower < middle; lower++) {
      const upper = length - lower - 1;
      const hasLower = lower in object;
      const lowerValue = hasLower ? object[lower] : undefined;
      const hasUpper = upper in object;
      const upperValue = hasUpper ? object[upper] : undefined;
      if (hasUpper) object[lower] = upperValue;
      else if (hasLower) delete object[lower];
      if (hasLower) object[upper] = lowerValue;
      else if (hasUpper) delete object[upper];
    }
    return object;
  }
  shift() {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (length === 0) {
      object.length = 0;
      return undefined;
    }
    const first = object[0];
    for (let k = 1; k < length; k++) {
      if (k in object) object[k - 1] = object[k];
      else delete object[k - 1];
    }
    delete object[length - 1];
    object.length = length - 1;
    return first;
  }
  slice(start, end) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    let k = __relative(start, length);
    const final = end === undefined ? length : __relative(end, length);
    const result = __speciesCreate(object, Math.max(final - k, 0));
    let n = 0;
    for (; k < final; k++, n++) {
      if (k in object) __define(result, n, object[k]);
    }
    result.length = n;
    return result;
  }
  some(callback, thisArg?) {
    const object = __toObject(this, "Array.prototype.some");
    const length = __lengthOf(object);
    if (typeof callback !== "function") __notCallable(callback);
    for (let i = 0; i < length; i++) {
      if (i in object && callback.call(thisArg, object[i], i, object)) return true;
    }
    return false;
  }
  sort(compare) {
    __checkCompare(compare);
    const object = __toObject(this);
    const length = __lengthOf(object);
    // As in V8, which does not even write the one element back.
    if (length < 2) return object;
    const values = [];
    for (let i = 0; i < length; i++) {
      if (i in object) __define(values, values.length, object[i]);
    }
    const sorted = __sort(values, compare);
    const count = sorted.length;
    for (let i = 0; i < count; i++) object[i] = sorted[i];
    for (let i = count; i < length; i++) {
      if (i in object) delete object[i];
    }
    return object;
  }
  splice(start, deleteCount, ...items) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const from = __relative(start, length);
    const added = items.length;
    const removed = arguments.length === 0
      ? 0
      : arguments.length === 1
      ? length - from
      : Math.min(Math.max(__toInteger(deleteCount), 0), length - from);
    if (length + added - removed > 9007199254740991) __typeError("Invalid array length");
    const result = __speciesCreate(object, removed);
    for (let k = 0; k < removed; k++) {
      if (from + k in object) __define(result, k, object[from + k]);
    }
    result.length = removed;
    if (added < removed) {
      for (let k = from; k < length - removed; k++) {
        if (k + removed in object) object[k + added] = object[k + removed];
        else delete object[k + added];
      }
      for (let k = length; k > length - removed + added; k--) delete object[k - 1];
    } else if (added > removed) {
      for (let k = length - removed; k > from; k--) {
        if (k + removed - 1 in object) object[k + added - 1] = object[k + removed - 1];
        else delete object[k + added - 1];
      }
    }
    for (let k = 0; k < added; k++) object[from + k] = items[k];
    object.length = length - removed + added;
    return result;
  }
  toLocaleString() {
    const object = __toObject(this);
    const length = __lengthOf(object);
    if (__isNested(this)) return "";
    let text = "";
    for (let k = 0; k < length; k++) {
      if (k > 0) text += ",";
      const value = object[k];
      if (value !== undefined && value !== null) text += `${value.toLocaleString()}`;
    }
    return text;
  }
  toReversed() {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const result = __arrayCreate(length);
    for (let k = 0; k < length; k++) result[k] = object[length - k - 1];
    return result;
  }
  toSorted(compare) {
    __checkCompare(compare);
    const object = __toObject(this);
    const length = __lengthOf(object);
    const values = __arrayCreate(length);
    for (let k = 0; k < length; k++) values[k] = object[k];
    return __sort(values, compare);
  }
  toSpliced(start, skipCount, ...items) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const from = __relative(start, length);
    const skipped = arguments.length === 0
      ? 0
      : arguments.length === 1
      ? length - from
      : Math.min(Math.max(__toInteger(skipCount), 0), length - from);
    const newLength = length + items.length - skipped;
    if (newLength > 9007199254740991) __typeError("Invalid array length");
    const result = __arrayCreate(newLength);
    let i = 0;
    for (; i < from; i++) result[i] = object[i];
    for (const item of items) result[i++] = item;
    for (let k = from + skipped; i < newLength; k++) result[i++] = object[k];
    return result;
  }
  toString() {
    const object = __toObject(this);
    const join = object.join;
    return __isCallable(join) ? join.call(object) : Object.prototype.toString.call(object);
  }
  unshift(...items) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const count = items.length;
    if (count > 0) {
      if (length + count > 9007199254740991) __typeError("Invalid array length");
      for (let k = length - 1; k >= 0; k--) {
        if (k in object) object[k + count] = object[k];
        else delete object[k + count];
      }
      for (let k = 0; k < count; k++) object[k] = items[k];
    }
    object.length = length + count;
    return length + count;
  }
  with(index, value) {
    const object = __toObject(this);
    const length = __lengthOf(object);
    const relative = __toInteger(index);
    const actual = relative >= 0 ? relative : length + relative;
    if (actual >= length || actual < 0) throw new RangeError(`Invalid index : ${relative}`);
    const result = __arrayCreate(length);
    for (let k = 0; k < length; k++) result[k] = k === actual ? value : object[k];
    return result;
  }
}
