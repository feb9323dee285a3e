// Iterators that compiled code asks for, ECMA-262 section 7.4.
function __syncIterator(iterable) {
  const method = iterable[Symbol.iterator];
  if (!__isCallable(method)) __typeError(`${__show(iterable)} is not iterable`);
  const iterator = method.call(iterable);
  if (!__isObject(iterator)) __typeError("Result of the Symbol.iterator method is not an object");
  return iterator;
}
function __asyncIterator(iterable) {
  const method = iterable[Symbol.asyncIterator];
  if (method === undefined || method === null) return __fromSyncIterator(iterable);
  if (!__isCallable(method)) __typeError(`${__show(iterable)} is not async iterable`);
  const iterator = method.call(iterable);
  if (!__isObject(iterator)) __typeError("Result of the Symbol.asyncIterator method is not an object");
  return iterator;
}
function __fromSyncIterator(iterable) {
  return __syncIterator(iterable);
}
