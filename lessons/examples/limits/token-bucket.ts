// lanes: model=event-loop
// Three calls may come at once, then one every 100 ms: the
// bucket holds three tokens, and ten drip in each second. Look
// at its curve under Measures.
const bucket = new TokenBucket(3, 10);

async function call(n: number) {
  await bucket.consume();
  console.log(`call ${n}`);
  await io("answer", 15);
}

await Promise.all(
  [1, 2, 3, 4, 5, 6].map((n) => spawn(`call ${n}`, () => call(n))),
);
