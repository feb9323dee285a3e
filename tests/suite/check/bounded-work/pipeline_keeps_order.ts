// check: tasks=holds event-loop=holds
// One worker in each stage: what comes out is in the order of what went in.
const out: number[] = [];
for await (const n of pipeline([1, 2], async (n: number) => n * 10, { buffer: 1 })) out.push(n);
assert(out.join() === "10,20", out.join());
