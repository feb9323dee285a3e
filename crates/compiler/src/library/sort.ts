// Timsort: natural runs, extended by binary insertion, merged with galloping. A comparison function of the program's sees the
// same pairs in the same order as in V8, so that one that is inconsistent gives the same result. Only whether the first is
// less than the second ever counts.
function __sort(items, compare) {
  const values = [];
  const length = items.length;
  for (let i = 0; i < length; i++) {
    if (items[i] !== undefined) __define(values, values.length, items[i]);
  }
  __sortRuns(values, compare);
  // `undefined` comes last and is never compared.
  while (values.length < length) __define(values, values.length, undefined);
  return values;
}
function __less(left, right, compare) {
  return compare === undefined ? `${left}` < `${right}` : +compare(left, right) < 0;
}
function __sortRuns(values, compare) {
  const length = values.length;
  let least = length;
  let rest = 0;
  while (least >= 64) {
    rest |= least & 1;
    least >>= 1;
  }
  least += rest;
  // The runs that are still to be merged, and how many wins in a row make galloping worth while.
  const runs = { starts: [], lengths: [], count: 0, gallop: 7 };
  let start = 0;
  while (start < length) {
    let run = __countRun(values, start, length, compare);
    if (run < least) {
      const wanted = least < length - start ? least : length - start;
      __insert(values, start, start + run, start + wanted, compare);
      run = wanted;
    }
    __define(runs.starts, runs.count, start);
    __define(runs.lengths, runs.count++, run);
    __collapse(values, runs, false, compare);
    start += run;
  }
  __collapse(values, runs, true, compare);
}
// How long the run at `start` is that ascends or, strictly, descends; a descending one is turned round.
function __countRun(values, start, end, compare) {
  if (start + 1 === end) return 1;
  let previous = values[start + 1];
  const descends = __less(previous, values[start], compare);
  let at = start + 2;
  for (; at < end; at++) {
    const current = values[at];
    if (__less(current, previous, compare) !== descends) break;
    previous = current;
  }
  if (descends) {
    for (let low = start, high = at - 1; low < high; low++, high--) {
      const value = values[low];
      values[low] = values[high];
      values[high] = value;
    }
  }
  return at - start;
}
// Puts each value from `middle` on where it belongs in front of it.
function __insert(values, start, middle, end, compare) {
  for (let at = middle; at < end; at++) {
    const value = values[at];
    let low = start;
    let high = at;
    while (low < high) {
      const probe = low + ((high - low) >> 1);
      const isLess = compare === undefined ? `${value}` < `${values[probe]}` : +compare(value, values[probe]) < 0;
      if (isLess) high = probe;
      else low = probe + 1;
    }
    for (let to = at; to > low; to--) values[to] = values[to - 1];
    values[low] = value;
  }
}
// Merges until each run is longer than the two after it together, at the end until there is one.
function __collapse(values, runs, isEnd, compare) {
  const lengths = runs.lengths;
  const isFine = (n) => n < 2 || lengths[n - 2] > lengths[n - 1] + lengths[n];
  while (runs.count > 1) {
    let n = runs.count - 2;
    if (isEnd || !isFine(n + 1) || !isFine(n)) {
      if (n > 0 && lengths[n - 1] < lengths[n + 1]) n--;
    } else if (lengths[n] > lengths[n + 1]) break;
    __mergeAt(values, runs, n, compare);
  }
}
function __mergeAt(values, runs, n, compare) {
  const starts = runs.starts;
  const lengths = runs.lengths;
  let left = starts[n];
  let leftLength = lengths[n];
  const right = starts[n + 1];
  let rightLength = lengths[n + 1];
  lengths[n] = leftLength + rightLength;
  if (n === runs.count - 3) {
    starts[n + 1] = starts[n + 2];
    lengths[n + 1] = lengths[n + 2];
  }
  runs.count--;
  // What stands at the beginning of the left run and at the end of the right one may be in place already.
  const skipped = __gallop(values, values[right], left, leftLength, 0, true, compare);
  left += skipped;
  leftLength -= skipped;
  if (leftLength === 0) return;
  rightLength = __gallop(values, values[left + leftLength - 1], right, rightLength, rightLength - 1, false, compare);
  if (rightLength === 0) return;
  if (leftLength <= rightLength) __mergeLow(values, left, leftLength, right, rightLength, runs, compare);
  else __mergeHigh(values, left, leftLength, right, rightLength, runs, compare);
}
// Where a key belongs in a sorted stretch, to the right or to the left of what equals it: in steps that double, from a hint.
function __gallop(values, key, base, length, hint, isRight, compare) {
  const goesOn = (at) => isRight ? !__less(key, values[base + at], compare) : __less(values[base + at], key, compare);
  let low = 0;
  let high = 1;
  if (goesOn(hint)) {
    const max = length - hint;
    while (high < max && goesOn(hint + high)) {
      low = high;
      high = 2 * high + 1;
    }
    low += hint;
    high = hint + (high < max ? high : max);
  } else {
    const max = hint + 1;
    while (high < max && !goesOn(hint - high)) {
      low = high;
      high = 2 * high + 1;
    }
    const from = hint - (high < max ? high : max);
    high = hint - low;
    low = from;
  }
  low++;
  while (low < high) {
    const probe = low + ((high - low) >> 1);
    if (goesOn(probe)) low = probe + 1;
    else high = probe;
  }
  return high;
}
// Its elements are defined, not written: the program may have put something behind the holes of arrays.
function __part(values, start, count) {
  const part = [];
  for (let i = 0; i < count; i++) __define(part, i, values[start + i]);
  return part;
}
function __copyValues(source, from, target, to, count) {
  if (from < to) for (let i = count - 1; i >= 0; i--) target[to + i] = source[from + i];
  else for (let i = 0; i < count; i++) target[to + i] = source[from + i];
}
// Merges two neighbouring runs from the left; the first value of the right one comes first of all.
function __mergeLow(values, start, leftLength, right, rightLength, runs, compare) {
  const left = __part(values, start, leftLength);
  let at = 0;
  let to = start;
  values[to++] = values[right++];
  rightLength--;
  merging: while (rightLength > 0 && leftLength > 1) {
    let leftWins = 0;
    let rightWins = 0;
    do {
      if (__less(values[right], left[at], compare)) {
        values[to++] = values[right++];
        rightWins++;
        leftWins = 0;
        if (--rightLength === 0) break merging;
      } else {
        values[to++] = left[at++];
        leftWins++;
        rightWins = 0;
        if (--leftLength === 1) break merging;
      }
    } while (leftWins < runs.gallop && rightWins < runs.gallop);
    runs.gallop++;
    do {
      runs.gallop = runs.gallop > 2 ? runs.gallop - 1 : 1;
      leftWins = __gallop(left, values[right], at, leftLength, 0, true, compare);
      __copyValues(left, at, values, to, leftWins);
      to += leftWins;
      at += leftWins;
      leftLength -= leftWins;
      if (leftWins > 0 && leftLength <= 1) break merging;
      values[to++] = values[right++];
      if (--rightLength === 0) break merging;
      rightWins = __gallop(values, left[at], right, rightLength, 0, false, compare);
      __copyValues(values, right, values, to, rightWins);
      to += rightWins;
      right += rightWins;
      rightLength -= rightWins;
      if (rightLength === 0) break merging;
      values[to++] = left[at++];
      if (--leftLength === 1) break merging;
    } while (leftWins >= 7 || rightWins >= 7);
    runs.gallop++;
  }
  if (leftLength === 1 && rightLength > 0) {
    __copyValues(values, right, values, to, rightLength);
    values[to + rightLength] = left[at];
  } else __copyValues(left, at, values, to, leftLength);
}
// Likewise from the right; the last value of the left run comes last of all.
function __mergeHigh(values, start, leftLength, rightStart, rightLength, runs, compare) {
  const right = __part(values, rightStart, rightLength);
  let left = start + leftLength - 1;
  let at = rightLength - 1;
  let to = rightStart + rightLength - 1;
  values[to--] = values[left--];
  leftLength--;
  merging: while (leftLength > 0 && rightLength > 1) {
    let leftWins = 0;
    let rightWins = 0;
    do {
      if (__less(right[at], values[left], compare)) {
        values[to--] = values[left--];
        leftWins++;
        rightWins = 0;
        if (--leftLength === 0) break merging;
      } else {
        values[to--] = right[at--];
        rightWins++;
        leftWins = 0;
        if (--rightLength === 1) break merging;
      }
    } while (leftWins < runs.gallop && rightWins < runs.gallop);
    runs.gallop++;
    do {
      runs.gallop = runs.gallop > 2 ? runs.gallop - 1 : 1;
      leftWins = leftLength - __gallop(values, right[at], start, leftLength, leftLength - 1, true, compare);
      to -= leftWins;
      left -= leftWins;
      leftLength -= leftWins;
      __copyValues(values, left + 1, values, to + 1, leftWins);
      if (leftLength === 0) break merging;
      values[to--] = right[at--];
      if (--rightLength === 1) break merging;
      rightWins = rightLength - __gallop(right, values[left], 0, rightLength, rightLength - 1, false, compare);
      to -= rightWins;
      at -= rightWins;
      rightLength -= rightWins;
      __copyValues(right, at + 1, values, to + 1, rightWins);
      if (rightWins > 0 && rightLength <= 1) break merging;
      values[to--] = values[left--];
      if (--leftLength === 0) break merging;
    } while (leftWins >= 7 || rightWins >= 7);
    runs.gallop++;
  }
  if (rightLength === 1 && leftLength > 0) {
    to -= leftLength;
    left -= leftLength;
    __copyValues(values, left + 1, values, to + 1, leftLength);
    values[to] = right[at];
  } else __copyValues(right, 0, values, to - (rightLength - 1), rightLength);
}
