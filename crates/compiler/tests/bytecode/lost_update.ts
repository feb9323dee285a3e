let counter = 0;
const seats = [1, 2];
async function derived() {
  counter = counter + 1;
  counter += 1;
  counter++;
  const seen = counter;
  await sleep(1);
  counter = seen + 1;
  let total = counter;
  total = total + 2;
  total++;
  counter = await keep(total);
  counter = counter > 3 ? counter - 1 : counter + 1;
}
async function blind(argument, items) {
  counter = 5;
  if (counter < 1) counter = 1;
  counter = counter > 3 ? 0 : 1;
  counter = counter || 1;
  counter = argument;
  for (const item of items) counter = item;
  const { length } = items;
  counter = length;
  const other = seats[0];
  counter = other;
}
const keep = (x) => x;
const account = { balance: 1 };
function withdraw(i, amount) {
  const { balance } = account;
  account.balance = balance - amount;
  const left = seats[i];
  seats[i] = left - 1;
  seats[i] -= 1;
  account.balance = seats[i];
}
spawn(derived); spawn(() => blind(1, [])); withdraw(0, 1);
