// check: tasks=holds event-loop=holds
// Three clients with two requests each before a server for one, with room for one more: each request is answered or refused, and none is forgotten.
const server = new Server({ concurrency: 1, queueLimit: 1, serviceMs: 5 });
let answered = 0;
let refused = 0;
always("one at a time", () => server.serving <= 1 && server.waiting <= 1);
async function client(name: string) {
  for (let i = 0; i < 2; i++) {
    try {
      assert((await server.request(name)) === name, "somebody else's answer");
      answered++;
    } catch (error) {
      assert(error.code === "EOVERLOADED", error.code);
      refused++;
    }
  }
}
await Promise.all([spawn("A", () => client("a")), spawn("B", () => client("b")), spawn("C", () => client("c"))]);
assert(answered + refused === 6 && answered >= 2, `${answered} answered, ${refused} refused`);
assert(server.serving === 0 && server.waiting === 0, "somebody is still there");
