// 100,000 awaits of resolved promises through an async function.
async function identity(value) {
  return value;
}
async function main() {
  let sum = 0;
  for (let i = 0; i < 100000; i++) {
    sum += await identity(i);
  }
  finish(sum);
}
main();
