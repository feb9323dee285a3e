// lanes: model=tasks
// Async functions as callbacks: what waits for them waits for the promise that they return.
const order = [];
const note = (what) => order.push(what);
const handled = Promise.resolve(1).then(async (x) => {
  note("handler");
  await sleep(10);
  return x + 1;
});
const caught = Promise.reject(new Error("first")).catch(async (error) => {
  await sleep(5);
  throw new Error(`${error.message}, then second`);
});
const thenable = {
  async then(resolve) {
    await sleep(20);
    note("thenable");
    resolve("by its then");
  },
};
queueMicrotask(async () => {
  await sleep(1);
  note("microtask");
});
setTimeout(async () => {
  await sleep(1);
  note("timer");
}, 2);
console.log(await handled, await caught.catch((error) => error.message), await (thenable as any));
console.log(order.join(", "));
async function* letters() {
  yield "a";
  await sleep(1);
  yield "b";
}
const source = letters();
const requests = [source.next(), source.next(), source.next()];
console.log(JSON.stringify(await Promise.all(requests)));
//= 2 first, then second by its then
//= handler, microtask, timer, thenable
//= [{"value":"a","done":false},{"value":"b","done":false},{"done":true}]
