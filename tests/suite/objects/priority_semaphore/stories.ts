// A lower number goes first, and among equals whoever came first.
const desk = new PrioritySemaphore(1);
await desk.acquire();
const order: string[] = [];
const come = (name: string, priority?: number) => spawn(name, () => desk.withPermit(() => void order.push(name), priority));
const tasks = [come("late", 5), come("early", 1), come("default"), come("early too", 1), come("urgent", -3)];
await sleep(1);
console.log(desk.available, desk.waiting, desk.tryAcquire());
desk.release();
await Promise.all(tasks);
console.log(order.join(", "));

// Urgent work keeps coming, so that one who is not urgent never gets a turn: unless waiting makes it urgent.
async function served(ageing?: number) {
  const busy = new PrioritySemaphore(1, ageing === undefined ? undefined : { ageing });
  let servedAt = -1;
  const begin = performance.now();
  await busy.acquire();
  const patient = spawn("patient", async () => {
    await busy.acquire(10);
    servedAt = performance.now() - begin;
    busy.release();
  });
  const urgent: Promise<void>[] = [];
  for (let i = 0; i < 20; i++) {
    await sleep(5);
    urgent.push(spawn("urgent", async () => {
      await busy.acquire(0);
      await sleep(6);
      busy.release();
    }));
    if (i === 2) busy.release();
  }
  await Promise.all([...urgent, patient]);
  return servedAt;
}
console.log(await served(), await served(2));
//= 0 5 false
//= urgent, default, early, early too, late
//= 135 33
