// Four ask while nothing is open yet: opening takes a while, and the places are taken meanwhile.
let open = 0;
let most = 0;
const pool = new ConnectionPool(
  async () => {
    open += 1;
    most = Math.max(most, open);
    await sleep(10);
    return { disconnect: async () => void (open -= 1) };
  },
  { maxSize: 2, minSize: 0 },
);
await Promise.all([1, 2, 3, 4].map(() => pool.withConnection(() => sleep(5))));
console.log(most, pool.size);
await pool.close();
console.log(open);
//= 2 2
//= 0
