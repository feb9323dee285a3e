const log = [];
const t = (n, v) => (log.push(n), v);
const show = (r) => {
  console.log(r, log.join(""));
  log.length = 0;
};
show(t("a", 0) || t("b", "") || t("c", "end"));
show(t("a", 1) && t("b", 0) && t("c", 1));
show(t("a", null) ?? t("b", undefined) ?? t("c", 0) ?? t("d", 1));
show((t("a", 0) || t("b", 2)) && t("c", 3));
show(t("a", true) ? t("b", 1) : t("c", 2));
show(!t("a", 0) || t("b", 1));
let x = 0;
show((x ||= t("a", 5)));
show((x ||= t("b", 6)));
show((x &&= t("c", 0)));
show((x ??= t("d", 7)));
let u;
show((u ??= t("e", 8)));
const o = {
  get p() {
    log.push("[get]");
    return null;
  },
  set p(v) {
    log.push(`[set ${v}]`);
  },
};
show((o.p ??= t("v", 1)));
show((o.p ||= t("w", 2)));
show((o.p &&= t("x", 3)));
show(o?.[t("k", "p")]?.[t("never")]);
show(null?.[t("never")]);
show([t("a", 1), t("b", 2)][t("i", 1)]);
show((t("l"), t("r", 9)));
show(t("a", 3) > t("b", 2) && t("c", "yes"));
show(void t("v", 1));
show(typeof t("ty", 1));
show([..."ab"].some((c) => t(c, c === "a")));
show([1, 2, 3].find((n) => t(n, n === 2)));
show([1, 2, 3].every((n) => t(n, n < 2)));
//= end abc
//= 0 ab
//= 0 abc
//= 3 abc
//= 1 ab
//= true a
//= 5 a
//= 5
//= 0 c
//= 0
//= 8 e
//= 1 [get]v[set 1]
//= 2 [get]w[set 2]
//= null [get]
//= undefined k[get]
//= undefined
//= 2 abi
//= 9 lr
//= yes abc
//= undefined v
//= number ty
//= true a
//= 2 12
//= false 12
