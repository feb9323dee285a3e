const run = (...fails) => {
  const log = [];
  const at = (n) => {
    log.push(n);
    if (fails.includes(n)) throw new Error(n);
  };
  let result;
  try {
    result = (() => {
      try {
        at("try");
        return "value";
      } catch (e) {
        at("catch");
        return "from catch";
      } finally {
        at("finally");
      }
    })();
  } catch (e) {
    result = "threw " + e.message;
  }
  return `${fails.join("+") || "none"}: ${log.join(" ")} => ${result}`;
};
for (const f of [
  [],
  ["try"],
  ["catch"],
  ["finally"],
  ["try", "catch"],
  ["try", "finally"],
  ["try", "catch", "finally"],
])
  console.log(run(...f));
const depth = (n) => {
  try {
    if (n === 0) throw new Error("bottom");
    return depth(n - 1);
  } catch (e) {
    if (n % 2) throw new Error(`${e.message}<${n}`);
    return `${e.message}@${n}`;
  } finally {
    if (n === 4) return "overridden";
  }
};
console.log(
  [0, 1, 2, 3, 4, 5].map((n) => {
    try {
      return depth(n);
    } catch (e) {
      return "E:" + e.message;
    }
  }),
);
const f = () => {
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 0) continue;
      if (i === 1) throw i;
      return "i" + i;
    } catch (x) {
      if (x === 1) continue;
    } finally {
      if (i === 2) console.log("last");
    }
  }
};
console.log(f());
const g = () => {
  let n = 0;
  while (true) {
    try {
      try {
        n++;
        if (n < 3) continue;
        break;
      } finally {
        if (n === 3) n = 10;
      }
    } finally {
      n += 100;
    }
  }
  return n;
};
console.log(g());
try {
  try {
    throw 1;
  } finally {
    try {
      throw 2;
    } catch {}
  }
} catch (e) {
  console.log(e);
}
try {
  (() => {
    try {
      return;
    } finally {
      throw new Error("replaces return");
    }
  })();
} catch (e) {
  console.log(e.message);
}
const v = (() => {
  try {
    return 1;
  } finally {
    (() => 2)();
  }
})();
console.log(v);
const e1 = (() => {
  try {
    null.x;
  } catch ({ name, message, constructor: { name: cn } }) {
    return [name, message, cn];
  }
})();
console.log(e1);
//= none: try finally => value
//= try: try catch finally => from catch
//= catch: try finally => value
//= finally: try finally => threw finally
//= try+catch: try catch finally => threw catch
//= try+finally: try catch finally => threw finally
//= try+catch+finally: try catch finally => threw finally
//= [
//=   'bottom@0',
//=   'bottom@0',
//=   'bottom@0',
//=   'bottom@0',
//=   'overridden',
//=   'overridden'
//= ]
//= last
//= i2
//= 202
//= 1
//= replaces return
//= 1
//= [
//=   'TypeError',
//=   "Cannot read properties of null (reading 'x')",
//=   'TypeError'
//= ]
