const order = [];
const tick = (name, n) => {
  let p = Promise.resolve();
  for (let i = 1; i <= n; i++) p = p.then(() => order.push(name + i));
  return p;
};
async function plain() {
  return 1;
}
async function promise() {
  return Promise.resolve(1);
}
async function awaited() {
  return await Promise.resolve(1);
}
async function thenable() {
  return {
    then(r) {
      order.push("then called");
      r(1);
    },
  };
}
const t = tick("t", 8);
plain().then(() => order.push("plain"));
promise().then(() => order.push("promise"));
awaited().then(() => order.push("awaited"));
thenable().then(() => order.push("thenable"));
(async () => {
  await promise();
  order.push("await promise()");
})();
(async () => {
  try {
    return await Promise.reject(1);
  } catch {
    order.push("caught");
  } finally {
    await null;
    order.push("finally");
  }
})();
await t;
console.log(order.join("\n"));
//= t1
//= plain
//= then called
//= caught
//= t2
//= awaited
//= thenable
//= finally
//= t3
//= promise
//= await promise()
//= t4
//= t5
//= t6
//= t7
//= t8
