// The constructor Array, ECMA-262 section 23.1.2.
function from(items, mapper, thisArg) {
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
