// check: tasks=assertion(17) event-loop=assertion(15)
// Looking whether it has been charged helps only if nobody is on the way to the bank.
let charged = 0;
const charge = async () => {
  if (charged > 0) return charged;
  await io("bank", [5, 20]);
  charged++;
  return charged;
};
await hedge(charge, { max: 2 });
await sleep(1000);
assert(charged === 1, "the card was charged twice");
