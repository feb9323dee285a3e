let latest = 0;
const shown = [];
const search = async (text, ms) => {
  const mine = ++latest;
  await new Promise((r) => setTimeout(r, ms));
  if (mine !== latest) return `stale ${text}`;
  shown.push(text);
  return text;
};
console.log(await Promise.all([search("a", 30), search("ab", 10), search("abc", 20)]), shown);
const order = [];
const inOrder = (() => {
  let tail = Promise.resolve();
  return (p) =>
    (tail = Promise.allSettled([tail, p]).then(([, r]) => {
      order.push(r.value ?? r.reason);
    }));
})();
await Promise.all(
  [
    [30, "x"],
    [5, "y"],
    [15, "z"],
  ].map(([ms, v]) => inOrder(new Promise((r, j) => setTimeout(v === "y" ? j : r, ms, v)))),
);
console.log(order);
//= [ 'stale a', 'stale ab', 'abc' ] [ 'abc' ]
//= [ 'x', 'y', 'z' ]
