// check: tasks=assertion(17) event-loop=assertion(15)
// The second attempt does what the first has done already: whoever asks twice must be able to be served twice.
let charged = 0;
const charge = async () => {
  await io("bank", [5, 20]);
  charged++;
  return charged;
};
await hedge(charge, { max: 2 });
await sleep(1000);
assert(charged === 1, "the card was charged twice");
