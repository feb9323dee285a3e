const make = (ret) => ({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return: ret }) });
const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
attempt(() => {
  for (const x of make(() => {
    throw new Error("return threw");
  }))
    break;
});
attempt(() => {
  for (const x of make(() => {
    throw new Error("return threw");
  }))
    throw new Error("body wins");
});
attempt(() => {
  for (const x of make(() => 1)) break;
});
attempt(() => {
  for (const x of make(undefined)) break;
  return "no return method";
});
attempt(() => {
  for (const x of make(null)) break;
  return "null return method";
});
attempt(() => {
  for (const x of make(() => 1)) throw new Error("body");
});
attempt(() => {
  const [a] = make(() => {
    throw new Error("destructuring close");
  });
});
attempt(() => {
  const [{ a }] = make(() => {
    console.log("closed");
    return {};
  });
  return a;
});
attempt(() => {
  const [
    null_ = (() => {
      throw new Error("default");
    })(),
  ] = {
    [Symbol.iterator]: () => ({
      next: () => ({ value: undefined, done: false }),
      return() {
        console.log("closed for default");
        return {};
      },
    }),
  };
});
attempt(() => {
  const [a] = {
    [Symbol.iterator]: () => ({
      next() {
        throw new Error("next threw: not closed");
      },
      return() {
        console.log("never");
      },
    }),
  };
});
attempt(() => {
  for (const x of { [Symbol.iterator]: () => ({ next: () => 5 }) });
});
attempt(() => {
  for (const x of { [Symbol.iterator]: () => 5 });
});
attempt(() => {
  for (const x of {});
});
attempt(() => {
  for (const x of 5);
});
attempt(() => {
  for (const x of undefined);
});
attempt(() => {
  const [a] = {};
});
attempt(() => {
  const [a] = null;
});
attempt(() => [...{}]);
attempt(() => new Map([1]));
//= Error: return threw
//= Error: body wins
//= TypeError: Iterator result 1 is not an object
//= ok no return method
//= ok null return method
//= Error: body
//= Error: destructuring close
//= closed
//= ok undefined
//= closed for default
//= Error: default
//= Error: next threw: not closed
//= TypeError: Iterator result 5 is not an object
//= TypeError: Result of the Symbol.iterator method is not an object
//= TypeError: {} is not iterable
//= TypeError: 5 is not iterable
//= TypeError: undefined is not iterable
//= TypeError: {} is not iterable
//= TypeError: null is not iterable
//= TypeError: {} is not iterable
//= TypeError: Iterator value 1 is not an entry object
