//- bad: an async arrow function
async function read() { await sleep(1); return 1; }
const value = await new Promise(async (resolve) => {
  resolve(await read());
});
console.log(value);
//- bad: an async function expression
async function read() { await sleep(1); return 1; }
const value = await new Promise(async function (resolve, reject) {
  try { resolve(await read()); } catch (error) { reject(error); }
});
console.log(value);
//- bad: returned by a function
function withTimeout(ms: number) {
  return new Promise<string>(async (resolve, reject) => {
    await sleep(ms);
    if (ms > 100) reject(new Error("too long"));
    else resolve("in time");
  });
}
console.log(await withTimeout(10));
//- bad: with a type
async function read() { await sleep(1); }
const done = new Promise<void>(async (resolve): Promise<void> => { await read(); resolve(); });
await done;
//- good: a plain executor
const value = await new Promise((resolve) => setTimeout(() => resolve(1), 5));
console.log(value);
//- good: async functions inside of it
async function read() { await sleep(1); return 1; }
const value = await new Promise((resolve, reject) => {
  read().then(resolve, reject);
});
console.log(value);
//- good: an async callback of a timer in it
const value = await new Promise((resolve) => {
  setTimeout(async () => { await sleep(1); resolve(1); }, 1);
});
console.log(value);
//- good: just an async function
async function read() { await sleep(1); return 1; }
console.log(await read());
//- good: a class of the program's own
function Promised(this: any, start: () => Promise<void>) { this.started = start(); }
await new (Promised as any)(async () => { await sleep(1); }).started;
//- good: an executor by name
function executor(resolve: (value: number) => void) { setTimeout(() => resolve(1), 1); }
console.log(await new Promise(executor));
//- good: resolvers kept for later
let open: (value: number) => void = () => {};
const gate = new Promise<number>((resolve) => { open = resolve; });
open(1);
console.log(await gate);
