const log = [];
const step = (n, fail) => {
  log.push(n);
  if (fail) throw new Error(n);
};
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `E:${e.message}`;
  } finally {
    log.push("|");
  }
};
console.log(
  attempt(() => {
    try {
      step("a", true);
    } finally {
      step("b");
    }
  }),
  attempt(() => {
    try {
      step("c", true);
    } catch (e) {
      step("d", true);
    } finally {
      step("e");
    }
  }),
  attempt(() => {
    try {
      try {
        step("f", true);
      } finally {
        step("g", true);
      }
    } catch (e) {
      return e.message;
    }
  }),
  attempt(() => {
    for (const x of [1, 2, 3]) {
      try {
        if (x === 2) return "r" + x;
        step("h" + x);
      } finally {
        step("i" + x);
      }
    }
  }),
  log.join(""),
);
const resources = [];
const using = (name, f) => {
  resources.push("open " + name);
  try {
    return f(name);
  } finally {
    resources.push("close " + name);
  }
};
console.log(
  attempt(() =>
    using("x", () =>
      using("y", () => {
        throw new Error("inside y");
      }),
    ),
  ),
  resources,
);
//= E:a E:d g r2 ab|cde|fg|h1i1i2|
//= E:inside y [ 'open x', 'open y', 'close y', 'close x' ]
