let balance = 100;
async function withdraw(amount) {
  const seen = balance;
  await null;
  balance = seen - amount;
}
await Promise.all([withdraw(10), withdraw(20), withdraw(30)]);
console.log(balance);
let n = 0;
async function add() { n = n + (await 1); }
await Promise.all([add(), add(), add()]);
console.log(n);
async function add2() { n += await 1; }
await Promise.all([add2(), add2()]);
console.log(n);
async function add3() { const d = await 1; n += d; }
await Promise.all([add3(), add3()]);
console.log(n);
//= 70
//= 1
//= 2
//= 4
