function* accumulator() {
  let total = 0,
    n;
  while (true) {
    n = yield total;
    if (n === null) return total;
    total += n;
  }
}
const acc = accumulator();
acc.next();
console.log(
  [1, 2, 3].map((n) => acc.next(n).value),
  acc.next(null),
  acc.next(5),
);
function* parser() {
  const out = [];
  let word = "";
  try {
    while (true) {
      const c = yield;
      if (c === " ") {
        if (word) out.push(word);
        word = "";
      } else word += c;
    }
  } finally {
    if (word) out.push(word);
    console.log("parsed", out);
  }
}
const p = parser();
p.next();
for (const c of "ab  cd e") p.next(c);
p.return();
function* lights() {
  while (true) {
    yield "green";
    yield "yellow";
    yield "red";
  }
}
const l = lights();
console.log(Array.from({ length: 5 }, () => l.next().value).join());
function* flat(xs) {
  for (const x of xs) Array.isArray(x) ? yield* flat(x) : yield x;
}
console.log([...flat([1, [2, [3, [4]], []], 5])]);
//= [ 1, 3, 6 ] { value: 6, done: true } { value: undefined, done: true }
//= parsed [ 'ab', 'cd', 'e' ]
//= green,yellow,red,green,yellow
//= [ 1, 2, 3, 4, 5 ]
