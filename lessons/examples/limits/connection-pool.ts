// lanes: model=event-loop
// Five requests share two connections. Opening one takes long,
// so they are kept: the pool's card shows each with its age and
// who has it, and Measures how long the others waited.
const pool = new ConnectionPool(
  () => simulatedConnection({ connectMs: 50, latencyMs: 20 }),
  {
    maxSize: 2,
    minSize: 0,
    acquireTimeoutMs: Infinity,
  },
);

async function request(n: number) {
  await sleep(5 * n);
  const row = await pool.withConnection((connection) =>
    connection.query("select ...", `row ${n}`),
  );
  console.log(row);
}

await Promise.all(
  [1, 2, 3, 4, 5].map((n) => spawn(`request ${n}`, () => request(n))),
);
await pool.close();
