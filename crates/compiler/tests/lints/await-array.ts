//- bad: two calls in an array
async function load(id: number) { await sleep(id); return id; }
const [a, b] = await [load(1), load(2)];
console.log(a, b);
//- bad: tasks
const first = spawn(async () => { await sleep(1); });
const second = spawn(async () => { await sleep(2); });
await [first, second];
console.log("both are done");
//- bad: promises in variables
async function f(ms: number) { await sleep(ms); }
const p = f(1), q = f(2);
await [p, q];
//- bad: spread
async function load(id: number) { await sleep(id); return id; }
const loading = [1, 2].map(load);
await [...loading];
//- good: Promise.all
async function load(id: number) { await sleep(id); return id; }
const [a, b] = await Promise.all([load(1), load(2)]);
console.log(a, b);
//- good: each by itself
async function load(id: number) { await sleep(id); return id; }
console.log([await load(1), await load(2)]);
//- good: one that answers
async function load(id: number) { await sleep(id); return id; }
console.log(await Promise.race([load(1), load(2)]));
//- good: an element of an array
const loading = [sleep(1), sleep(2)];
await loading[0];
//- good: an object
await { then(resolve: () => void) { resolve(); } };
//- good: a call that gives an array
function list() { return [1, 2]; }
const items = list();
console.log(items.length);
//- good: an empty array
await [];
