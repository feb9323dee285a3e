const f = (n) => {
  for (const i of [1, 2, 3]) {
    try {
      if (n === 0) return "try " + i;
      if (n === 1) throw new Error("t");
      if (n === 2) continue;
      if (n === 3) break;
    } catch (e) {
      if (n === 1) return "catch";
    } finally {
      if (i === 2) {
        if (n === 2) return "finally overrides continue";
      } else if (n === 0) {
        break;
      }
    }
  }
  return "end";
};
console.log(f(0), f(1), f(2), f(3));
const g = () => {
  try {
    return (console.log("value evaluated"), 1);
  } finally {
    console.log("then finally");
  }
};
console.log(g());
const h = () => {
  let x = 1;
  try {
    return x;
  } finally {
    x = 2;
  }
};
console.log(h());
const k = () => {
  l: try {
    return "lost";
  } finally {
    break l;
  }
  return "after label";
};
console.log(k());
const m = () => {
  try {
    throw 1;
  } catch {
    try {
      throw 2;
    } finally {
      return "inner finally";
    }
  } finally {
    console.log("outer finally");
  }
};
console.log(m());
const n = () => {
  for (let i = 0; ; i++) {
    try {
      continue;
    } finally {
      if (i === 3) return i;
    }
  }
};
console.log(n());
const p = () => {
  try {
    try {
      throw new Error("a");
    } finally {
      throw new Error("b");
    }
  } catch (e) {
    return e.message;
  }
};
console.log(p());
const q = () => {
  outer: while (true) {
    try {
      while (true) {
        try {
          break outer;
        } finally {
          console.log("f1");
        }
      }
    } finally {
      console.log("f2");
    }
  }
  return "q";
};
console.log(q());
const r = () => {
  do {
    try {
      return "ret";
    } finally {
      continue;
    }
  } while (false);
  return "continue wins";
};
console.log(r());
//= end catch finally overrides continue end
//= value evaluated
//= then finally
//= 1
//= 1
//= after label
//= outer finally
//= inner finally
//= 3
//= b
//= f1
//= f2
//= q
//= continue wins
