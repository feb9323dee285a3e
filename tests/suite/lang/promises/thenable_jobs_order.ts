const order = [];
const t = (name) => ({
  then(resolve) {
    order.push(name + " then");
    resolve(name);
  },
});
Promise.resolve()
  .then(() => order.push("m1"))
  .then(() => order.push("m2"))
  .then(() => order.push("m3"))
  .then(() => order.push("m4"));
new Promise((r) => r(t("a"))).then((v) => order.push(v));
Promise.resolve(t("b")).then((v) => order.push(v));
(async () => order.push(await t("c")))();
(async () => t("d"))().then((v) => order.push(v));
Promise.resolve()
  .then(() => t("e"))
  .then((v) => order.push(v));
Promise.all([t("f")]).then(([v]) => order.push("all " + v));
Promise.race([t("g")]).then((v) => order.push("race " + v));
order.push("sync");
await new Promise((r) => setTimeout(r, 1));
console.log(order.join("\n"));
//= sync
//= m1
//= a then
//= b then
//= c then
//= d then
//= f then
//= g then
//= m2
//= a
//= b
//= c
//= d
//= e then
//= m3
//= e
//= all f
//= race g
//= m4
