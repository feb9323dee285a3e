const log = [];
const t = (v) => { log.push(v); return v; };
const o = { [t("key")]: t("value") };
t(1) + t(2) * t(3);
[t("a")][t(0)];
let x = 1;
const inc = () => { x = 10; return 1; };
x = x + inc();
console.log(x);
let y = 1;
y += (() => { y = 50; return 1; })();
console.log(y);
const f = (...a) => a.length;
f(t("p"), t("q"));
t("l") === "l" || t("never");
console.log(log.join(" "));
let i = 0;
const arr = [0, 0, 0];
arr[i++] = i++;
console.log(arr, i);
const obj = { get: () => t("method") };
obj[t("get")](t("argument"));
console.log(log.slice(-3).join(" "));
//= 2
//= 2
//= key value 1 2 3 a 0 p q l
//= [ 1, 0, 0 ] 2
//= get argument method
