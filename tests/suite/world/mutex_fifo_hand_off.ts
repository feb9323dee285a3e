// lanes: model=tasks
const m = new Mutex();
async function user(name) {
  await m.lock();
  console.log(name, "has it");
  await sleep(5);
  m.unlock();
}
for (const name of ["A", "B", "C", "D"]) spawn(name, () => user(name));
await sleep(1);
console.log("waiting:", m.waiting, "locked:", m.locked);
//= A has it
//= waiting: 3 locked: true
//= B has it
//= C has it
//= D has it
