// Array.prototype, ECMA-262 section 23.1.3: the methods that call back. Holes are skipped where the standard says so.
class $Array {
  map(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    const result = [];
    result.length = length;
    for (let i = 0; i < length; i++) {
      if (i in this) result[i] = callback.call(thisArg, this[i], i, this);
    }
    return result;
  }
  filter(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    const result = [];
    for (let i = 0; i < length; i++) {
      if (i in this) {
        const value = this[i];
        if (callback.call(thisArg, value, i, this)) result.push(value);
      }
    }
    return result;
  }
  forEach(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = 0; i < length; i++) {
      if (i in this) callback.call(thisArg, this[i], i, this);
    }
  }
  reduce(this: any[], callback, ...initial) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    let i = 0;
    let result;
    if (initial.length > 0) {
      result = initial[0];
    } else {
      while (i < length && !(i in this)) i++;
      if (i >= length) __typeError("Reduce of empty array with no initial value");
      result = this[i];
      i++;
    }
    for (; i < length; i++) {
      if (i in this) result = callback(result, this[i], i, this);
    }
    return result;
  }
  reduceRight(this: any[], callback, ...initial) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    let i = this.length - 1;
    let result;
    if (initial.length > 0) {
      result = initial[0];
    } else {
      while (i >= 0 && !(i in this)) i--;
      if (i < 0) __typeError("Reduce of empty array with no initial value");
      result = this[i];
      i--;
    }
    for (; i >= 0; i--) {
      if (i in this) result = callback(result, this[i], i, this);
    }
    return result;
  }
  some(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = 0; i < length; i++) {
      if (i in this && callback.call(thisArg, this[i], i, this)) return true;
    }
    return false;
  }
  every(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = 0; i < length; i++) {
      if (i in this && !callback.call(thisArg, this[i], i, this)) return false;
    }
    return true;
  }
  find(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = 0; i < length; i++) {
      const value = this[i];
      if (callback.call(thisArg, value, i, this)) return value;
    }
  }
  findIndex(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = 0; i < length; i++) {
      if (callback.call(thisArg, this[i], i, this)) return i;
    }
    return -1;
  }
  findLast(this: any[], callback, thisArg) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = this.length - 1; i >= 0; i--) {
      const value = this[i];
      if (callback.call(thisArg, value, i, this)) return value;
    }
  }
  findLastIndex(this: any[], callback, thisArg) {
    if (!__isCallable(callback)) __typeError(`${typeof callback} is not a function`);
    for (let i = this.length - 1; i >= 0; i--) {
      if (callback.call(thisArg, this[i], i, this)) return i;
    }
    return -1;
  }
  flatMap(this: any[], callback, thisArg) {
    const length = this.length;
    if (!__isCallable(callback)) __typeError("flatMap mapper function is not callable");
    const result = [];
    for (let i = 0; i < length; i++) {
      if (i in this) {
        const value = callback.call(thisArg, this[i], i, this);
        if (Array.isArray(value)) {
          for (let j = 0; j < value.length; j++) {
            if (j in value) result.push(value[j]);
          }
        } else {
          result.push(value);
        }
      }
    }
    return result;
  }
  sort(this: any[], compare) {
    if (compare !== undefined && !__isCallable(compare)) {
      __typeError("The comparison function must be either a function or undefined");
    }
    const length = this.length;
    let values = [];
    let undefinedCount = 0;
    for (let i = 0; i < length; i++) {
      if (i in this) {
        const value = this[i];
        if (value === undefined) undefinedCount++;
        else values.push(value);
      }
    }
    // A merge sort from the bottom up is stable.
    const count = values.length;
    let from = values;
    let to = [];
    for (let width = 1; width < count; width *= 2) {
      for (let start = 0; start < count; start += 2 * width) {
        const middle = start + width < count ? start + width : count;
        const end = start + 2 * width < count ? start + 2 * width : count;
        let left = start;
        let right = middle;
        for (let k = start; k < end; k++) {
          let takeRight = left >= middle;
          if (!takeRight && right < end) {
            if (compare === undefined) takeRight = `${from[right]}` < `${from[left]}`;
            else takeRight = +compare(from[left], from[right]) > 0;
          }
          to[k] = takeRight ? from[right++] : from[left++];
        }
      }
      const swap = from;
      from = to;
      to = swap;
    }
    for (let i = 0; i < count; i++) this[i] = from[i];
    for (let i = 0; i < undefinedCount; i++) this[count + i] = undefined;
    for (let i = count + undefinedCount; i < length; i++) delete this[i];
    return this;
  }
  static from(items, mapper, thisArg) {
    if (mapper !== undefined && !__isCallable(mapper)) __typeError(`${typeof mapper} is not a function`);
    if (items === undefined || items === null) __typeError(`${items} is not iterable`);
    const result = [];
    const isIterable = typeof items === "string" || Array.isArray(items) || typeof items.next === "function" ||
      items instanceof Map || items instanceof Set;
    if (isIterable) {
      let i = 0;
      for (const item of items) {
        result.push(mapper === undefined ? item : mapper.call(thisArg, item, i));
        i++;
      }
      return result;
    }
    const length = items.length >= 1 ? items.length : 0;
    for (let i = 0; i + 1 <= length; i++) {
      const item = items[i];
      result.push(mapper === undefined ? item : mapper.call(thisArg, item, i));
    }
    return result;
  }
}
