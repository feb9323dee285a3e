// `for await` and `yield*` of an async generator over something that is only iterable: its method is read once.
const log = [];
const source = {
  get [Symbol.iterator]() {
    log.push("get");
    return function () {
      log.push(this === source ? "call" : "call on something else");
      return [1, Promise.resolve(2)].values();
    };
  },
};
for await (const x of source) log.push(x);
async function* all() {
  yield* source;
}
for await (const x of all()) log.push(x);
try {
  for await (const x of { [Symbol.iterator]: () => 5 }) log.push(x);
} catch (error) {
  log.push(error.constructor.name, error.message);
}
console.log(log.join());
//= get,call,1,2,get,call,1,2,TypeError,Result of the Symbol.iterator method is not an object
