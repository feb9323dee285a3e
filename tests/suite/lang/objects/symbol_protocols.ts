const spreadable = { length: 2, 0: "x", 1: "y", [Symbol.isConcatSpreadable]: true };
console.log([1].concat(spreadable, [[2]]));
const arr = [1, 2];
arr[Symbol.isConcatSpreadable] = false;
console.log([0].concat(arr));
console.log(
  "a-b-c".split(
    {
      [Symbol.split](s, limit) {
        return [s, limit, "custom"];
      },
    },
    7,
  ),
);
console.log(
  "abc".replace(
    {
      [Symbol.replace](s, r) {
        return `${s}/${r}`;
      },
    },
    "z",
  ),
  "abc".search({ [Symbol.search]: () => 42 }),
  "abc".match({ [Symbol.match]: (s) => s + "!" }),
);
console.log([
  ..."ab".matchAll({
    [Symbol.matchAll]: function* (s) {
      yield* s;
    },
  }),
]);
try {
  "abc".startsWith(/a/);
} catch (e) {
  console.log(e.message);
}
const tagged = {
  get [Symbol.toStringTag]() {
    return "Tagged";
  },
};
console.log(
  String(tagged),
  tagged,
  Object.prototype.toString.call((function* () {})()),
  String(Promise.resolve()),
  String(new Map()),
  `${Math}`,
  `${JSON}`,
);
console.log(
  Object.prototype.toString.call(Symbol()),
  Object.prototype.toString.call(async () => {}),
  [].toString.call({ join: () => "joined" }),
);
//= [ 1, 'x', 'y', [ 2 ] ]
//= [ 0, [ 1, 2, [Symbol(Symbol.isConcatSpreadable)]: false ] ]
//= [ 'a-b-c', 7, 'custom' ]
//= abc/z 42 abc!
//= [ 'a', 'b' ]
//= First argument to String.prototype.startsWith must not be a regular expression
//= [object Tagged] { [Symbol(Symbol.toStringTag)]: [Getter] } [object Generator] [object Promise] [object Map] [object Math] [object JSON]
//= [object Symbol] [object AsyncFunction] joined
