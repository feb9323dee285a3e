class Node_ {
  constructor(name, ok) {
    this.name = name;
    this.ok = ok;
    this.state = "idle";
  }
  async prepare(tx) {
    await null;
    this.state = this.ok(tx) ? "prepared" : "refused";
    return this.state === "prepared";
  }
  async commit() {
    await null;
    this.state = "committed";
  }
  async abort() {
    await null;
    this.state = "aborted";
  }
}
async function commit(tx, nodes) {
  const votes = await Promise.all(nodes.map((n) => n.prepare(tx)));
  const yes = votes.every(Boolean);
  await Promise.all(nodes.map((n) => (yes ? n.commit() : n.abort())));
  return { tx, yes, states: Object.fromEntries(nodes.map((n) => [n.name, n.state])) };
}
for (const amount of [5, 50])
  console.log(await commit({ amount }, [new Node_("a", () => true), new Node_("b", ({ amount }) => amount < 10)]));
//= {
//=   tx: { amount: 5 },
//=   yes: true,
//=   states: { a: 'committed', b: 'committed' }
//= }
//= {
//=   tx: { amount: 50 },
//=   yes: false,
//=   states: { a: 'aborted', b: 'aborted' }
//= }
