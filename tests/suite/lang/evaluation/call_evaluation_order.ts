const log = [];
const t = (n, v) => (log.push(n), v);
const o = {
  f(...a) {
    log.push("call f");
    return this === o;
  },
  get g() {
    log.push("get g");
    return (...a) => {
      log.push("call g");
      return a.length;
    };
  },
};
console.log(t("obj", o)[t("key", "f")](t("a1", 1), ...t("spread", [2, 3]), t("a2", 4)), o.g(t("garg")), log.join(" "));
log.length = 0;
try {
  t("o", {}).missing(t("arg evaluated"));
} catch (e) {
  console.log(e.message, log.join(" "));
}
log.length = 0;
try {
  t("n", null).x(t("never"));
} catch (e) {
  console.log(e.message, log.join(" "));
}
log.length = 0;
try {
  new (t("C", 5))(t("ctor arg"));
} catch (e) {
  console.log(e.message, log.join(" "));
}
log.length = 0;
new (t(
  "class",
  class {
    constructor(a, b = t("default b")) {
      log.push("ctor");
    }
  },
))(t("a"));
console.log(log.join(" "));
log.length = 0;
t("tag", (s, ...v) => v.length)`${t("v1")} ${t("v2")}`;
console.log(log.join(" "));
log.length = 0;
[t("e1"), , t("e2"), ...t("sp", [])].length;
({ [t("k1")]: t("v1"), [t("k2")]() {}, ...t("spread", {}) });
console.log(log.join(" "));
log.length = 0;
const a = [];
a[t("i", 0)] = t("rhs", (a[t("j", 1)] = t("inner")));
t("left", 1) < t("right", 2);
t("x") in t("y", {});
t("p", {})[t("q")]++;
console.log(log.join(" "));
log.length = 0;
const f = (a = t("da"), { b = t("db"), ...c } = t("dobj", {}), ...[d = t("dd")]) => log.push("body");
f();
f(1, { b: 2 }, 3);
console.log(log.join(" "));
log.length = 0;
for (t("init"); t("test", log.length < 6); t("update")) t("loop body");
console.log(log.join(" "));
log.length = 0;
switch (t("disc", 2)) {
  case t("c1", 1):
  case t("c2", 2):
    t("matched");
  case t("c3 not evaluated", 3):
    t("fall");
}
console.log(log.join(" "));
log.length = 0;
t("cond", true) ? t("yes") : t("no");
t("or", 0) || t("or2");
t("nn", null) ?? t("nn2");
t("and", 1) && t("and2");
console.log(log.join(" "));
log.length = 0;
delete t("d", {})[t("dk")];
typeof t("ty");
void t("vo");
-t("neg", 1);
`${t("s1")}${t("s2")}`;
(t("c1"), t("c2"));
console.log(log.join(" "));
//= true 1 obj key a1 spread a2 call f get g garg call g
//= t(...).missing is not a function o arg evaluated
//= Cannot read properties of null (reading 'x') n
//= t(...) is not a constructor C ctor arg
//= class a default b ctor
//= tag v1 v2
//= e1 e2 sp k1 v1 k2 spread
//= i j inner rhs left right x y p q
//= da dobj db dd body body
//= init test loop body update test loop body update test
//= disc c1 c2 matched fall
//= cond yes or or2 nn nn2 and and2
//= d dk ty vo neg s1 s2 c1 c2
