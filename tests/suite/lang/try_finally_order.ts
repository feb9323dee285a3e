function f() {
  try {
    return "try";
  } finally {
    console.log("finally runs");
  }
}
console.log(f());
function g() {
  try {
    throw new Error("x");
  } catch (e) {
    return "catch " + e.message;
  } finally {
    return "finally wins";
  }
}
console.log(g());
function h() {
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 1) continue;
      if (i === 2) break;
      console.log("body", i);
    } finally {
      console.log("after", i);
    }
  }
  return "end";
}
console.log(h());
function nested() {
  try {
    try {
      throw 1;
    } finally {
      console.log("inner");
    }
  } catch (e) {
    console.log("outer", e);
    try { throw e + 1; } catch { console.log("no binding"); }
  }
}
nested();
let i = 0;
function k() { try { return i; } finally { i = 5; } }
console.log(k(), i);
try {
  try { throw new Error("first"); } finally { throw new Error("second"); }
} catch (e) { console.log(e.message); }
//= finally runs
//= try
//= finally wins
//= body 0
//= after 0
//= after 1
//= after 2
//= end
//= inner
//= outer 1
//= no binding
//= 0 5
//= second
