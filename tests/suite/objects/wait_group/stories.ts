// Waits until nothing is under way, again and again.
const group = new WaitGroup();
await group.wait();
for (let i = 0; i < 2; i++) {
  let done = 0;
  group.add(3);
  for (let n = 0; n < 3; n++) {
    spawn(async () => {
      await sleep(n);
      done++;
      group.done();
    });
  }
  console.log(group.count);
  await group.wait();
  console.log("done", done, group.count);
}
group.add();
group.add(-1);
const told = (fn: () => void) => {
  try {
    fn();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message, group.count);
  }
};
told(() => group.done());
group.add(2);
told(() => group.add(-3));
told(() => group.add(1.5));
told(() => group.add(NaN));
told(() => group.add(4294967295));
try {
  await group.wait({ signal: AbortSignal.timeout(5) });
} catch (error) {
  console.log((error as Error).name, group.waiting);
}
//= 3
//= done 3 0
//= 3
//= done 3 0
//= RangeError group.done(): only 0 are under way 0
//= RangeError group.add(): only 2 are under way 2
//= RangeError group.add(): the number must be a whole number, not 1.5 2
//= RangeError group.add(): the number must be a whole number, not NaN 2
//= RangeError group.add(): 2 are under way already 2
//= TimeoutError 0
