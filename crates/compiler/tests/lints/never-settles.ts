//- bad: resolve is not called
async function ready() {
  await new Promise((resolve) => {
    console.log("ready");
  });
}
const waiting = ready();
await Promise.race([waiting, sleep(10)]);
//- bad: neither of the two
const done = new Promise<void>((resolve, reject) => {
  setTimeout(() => console.log("time is up"), 10);
});
await Promise.race([done, sleep(20)]);
//- bad: another one is called
let resolved = 0;
const finish = () => { resolved++; };
const p = new Promise((resolve) => setTimeout(finish, 5));
await Promise.race([p, sleep(10)]);
//- bad: by a function expression
const p = new Promise(function (resolve) { console.log("working"); });
await Promise.race([p, sleep(10)]);
//- good: called
await new Promise<void>((resolve) => resolve());
//- good: passed on
await new Promise((resolve) => setTimeout(resolve, 1));
//- good: kept
const waiters: (() => void)[] = [];
const gate = new Promise<void>((resolve) => { waiters.push(resolve); });
for (const open of waiters) open();
await gate;
//- good: only reject
await new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 1)).catch(() => {});
//- good: only reject, resolve named
await new Promise((resolve, reject) => setTimeout(reject, 1)).catch(() => {});
//- good: never, on purpose
const never = new Promise(() => {});
await Promise.race([never, sleep(1)]);
//- good: never, and says so
const never = new Promise((_resolve) => {});
await Promise.race([never, sleep(1)]);
