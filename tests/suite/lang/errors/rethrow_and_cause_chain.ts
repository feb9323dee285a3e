function parse(s) {
  try {
    return JSON.parse(s);
  } catch (e) {
    throw new Error(`cannot parse ${s}`, { cause: e });
  }
}
function load(s) {
  try {
    return parse(s);
  } catch (e) {
    throw new Error("cannot load", { cause: e });
  }
}
try {
  load("{");
} catch (e) {
  for (let x = e, i = 0; x; x = x.cause, i++) console.log(" ".repeat(i) + x.name, i < 2 ? x.message : "");
}
const cleanup = [];
function withResources(f) {
  const errors = [];
  try {
    cleanup.push("open");
    return f();
  } catch (e) {
    errors.push(e);
    throw new AggregateError(errors, "resources");
  } finally {
    cleanup.push("close");
  }
}
try {
  withResources(() => {
    throw new Error("used badly");
  });
} catch (e) {
  console.log(e.name, e.errors[0].message, cleanup);
}
const once = (f) => {
  let done = false,
    v;
  return () => (done ? v : ((done = true), (v = f())));
};
const o = once(() => {
  console.log("computed");
  return 1;
});
console.log(o() + o());
function check(n) {
  if (typeof n !== "number") throw new TypeError(`expected number, got ${typeof n}`);
  if (n < 0) throw RangeError("negative");
  return Math.sqrt(n);
}
console.log(
  [4, "4", -4].map((x) => {
    try {
      return check(x);
    } catch (e) {
      return e instanceof RangeError ? "range" : e.message;
    }
  }),
);
//= Error cannot load
//=  Error cannot parse {
//=   SyntaxError
//= AggregateError used badly [ 'open', 'close' ]
//= computed
//= 2
//= [ 2, 'expected number, got string', 'range' ]
