const order = [];
const p = (v) => Promise.resolve(v);
let chain = p();
for (let i = 1; i <= 9; i++) chain = chain.then(() => order.push("tick" + i));
Promise.all([p(1), 2, p(3)]).then((v) => order.push("all " + v));
Promise.all([]).then(() => order.push("all empty"));
Promise.race([p(1), p(2)]).then((v) => order.push("race " + v));
Promise.any([Promise.reject(1), p(2)]).then((v) => order.push("any " + v));
Promise.any([Promise.reject(1)]).catch((e) => order.push("any failed " + e.errors));
Promise.allSettled([p(1), Promise.reject(2)]).then((v) => order.push("settled " + v.length));
Promise.all([p(1), Promise.reject("no")]).catch((e) => order.push("all rejects " + e));
Promise.all([
  {
    then(r) {
      order.push("thenable");
      r("t");
    },
  },
]).then((v) => order.push("all " + v));
p()
  .finally(() => p())
  .then(() => order.push("finally promise"));
p()
  .finally(() => {})
  .then(() => order.push("finally plain"));
Promise.reject(5)
  .finally(() => {})
  .catch((e) => order.push("finally rejects " + e));
await chain;
console.log(order.join("\n"));
//= tick1
//= all empty
//= thenable
//= tick2
//= all 1,2,3
//= race 1
//= any 2
//= any failed 1
//= settled 2
//= all rejects no
//= tick3
//= all t
//= tick4
//= finally promise
//= finally plain
//= finally rejects 5
//= tick5
//= tick6
//= tick7
//= tick8
//= tick9
